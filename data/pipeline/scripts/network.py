"""The network: one encoder, and on every word heads for tags, lemma, sentence start, tree, names and
mentions.

The encoder is MiniLM-L6 (Wang et al. 2020), a BERT of six layers, 384 wide. It was trained on lower-case
text, so the
shape of a word comes in where BERT has its segment embeddings. A word is the vectors of its first and last
piece. The tree is scored by a biaffine attention over heads and one over relations (Dozat & Manning 2017).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS, SHAPES = 30522, 512, 6
TAGGER_WIDTH, ARC_WIDTH, RELATION_WIDTH = 256, 256, 96
#: The heads that are one linear layer over the tagger's hidden layer.
TAG_HEADS = ("tag", "pos", "morph", "lemma", "mention")


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019), without dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm_1 = nn.LayerNorm(WIDTH, 1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm_2 = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` [batch, pieces, width]; `bias` [batch, 1, 1, pieces], very low where there is no piece."""
        batch, length, _ = x.shape
        size = WIDTH // ATTENTION_HEADS
        query, key, value = (
            self.attend(x).view(batch, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4).unbind(0)
        )
        scores = torch.matmul(query * (1 / math.sqrt(size)), key.transpose(-1, -2))
        weights = torch.softmax(scores + bias.to(scores.dtype), -1).to(value.dtype)
        mixed = torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_1(x + self.attended(mixed))
        return self.norm_2(x + self.outer(F.gelu(self.inner(x))))


class Encoder(nn.Module):
    """BERT over word pieces, with the shape of each piece's word."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """`ids`, `shapes` int64 [batch, pieces], `mask` float [batch, pieces] -> [batch, pieces, width]."""
        positions = self.positions.weight[: ids.shape[1]].unsqueeze(0)
        x = self.norm(self.pieces(ids) + positions + self.shapes(shapes))
        bias = ((1.0 - mask) * -10000.0).unsqueeze(1).unsqueeze(1)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, path: Path) -> None:
        """Take the weights of MiniLM; every shape starts as BERT's first segment."""
        w = {name.removeprefix("bert."): value.float() for name, value in load_file(path).items()}
        parts = {"attended": "attention.output.dense", "norm_1": "attention.output.LayerNorm"}
        parts |= {"inner": "intermediate.dense", "outer": "output.dense", "norm_2": "output.LayerNorm"}
        with torch.no_grad():
            self.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
            self.shapes.weight.copy_(w["embeddings.token_type_embeddings.weight"][:1].expand(SHAPES, -1))
            self.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                prefix = f"encoder.layer.{number}."
                for ours, theirs in parts.items():
                    for kind in ("weight", "bias"):
                        getattr(getattr(layer, ours), kind).copy_(w[f"{prefix}{theirs}.{kind}"])
                for kind in ("weight", "bias"):
                    names = (f"{prefix}attention.self.{part}.{kind}" for part in ("query", "key", "value"))
                    getattr(layer.attend, kind).copy_(torch.cat([w[name] for name in names]))


class Network(nn.Module):
    """Encoder and heads. `labels` gives the labels of every head by name."""

    def __init__(self, labels: Mapping[str, list[str]]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.drop = nn.Dropout(0.15)
        self.tag_hidden = nn.Linear(2 * WIDTH, TAGGER_WIDTH)
        self.lemma_hidden = nn.Linear(2 * WIDTH, TAGGER_WIDTH)
        self.heads = nn.ModuleDict({name: nn.Linear(TAGGER_WIDTH, len(labels[name])) for name in TAG_HEADS})
        self.start = nn.Linear(TAGGER_WIDTH, 1)
        self.name_hidden = nn.Linear(2 * WIDTH, TAGGER_WIDTH)
        self.names = nn.Linear(TAGGER_WIDTH, len(labels["ner"]))
        self.arc_head = nn.Linear(2 * WIDTH, ARC_WIDTH)
        self.arc_dependent = nn.Linear(2 * WIDTH, ARC_WIDTH)
        self.arc = nn.Parameter(torch.randn(ARC_WIDTH + 1, ARC_WIDTH) * 0.01)
        self.relation_head = nn.Linear(2 * WIDTH, RELATION_WIDTH)
        self.relation_dependent = nn.Linear(2 * WIDTH, RELATION_WIDTH)
        self.relations = len(labels["dep"])
        size = RELATION_WIDTH + 1
        self.relation = nn.Parameter(torch.randn(size, self.relations * size) * 0.01)

    def words(self, encoded: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors [batch, words + 1, 2 * width]; `first`, `last` are piece indices; word 0 is [CLS],
        the root."""
        gathered = [
            torch.gather(encoded, 1, index.unsqueeze(-1).expand(-1, -1, WIDTH)) for index in (first, last)
        ]
        return self.drop(torch.cat(gathered, -1))

    def tags(self, words: Tensor) -> dict[str, Tensor]:
        """The scores of the labels of every tag head [batch, words + 1, labels], and "sent" [batch, words
        + 1]."""
        hidden, lemma_hidden = F.gelu(self.tag_hidden(words)), F.gelu(self.lemma_hidden(words))
        scores = {
            name: head(lemma_hidden if name == "lemma" else hidden) for name, head in self.heads.items()
        }
        return {**scores, "sent": self.start(hidden).squeeze(-1)}

    def name_tags(self, words: Tensor) -> Tensor:
        """BIO scores of names [batch, words + 1, labels]."""
        return self.names(F.gelu(self.name_hidden(words)))

    def arcs(self, words: Tensor) -> Tensor:
        """Scores [batch, dependent, head]."""
        heads, dependents = F.gelu(self.arc_head(words)), _with_one(F.gelu(self.arc_dependent(words)))
        return torch.matmul(torch.matmul(dependents, self.arc), heads.transpose(-1, -2))

    def relation_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """What a word is as head and as dependent [batch, words + 1, relation width]."""
        return F.gelu(self.relation_head(words)), F.gelu(self.relation_dependent(words))

    def relation_scores(self, heads: Tensor, dependents: Tensor) -> Tensor:
        """Scores [arcs, relations] of chosen arcs, from the vectors of their ends [arcs, relation width]."""
        product = torch.matmul(_with_one(dependents), self.relation).view(
            -1, self.relations, RELATION_WIDTH + 1
        )
        return (product * _with_one(heads).unsqueeze(1)).sum(-1)


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)

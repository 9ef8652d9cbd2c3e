"""Train the network: `python train.py CORPUS CHECKPOINTS [--steps N] [--threads N]`.

One step takes a batch of trees and a batch of names. The last steps go on at a constant rate with text
that is
little changed, and the weights that they pass through are averaged (Izmailov et al. 2018, stochastic
weight averaging). Everything follows from the seed and the number of the step, so a
run that was cut off goes on from its last checkpoint with the same batches. Needs torch (the processor
build does).
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from batches import (
    IGNORED,
    Batch,
    Pieces,
    Unit,
    allowed_heads,
    batches,
    collate,
    endless,
    name_units,
    read,
    tree_labels,
    tree_units,
)
from encoder_weights import encoder_file
from network import Network
from numpy.random import default_rng
from torch import Tensor
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel

SEED = 0
BATCH_PIECES = 2400
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1e-3, 100
MASKED_TREES, MASKED_NAMES = 0.06, 0.08
#: Weights of the losses beside arcs and relations; a wrong sentence border breaks two trees.
LOSS_WEIGHTS = {"tag": 0.5, "pos": 0.5, "morph": 0.5, "lemma": 0.5, "mention": 0.5}
BORDER_WEIGHT = 1.5
#: Steps whose weights are averaged, and the share of the full rate that they are taken at.
AVERAGED, AVERAGED_RATE = 500, 0.25
SAVE_EVERY, REPORT_EVERY = 100, 100


def train(corpus: Path, out: Path, steps: int) -> None:
    """Train for so many steps in all, from the last checkpoint in `out` where there is one."""
    out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces()
    docs = read(corpus / "trees_train.spacy")
    labels = tree_labels(docs)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0), "utf-8")
    trees = tree_units(docs, labels, pieces)
    last_trees = tree_units(read(corpus / "trees_last.spacy"), labels, pieces)
    names = name_units(read(corpus / "names_train.spacy"), labels, pieces)
    dev = tree_units(read(corpus / "trees_dev.spacy"), labels, pieces)[:400]
    print(f"{_words(trees)} words of trees, {_words(names)} of names", flush=True)
    torch.manual_seed(SEED)
    network = Network(labels)
    network.encoder.load_minilm(encoder_file("model.safetensors"))
    optimizer = _optimizer(network)
    average = AveragedModel(network)
    step = _resume(network, optimizer, average, out)
    tree_stream = endless(trees, BATCH_PIECES, SEED, step)
    last_stream = endless(last_trees, BATCH_PIECES, SEED + 2, max(0, step - steps))
    name_stream = endless(names, BATCH_PIECES, SEED + 1, step)
    started, sums, seen = time.monotonic(), np.zeros(2), 0
    while step < steps + AVERAGED:
        network.train()
        torch.manual_seed(step)
        random = default_rng((SEED, step))
        for group in optimizer.param_groups:
            group["lr"] = group["full_rate"] * _share_of_rate(step, steps)
        tree_batch = collate(next(tree_stream if step < steps else last_stream), random, MASKED_TREES)
        tree_loss = _tree_loss(network, tree_batch)
        tree_loss.backward()
        name_batch = collate(next(name_stream), random, MASKED_NAMES)
        name_loss = _name_loss(network, name_batch)
        name_loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 2.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        if step > steps:
            average.update_parameters(network)
        sums += tree_loss.item(), name_loss.item()
        seen += tree_batch.words + name_batch.words
        if step % REPORT_EVERY == 0:
            rate = seen / (time.monotonic() - started)
            losses = " ".join(f"{value / REPORT_EVERY:.3f}" for value in sums)
            print(f"step {step} losses {losses} words/s {rate:.0f}", flush=True)
            sums[:] = 0
        if step % SAVE_EVERY == 0:
            _save(network, optimizer, average, step, out)
        if step % (5 * REPORT_EVERY) == 0:
            print(f"  dev, gold borders, greedy: {_dev(network, dev)}", flush=True)
    print(f"  dev, averaged: {_dev(average.module, dev)}", flush=True)
    torch.save(average.module.state_dict(), out / "network.pt")


def _share_of_rate(step: int, steps: int) -> float:
    """Up, down to nearly nothing, and level while weights are averaged."""
    if step >= steps:
        return AVERAGED_RATE
    return min(1.0, (step + 1) / WARM_UP) * max(0.01, 1 - step / steps)


def _words(units: list[Unit]) -> int:
    return sum(len(unit.pieces) for unit in units)


def _optimizer(network: Network) -> torch.optim.Optimizer:
    """AdamW (Loshchilov & Hutter 2019); word pieces and positions stay as they were."""
    network.encoder.pieces.weight.requires_grad = False
    network.encoder.positions.weight.requires_grad = False
    new = [
        network.encoder.shapes.weight,
        *(p for n, p in network.named_parameters() if not n.startswith("encoder.")),
    ]
    taken = {id(p) for p in new}
    old = [p for p in network.encoder.parameters() if p.requires_grad and id(p) not in taken]
    groups = [{"params": old, "full_rate": ENCODER_RATE}, {"params": new, "full_rate": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _encoded(network: Network, batch: Batch) -> Tensor:
    to = torch.from_numpy
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded = network.encoder(to(batch.ids), to(batch.shapes), to(batch.mask))
    return network.words(encoded, to(batch.first), to(batch.last))


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    if not bool((gold != IGNORED).any()):
        return scores.sum() * 0.0
    return F.cross_entropy(
        scores.float().reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORED
    )


def _tree_loss(network: Network, batch: Batch) -> Tensor:
    gold = {name: torch.from_numpy(values) for name, values in batch.labels.items()}
    words = _encoded(network, batch)
    real = gold["head"] >= 0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags = network.tags(words)
        arcs = network.arcs(words)
        heads, dependents = network.relation_vectors(words)
        index = gold["head"].clamp(min=0).unsqueeze(-1).expand(-1, -1, heads.shape[-1])
        relations = network.relation_scores(torch.gather(heads, 1, index)[real], dependents[real])
    arcs = arcs.float().masked_fill(~torch.from_numpy(allowed_heads(batch.labels["sentence"])), -1e4)
    border = F.binary_cross_entropy_with_logits(tags["sent"].float()[real], gold["sent"][real].float())
    loss = (
        _cross_entropy(arcs, gold["head"])
        + _cross_entropy(relations, gold["dep"][real])
        + BORDER_WEIGHT * border
    )
    return loss + sum(
        weight * _cross_entropy(tags[name], gold[name]) for name, weight in LOSS_WEIGHTS.items()
    )


def _name_loss(network: Network, batch: Batch) -> Tensor:
    words = _encoded(network, batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network.name_tags(words)
    return _cross_entropy(scores, torch.from_numpy(batch.labels["ner"]))


@torch.no_grad()
def _dev(network: Network, units: list[Unit]) -> str:
    """A quick look at how training goes: shares of right heads, right heads with relation, tags and
    borders."""
    network.eval()
    right, total = np.zeros(6), 0
    for chosen in batches(units, 4000, default_rng(SEED)):
        batch = collate(chosen)
        gold = batch.labels
        words = _encoded(network, batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags = network.tags(words)
            arcs = network.arcs(words).float()
            arcs = arcs.masked_fill(~torch.from_numpy(allowed_heads(gold["sentence"])), -1e4)
            chosen_heads = arcs.argmax(-1)
            heads, dependents = network.relation_vectors(words)
            index = chosen_heads.unsqueeze(-1).expand(-1, -1, heads.shape[-1])
            scores = network.relation_scores(
                torch.gather(heads, 1, index).flatten(0, 1), dependents.flatten(0, 1)
            )
        real = gold["head"] >= 0
        head_right = (chosen_heads.numpy() == gold["head"]) & real
        relation_right = scores.argmax(-1).view(chosen_heads.shape).numpy() == gold["dep"]
        same = {name: tags[name].argmax(-1).numpy() == gold[name] for name in ("tag", "lemma", "mention")}
        border_right = (tags["sent"].float().numpy() > 0) == (gold["sent"] == 1)
        rows = (head_right, head_right & relation_right, *(same[n] for n in same), border_right)
        right += [int((row & real).sum()) for row in rows]
        total += int(real.sum())
    names = ("UAS", "LAS", "XPOS", "lemma", "mention (all words)", "border")
    return " ".join(f"{name} {100 * value / total:.2f}" for name, value in zip(names, right, strict=True))


def _save(
    network: Network, optimizer: torch.optim.Optimizer, average: AveragedModel, step: int, out: Path
) -> None:
    """Write the checkpoint beside the old one, then put it in its place."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    state["average"] = average.state_dict()
    torch.save(state, out / "checkpoint.new")
    (out / "checkpoint.new").replace(out / "checkpoint.pt")


def _resume(network: Network, optimizer: torch.optim.Optimizer, average: AveragedModel, out: Path) -> int:
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    average.load_state_dict(state.get("average", average.state_dict()))
    print(f"going on from step {state['step']}", flush=True)
    return int(state["step"])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=2500)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    train(given.corpus, given.out, given.steps)


if __name__ == "__main__":
    main()

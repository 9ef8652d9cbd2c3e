"""Readers of the corpora that mark names word by word: Universal NER, WikiGold, Re-DocRED, CrossNER."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from name_pieces import Document, Mention, Sentence, detokenise, spaces_in, to_pieces
from name_rules import could_be_name, is_group, settle

PLAIN_LABELS = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
CROSSNER_LABELS = {
    label: ours
    for ours, labels in {
        "PERSON": "person politician scientist writer musicalartist researcher",
        "ORG": "organisation politicalparty university band",
        "LOC": "location country",
        "MISC": "misc event election award book poem magazine album song academicjournal magazine conference",
        "": "product programlang theory astronomicalobject",
    }.items()
    for label in labels.split()
}
"""An empty label: a name in some corpora and none in others, so its words are unknown. Not here: no name."""


def tagged_spans(tags: Sequence[str]) -> list[Mention]:
    """The spans of IOB tags; an I- tag without a beginning begins one."""
    spans: list[Mention] = []
    for index, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if not label or label == "O":
            continue
        if prefix == "I" and spans and spans[-1][1] == index and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], index + 1, label)
        else:
            spans.append((index, index + 1, label))
    return spans


def blocks(path: Path) -> Iterator[list[str]]:
    """The stretches of lines between empty lines."""
    block: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def comment(block: Sequence[str], key: str) -> str:
    """The value of a `# key = value` line of a CoNLL block, or an empty string."""
    found = (line.partition("=")[2].strip() for line in block if line.startswith(f"# {key}"))
    return next(found, "")


class TreebankSentence(NamedTuple):
    """Words, Penn tags and text of a sentence of a treebank."""

    words: list[str]
    tags: list[str]
    text: str


def read_treebank(folder: Path) -> dict[str, TreebankSentence]:
    """The sentences of the UD treebank, by their identifier."""
    sentences = {}
    for path in sorted(folder.glob("*.conllu")):
        for block in blocks(path):
            rows = [fields for line in block if (fields := line.split("\t"))[0].isdigit()]
            sentences[comment(block, "sent_id")] = TreebankSentence(
                [row[1] for row in rows], [row[4] for row in rows], comment(block, "text")
            )
    return sentences


def uner_sentence(block: Sequence[str], treebank: dict[str, TreebankSentence]) -> Sentence:
    """A sentence of Universal NER.

    It has no MISC: proper nouns outside its names are unknown. OTH of its first edition holds nationalities
    and much else: the former are NORP, the rest is unknown. Tags and text are those of the treebank, where it
    has the same words: the first edition of the text has spaces before possessives.
    """
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    words = [row[1] for row in rows]
    tree = treebank.get(comment(block, "sent_id"))
    if tree and tree.words != words:
        tree = None
    mentions, unknown, covered = [], set(), set()
    for start, end, label in tagged_spans([row[2] for row in rows]):
        covered.update(range(start, end))
        if label in PLAIN_LABELS:
            mentions.append((start, end, PLAIN_LABELS[label]))
        elif is_group(words[start:end]):
            mentions.append((start, end, "NORP"))
        else:
            unknown.update(range(start, end))
    for index, word in enumerate(words):
        proper = tree.tags[index].startswith("NNP") if tree else index > 0
        if proper and index not in covered and could_be_name(word):
            unknown.add(index)
    text = tree.text if tree else comment(block, "text")
    return to_pieces(words, spaces_in(text, words), *settle(words, mentions, unknown))


def read_uner(path: Path, treebank: dict[str, TreebankSentence]) -> Iterator[Document]:
    """The documents of a file of Universal NER."""
    document: Document = []
    for block in blocks(path):
        if document and comment(block, "newdoc"):
            yield document
            document = []
        document.append(uner_sentence(block, treebank))
    if document:
        yield document


def read_wikigold(path: Path) -> Iterator[Document]:
    """The articles of WikiGold."""
    document: Document = []
    for block in blocks(path):
        rows = [line.rsplit(" ", 1) for line in block if not line.startswith("-DOCSTART-")]
        if len(rows) < len(block) and document:
            yield document
            document = []
        if rows:
            words = [row[0] for row in rows]
            spans = tagged_spans([row[1] for row in rows])
            mentions = [(start, end, PLAIN_LABELS[label]) for start, end, label in spans]
            document.append(to_pieces(words, detokenise(words), *settle(words, mentions)))
    if document:
        yield document


def read_redocred(path: Path) -> Iterator[Document]:
    """The articles of a Re-DocRED file; numbers and times are no names."""
    for article in json.loads(path.read_text(encoding="utf-8")):
        mentions: list[list[Mention]] = [[] for _ in article["sents"]]
        for cluster in article["vertexSet"]:
            for mention in cluster:
                if mention["type"] in PLAIN_LABELS:
                    label = PLAIN_LABELS[mention["type"]]
                    mentions[mention["sent_id"]].append((*mention["pos"], label))
        yield [
            to_pieces(words, detokenise(words, ("/", "-")), *settle(words, sorted(set(found))))
            for words, found in zip(article["sents"], mentions, strict=True)
        ]


def read_crossner(path: Path) -> Iterator[Document]:
    """The sentences of a CrossNER file; each is a document, because they come from anywhere."""
    for block in blocks(path):
        rows = [line.split("\t") for line in block]
        words = [row[0] for row in rows]
        mentions, unknown = [], set()
        for start, end, label in tagged_spans([row[1] for row in rows]):
            if ours := CROSSNER_LABELS.get(label):
                mentions.append((start, end, ours))
            elif ours is not None:
                unknown.update(range(start, end))
        yield [to_pieces(words, detokenise(words), *settle(words, mentions, unknown))]

"""Make one training set of names out of open corpora: `python name_corpora.py CORPORA_DIR OUT_DIR`.

Labels: PERSON ORG LOC NORP MISC. Written are `names_train`, `names_dev`, `names_test_uner`,
`names_test_politics` and `names_test_re3d`, each a spaCy DocBin of stretches of a few sentences. Words of
which a corpus does not say whether they are a name are stored as missing, not as outside. Only the training
texts are changed (`name_augmentation`).
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random

import spacy
from name_augmentation import augment
from name_pieces import Document, chunks, to_doc
from name_reader_gum import read_gum
from name_reader_re3d import read_re3d
from name_readers import read_crossner, read_redocred, read_treebank, read_uner, read_wikigold
from spacy.language import Language
from spacy.tokens import Doc, DocBin

SEED = 20
SHORT = (1, 2, 4, 8)
LONG = (4, 8, 1000)
TEST = (8,)
CROSSNER_OTHER = ("science", "literature", "music", "ai")


def training_sources(corpora: Path, nlp: Language) -> dict[str, tuple[Iterable[Document], Sequence[int]]]:
    """The documents of each corpus for training and how many sentences make a text."""
    politics = corpora / "crossner" / "politics" / "train.txt"
    return {
        "uner": (read_uner(corpora / "uner_ewt" / "train.iob2", read_treebank(corpora / "ud_ewt")), SHORT),
        "wikigold": (read_wikigold(corpora / "wikigold" / "wikigold.conll.txt"), SHORT),
        "redocred": (
            chain.from_iterable(
                read_redocred(corpora / "redocred" / f"{part}.json") for part in ("dev", "test")
            ),
            LONG,
        ),
        "gum": (
            chain.from_iterable(map(read_gum, sorted((corpora / "gum" / "train").glob("*.conllu")))),
            SHORT,
        ),
        "crossner": (
            chain.from_iterable(
                read_crossner(corpora / "crossner" / domain / f"{part}.txt")
                for domain in CROSSNER_OTHER
                for part in ("train", "dev", "test")
            ),
            SHORT,
        ),
        "politics": (chain(read_crossner(politics), read_crossner(politics)), SHORT),
        "re3d": (re3d(corpora, nlp, held_out=False), SHORT),
    }


def re3d(corpora: Path, nlp: Language, held_out: bool) -> Iterator[Document]:
    """The training or the held-out documents of all sources of re3d."""
    for folder in sorted(path.parent for path in (corpora / "re3d").glob("*/documents.json")):
        yield from read_re3d(folder, nlp, held_out)


def convert(
    documents: Iterable[Document], sizes: Sequence[int], rng: Random, nlp: Language, train: bool
) -> list[Doc]:
    """The documents as Docs of some sentences each, changed if they are for training."""
    change: Callable = augment if train else lambda pieces, _: pieces
    return [
        to_doc(nlp, change(pieces, rng)) for document in documents for pieces in chunks(document, sizes, rng)
    ]


def save(docs: Sequence[Doc], path: Path) -> None:
    """Write the Docs, names and spaces only."""
    DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"], docs=docs).to_disk(path)


def report(name: str, docs: Sequence[Doc]) -> str:
    """One line that counts texts, tokens, unknown tokens and names by label."""
    labels = Counter(span.label_ for doc in docs for span in doc.ents)
    tokens = sum(map(len, docs))
    missing = sum(token.ent_iob == 0 for doc in docs for token in doc)
    return f"{name}: {len(docs)} texts, {tokens} tokens, {missing} unknown, {dict(sorted(labels.items()))}"


def main(corpora: Path, out: Path) -> None:
    """Write all sets and print their sizes."""
    nlp = spacy.blank("en")
    out.mkdir(parents=True, exist_ok=True)
    train: list[Doc] = []
    for name, (documents, sizes) in training_sources(corpora, nlp).items():
        docs = convert(documents, sizes, Random(f"{SEED} {name}"), nlp, train=True)
        print("  " + report(name, docs), flush=True)
        train.extend(docs)
    Random(SEED).shuffle(train)
    treebank = read_treebank(corpora / "ud_ewt")
    sets = {
        "names_train": train,
        **{
            name: convert(documents, TEST, Random(SEED), nlp, train=False)
            for name, documents in {
                "names_dev": read_uner(corpora / "uner_ewt" / "dev.iob2", treebank),
                "names_test_uner": read_uner(corpora / "uner_ewt" / "test.iob2", treebank),
                "names_test_politics": read_crossner(corpora / "crossner" / "politics" / "dev.txt"),
                "names_test_re3d": re3d(corpora, nlp, held_out=True),
            }.items()
        },
    }
    for name, docs in sets.items():
        save(docs, out / f"{name}.spacy")
        print(report(name, docs), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path, metavar="CORPORA_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    arguments = parser.parse_args()
    main(arguments.corpora, arguments.out)

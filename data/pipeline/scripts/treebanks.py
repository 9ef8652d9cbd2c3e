"""The treebanks as spaCy DocBins: `python treebanks.py CORPORA FOLDER`.

Writes `trees_train`, `trees_last`, `trees_dev` and the test sets `trees_test_pud`, `trees_test_ewt`,
`trees_test_gum`. One Doc
is one paragraph: that is what the pipeline is given at run time. The training text is augmented (see
`augmentation.py`); dev and test texts are as they came.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from augmentation import Lists, can_be_said, reported, with_british_quotes, with_titles
from conllu import Sentence, documents, paragraphs, to_doc
from spacy.tokens import DocBin
from spacy.vocab import Vocab

SEED = 0
#: How much of the additions the last steps of training see: what is added is no more than like English.
LAST_SHARE = 0.2
#: Share of the paragraphs that appear a second time as somebody's speech.
_REPORTED_SHARE = 0.12
#: Longest paragraph in training, in sentences; how often a paragraph is cut into shorter ones.
_LONGEST, _CUT_SHARE = 8, 0.5
_ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "SPACY"]


def train_documents(corpora: Path) -> Iterator[tuple[list[Sentence], dict[str, frozenset[int]]]]:
    """Yield the documents to learn from, each with the heads of people's names by sentence."""
    people = people_of_uner(corpora / "uner_ewt" / "train.iob2")
    for document in documents(corpora / "ud_ewt" / "train.conllu"):
        yield document, {s.name: _heads(s, people.get(s.name, [])) for s in document}
    for path in sorted((corpora / "gum" / "train").glob("*.conllu")):
        for document in documents(path, mentions=True):
            yield document, {}


def people_of_uner(path: Path) -> dict[str, list[range]]:
    """The words of people's names by sentence, of a UNER file."""
    found: dict[str, list[range]] = {}
    name, index = "", 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# sent_id"):
            name, index = line.split("=", 1)[1].strip(), 0
            found[name] = []
        elif line and not line.startswith("#"):
            label = line.split("\t")[2]
            if label == "B-PER":
                found[name].append(range(index, index + 1))
            elif label == "I-PER" and found[name] and found[name][-1].stop == index:
                found[name][-1] = range(found[name][-1].start, index + 1)
            index += 1
    return found


def _heads(sentence: Sentence, names: Iterable[range]) -> frozenset[int]:
    inside = ((i, name) for name in names for i in name if i < len(sentence.words))
    return frozenset(i for i, name in inside if sentence.words[i].head not in name)


def training_units(
    corpora: Path, lists: Lists, random: Random, share: float = 1.0
) -> Iterator[list[Sentence]]:
    """Yield the paragraphs to learn from, with a share of all that is added to them."""
    for document, people in train_documents(corpora):
        for paragraph in paragraphs(document):
            for unit in _cut(paragraph, random):
                titled = [
                    with_titles(s, lists, random, people.get(s.name, frozenset()))
                    if share == 1 or random.random() < share
                    else s
                    for s in unit
                ]
                yield with_british_quotes(titled, random)
                speech = _sayable(unit, random)
                if speech and random.random() < _REPORTED_SHARE * len(unit) * share:
                    yield with_british_quotes(reported(speech, lists, random), random)


def _sayable(unit: list[Sentence], random: Random) -> list[Sentence]:
    """One to three sentences in a row that can stand in quotation marks."""
    start = random.randrange(len(unit))
    found: list[Sentence] = []
    for sentence in unit[start : start + random.choice((1, 1, 2, 3))]:
        if not can_be_said(sentence):
            break
        found.append(replace(sentence, words=(*sentence.words[:-1], replace(sentence.words[-1], space=True))))
    return found


def _cut(paragraph: list[Sentence], random: Random) -> Iterator[list[Sentence]]:
    """A paragraph in pieces: half of them whole up to a length, the others cut shorter."""
    start = 0
    while start < len(paragraph):
        size = random.choice((1, 1, 2, 3, 4)) if random.random() < _CUT_SHARE else _LONGEST
        yield paragraph[start : start + size]
        start += size


def test_units(paths: Iterable[Path], mentions: bool = False) -> Iterator[list[Sentence]]:
    """Yield the paragraphs of test files as they came."""
    for path in paths:
        for document in documents(path, mentions):
            yield from paragraphs(document)


def save(units: Iterable[list[Sentence]], path: Path) -> None:
    """Write paragraphs as a DocBin and say how much it is."""
    vocab, bin_ = Vocab(), DocBin(attrs=_ATTRIBUTES)
    sentences = words = 0
    for unit in units:
        bin_.add(to_doc(unit, vocab))
        sentences += len(unit)
        words += sum(len(sentence.words) for sentence in unit)
    bin_.to_disk(path)
    print(f"{path.stem}: {len(bin_)} paragraphs, {sentences} sentences, {words} words")


def main(corpora: Path, out: Path) -> None:
    """Write all sets."""
    out.mkdir(parents=True, exist_ok=True)
    gum = corpora / "gum"
    lists = Lists.read()
    save(training_units(corpora, lists, Random(SEED)), out / "trees_train.spacy")
    save(training_units(corpora, lists, Random(SEED + 1), LAST_SHARE), out / "trees_last.spacy")
    dev = [corpora / "ud_ewt" / "dev.conllu", *sorted((gum / "dev").glob("*.conllu"))]
    save(test_units(dev), out / "trees_dev.spacy")
    save(test_units([corpora / "ud_pud" / "test.conllu"]), out / "trees_test_pud.spacy")
    save(test_units([corpora / "ud_ewt" / "test.conllu"]), out / "trees_test_ewt.spacy")
    save(test_units(sorted((gum / "test").glob("*.conllu")), mentions=True), out / "trees_test_gum.spacy")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

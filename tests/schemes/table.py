"""The table of gold parses: one sentence, two analyses, each as a Doc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from spacy.tokens import Doc

from ..by_hand import VOCAB

Scheme = Literal["ud", "clear"]
SCHEMES: tuple[Scheme, ...] = ("ud", "clear")
TABLE = Path(__file__).with_name("sentences.conll")

#: What spaCy's English pipelines may assign.
CLEAR = (
    "ROOT",
    "acl",
    "acomp",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "attr",
    "aux",
    "auxpass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "csubjpass",
    "dative",
    "dep",
    "det",
    "dobj",
    "expl",
    "intj",
    "mark",
    "meta",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "nummod",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "preconj",
    "predet",
    "prep",
    "prt",
    "punct",
    "quantmod",
    "relcl",
    "xcomp",
)

#: What a word's tag says of its form, as the treebanks of Universal Dependencies write it …
_UD = {
    **dict.fromkeys(("NN", "NNP"), "Number=Sing"),
    **dict.fromkeys(("NNS", "NNPS"), "Number=Plur"),
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBG": "VerbForm=Ger",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "CD": "NumForm=Digit|NumType=Card",
    "JJ": "Degree=Pos",
}
#: … and as en_core_web_* write it, which have no voice.
_CLEAR = {
    **dict.fromkeys(("NN", "NNP"), "Number=Sing"),
    **dict.fromkeys(("NNS", "NNPS"), "Number=Plur"),
    "VB": "VerbForm=Inf",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBG": "Aspect=Prog|Tense=Pres|VerbForm=Part",
    "VBN": "Aspect=Perf|Tense=Past|VerbForm=Part",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "CD": "NumType=Card",
    "JJ": "Degree=Pos",
}
_WORDS = {
    "the": "Definite=Def|PronType=Art",
    "a": "Definite=Ind|PronType=Art",
    "not": "Polarity=Neg",
    "n’t": "Polarity=Neg",
    "she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "her": "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "its": "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "our": "Number=Plur|Person=1|Poss=Yes|PronType=Prs",
    "it": "Gender=Neut|Number=Sing|Person=3|PronType=Prs",
}
_RELATIVE = ("WP", "WDT")
_NO_SPACE_BEFORE = frozenset((".", ",", ":", ";", "”", "’s", "n’t"))


@dataclass(frozen=True)
class Row:
    """One word under one scheme."""

    form: str
    lemma: str
    pos: str
    tag: str
    name: str
    head: int
    dep: str


@dataclass(frozen=True)
class Sentence:
    """One sentence of the table, with what is expected of it."""

    tags: tuple[str, ...]
    expected: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        return self.doc("ud").text

    def doc(self, scheme: Scheme) -> Doc:
        """The sentence as a pipeline of that scheme would parse it."""
        rows = [_row(columns, scheme) for columns in self.rows]
        following = [row.form for row in rows[1:]] + ["."]
        return Doc(
            VOCAB,
            words=[row.form for row in rows],
            spaces=[
                after not in _NO_SPACE_BEFORE and row.form != "“"
                for row, after in zip(rows, following, strict=True)
            ],
            lemmas=[row.lemma for row in rows],
            pos=[row.pos for row in rows],
            tags=[row.tag for row in rows],
            morphs=[_features(row, rows, scheme) for row in rows],
            heads=[row.head - 1 if row.head else index for index, row in enumerate(rows)],
            deps=[row.dep if row.head else "ROOT" for row in rows],
            ents=[row.name for row in rows],
        )


def sentences() -> list[Sentence]:
    """Every sentence of the table, in order."""
    blocks = TABLE.read_text("utf-8").strip().split("\n\n")[1:]
    return [_sentence(block.splitlines()) for block in blocks]


def docs(scheme: Scheme) -> Iterator[Doc]:
    """Every sentence as a Doc of one scheme."""
    return (sentence.doc(scheme) for sentence in sentences())


def _sentence(lines: list[str]) -> Sentence:
    comments = dict(
        (key.strip(), value.strip())
        for line in lines
        if line.startswith("# ")
        for key, _, value in [line[2:].partition("=")]
    )
    return Sentence(
        tags=tuple(comments["tags"].split(", ")),
        expected=tuple(part for part in comments["expect"].split("; ") if part),
        rows=tuple(tuple(line.split()) for line in lines if not line.startswith("# ")),
    )


def _row(columns: tuple[str, ...], scheme: Scheme) -> Row:
    form, lemma, pos, tag, name = (_of(scheme, column) for column in columns[1:6])
    head, dep = columns[6:8] if scheme == "ud" else columns[8:10]
    if lemma == "_":
        lemma = form if tag.startswith("NNP") else form.lower()
    return Row(form, lemma, pos, tag, "O" if name == "_" else name, int(head), dep)


def _of(scheme: Scheme, column: str) -> str:
    ours, tilde, theirs = column.partition("~")
    return theirs if tilde and scheme == "clear" else ours


def _features(row: Row, rows: list[Row], scheme: Scheme) -> str:
    if row.lemma in _WORDS or row.form.lower() in _WORDS:
        return _WORDS.get(row.form.lower()) or _WORDS[row.lemma]
    if scheme == "clear":
        return _CLEAR.get(row.tag, "")
    if row.tag in _RELATIVE:
        return "PronType=Rel"
    plain = _UD.get(row.tag, "")
    number = rows.index(row) + 1
    first = row.head if row.dep == "conj" else number
    passive = any(other.head in (first, number) and other.dep == "aux:pass" for other in rows)
    return plain + "|Voice=Pass" if row.tag == "VBN" and (passive or row.dep == "acl") else plain

"""Reader of GUM: names derived from its mentions of entities, because it has no layer of names."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from name_pieces import Document, Mention, Sentence, spaces_in, to_pieces
from name_readers import blocks, comment
from name_rules import could_be_name, is_capitalised, is_group, settle

LABELS = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "MISC",
    "abstract": "MISC",
    "object": "MISC",
}
LINKS = frozenset({"of", "the", "for", "and", "&", "-", "'s", "’s", "de", "la", "del", "von", "van", "al"})
YEAR = re.compile(r"[12]\d{3}[a-z]?")
BRACKETS = re.compile(r"\((?P<opened>[^()]+)(?P<at_once>\))?|(?P<closed>[^()]+)\)")


class Row(NamedTuple):
    """A word of a treebank; `head` is the index of its head in the sentence, -1 for the root."""

    form: str
    upos: str
    xpos: str
    head: int
    relation: str
    misc: str


def rows_of(block: Sequence[str]) -> list[Row]:
    """The syntactic words of a CoNLL-U block."""
    fields = [line.split("\t") for line in block if line.split("\t")[0].isdigit()]
    return [Row(f[1].replace(" ", ""), f[3], f[4], int(f[6]) - 1, f[7], f[9]) for f in fields]


def entity_mentions(rows: Sequence[Row]) -> list[Mention]:
    """Every mention of an entity within the sentence, with GUM's type as label."""
    mentions, opened = [], []
    for index, row in enumerate(rows):
        layer = re.search(r"(?:^|\|)Entity=([^|]*)", row.misc)
        for bracket in BRACKETS.finditer(layer[1]) if layer else ():
            if bracket["opened"]:
                group, kind = [*bracket["opened"].split("-"), ""][:2]
                if bracket["at_once"]:
                    mentions.append((index, index + 1, kind))
                else:
                    opened.append((group, index, kind))
            else:
                for place in range(len(opened) - 1, -1, -1):
                    if opened[place][0] == bracket["closed"].split("-")[0]:
                        _, start, kind = opened.pop(place)
                        mentions.append((start, index + 1, kind))
                        break
    return mentions


def _is_proper(row: Row) -> bool:
    return row.upos == "PROPN" or row.xpos.startswith("NNP")


def name_in(rows: Sequence[Row], mention: Mention) -> Mention | None:
    """The run of name words round the head of a mention whose head is a proper noun."""
    start, end, kind = mention
    heads = [index for index in range(start, end) if not start <= rows[index].head < end]
    if kind not in LABELS or len(heads) != 1 or rows[heads[0]].upos != "PROPN":
        return None
    head, label = heads[0], LABELS[kind]

    def before(row: Row) -> bool:
        modifier = row.relation in {"amod", "compound", "flat", "nummod", "nmod:unmarked"}
        if row.relation == "nmod:desc" or (label == "PERSON" and is_group([row.form])):
            return False
        return _is_proper(row) or (modifier and is_capitalised(row.form))

    def after(row: Row) -> bool:
        if row.relation in {"conj", "appos", "nmod:desc"} and row.head == head:
            return False
        flat = row.relation in {"flat", "nmod:unmarked", "compound"} and (
            is_capitalised(row.form) or row.form.isdigit()
        )
        noun = label != "PERSON" and row.upos in {"NOUN", "ADJ"} and is_capitalised(row.form)
        return _is_proper(row) or flat or noun

    first, last = head, head
    while first > start and before(rows[first - 1]):
        first -= 1
    if first > start + 1 and rows[first - 1].form == "-" and _is_proper(rows[first - 2]):
        first -= 2
    index = head + 1
    while index < end:
        if after(rows[index]):
            last = index
        elif not (rows[index].form == "-" or (label != "PERSON" and rows[index].form in LINKS)):
            break
        index += 1
    if label == "MISC" and YEAR.fullmatch(rows[last].form) and last == first + 1:
        return None  # a reference: "Hart 1968"
    return first, last + 1, label


def sentence(block: Sequence[str]) -> Sentence:
    """A sentence with the names found in its mentions; proper nouns outside them are unknown."""
    rows = rows_of(block)
    words = [row.form for row in rows]
    found = entity_mentions(rows)
    names = {name for mention in found if (name := name_in(rows, mention))}
    inside = {index for start, end, _ in names for index in range(start, end)}
    times = {index for start, end, kind in found if kind == "time" for index in range(start, end)}
    unknown = {
        index
        for index, row in enumerate(rows)
        if row.upos == "PROPN" and row.relation != "nmod:desc" and could_be_name(row.form)
    }
    return to_pieces(
        words, spaces_in(comment(block, "text"), words), *settle(words, names, unknown - inside - times)
    )


def read_gum(path: Path) -> Iterator[Document]:
    """The one document of a GUM file."""
    yield [sentence(block) for block in blocks(path) if rows_of(block)]

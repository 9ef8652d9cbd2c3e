"""Reader of re3d: it marks pronouns, roles and common nouns too, so names are picked out by their shape."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from name_pieces import Document, Mention, to_pieces, word_set
from name_rules import ARTICLES, could_be_name, is_capitalised, is_group, is_title, settle, trim
from spacy.language import Language
from spacy.tokens import Doc

LABELS = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
LINKS = word_set("of the and for al bin ibn de la - – & 's ’s in on to . ' ’")
ROLES = word_set(
    "Secretary Minister Ministers Minister-designate Representative Envoy Ambassador Spokesperson Spokesman "
    "Advisor Adviser President Commander Director Chief Members Member Coordinator Commissioner Leader Prime "
    "Staff"
)
PRONOUNS = word_set("he she they it we i you his her its their our my who this that these those all")


def json_lines(path: Path) -> list[dict]:
    """The objects of a file with one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def has_name_shape(words: Sequence[str], label: str) -> bool:
    """Whether the words look like a name: capitals but for links, no pronoun, no role."""
    if not words or (len(words) == 1 and (words[0].lower() in PRONOUNS or len(words[0]) == 1)):
        return False
    if not is_capitalised(words[0]) and not words[0].lower().startswith("al"):
        return False
    if not (is_capitalised(words[-1]) or (len(words) > 1 and words[-1][:1].isdigit())):
        return words[0].lower().startswith("al")
    if label == "PERSON" and any(is_title(word) for word in words[:-1]):
        return False
    return all(
        word not in ROLES and (is_capitalised(word) or word.isdigit() or word.lower() in LINKS)
        for word in words
    )


def main_labels(entities: Sequence[dict]) -> dict[str, str]:
    """The label most often given to each string: the marks of single mentions are noisy."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        if entity["type"] in LABELS:
            counts[entity["value"]][LABELS[entity["type"]]] += 1
    return {value: max(sorted(labels), key=labels.__getitem__) for value, labels in counts.items()}


def names_in(doc: Doc, entities: Sequence[dict], labels: dict[str, str]) -> list[Mention]:
    """The marks of a document that are names."""
    words = [token.text for token in doc]
    names = set()
    for entity in entities:
        span = doc.char_span(entity["begin"], entity["end"])
        if span is None or entity["type"] not in LABELS:
            continue
        start, end, label = span.start, span.end, labels[entity["value"]]
        while start < end and words[start].lower() in ARTICLES:
            start += 1
        while label == "PERSON" and start < end and is_group([words[start]]):
            start += 1
        trimmed = trim(words, (start, end, label)) if start < end else None
        if trimmed and has_name_shape(words[trimmed[0] : trimmed[1]], label):
            names.add(trimmed)
    return sorted(names)


def sentence_starts(doc: Doc, names: Sequence[Mention]) -> list[int]:
    """Where sentences begin: after a full stop or a new line, before a capital, never inside a name."""
    inside = {index for start, end, _ in names for index in range(start + 1, end)}
    starts = [0]
    for index in range(1, len(doc)):
        before, token = doc[index - 1], doc[index]
        stop = before.text in {".", "!", "?"} and bool(before.whitespace_)
        line = before.is_space and (len(before.text) > 1 or "\n" in before.text)
        if index not in inside and not token.is_space and (line or (stop and not token.is_lower)):
            starts.append(index)
    return starts


def read_document(doc: Doc, entities: Sequence[dict], labels: dict[str, str]) -> Document:
    """The sentences of a text; other capitalised words than its names are unknown but at the start."""
    names = names_in(doc, entities, labels)
    starts = sentence_starts(doc, names)
    document = []
    for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
        words = [token.text for token in doc[start:end]]
        spaces = [
            bool(token.whitespace_) or doc[min(token.i + 1, len(doc) - 1)].is_space
            for token in doc[start:end]
        ]
        mentions = [
            (first - start, last - start, label) for first, last, label in names if start <= first < end
        ]
        covered = {index for first, last, _ in mentions for index in range(first, last)}
        candidates = {
            index
            for index, token in enumerate(doc[start:end])
            if could_be_name(token.text) and not (token.is_stop and token.is_title)
        }
        unknown = {index for index in candidates - covered if index or 1 in candidates - covered}
        document.append(to_pieces(words, spaces, *settle(words, mentions, unknown)))
    return document


def read_re3d(folder: Path, nlp: Language, held_out: bool) -> Iterator[Document]:
    """The documents of one source; every fifth, in the order of identifiers, is held out for testing."""
    entities: defaultdict[str, list[dict]] = defaultdict(list)
    every_entity = json_lines(folder / "entities.json")
    for entity in every_entity:
        entities[entity["documentId"]].append(entity)
    labels = main_labels(every_entity)
    for number, text in enumerate(
        sorted(json_lines(folder / "documents.json"), key=lambda text: text["_id"])
    ):
        if (number % 5 == 0) == held_out:
            yield read_document(nlp.make_doc(text["text"]), entities[text["_id"]], labels)

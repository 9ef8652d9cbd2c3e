"""The text of a decisions file -> decisions: one a line, ``#`` before a comment.

    merge   ENTITY = ENTITY [in ARTICLE]
    split   ENTITY in ARTICLE [as NAME]
    rename  ENTITY -> NAME
    same-as ENTITY = ID

An ENTITY is a NAME or an IRI; a NAME stands in double quotation marks, straight or curly; an ID is a Wikidata
number or an address; an ARTICLE is its id or its key.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from os import PathLike
from pathlib import Path

import pyoxigraph as ox

from ..errors import DecisionsError
from .nouns import Decision, Decisions, Merge, Reference, Rename, SameAs, Split

_TOKEN = re.compile(
    r'\s*(?:(?P<comment>#.*)|"(?P<straight>[^"]*)"|“(?P<curly>[^“”]*)”'
    r'|(?P<sign>->|→|=)|(?P<word>[^\s"“”]+)|(?P<rest>\S.*))'
)
_IRI = re.compile(r"(?:https?|urn):[^\s<>\"{}|\\^`]+")
_KEY = re.compile(r"ent:(?P<short>[^\s/#<>]+)|<?https?://[^\s<>]*/entity/(?P<long>[^\s/#<>]+?)>?")
_WIKIDATA_IRIS = "http://www.wikidata.org/entity/"
_WIKIDATA = re.compile(r"(?:wd:)?(Q[1-9]\d*)", re.IGNORECASE)
_FORMS = {
    "merge": 'merge "Ada Hale" = "Ms Hale"',
    "split": 'split "Ada Hale" in ARTICLE-ID as "Ada Hale (councillor)"',
    "rename": 'rename "Hale" -> "Ada Hale"',
    "same-as": 'same-as "Ada Hale" = Q42',
}


def read(path: str | PathLike[str]) -> Decisions:
    """The decisions of a file.

    Raises:
        DecisionsError: it cannot be read, is not UTF-8, or has a line that is no decision.
    """
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as problem:
        reason = problem.strerror or problem
        raise DecisionsError(f"{file}: no decisions can be read: {reason}. Name another file.") from problem
    try:
        return parse(content.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise DecisionsError(f"{file}:{line} is not UTF-8. Save the file with that encoding.") from problem


def parse(text: str, source: str = "decisions") -> Decisions:
    """The decisions of a text; `source` is what messages call it.

    Raises:
        DecisionsError: a line is no decision; the message has its number and how to write it.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    found = (_decision(number, line, f"{source}:{number}") for number, line in enumerate(lines, 1))
    return Decisions(source, tuple(decision for decision in found if decision is not None))


class _Line:
    """The parts of one line that are still to be read."""

    def __init__(self, text: str, where: str) -> None:
        self.where = where
        self.verb = ""
        self._parts: list[tuple[str, str]] = []
        for match in _TOKEN.finditer(text):
            kind, value = match.lastgroup or "", match[match.lastgroup or 0]
            if kind == "rest":
                raise DecisionsError(
                    f"{where}: a quotation mark is never closed, before {value[:40]!r}. Close it."
                )
            if kind != "comment":
                self._parts.append(("name", value) if kind in ("straight", "curly") else (kind, value))

    def __bool__(self) -> bool:
        return bool(self._parts)

    def wrong(self, problem: str) -> DecisionsError:
        form = _FORMS.get(self.verb)
        cure = f"Write: {form}" if form else f"A line begins with {', '.join(_FORMS)}, or # for a comment."
        return DecisionsError(f"{self.where}: {problem}. {cure}")

    def take(self, kind: str, what: str) -> str:
        """The next part, which must be of a kind."""
        found, value = self._parts.pop(0) if self._parts else ("", "")
        if found != kind:
            raise self.wrong(f"{what} is missing" + (f" before {value!r}" if found else ""))
        return value

    def sign(self, *signs: str) -> None:
        """Pass over one of some signs or words."""
        value = self._parts.pop(0)[1] if self._parts else None
        if value is None or value.lower() not in signs:
            raise self.wrong(f"{signs[0]!r} is missing" + (f" before {value!r}" if value else ""))

    def optional(self, word: str) -> bool:
        """Whether a word comes next; if so it is passed over."""
        found = bool(self._parts) and self._parts[0][0] == "word" and self._parts[0][1].lower() == word
        if found:
            self._parts.pop(0)
        return found

    def name(self) -> str:
        name = " ".join(self.take("name", "a name in quotation marks").split())
        if not any(character.isalnum() for character in name):
            raise self.wrong(f"{name!r} is no name")
        return name

    def entity(self) -> Reference:
        if self._parts and self._parts[0][0] == "word":
            word = self.take("word", "an entity")
            if key := _KEY.fullmatch(word):
                return Reference(key["short"] or key["long"], is_key=True)
            raise self.wrong(f"{word!r} is no IRI of an entity, and a name stands in quotation marks")
        return Reference(self.name())

    def article(self) -> str:
        if self._parts and self._parts[0][0] == "name":
            return self.name()
        word = self.take("word", "the id of an article")
        return re.sub(r"^article:|^<?https?://\S*/article/|>$", "", word)

    def iri(self) -> str:
        word = self.take("word", "a Wikidata number or an address").strip("<>")
        if wikidata := _WIKIDATA.fullmatch(word):
            return _WIKIDATA_IRIS + wikidata[1].upper()
        try:
            return ox.NamedNode(word if _IRI.fullmatch(word) else "").value
        except ValueError as problem:
            raise self.wrong(f"{word!r} is neither a Wikidata number nor an address") from problem


def _decision(number: int, text: str, where: str) -> Decision | None:
    """What a line decides; nothing where it is empty or a comment."""
    line = _Line(text, where)
    if not line:
        return None
    verb = line.take("word", "what to do").lower()
    if verb not in _VERBS:
        raise line.wrong(f"{verb!r} is nothing that can be decided")
    line.verb = verb
    decision = _VERBS[verb](number, line)
    if line:
        raise line.wrong("there is more on the line than one decision")
    return decision


def _merge(number: int, line: _Line) -> Merge:
    kept = line.entity()
    line.sign("=")
    return Merge(number, kept, line.entity(), line.article() if line.optional("in") else None)


def _split(number: int, line: _Line) -> Split:
    entity = line.entity()
    line.sign("in")
    article = line.article()
    if line.optional("as"):
        return Split(number, entity, article, line.name())
    if entity.is_key:
        raise line.wrong('the other one needs a name: add as "NAME"')
    return Split(number, entity, article, f"{entity.words} ({article})")


def _rename(number: int, line: _Line) -> Rename:
    entity = line.entity()
    line.sign("->", "→")
    return Rename(number, entity, line.name())


def _same_as(number: int, line: _Line) -> SameAs:
    entity = line.entity()
    line.sign("=")
    return SameAs(number, entity, line.iri())


#: What a line can begin with.
_VERBS: dict[str, Callable[[int, _Line], Decision]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "same-as": _same_as,
}

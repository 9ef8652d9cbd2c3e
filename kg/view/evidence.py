"""The statements behind a network, as the page's panels show them: each once, whatever it is behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from . import display

Record = dict[str, Any]
#: Parts of a sentence, each with the role it plays: "trigger", "agent", …, or "" for none.
Parts = list[tuple[str, str]]


class Evidence:
    """Statements, articles and actions, numbered in the order in which they are first asked for."""

    def __init__(self, names: Mapping[str, str], *, grows: bool = False) -> None:
        """Begin with nothing; on a page that grows, records say who they are, and speakers may come later."""
        self._names = names
        self._grows = grows
        # Most statements are behind several edges. The source itself is kept, for its id to stay its own.
        self._seen: dict[int, tuple[Mapping[str, Any], int]] = {}
        self._numbers: dict[str, dict[object, int]] = {"statements": {}, "articles": {}, "actions": {}}
        self._records: dict[str, list[Record]] = {name: [] for name in self._numbers}

    def numbers(self, sources: Iterable[Mapping[str, Any]]) -> list[int]:
        """The numbers of the records of some sources."""
        return list(dict.fromkeys(map(self._numbered, sources)))

    def article(self, source: Mapping[str, Any]) -> int:
        """The number of the article that a source is from."""
        name = display.shown(source.get("article"))
        title = display.shown(source.get("title")) or name or "An article without a title"
        date, url = display.shown(source.get("date")), display.link(source.get("url"))
        record = {"title": title, "date": date, "url": url}
        if self._grows:
            record["id"] = str(source.get("article_iri"))
        return self._number("articles", record, (source.get("article_iri"), name) if name else None)

    def records(self) -> Record:
        """All that was asked for, by group, in order of number."""
        return dict(self._records)

    def _numbered(self, source: Mapping[str, Any]) -> int:
        if id(source) not in self._seen:
            self._seen[id(source)] = source, self._statement(source)
        return self._seen[id(source)][1]

    def _statement(self, source: Mapping[str, Any]) -> int:
        speaker = str(source.get("speaker") or "")
        iri = str(source.get("speaker_iri") or "")
        record = {
            "words": [[_inner(part), role] for part, role in parts(source)],
            "speaker": display.shown(self._names.get(speaker, speaker)),
            "speakerNode": iri
            if iri in self._names or self._grows
            else speaker
            if speaker in self._names
            else "",
            "action": self._action(display.shown(source.get("action"))),
            "certainty": certainty(source),
            "when": display.shown(source.get("when")),
            "article": self.article(source),
        }
        key = (source.get("statement"), source.get("start"), repr(record))
        if self._grows:
            record["id"] = f"{source.get('statement')} {source.get('start')}"
        return self._number("statements", record, key)

    def _action(self, name: str) -> int:
        """The number of a class of action, SetUp as "set up"; -1 where the source names none."""
        return self._number("actions", {"name": name, "label": display.phrase(name)}) if name else -1

    def _number(self, group: str, record: Record, identity: object = None) -> int:
        """The number of a record; without an identity, records are the same if all in them is."""
        known = self._numbers[group]
        key = repr(record) if identity is None else identity
        if key not in known:
            known[key] = len(known)
            self._records[group].append(record)
        return known[key]


def parts(source: Mapping[str, Any]) -> Parts:
    """The sentence of a source cut where its trigger and participants begin and end.

    Marks are in characters of the article; where one lies in another the shorter wins, and the trigger over
    all. A source without marks has the first occurrence of its trigger marked.
    """
    sentence = str(source.get("sentence") or "")
    if not source.get("marks"):
        before, trigger, after = display.marked(sentence, str(source.get("trigger") or ""))
        return [(part, role) for part, role in ((before, ""), (trigger, "trigger"), (after, "")) if part]
    begin = int(source["start"])
    owner = [""] * len(sentence)
    longest_first = sorted(source["marks"], key=lambda mark: (mark[2] == "trigger", mark[0] - mark[1], mark))
    for start, end, role in longest_first:
        for at in range(max(start - begin, 0), min(end - begin, len(sentence))):
            owner[at] = display.shown(role)
    found: Parts = []
    at = 0
    for role, run in groupby(owner):
        length = len(list(run))
        found.append((sentence[at : at + length], role))
        at += length
    return found


def certainty(given: Mapping[str, Any]) -> str:
    """How sure the words are of what they tell; empty for what is only spoken about."""
    modality, polarity = (
        display.shown(given.get(name)).rpartition("#")[2] for name in ("modality", "polarity")
    )
    if not modality:
        return ""
    words = {"Actual": "done", "Planned": "planned", "Possible": "possible", "Obliged": "required"}
    told = words.get(modality, modality)
    return f"told as not {told}" if polarity == "Negative" else f"told as {told}"


def _inner(part: str) -> str:
    """A part of a sentence for showing; parts are joined again on the page, so spaces around it are kept."""
    if not part:
        return ""
    left, right = " " * part[0].isspace(), " " * part[-1].isspace()
    return left + display.shown(part) + right if part.strip() else " "

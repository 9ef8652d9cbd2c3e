"""Decisions -> rulings: every name looked up, every contradiction refused, ready for any article."""

from __future__ import annotations

from collections import defaultdict

from ..errors import DecisionsError
from ..extraction import Knowledge
from ..extraction.referents import name_key
from .nouns import Decision, Decisions, Merge, Reference, Rename, SameAs, Split
from .tables import Identity, Table


class Rulings:
    """Decisions in the light of what is known beforehand; once made they do not change."""

    def __init__(self, decisions: Decisions, knowledge: Knowledge) -> None:
        """Look up every name.

        Raises:
            DecisionsError: a name may mean two known entities, or two lines cannot both be followed.
        """
        self.decisions = decisions
        self.knowledge = knowledge
        self.splits: Table[Identity] = Table()
        self.joins: Table[Identity] = Table()
        """What a merge takes away -> what it becomes."""
        self.keeps: Table[Identity] = Table()
        """What a merge keeps: all that bears the name is one."""
        self.names: Table[str] = Table()
        self.same: Table[str] = Table()
        self.asked: Table[tuple[int, Reference]] = Table()
        """The references of merges and splits with their lines, to tell which ones mean nothing."""
        self.described: Table[tuple[int, Reference]] = Table()
        """Those of renames and of other collections: they see what merges and splits have made."""
        self.labels: dict[str, str] = {}
        """Key -> the name that a merge or a split gives."""
        self._known = _known_names(knowledge)
        self._new_names = {line.name: line.line for line in decisions.lines if isinstance(line, Rename)}
        self._settled: dict[tuple[type[Decision], str, str | None], tuple[int, str]] = {}
        self._becomes: dict[str, set[str]] = defaultdict(set)
        for line in decisions.lines:
            self._add(line)

    def _add(self, line: Decision) -> None:
        match line:
            case Merge():
                self._merge(line)
            case Split():
                self._split(line)
            case Rename():
                key = self._asked(line, line.entity)
                self._settle(line, key, None, line.name)
                self._refuse_known_name(line, key)
                self.names.add(line.entity, key, line.name)
            case SameAs():
                key = self._asked(line, line.entity)
                self.same.add(line.entity, key, line.iri)

    def _merge(self, line: Merge) -> None:
        self._asked(line, line.kept)
        key = self._asked(line, line.other, line.article)
        kept = self._named(line, line.kept)
        self._settle(line, key, line.article, kept.key)
        self._become(line, key, kept.key)
        self.joins.add(line.other, key, kept, line.article)
        self.keeps.add(line.kept, kept.key, kept, line.article)

    def _split(self, line: Split) -> None:
        key = self._asked(line, line.entity, line.article)
        other = self._named(line, Reference(line.name))
        self._settle(line, key, line.article, other.key)
        if other.key == key:
            raise self._wrong(line, f"{line.entity} would stay what it is", "Write another name after as")
        self._become(line, key, other.key)
        self.splits.add(line.entity, key, other, line.article)

    def _refuse_known_name(self, line: Rename, key: str) -> None:
        others = [known for known in self._known.get(line.name, ()) if known != key]
        if others:
            cure = f'If they are one, write: merge "{line.name}" = {line.entity}'
            raise self._wrong(line, f"{line.name!r} is the name of ent:{others[0]}", cure)

    def _asked(self, line: Decision, reference: Reference, article: str | None = None) -> str:
        """The key of a reference, which is remembered as one that must mean something."""
        key = self._key(line, reference)
        given = self._new_names.get(reference.words)
        if given is not None and not reference.is_key and not isinstance(line, SameAs):
            cure = "Write the name that the articles use, or the IRI"
            raise self._wrong(line, f"{reference} is the new name that line {given} gives", cure)
        table = self.asked if isinstance(line, Merge | Split) else self.described
        table.add(reference, key, (line.line, reference), article)
        return key

    def _key(self, line: Decision, reference: Reference) -> str:
        if reference.is_key:
            return reference.words
        known = self._known.get(reference.words, [])
        if len(known) > 1:
            those = " or ".join(f"ent:{key}" for key in known)
            raise self._wrong(line, f"{reference} may be {those}", "Write which")
        return known[0] if known else name_key(reference.words)

    def _named(self, line: Decision, reference: Reference) -> Identity:
        """What a merge or a split makes of something: an entity with a name that all articles give it."""
        key = self._key(line, reference)
        known = self.knowledge.gazetteer.known.get(key)
        if known is None and reference.is_key:
            raise self._wrong(
                line, f"the name of {reference} is not known beforehand", "Write its name on the left"
            )
        label = known.label if known is not None else reference.words
        if self.labels.setdefault(key, label) != label:
            raise self._wrong(line, f"{reference} is also written {self.labels[key]!r}", "Write one of them")
        return Identity(key, label)

    def _settle(self, line: Decision, key: str, article: str | None, outcome: str) -> None:
        """Refuse two lines that make different things of one."""
        before, settled = self._settled.setdefault((type(line), key, article), (line.line, outcome))
        if settled != outcome:
            raise self._wrong(line, f"line {before} decides otherwise about the same entity", "Leave one out")

    def _become(self, line: Merge | Split, key: str, other: str) -> None:
        """Note that one entity becomes another, unless that leads round in a circle."""
        if key != other and key in self._reached(other):
            raise self._wrong(line, "with other lines this leads round in a circle", "Leave one line out")
        self._becomes[key].add(other)

    def _reached(self, key: str) -> set[str]:
        """What an entity becomes, step by step."""
        reached, waiting = set[str](), [key]
        while waiting:
            following = self._becomes.get(waiting.pop(), set()) - reached
            reached |= following
            waiting.extend(following)
        return reached

    def _wrong(self, line: Decision, problem: str, cure: str) -> DecisionsError:
        return DecisionsError(f"{self.decisions.source}:{line.line}: {problem}. {cure}.")


def _known_names(knowledge: Knowledge) -> dict[str, list[str]]:
    """Name -> keys of the known entities it may mean: those it is the label of, or else any that bear it."""
    labels: dict[str, list[str]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    for key, known in sorted(knowledge.gazetteer.known.items()):
        labels[known.label].append(key)
        for name in known.names:
            names[name].append(key)
    return names | labels

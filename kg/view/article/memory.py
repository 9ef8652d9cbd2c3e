"""Everything that a graph holds of one article, as the nouns of kg/model.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph as ox

from ... import ontology
from ...model import (
    Argument,
    AttributionMode,
    Degree,
    Entity,
    Mention,
    MentionKind,
    Modality,
    Passage,
    Polarity,
    Quote,
    RoleAttestation,
    Standing,
    Statement,
    Time,
)
from ...query import PREFIXES, Graph

KG, RDF, ORG, SKOS = (PREFIXES[name] for name in ("kg", "rdf", "org", "skos"))
NIF, SCHEMA = PREFIXES["nif"], PREFIXES["schema"]
#: No text that people read is longer, in characters; what a graph says lies beyond is not believed.
LONGEST = 5_000_000
_KINDS = ("Person", "Organisation", "Place", "Thing")

_ARTICLE = (
    """SELECT ?article ?property ?value WHERE { ?article ?property ?value } ORDER BY ?property ?value"""
)
_PASSAGES = """SELECT ?article ?thing ?property ?value WHERE {
  ?thing nif:referenceContext ?article ; ?property ?value .
} ORDER BY ?thing ?property ?value"""
# Quotes, statements and roles held: whatever has its evidence in the article.
_FOUND = """SELECT DISTINCT ?article ?thing ?property ?value WHERE {
  ?passage nif:referenceContext ?article . ?thing kg:evidence ?passage ; ?property ?value .
} ORDER BY ?thing ?property ?value"""
_EVENTS = """SELECT DISTINCT ?article ?thing ?property ?value WHERE {
  ?passage nif:referenceContext ?article . ?statement kg:evidence ?passage ; kg:event ?thing .
  ?thing ?property ?value .
} ORDER BY ?thing ?property ?value"""
_ENTITIES = """SELECT DISTINCT ?article ?thing ?property ?value WHERE {
  { SELECT DISTINCT ?article ?thing WHERE {
    ?passage nif:referenceContext ?article .
    { ?passage kg:refersTo ?thing }
    UNION { ?found kg:evidence ?passage ;
      kg:speaker|kg:attributedTo|kg:requestedBy|rdf:subject|rdf:object|org:member|org:organization ?thing } }
  }
  VALUES ?property { rdf:type skos:prefLabel skos:altLabel }
  ?thing ?property ?value .
} ORDER BY ?thing ?property ?value"""
_TIMES = """SELECT DISTINCT ?article ?thing ?property ?value WHERE {
  ?passage nif:referenceContext ?article ; kg:resolvesTo ?thing .
  VALUES ?property { kg:firstDay kg:lastDay }
  ?thing ?property ?value .
} ORDER BY ?thing ?property ?value"""

#: Property -> its values, in order.
Values = dict[str, list[str]]


class Memory:
    """What a graph says of one article. What it says amiss is left out, whatever it is."""

    def __init__(self, graph: Graph, article: ox.NamedNode) -> None:
        self._graph, self._article = graph, article
        self._about = self._asked(_ARTICLE, "article").get(article.value, {})
        self._things = self._asked(_PASSAGES)
        self.passages: dict[str, Passage] = {}
        """IRI -> offsets, where they fit the words."""
        self.anchors: dict[str, str] = {}
        for iri, values in self._things.items():
            self._take_passage(iri, values)
        self._found = self._asked(_FOUND)
        self._events = self._asked(_EVENTS)
        self._times = self._asked(_TIMES)
        self._made: dict[str, Quote | None] = {}

    def _asked(self, query: str, subject: str = "thing") -> dict[str, Values]:
        found: dict[str, Values] = defaultdict(lambda: defaultdict(list))
        for row in self._graph.select(query, article=self._article).dicts():
            found[str(row[subject])][str(row["property"])].append(str(row["value"]))
        return {iri: dict(values) for iri, values in found.items()}

    def _take_passage(self, iri: str, values: Values) -> None:
        start, end, words = (_first(values, NIF + name) for name in ("beginIndex", "endIndex", "anchorOf"))
        if not (start.isdecimal() and end.isdecimal()):
            return
        passage = Passage(self._article.value, int(start), int(end))
        if len(words) == passage.end - passage.start > 0 and passage.end <= LONGEST:
            self.passages[iri], self.anchors[iri] = passage, words

    def said(self, property: str) -> str | None:
        """What the graph says of the article itself."""
        return _first(self._about, property) or None

    def sentences(self) -> tuple[Passage, ...]:
        """The sentences, in reading order."""
        return tuple(sorted(self.passages[iri] for iri in self.passages if self._is_a(iri, "Sentence")))

    def _is_a(self, iri: str, cls: str) -> bool:
        return KG + cls in self._things[iri].get(RDF + "type", ())

    def mentions(self) -> tuple[Mention, ...]:
        """The mentions, in reading order."""
        kinds = {KG + kind: kind for kind in MentionKind}
        return tuple(
            sorted(
                Mention(passage, kind, entity, _first(values, KG + "mentionRule"))
                for iri, passage in self.passages.items()
                for values in (self._things[iri],)
                if (entity := _first(values, KG + "refersTo"))
                and (kind := kinds.get(_first(values, KG + "mentionKind")))
            )
        )

    def entities(self) -> tuple[Entity, ...]:
        """Whoever and whatever the article speaks of, by IRI."""
        return tuple(
            Entity(
                iri,
                _first(values, SKOS + "prefLabel"),
                tuple(sorted(map(_local, values.get(RDF + "type", ["Thing"])), key=_general_first)),
                tuple(values.get(SKOS + "altLabel", ())),
            )
            for iri, values in self._asked(_ENTITIES).items()
        )

    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in reading order."""
        made = (self._quote(iri) for iri in self._found)
        return tuple(
            sorted((q for q in made if q is not None), key=lambda q: (q.content, q.cue or q.evidence))
        )

    def _quote(self, iri: str, outer: tuple[str, ...] = ()) -> Quote | None:
        if iri in self._made:
            return self._made[iri]
        values = self._found.get(iri, {})
        modes = {KG + mode: mode for mode in AttributionMode}
        content = tuple(sorted(self._all(values, "contentPassage")))
        evidence = self._one(values, "evidence")
        mode = modes.get(_first(values, KG + "attributionMode"))
        made: Quote | None = None
        if KG + "Quote" in values.get(RDF + "type", ()) and content and evidence and mode:
            around = _first(values, KG + "within")
            made = Quote(
                content,
                mode,
                evidence,
                cue=self._one(values, "cuePassage"),
                source=self._one(values, "sourceMention"),
                speaker=_first(values, KG + "speaker") or None,
                addressee=self._one(values, "addresseeMention"),
                within=None if around in (*outer, iri) else self._quote(around, (*outer, iri)),
                negative=_first(values, KG + "contentPolarity") == KG + "Negative",
                said=_first(values, KG + "said").lower() != "false",
            )
        self._made[iri] = made
        return made

    def statements(self) -> tuple[Statement, ...]:
        """The statements, in reading order."""
        made = (
            self._statement(values)
            for values in self._found.values()
            if KG + "Statement" in values.get(RDF + "type", ())
        )
        return tuple(sorted((s for s in made if s is not None), key=lambda s: (s.trigger, s.arguments)))

    def _statement(self, values: Values) -> Statement | None:
        trigger, evidence = self._one(values, "trigger"), self._one(values, "evidence")
        modality = {KG + m: m for m in Modality}.get(_first(values, KG + "modality"))
        polarity = {KG + p: p for p in Polarity}.get(_first(values, KG + "polarity"))
        if trigger is None or evidence is None or modality is None or polarity is None:
            return None
        statement = Statement(
            _local(_first(values, KG + "action")),
            trigger,
            evidence,
            tuple(sorted(self._arguments(values))),
            modality,
            polarity,
            quote=self._quote(_first(values, KG + "quote")),
            requester=_first(values, KG + "requestedBy") or None,
            rule=_first(values, KG + "rule"),
            confidence=_number(_first(values, KG + "confidence")),
        )
        return replace(
            statement,
            asserted=_first(values, KG + "vouchedFor").lower() != "false",
            degree={KG + d: d for d in Degree}.get(_first(values, KG + "degree")),
        )

    def _arguments(self, values: Values) -> Iterator[Argument]:
        action = ontology.load().actions.get(_local(_first(values, KG + "action")))
        of_event = self._events.get(_first(values, KG + "event"), {})
        ends = {
            "agent": _first(values, RDF + "subject"),
            action.edge_to if action else "theme": ""
            if values.get(KG + "objectText")
            else _first(values, RDF + "object"),
        }
        for name, iris in values.items():
            if not (name.startswith(KG) and name.endswith("Mention")):
                continue
            role = name.removeprefix(KG).removesuffix("Mention")
            for iri in iris:
                if (passage := self.passages.get(iri)) is not None:
                    entity = _first(self._things[iri], KG + "refersTo")
                    plays = entity if entity in of_event.get(KG + role, ()) else ends.get(role, "")
                    yield Argument(role, passage, plays or None, self._time(iri))

    def _time(self, passage: str) -> Time | None:
        values = self._times.get(_first(self._things[passage], KG + "resolvesTo"))
        if values is None:
            return None
        first, last = (_first(values, KG + name)[:10] or None for name in ("firstDay", "lastDay"))
        return Time(first, last) if first or last else None

    def attestations(self) -> tuple[RoleAttestation, ...]:
        """The roles held, in reading order."""
        made = (
            self._attestation(values)
            for values in self._found.values()
            if KG + "RoleAttestation" in values.get(RDF + "type", ())
        )
        return tuple(sorted((a for a in made if a is not None), key=lambda a: (a.words, a.person)))

    def _attestation(self, values: Values) -> RoleAttestation | None:
        words, evidence = self._one(values, "roleWords"), self._one(values, "evidence")
        person, role = _first(values, ORG + "member"), _first(values, KG + "roleLabel")
        if words is None or evidence is None or not person:
            return None
        return RoleAttestation(
            person,
            role,
            words,
            evidence,
            organisation=_first(values, ORG + "organization") or None,
            quote=self._quote(_first(values, KG + "quote")),
            holder=self._one(values, "holderMention"),
            standing={KG + s: s for s in Standing}.get(_first(values, KG + "standing")),
            start=_first(values, SCHEMA + "startDate") or None,
            end=_first(values, SCHEMA + "endDate") or None,
            rule=_first(values, KG + "roleRule"),
        )

    def _all(self, values: Values, name: str) -> list[Passage]:
        return [self.passages[iri] for iri in values.get(KG + name, ()) if iri in self.passages]

    def _one(self, values: Values, name: str) -> Passage | None:
        return next(iter(self._all(values, name)), None)


def _first(values: Values, name: str) -> str:
    return next(iter(values.get(name, ())), "")


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _general_first(cls: str) -> tuple[int, str]:
    return (_KINDS.index(cls) if cls in _KINDS else len(_KINDS)), cls


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0

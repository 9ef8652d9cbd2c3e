"""Extraction -> quads: every IRI is minted here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import pyoxigraph as ox

from .errors import StoreError
from .gate import Edge, edge_of, is_edge, nearest_named, shows_stance, told_by
from .model import (
    Argument,
    Article,
    Entity,
    Event,
    Extraction,
    Mention,
    Passage,
    Quote,
    RoleAttestation,
    Statement,
    Time,
)
from .ontology import KG, UNLISTED, Ontology

#: The base of every IRI of data, unless the user sets another.
BASE = "https://kg.example/"
ACT = "https://kg.example/action/"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_ORG = "http://www.w3.org/ns/org#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA = "https://schema.org/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
_DCT = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"

_TYPE = ox.NamedNode(_RDF + "type")
_CONTEXT = ox.NamedNode(_NIF + "referenceContext")
_BEGIN = ox.NamedNode(_NIF + "beginIndex")
_END = ox.NamedNode(_NIF + "endIndex")
_ANCHOR = ox.NamedNode(_NIF + "anchorOf")
_PREDICATE = ox.NamedNode(_RDF + "predicate")
_SUBJECT = ox.NamedNode(_RDF + "subject")
_OBJECT = ox.NamedNode(_RDF + "object")
_ALIAS = ox.NamedNode(_SKOS + "altLabel")
_LABEL = ox.NamedNode(_SKOS + "prefLabel")
_INTEGER = ox.NamedNode(_XSD + "nonNegativeInteger")
_DECIMAL = ox.NamedNode(_XSD + "decimal")
_DATE = ox.NamedNode(_XSD + "date")
#: Length of an ISO 8601 date -> its type.
_DATES = {4: ox.NamedNode(_XSD + "gYear"), 7: ox.NamedNode(_XSD + "gYearMonth"), 10: _DATE}
_TRUE = ox.Literal(True)
#: Role of an expression of time -> how an event points to the days that it means.
_WHEN = {"time": ox.NamedNode(_SEM + "hasTime"), "deadline": ox.NamedNode(KG + "deadline")}

Node = ox.NamedNode | ox.Literal


@cache
def _kg(name: str) -> ox.NamedNode:
    """A class, property or value of the ontology."""
    return ox.NamedNode(KG + name)


def quads(extraction: Extraction, ontology: Ontology, *, base: str = BASE) -> Iterator[ox.Quad]:
    """Yield the quads of one article, in its own named graph; none is a blank node."""
    writer = _Writer(extraction.article, ontology, base)
    graph = writer.article
    for subject, predicate, value in writer.triples(extraction):
        yield ox.Quad(subject, predicate, value, graph)


def checked_base(base: str) -> str:
    """The base of data IRIs, if it can be one.

    Raises:
        StoreError: it is no absolute http(s) IRI that ends in / or #.
    """
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", base):
        raise StoreError(f"--base {base!r} cannot begin an IRI. Give an http(s) address that ends in / or #.")
    return base


def article_iri(article: Article, *, base: str = BASE) -> ox.NamedNode:
    """The IRI of an article, which is also that of its named graph."""
    return ox.NamedNode(f"{base}article/{article.key}")


Triple = tuple[ox.NamedNode, ox.NamedNode, Node]


class _Writer:
    """One article's IRIs and triples."""

    def __init__(self, article: Article, ontology: Ontology, base: str) -> None:
        self.source = article
        self.ontology = ontology
        self.base = base
        self.article = article_iri(article, base=base)
        self._written: set[Passage | Edge | Time] = set()

    def triples(self, extraction: Extraction) -> Iterator[Triple]:
        yield from self._article(extraction.article)
        for sentence in extraction.sentences:
            yield from self._passage(sentence, "Sentence")
        for entity in extraction.entities:
            yield from self._entity(entity)
        for mention in extraction.mentions:
            yield from self._mention(mention)
        for quote in extraction.quotes:
            yield from self._quote(quote)
        events = {statement: event for event in extraction.events for statement in event.statements}
        for event in extraction.events:
            yield from self._event(event)
        for statement in extraction.statements:
            yield from self._statement(statement, events[statement])
        for attestation in extraction.attestations:
            yield from self._attestation(attestation)

    # IRIs.

    def _iri(self, kind: str, name: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self.base}{kind}/{name}")

    def _entity_iri(self, key: str) -> ox.NamedNode:
        return self._iri("entity", key)

    def _passage_iri(self, passage: Passage) -> ox.NamedNode:
        return self._iri("passage", f"{passage.article}.{passage.start}-{passage.end}")

    def _quote_iri(self, quote: Quote) -> ox.NamedNode:
        first, last = quote.content[0], quote.content[-1]
        told = f".{quote.cue.start}" if quote.cue is not None else ""
        return self._iri("quote", f"{first.article}.{first.start}-{last.end}{told}")

    def _statement_iri(self, statement: Statement) -> ox.NamedNode:
        parts = [a for a in statement.arguments if a.role not in _WHEN]
        who = [f"{a.role} {a.passage.start}-{a.passage.end}" for a in parts]
        digest = sha256("\n".join([statement.action, *who]).encode()).hexdigest()[:8]
        trigger = statement.trigger
        return self._iri("statement", f"{trigger.article}.{trigger.start}-{trigger.end}.{digest}")

    def _event_iri(self, event: Event) -> ox.NamedNode:
        return self._iri("event", sha256(event.key.encode()).hexdigest()[:16])

    def _time_iri(self, time: Time) -> ox.NamedNode:
        return self._iri("time", time.name)

    def _role_iri(self, attestation: RoleAttestation) -> ox.NamedNode:
        """One for each holder: "the MPs" may say the role of two."""
        words, holder = attestation.words, attestation.holder
        who = f".{holder.start}-{holder.end}" if holder is not None else ""
        return self._iri("role", f"{words.article}.{words.start}-{words.end}{who}")

    @staticmethod
    def _edge_iri(edge: Edge) -> ox.NamedNode:
        return ox.NamedNode(ACT + edge.name)

    # Articles and passages.

    def _article(self, article: Article) -> Iterator[Triple]:
        yield self.article, _TYPE, ox.NamedNode(_SCHEMA + "NewsArticle")
        full = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        yield self.article, _kg("sha256"), ox.Literal(full)
        for predicate, value in (
            (_DCT + "identifier", article.id or article.key),
            (_SCHEMA + "headline", article.title),
            (
                _SCHEMA + "url",
                article.url if (article.url or "").startswith(("http://", "https://")) else None,
            ),
            (_SCHEMA + "publisher", article.publisher),
        ):
            if value:
                yield self.article, ox.NamedNode(predicate), ox.Literal(clean(value))
        if article.day is not None:
            yield (
                self.article,
                ox.NamedNode(_SCHEMA + "datePublished"),
                ox.Literal(article.day, datatype=_DATE),
            )

    def _passage(self, passage: Passage, *classes: str) -> Iterator[Triple]:
        node = self._passage_iri(passage)
        for cls in classes:
            yield node, _TYPE, _kg(cls)
        if passage in self._written:
            return
        self._written.add(passage)
        yield node, _TYPE, _kg("Passage")
        yield node, _CONTEXT, self.article
        yield node, _BEGIN, ox.Literal(str(passage.start), datatype=_INTEGER)
        yield node, _END, ox.Literal(str(passage.end), datatype=_INTEGER)
        yield node, _ANCHOR, ox.Literal(self.source.words(passage))

    def _mention(self, mention: Mention) -> Iterator[Triple]:
        node = self._passage_iri(mention.passage)
        yield from self._passage(mention.passage, "Mention")
        yield node, _kg("mentionKind"), _kg(mention.kind)
        yield node, _kg("refersTo"), self._entity_iri(mention.entity)
        yield node, _kg("mentionRule"), ox.Literal(mention.rule)

    def _entity(self, entity: Entity) -> Iterator[Triple]:
        node = self._entity_iri(entity.key)
        for cls in entity.classes:
            yield node, _TYPE, _kg(cls)
        yield node, _LABEL, ox.Literal(clean(entity.label))
        for alias in entity.aliases:
            yield node, _ALIAS, ox.Literal(clean(alias))
        for iri in entity.same_as:
            yield node, ox.NamedNode(_SKOS + "exactMatch"), ox.NamedNode(iri)

    # Quotes.

    def _quote(self, quote: Quote) -> Iterator[Triple]:
        node = self._quote_iri(quote)
        yield node, _TYPE, _kg("Quote")
        yield node, _kg("attributionMode"), _kg(quote.mode)
        if quote.speaker is not None:
            yield node, _kg("speaker"), self._entity_iri(quote.speaker)
        if quote.within is not None:
            yield node, _kg("within"), self._quote_iri(quote.within)
        if quote.negative:
            yield node, _kg("contentPolarity"), _kg("Negative")
        parts = [
            ("sourceMention", quote.source),
            ("cuePassage", quote.cue),
            ("addresseeMention", quote.addressee),
        ]
        parts += [("contentPassage", fragment) for fragment in quote.content]
        yield from self._pointers(node, [*parts, ("evidence", quote.evidence)])

    def _pointers(self, node: ox.NamedNode, parts: list[tuple[str, Passage | None]]) -> Iterator[Triple]:
        for name, passage in parts:
            if passage is not None:
                yield node, ox.NamedNode(KG + name), self._passage_iri(passage)
                yield from self._passage(passage)

    # Statements, events and edges.

    def _event(self, event: Event) -> Iterator[Triple]:
        node = self._event_iri(event)
        yield node, _TYPE, ox.NamedNode(_SEM + "Event")
        yield node, _TYPE, _kg(event.action)
        for role, entity in event.roles:
            yield node, _kg(role), self._entity_iri(entity)
        for role, said in _WHEN.items():
            for argument in sorted({a for s in event.statements for a in s.arguments if a.role == role}):
                if argument.when is None:
                    yield node, _kg(f"{role}Text"), ox.Literal(clean(self.source.words(argument.passage)))
                else:
                    yield node, said, self._time_iri(argument.when)
                    yield from self._time(argument.when)
                    yield (
                        self._passage_iri(argument.passage),
                        _kg("resolvesTo"),
                        self._time_iri(argument.when),
                    )

    def _time(self, time: Time) -> Iterator[Triple]:
        node = self._time_iri(time)
        if time in self._written:
            return
        self._written.add(time)
        yield node, _TYPE, _kg("Time")
        yield node, _LABEL, ox.Literal(time.name)
        if time.stated is not None:
            yield node, _kg("date"), ox.Literal(time.stated, datatype=_DATES[len(time.stated)])
        for name, day in (("firstDay", time.first), ("lastDay", time.last)):
            if day is not None:
                yield node, _kg(name), ox.Literal(day, datatype=_DATE)

    def _statement(self, statement: Statement, event: Event) -> Iterator[Triple]:
        node = self._statement_iri(statement)
        action = self.ontology.action(statement.action)
        agent, other = statement.filler("agent"), statement.filler(action.edge_to)
        subject = agent.entity if agent else None
        edge = None if action is UNLISTED else edge_of(statement, subject, action)
        yield node, _TYPE, _kg("Statement")
        yield node, _TYPE, ox.NamedNode(_RDF + "Statement")
        if edge is not None:
            yield node, _PREDICATE, self._edge_iri(edge)
            yield from self._declaration(edge)
        if subject is not None:
            yield node, _SUBJECT, self._entity_iri(subject)
        if other is not None:
            yield from self._object(node, other)
        yield node, _kg("action"), _kg(statement.action)
        yield node, _kg("modality"), _kg(statement.modality)
        yield node, _kg("polarity"), _kg(statement.polarity)
        if action.stance and shows_stance(statement):
            yield node, _kg("stance"), _kg(action.stance)
        yield node, _kg("event"), self._event_iri(event)
        yield node, _kg("rule"), ox.Literal(statement.rule)
        yield node, _kg("confidence"), ox.Literal(str(statement.confidence), datatype=_DECIMAL)
        mentions: list[tuple[str, Passage | None]] = [
            (f"{a.role}Mention", a.passage) for a in statement.arguments
        ]
        yield from self._pointers(
            node, [*mentions, ("trigger", statement.trigger), ("evidence", statement.evidence)]
        )
        yield from self._attribution(node, statement)
        if (
            subject is not None
            and edge is not None
            and other is not None
            and other.entity is not None
            and is_edge(statement, subject)
        ):
            yield self._entity_iri(subject), self._edge_iri(edge), self._entity_iri(other.entity)
            yield node, _kg("earnsEdge"), _TRUE

    def _object(self, node: ox.NamedNode, other: Argument) -> Iterator[Triple]:
        if other.entity is not None:
            yield node, _OBJECT, self._entity_iri(other.entity)
            return
        words = ox.Literal(clean(self.source.words(other.passage)))
        yield node, _OBJECT, words
        yield node, _kg("objectText"), words

    def _declaration(self, edge: Edge) -> Iterator[Triple]:
        if edge in self._written:
            return
        self._written.add(edge)
        yield self._edge_iri(edge), _TYPE, ox.NamedNode(_RDF + "Property")
        yield self._edge_iri(edge), _kg("action"), _kg(edge.action)
        yield self._edge_iri(edge), _kg("modality"), _kg(edge.modality)
        yield self._edge_iri(edge), _kg("polarity"), _kg(edge.polarity)
        yield self._edge_iri(edge), ox.NamedNode(_RDFS + "label"), ox.Literal(edge.label, language="en")
        if edge.own_word:
            yield self._edge_iri(edge), _kg("ownWord"), _TRUE

    def _attribution(self, node: ox.NamedNode, statement: Statement) -> Iterator[Triple]:
        if statement.requester is not None:
            yield node, _kg("requestedBy"), self._entity_iri(statement.requester)
        quote = statement.quote
        if quote is None:
            return
        yield node, _kg("quote"), self._quote_iri(quote)
        yield node, _kg("attributionMode"), _kg(quote.mode)
        name = nearest_named(quote)
        if name is None:
            return
        speaker = self._entity_iri(name)
        yield node, _kg("attributedTo"), speaker
        if told_by(quote) != {name}:
            return  # somebody else says that the speaker said it
        for entity in sorted({a.entity for a in statement.arguments if a.entity} - {name}):
            yield speaker, _kg("spokeAbout"), self._entity_iri(entity)

    # Roles held.

    def _attestation(self, attestation: RoleAttestation) -> Iterator[Triple]:
        node = self._role_iri(attestation)
        yield node, _TYPE, _kg("RoleAttestation")
        yield node, _TYPE, ox.NamedNode(_ORG + "Membership")
        yield node, ox.NamedNode(_ORG + "member"), self._entity_iri(attestation.person)
        yield node, _kg("roleLabel"), ox.Literal(clean(attestation.role))
        yield node, _kg("attestedIn"), self.article
        if attestation.organisation is not None:
            yield node, ox.NamedNode(_ORG + "organization"), self._entity_iri(attestation.organisation)
        if attestation.post is not None:
            post = self._entity_iri(attestation.post)
            yield node, _kg("post"), post
            yield post, _TYPE, _kg("Post")
            yield post, _LABEL, ox.Literal(clean(attestation.role))
        if attestation.quote is not None:
            yield node, _kg("quote"), self._quote_iri(attestation.quote)
            yield node, _kg("attributionMode"), _kg(attestation.quote.mode)
            if (speaker := nearest_named(attestation.quote)) is not None:
                yield node, _kg("attributedTo"), self._entity_iri(speaker)
        if attestation.standing is not None:
            yield node, _kg("standing"), _kg(attestation.standing)
        for predicate, time in (("startDate", attestation.start), ("endDate", attestation.end)):
            if time is not None:
                yield node, ox.NamedNode(_SCHEMA + predicate), ox.Literal(time, datatype=_DATES[len(time)])
        if attestation.rule:
            yield node, _kg("roleRule"), ox.Literal(attestation.rule)
        yield from self._pointers(
            node,
            [
                ("roleWords", attestation.words),
                ("holderMention", attestation.holder),
                ("evidence", attestation.evidence),
            ],
        )


def clean(words: str) -> str:
    """Words in one line, without the control characters that some RDF and XML readers refuse."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


__all__ = ["ACT", "BASE", "article_iri", "checked_base", "clean", "quads"]

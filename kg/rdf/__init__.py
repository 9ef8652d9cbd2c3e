"""Extraction -> RDF: as lines of N-Triples, which a store reads faster than Python could hand it objects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from ..model import Extraction, Passage, Statement, deeds_of
from ..ontology import Ontology
from .deeds import write_deed, write_event, write_statement
from .finds import write_article, write_attestation, write_entity, write_mention, write_quote
from .iris import ACT, BASE, Iris, article_iri, checked_base
from .lines import Lines, clean

__all__ = ["ACT", "BASE", "article_iri", "checked_base", "clean", "ntriples", "parsed", "quads"]


def ntriples(extraction: Extraction, ontology: Ontology, *, base: str = BASE) -> bytes:
    """What one article says, a triple a line, some of them twice; none has a blank node.

    They belong into the named graph `article_iri`.
    """
    lines = Lines(extraction.article, Iris(base))
    write_article(lines)
    for sentence in extraction.sentences:
        lines.passage(sentence, "Sentence")
    for entity in extraction.entities:
        write_entity(lines, entity)
    for mention in extraction.mentions:
        write_mention(lines, mention)
    for quote in extraction.quotes:
        write_quote(lines, quote)
    events: dict[Statement, str] = {}
    for event in extraction.events:
        node = write_event(lines, event)
        events.update(dict.fromkeys(event.statements, node))
    told: dict[Passage, list[Statement]] = defaultdict(list)
    for statement in extraction.statements:
        told[statement.trigger].append(statement)
    for statement in extraction.statements:
        write_statement(lines, statement, events[statement], ontology)
        for role, deed in deeds_of(statement, told):
            write_deed(lines, statement, role, deed, events)
    for attestation in extraction.attestations:
        write_attestation(lines, attestation)
    return lines.ntriples()


def quads(extraction: Extraction, ontology: Ontology, *, base: str = BASE) -> Iterator[ox.Quad]:
    """Yield the quads of one article, in its own named graph; none has a blank node."""
    graph = article_iri(extraction.article, base=base)
    for triple in parsed(ntriples(extraction, ontology, base=base)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def parsed(lines: bytes) -> Iterator[ox.Quad]:
    """Lines of `ntriples` as quads of no named graph."""
    # Lenient: what was written here need not be looked through for IRIs that are none.
    return ox.parse(lines, ox.RdfFormat.N_TRIPLES, lenient=True)

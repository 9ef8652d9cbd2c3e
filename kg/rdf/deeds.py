"""Statements, the events that they report, and the one-hop edges that they earn."""

from __future__ import annotations

from collections.abc import Mapping

from ..gate import Edge, edge_of, is_edge, nearest_named, shows_stance, told_by
from ..model import Argument, Event, Statement, Time, words_of
from ..ontology import KG, UNLISTED, Ontology
from .iris import TIMES, edge_iri
from .lines import FALSE, LABEL, RDF, RDFS, SEM, TRUE, TYPE, XSD, Lines, date, kg, literal

#: Role of an expression of time -> how an event points to the days that it means.
_WHEN = dict(zip(TIMES, (f"<{SEM}hasTime>", f"<{KG}deadline>"), strict=True))


def write_event(lines: Lines, event: Event) -> str:
    """The happening, with its roles and its time; its IRI."""
    node = lines.iris.event(event)
    lines.say(node, TYPE, f"<{SEM}Event>")
    lines.say(node, TYPE, kg(event.action))
    for role, entity in event.roles:
        lines.say(node, kg(role), lines.iris.entity(entity))
    said = {a for s in event.statements for a in s.arguments if a.role in _WHEN}
    for argument in sorted(said):
        if argument.when is None:
            lines.say(node, kg(f"{argument.role}Text"), lines.words(argument.passage))
        else:
            time = _time(lines, argument.when)
            lines.say(node, _WHEN[argument.role], time)
            lines.say(lines.iris.passage(argument.passage), kg("resolvesTo"), time)
    return node


def _time(lines: Lines, time: Time) -> str:
    node = lines.iris.time(time)
    if lines.is_new(time):
        lines.say(node, TYPE, kg("Time"))
        lines.say(node, LABEL, literal(time.name))
        if time.stated is not None:
            lines.say(node, kg("date"), date(time.stated))
        for name, day in (("firstDay", time.first), ("lastDay", time.last)):
            if day is not None:
                lines.say(node, kg(name), date(day))
    return node


def write_statement(lines: Lines, statement: Statement, event: str, ontology: Ontology) -> None:
    """What one passage says, who says so, and the edge if it earns one; `event` is an IRI."""
    node = lines.iris.statement(statement)
    action = ontology.action(statement.action)
    agent, other = statement.filler("agent"), statement.filler(action.edge_to)
    subject = agent.entity if agent else None
    edge = None if action is UNLISTED else edge_of(statement, subject, action)
    lines.say(node, TYPE, kg("Statement"))
    lines.say(node, TYPE, f"<{RDF}Statement>")
    if edge is not None:
        lines.say(node, f"<{RDF}predicate>", _declared(lines, edge))
    if subject is not None:
        lines.say(node, f"<{RDF}subject>", lines.iris.entity(subject))
    if other is not None:
        _object(lines, node, other)
    lines.say(node, kg("action"), kg(statement.action))
    lines.say(node, kg("modality"), kg(statement.modality))
    lines.say(node, kg("polarity"), kg(statement.polarity))
    if statement.degree is not None:
        lines.say(node, kg("degree"), kg(statement.degree))
        if lines.is_new(statement.degree):
            lines.say(
                kg(statement.degree), f"<{RDFS}label>", literal(words_of(statement.degree), language="en")
            )
    if not statement.asserted:
        lines.say(node, kg("vouchedFor"), FALSE)
    if action.stance and shows_stance(statement):
        lines.say(node, kg("stance"), kg(action.stance))
    lines.say(node, kg("event"), event)
    lines.say(node, kg("rule"), literal(statement.rule))
    lines.say(node, kg("confidence"), f'"{statement.confidence}"^^<{XSD}decimal>')
    lines.point(node, [(f"{a.role}Mention", a.passage) for a in statement.arguments])
    lines.point(node, [("byPronoun", pronoun) for a in statement.arguments for pronoun in a.pronouns])
    lines.point(node, [("trigger", statement.trigger), ("evidence", statement.evidence)])
    _attribution(lines, node, statement)
    if subject and edge and other and other.entity and is_edge(statement, subject):
        lines.say(lines.iris.entity(subject), edge_iri(edge), lines.iris.entity(other.entity))
        lines.say(node, kg("earnsEdge"), TRUE)


def write_deed(
    lines: Lines, statement: Statement, role: str, deed: Statement, events: Mapping[Statement, str]
) -> None:
    """That what fills a role is itself a deed, which another statement tells of; not that it is so.

    Args:
        lines: where to write.
        statement: whose role it is.
        role: "theme" or "topic".
        deed: what the words for it say.
        events: statement -> IRI of its event.
    """
    lines.say(lines.iris.statement(statement), kg(f"{role}Statement"), lines.iris.statement(deed))
    event, other = events[statement], events[deed]
    if event != other:
        lines.say(event, kg(role), other)


def _object(lines: Lines, node: str, other: Argument) -> None:
    if other.entity is not None:
        lines.say(node, f"<{RDF}object>", lines.iris.entity(other.entity))
        return
    words = lines.words(other.passage)
    lines.say(node, f"<{RDF}object>", words)
    lines.say(node, kg("objectText"), words)


def _declared(lines: Lines, edge: Edge) -> str:
    """The predicate of a statement's triple, declared."""
    node = edge_iri(edge)
    if lines.is_new(edge):
        lines.say(node, TYPE, f"<{RDF}Property>")
        lines.say(node, kg("action"), kg(edge.action))
        lines.say(node, kg("modality"), kg(edge.modality))
        lines.say(node, kg("polarity"), kg(edge.polarity))
        lines.say(node, f"<{RDFS}label>", literal(edge.label, language="en"))
        if edge.own_word:
            lines.say(node, kg("ownWord"), TRUE)
    return node


def _attribution(lines: Lines, node: str, statement: Statement) -> None:
    if statement.requester is not None:
        lines.say(node, kg("requestedBy"), lines.iris.entity(statement.requester))
    quote = statement.quote
    if quote is None:
        return
    lines.say(node, kg("quote"), lines.iris.quote(quote))
    lines.say(node, kg("attributionMode"), kg(quote.mode))
    name = nearest_named(quote)
    if name is None:
        return
    speaker = lines.iris.entity(name)
    lines.say(node, kg("attributedTo"), speaker)
    if told_by(quote) != {name}:
        return  # somebody else says that the speaker said it
    for entity in sorted({a.entity for a in statement.arguments if a.entity} - {name}):
        lines.say(speaker, kg("spokeAbout"), lines.iris.entity(entity))

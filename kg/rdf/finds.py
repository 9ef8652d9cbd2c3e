"""The article, and who and what is found in it: entities, mentions, quotes, roles held."""

from __future__ import annotations

from hashlib import sha256

import pyoxigraph as ox

from ..gate import nearest_named
from ..model import Entity, Mention, Quote, RoleAttestation
from .lines import DCT, FALSE, LABEL, ORG, SCHEMA, SKOS, TYPE, Lines, clean, date, kg, literal


def write_article(lines: Lines) -> None:
    """The article, with what its source said about it."""
    article, node = lines.source, lines.article
    lines.say(node, TYPE, f"<{SCHEMA}NewsArticle>")
    full = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    lines.say(node, kg("sha256"), literal(full))
    url = article.url if (article.url or "").startswith(("http://", "https://")) else None
    for predicate, value in (
        (f"<{DCT}identifier>", article.id or article.key),
        (f"<{SCHEMA}headline>", article.title),
        (f"<{SCHEMA}url>", url),
        (f"<{SCHEMA}publisher>", article.publisher),
    ):
        if value:
            lines.say(node, predicate, literal(clean(value)))
    if article.day is not None:
        lines.say(node, f"<{SCHEMA}datePublished>", date(article.day))


def write_entity(lines: Lines, entity: Entity) -> None:
    """An entity, with all its classes and names."""
    node = lines.iris.entity(entity.key)
    for cls in entity.classes:
        lines.say(node, TYPE, kg(cls))
    lines.say(node, LABEL, literal(clean(entity.label)))
    for alias in entity.aliases:
        lines.say(node, f"<{SKOS}altLabel>", literal(clean(alias)))
    for iri in entity.same_as:
        lines.say(node, f"<{SKOS}exactMatch>", str(ox.NamedNode(iri)))


def write_mention(lines: Lines, mention: Mention) -> None:
    """A passage that refers to an entity."""
    node = lines.passage(mention.passage, "Mention")
    lines.say(node, kg("mentionKind"), kg(mention.kind))
    lines.say(node, kg("refersTo"), lines.iris.entity(mention.entity))
    lines.say(node, kg("mentionRule"), literal(mention.rule))


def write_quote(lines: Lines, quote: Quote) -> None:
    """Who says what, and in which words."""
    node = lines.iris.quote(quote)
    lines.say(node, TYPE, kg("Quote"))
    lines.say(node, kg("attributionMode"), kg(quote.mode))
    if quote.speaker is not None:
        lines.say(node, kg("speaker"), lines.iris.entity(quote.speaker))
    if quote.within is not None:
        lines.say(node, kg("within"), lines.iris.quote(quote.within))
    if quote.negative:
        lines.say(node, kg("contentPolarity"), kg("Negative"))
    if not quote.said:
        lines.say(node, kg("said"), FALSE)
    lines.point(
        node,
        [
            ("sourceMention", quote.source),
            ("cuePassage", quote.cue),
            ("addresseeMention", quote.addressee),
            *(("contentPassage", fragment) for fragment in quote.content),
            ("evidence", quote.evidence),
        ],
    )


def write_attestation(lines: Lines, attestation: RoleAttestation) -> None:
    """A role that somebody holds, held or will hold."""
    iris = lines.iris
    node = iris.role(attestation)
    lines.say(node, TYPE, kg("RoleAttestation"))
    lines.say(node, TYPE, f"<{ORG}Membership>")
    lines.say(node, f"<{ORG}member>", iris.entity(attestation.person))
    label = literal(clean(attestation.role))
    lines.say(node, kg("roleLabel"), label)
    lines.say(node, kg("attestedIn"), lines.article)
    if attestation.organisation is not None:
        lines.say(node, f"<{ORG}organization>", iris.entity(attestation.organisation))
    if attestation.post is not None:
        post = iris.entity(attestation.post)
        lines.say(node, kg("post"), post)
        lines.say(post, TYPE, kg("Post"))
        lines.say(post, LABEL, label)
    if attestation.quote is not None:
        lines.say(node, kg("quote"), iris.quote(attestation.quote))
        lines.say(node, kg("attributionMode"), kg(attestation.quote.mode))
        if (speaker := nearest_named(attestation.quote)) is not None:
            lines.say(node, kg("attributedTo"), iris.entity(speaker))
    if attestation.standing is not None:
        lines.say(node, kg("standing"), kg(attestation.standing))
    for predicate, time in (("startDate", attestation.start), ("endDate", attestation.end)):
        if time is not None:
            lines.say(node, f"<{SCHEMA}{predicate}>", date(time))
    if attestation.rule:
        lines.say(node, kg("roleRule"), literal(attestation.rule))
    lines.point(
        node,
        [
            ("roleWords", attestation.words),
            ("holderMention", attestation.holder),
            ("evidence", attestation.evidence),
        ],
    )

"""Requests of the SPARQL 1.1 Protocol: three ways to send a query, and what is no query."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from email.message import Message
from urllib.parse import parse_qsl

from .reply import Refused

#: The most bytes of a query.
LONGEST = 1_000_000
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*")

#: Parameters by name, each as often as it was given.
Fields = Mapping[str, Sequence[str]]


def fields(encoded: str | bytes) -> dict[str, list[str]]:
    """The parameters of a query string or a form.

    Raises:
        Refused: they are no UTF-8, or too many.
    """
    try:
        text = encoded if isinstance(encoded, str) else encoded.decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as problem:
        raise Refused(400, "The parameters are not UTF-8, percent-encoded.") from problem
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def posted(content_type: str | None, body: bytes) -> dict[str, list[str]]:
    """The parameters that the body of a POST holds.

    Raises:
        Refused: it is none that holds a query.
    """
    kind, charset = _content_type(content_type)
    if kind == UPDATE:
        raise _no_update()
    if kind == FORM:
        return fields(body)
    if kind != QUERY:
        raise Refused(415, f"A query comes as {FORM} or {QUERY}.", Accept_Post=f"{FORM}, {QUERY}")
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise Refused(400, "A query is written in UTF-8.")
    try:
        return {"query": [body.decode("utf-8")]}
    except UnicodeDecodeError as problem:
        raise Refused(400, "The query is not UTF-8.") from problem


def asked(found: Fields) -> dict[str, object]:
    """The query of a request with the graphs of its dataset.

    Raises:
        Refused: there is not exactly one, or a graph has no absolute IRI.
    """
    if "update" in found or any(name.startswith("using-") for name in found):
        raise _no_update()
    queries = found.get("query", ())
    if len(queries) != 1:
        many = "There are several" if queries else "There is none"
        raise Refused(400, f"A request has one query. {many}: see /sparql for what is understood.")
    return {
        "query": queries[0],
        "default": [iri(graph) for graph in found.get("default-graph-uri", ())],
        "named": [iri(graph) for graph in found.get("named-graph-uri", ())],
    }


def iri(text: str) -> str:
    """An absolute IRI.

    Raises:
        Refused: it is none.
    """
    if not _ABSOLUTE.fullmatch(text):
        raise Refused(400, "A graph is named by an absolute IRI.")
    return text


def _no_update() -> Refused:
    return Refused(405, "This graph is only read. Change it with kg build.", Allow="GET, HEAD, POST, OPTIONS")


def _content_type(header: str | None) -> tuple[str, str]:
    message = Message()
    message["Content-Type"] = header or "none/none"
    return message.get_content_type(), str(message.get_param("charset", "") or "").lower()

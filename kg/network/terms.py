"""RDF terms as plain words."""

from __future__ import annotations

from ..query.rows import Value


def local(iri: Value) -> str:
    """The last part of an IRI; nothing where there is none."""
    return text(iri).rstrip("/#").replace("#", "/").rpartition("/")[2]


def text(value: Value) -> str:
    """The value as text; nothing where there is none."""
    return "" if value is None else str(value)

"""Answers for programs that read XML or Turtle."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

import pyoxigraph as ox

from ..errors import QueryError
from .prefixes import PREFIXES
from .rows import TRIPLE, Rows, Term

_RESULTS = "http://www.w3.org/2005/sparql-results#"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_STRING = PREFIXES["xsd"] + "string"
# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_xml(rows: Rows) -> str:
    """The XML of SPARQL 1.1 query results; a character that XML cannot hold becomes a visible U+FFFD."""
    sparql = xml.Element("sparql", xmlns=_RESULTS)
    head = xml.SubElement(sparql, "head")
    for name in rows.variables:
        xml.SubElement(head, "variable", name=name)
    results = xml.SubElement(sparql, "results")
    for row in rows:
        result = xml.SubElement(results, "result")
        for name, term in zip(rows.variables, row, strict=True):
            if term is not None:
                _add(xml.SubElement(result, "binding", name=name), term)
    xml.indent(sparql, " ")
    text = xml.tostring(sparql, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add(parent: xml.Element, term: Term) -> None:
    match term:
        case ox.NamedNode():
            xml.SubElement(parent, "uri").text = term.value
        case ox.BlankNode():
            xml.SubElement(parent, "bnode").text = term.value
        case ox.Literal():
            literal = xml.SubElement(parent, "literal")
            literal.text = _NOT_XML.sub("\ufffd", term.value)
            if term.language:
                literal.set(_LANGUAGE, term.language)
            elif term.datatype.value != _STRING:
                literal.set("datatype", term.datatype.value)
        case _:
            triple = xml.SubElement(parent, "triple")
            for name in TRIPLE:
                _add(xml.SubElement(triple, name), getattr(term, name))


def as_turtle(rows: Rows) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle, IRIs in full.

    Raises:
        QueryError: the answer is no triples.
    """
    if rows.variables != TRIPLE:
        raise QueryError("Turtle holds triples. Ask with CONSTRUCT or DESCRIBE, or choose another --format.")
    try:
        triples = [ox.Triple(*row) for row in rows]  # type: ignore[arg-type]
    except TypeError as problem:
        raise QueryError(
            "Turtle holds triples, and a row of this answer is none. Use CONSTRUCT."
        ) from problem
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"").decode()

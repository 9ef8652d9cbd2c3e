"""Answers as text: a table to read, CSV for spreadsheets, TSV, JSON, XML and Turtle for programs."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable

import pyoxigraph as ox
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .exact import as_turtle, as_xml
from .prefixes import PREFIXES
from .rows import Rows, Term, heading, shown

#: For what is no terminal, such as a file.
_WIDTH = 160
_WIDTH_OF_A_FILE = 120
_STRING = PREFIXES["xsd"] + "string"
_LANGUAGE_STRING = PREFIXES["rdf"] + "langString"
_NUMBERS = frozenset(
    PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "nonNegativeInteger")
)
_NUMBER = re.compile(r"[+-]?[0-9.]+([eE][+-]?[0-9]+)?")
# Wide forms too: some spreadsheets read them as the narrow ones.
_FORMULA_STARTS = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")


def table(rows: Rows) -> str:
    """A table as wide as the terminal, without empty columns; long texts get the most room."""
    shown_cells = [[visible(shown(term)) for term in row] for row in rows]
    used = [
        n for n in range(len(rows.variables)) if not shown_cells or any(cells[n] for cells in shown_cells)
    ]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, show_lines=True)
    for n in used:
        longest = max((cell_len(cells[n]) for cells in shown_cells), default=0)
        drawn.add_column(Text(heading(rows.variables[n])), overflow="fold", ratio=_ratio(longest))
    for cells in shown_cells:
        drawn.add_row(*(Text(cells[n]) for n in used))
    console = Console(file=io.StringIO(), force_terminal=False, color_system=None, width=_width())
    with console.capture() as captured:
        console.print(drawn if rows.variables else Text("(no columns)"))
    lines = (line.rstrip() for line in captured.get().splitlines())
    return "\n".join(lines).strip("\n")


def _ratio(longest: int) -> int:
    """A column's share of the width, by its longest cell."""
    return 2 if longest < 15 else 3 if longest < 40 else 6


def plain_table(rows: Rows) -> str:
    """A table with one line per row, however long."""
    lines = [[heading(name) for name in rows.variables]]
    lines += [[visible(shown(term)) for term in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    padded = [
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        for line in lines
    ]
    return "\n".join(line.rstrip() for line in padded)


def as_csv(rows: Rows) -> str:
    """CSV of SPARQL 1.1, with one difference: no cell can be taken for a formula.

    The words of an article are hostile, and CSV is what spreadsheets open: text that starts with ``= + - @``
    or a control character gets a leading apostrophe. Numbers stay numbers. Use TSV or JSON where every
    character counts.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(rows.variables)
    writer.writerows([_cell(term) for term in row] for row in rows)
    return file.getvalue()


def as_tsv(rows: Rows) -> str:
    """TSV of SPARQL 1.1: every term exactly, as Turtle writes it, so that no cell starts like a formula."""
    lines = ["\t".join(f"?{name}" for name in rows.variables)]
    lines += [
        "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows
    ]
    return "\n".join(lines) + "\n"


def as_json(rows: Rows) -> str:
    """The JSON of SPARQL 1.1 query results."""
    bindings = [
        {name: _json(term) for name, term in zip(rows.variables, row, strict=True) if term is not None}
        for row in rows
    ]
    answer = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _json(term: Term) -> dict[str, object]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Literal():
            found: dict[str, object] = {"type": "literal", "value": term.value}
            if term.language:
                found["xml:lang"] = term.language
            elif term.datatype.value not in (_STRING, _LANGUAGE_STRING):
                found["datatype"] = term.datatype.value
            return found
        case _:
            parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
            return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    if isinstance(term, ox.Literal) and term.datatype.value in _NUMBERS and _NUMBER.fullmatch(text):
        return text
    return no_formula(text)


def no_formula(text: str) -> str:
    """Text that no spreadsheet takes for a formula: with an apostrophe before it where it starts like one."""
    return "'" + text if text[:1] in _FORMULA_STARTS else text


def visible(text: str) -> str:
    """Text that cannot command a terminal: white space becomes one space, control characters are dropped."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def _width() -> int:
    return shutil.get_terminal_size((_WIDTH, 0)).columns


#: What `kg query --format` knows.
RENDERERS: dict[str, Callable[[Rows], str]] = {
    "table": table,
    "csv": as_csv,
    "tsv": as_tsv,
    "json": as_json,
    "xml": as_xml,
    "ttl": as_turtle,
}

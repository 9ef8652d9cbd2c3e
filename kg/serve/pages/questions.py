"""The named questions: a form for each, its answer as a table or a file, and its SPARQL."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ...query import PREFIXES, RENDERERS, Question, Rows, Term, questions
from ...query.library import term
from ...query.rows import heading, shown
from ..formats import with_charset
from ..reply import Refused, Reply
from ..sparql import LIMITED
from ..working import Desk, Given
from .html import rendered
from .links import Links
from .paging import paging

#: Rows of one page.
SHOWN = 200
#: Format of an answer -> its media type.
FILES = {"csv": "text/csv", "json": "application/sparql-results+json"}
_PREFIXED = re.compile(r"(?<![\w?<])(\w+):(\w+)")
_SELECT = re.compile(r"\bSELECT\b(?P<columns>[^{]*)\bWHERE\s*\{")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, and the address of what it names."""

    words: str
    path: str = ""


def index() -> Reply:
    """The list of all questions."""
    return rendered("questions.html", title="Questions", questions=list(questions().values()))


def page(desk: Desk, given: Given) -> Reply:
    """The answer to the question ``name`` with parameters ``values``; ``format`` csv or json gives a file.

    A page shows some of the rows; ``page`` numbers them.

    Raises:
        Refused: there is no such question or format.
    """
    question = questions().get(str(given["name"]))
    if question is None:
        raise Refused(404, f"There is no such question. Known: {', '.join(questions())}.")
    values = {name: value for name in question.parameters if (value := given["values"].get(name, "").strip())}
    rows = desk.store.ask(question.name, values, limit=desk.bounds.rows + 1)
    is_more = len(rows) > desk.bounds.rows
    rows = Rows(rows.variables, rows.rows[: desk.bounds.rows])
    format = given.get("format")
    if format:
        return _file(question, rows, format, desk.bounds.rows if is_more else None)
    shown_here = paging(given, SHOWN, len(rows), **values)
    return rendered(
        "question.html",
        title=question.name.replace("_", " "),
        question=question,
        values=values,
        headings=[heading(name) for name in rows.variables],
        rows=_cells(Links(desk), rows.variables, shown_here.of(rows.rows)),
        paging=shown_here,
        limit=desk.bounds.rows if is_more else None,
        sparql=filled_in(question, values),
    )


def filled_in(question: Question, values: Mapping[str, str]) -> str:
    """The SPARQL of a question with its parameters written into it, for whoever wants to go on from there."""
    text = "\n".join(line for line in question.text.splitlines() if not line.startswith("#+")) + "\n"
    used = {prefix for prefix, _ in _PREFIXED.findall(text)}
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if name in used)

    def with_values(head: re.Match[str]) -> str:
        """The head of a SELECT with the values of the parameters among its columns."""
        given = [name for name in values if re.search(rf"\?{name}\b", head["columns"])]
        return head[0] + "".join(f"\n  VALUES ?{name} {{ {term(values[name])} }}" for name in given)

    return prefixes + _SELECT.sub(with_values, text)


def _file(question: Question, rows: Rows, format: str, limit: int | None) -> Reply:
    if format not in FILES:
        raise Refused(400, f"There is no format of that name. Known: {', '.join(FILES)}.")
    headers = {"Content-Disposition": f'attachment; filename="{question.name}.{format}"'}
    if limit is not None:
        headers[LIMITED] = str(limit)
    return Reply(RENDERERS[format](rows).encode(), with_charset(FILES[format]), headers=headers)


def _cells(links: Links, variables: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> list[list[Cell]]:
    """Rows for the page: names lead to whom they mean, sentences to their place in the article."""
    made = []
    for row in rows:
        terms = dict(zip(variables, row, strict=True))
        article = shown(terms.get("article"))
        made.append(
            [
                Cell(
                    shown(term),
                    links.of_sentence(term, article)
                    if name.endswith("sentence") and isinstance(term, ox.Literal)
                    else links.of_term(term),
                )
                for name, term in terms.items()
            ]
        )
    return made

"""The sentences of an archive by their words: an index of SQLite beside the graph.

The graph is what counts. The index is compared with the ledger before each snapshot and takes in what it
lacks, so that it may be behind after a crash but is never wrong for long; one that is broken is made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox

from ...errors import QueryError, StoreError
from ...query import PREFIXES, Rows
from .ledger import Ledger, article_of

_TABLES = """
CREATE TABLE IF NOT EXISTS article (
  number INTEGER PRIMARY KEY, graph TEXT UNIQUE, stamp TEXT, id TEXT, title TEXT, day TEXT);
CREATE TABLE IF NOT EXISTS sentence (
  number INTEGER PRIMARY KEY, article INTEGER, begins INTEGER, ends INTEGER, words TEXT);
CREATE INDEX IF NOT EXISTS sentence_article ON sentence (article);
CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5 (
  words, content='sentence', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
"""
_FORGET = (
    "INSERT INTO found (found, rowid, words) SELECT 'delete', number, words FROM sentence WHERE article = ?",
    "DELETE FROM sentence WHERE article = ?",
    "DELETE FROM article WHERE number = ?",
)
_FIND = """
SELECT sentence.words, article.id, article.day, sentence.begins, sentence.ends, article.title
FROM found JOIN sentence ON sentence.number = found.rowid JOIN article ON article.number = sentence.article
WHERE found MATCH ?
ORDER BY article.day DESC, article.id, sentence.begins
LIMIT ?
"""
_COLUMNS = ("sentence", "article_id", "date", "begins", "ends", "article")


def catch_up(file: Path, graph: ox.Store) -> None:
    """Bring the index in step with the ledger of a graph."""
    try:
        _catch_up(file, graph)
    except sqlite3.DatabaseError as problem:
        if _is_full(problem):
            raise OSError(f"its index of words cannot be written: {problem}") from problem
        file.unlink(missing_ok=True)
        _catch_up(file, graph)


def find(file: Path, texts: Sequence[str], limit: int | None) -> Rows:
    """The sentences that have all of some texts, the newest articles first.

    Raises:
        QueryError: a text has no word in it.
        StoreError: the index cannot be read.
    """
    for text in texts:
        if not any(character.isalnum() for character in text):
            raise QueryError(f"{text!r} has no word in it. Give a word or a phrase that you look for.")
    # A phrase in the language of FTS5: what stands in quotation marks is words and nothing else.
    phrases = " AND ".join('"' + text.replace('"', " ").replace("\0", " ") + '"' for text in texts)
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=10)) as index:
            found = index.execute(_FIND, (phrases, -1 if limit is None else limit)).fetchall()
    except sqlite3.Error as problem:
        raise StoreError(
            f"{file} cannot be read: {problem}. The next kg build into the archive makes it anew."
        ) from problem
    return Rows(
        _COLUMNS,
        tuple(tuple(None if value is None else ox.Literal(value) for value in row) for row in found),
    )


def _catch_up(file: Path, graph: ox.Store) -> None:
    ledger = Ledger(graph)
    wanted = {named.value: stamp for named, stamp in ledger.stamps().items()}
    with closing(sqlite3.connect(file)) as index, index:
        begin(index)
        index.execute("BEGIN")
        known = {name: (number, stamp) for number, name, stamp in index.execute(
            "SELECT number, graph, stamp FROM article")}  # fmt: skip
        for name, (number, stamp) in known.items():
            if wanted.get(name) != stamp:
                for statement in _FORGET:
                    index.execute(statement, (number,))
        for name, stamp in wanted.items():
            if known.get(name, (0, None))[1] != stamp:
                named = ox.NamedNode(name)
                said = (name, stamp, ledger.id(named), *_said(graph, named))
                add(index, said, _sentences(graph, named))


def begin(index: sqlite3.Connection) -> None:
    """Make the tables, where there are none yet."""
    index.executescript(_TABLES)


def add(
    index: sqlite3.Connection,
    said: tuple[str, str, str, str | None, str | None],
    sentences: Iterable[tuple[int, int, str]],
) -> None:
    """Take an article into the index.

    Args:
        index: with its tables.
        said: the article's graph, stamp, id, headline and day.
        sentences: begin, end and words of each.
    """
    number = index.execute(
        "INSERT INTO article (graph, stamp, id, title, day) VALUES (?, ?, ?, ?, ?)", said
    ).lastrowid
    for place in sentences:
        row = index.execute(
            "INSERT INTO sentence (article, begins, ends, words) VALUES (?, ?, ?, ?)", (number, *place)
        ).lastrowid
        index.execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (row, place[2]))


def _said(graph: ox.Store, named: ox.NamedNode) -> tuple[str | None, str | None]:
    """The headline and the day of an article."""
    article = article_of(named)
    return (
        _value(graph, article, PREFIXES["schema"] + "headline", named),
        _value(graph, article, PREFIXES["schema"] + "datePublished", named),
    )


def _sentences(graph: ox.Store, named: ox.NamedNode) -> Iterator[tuple[int, int, str]]:
    """Begin, end and words of each sentence of an article."""
    kind, sentence = ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode(PREFIXES["kg"] + "Sentence")
    for quad in graph.quads_for_pattern(None, kind, sentence, named):
        assert isinstance(quad.subject, ox.NamedNode)
        begins, ends, words = (
            _value(graph, quad.subject, PREFIXES["nif"] + name, named) or "0"
            for name in ("beginIndex", "endIndex", "anchorOf")
        )
        yield int(begins), int(ends), words


def _value(graph: ox.Store, subject: ox.NamedNode, predicate: str, named: ox.NamedNode) -> str | None:
    for quad in graph.quads_for_pattern(subject, ox.NamedNode(predicate), None, named):
        if isinstance(quad.object, ox.Literal):
            return quad.object.value
    return None


def _is_full(problem: sqlite3.DatabaseError) -> bool:
    """Whether it is the disk that is full, not the index that is broken."""
    return problem.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY)

"""Article -> Doc: paragraphs through the spaCy pipeline, put together again as one Doc an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from . import resources, schemes
from .encoder.borders import MAY_END
from .errors import PipelineError
from .model import Article
from .read import LONGEST_PARAGRAPH

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SENTENCE_END = (".", "!", "?", ":", ";", "…", "”", "’", '"', "'", "»")
_BORDERS = "kg_no_false_borders"
#: What stands before a paragraph and is no part of it: marks of Markdown, bullets, the time of a live page,
#: and where and when a report was filed: "PORT VANE, Oxley, May 21 (Herald) —".
_BEFORE = re.compile(
    r"""(?: [#>\s] | [•‣▪●◦*](?=\s)
    | (?: \d?\d:\d\d | \d\d\.\d\d | \d?\d(?:[.:]\d\d)?\s?[ap]m\b )
      (?: \s(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET)\b )?
      \s?[:|–—-]? (?=\s["“‘'A-Z]) (?!\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)
    | [A-Z][A-Z'’]{3,} (?:\s[A-Z][A-Z.'’]+)* (?:,\s[A-Z][\w.]+){0,2} (?:\s\d{1,2})? (?:\s\([A-Z][\w\s]*\))?
      \s[–—-]{1,2} (?=\s["“‘'A-Z])
    )*""",
    re.VERBOSE,
)
#: Paragraphs that the pipeline takes at once.
_BATCH = 64


@cache
def pipeline(name: str | None = None) -> Language:
    """Load the pipeline shipped with kg, or any other by package name or path.

    Raises:
        PipelineError: there is none of that name, or it does not parse or find names, or with unknown labels.
    """
    import spacy
    from spacy.language import Language

    # In a bare checkout no entry point tells spaCy of it.
    from .encoder import component  # noqa: F401

    if not Language.has_factory(_BORDERS):
        Language.component(_BORDERS, func=_no_false_borders)
    path = name or str(resources.PIPELINE)
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError) as error:
        raise PipelineError(
            f"No spaCy pipeline {path!r}: give a package name or a folder. "
            "A package must be installed first: python -m spacy download NAME."
        ) from error
    schemes.door(nlp, path)  # refuses here what it could not read
    if "parser" in nlp.pipe_names and _BORDERS not in nlp.pipe_names:
        nlp.add_pipe(_BORDERS, before="parser")
    return nlp


def _no_false_borders(doc: Doc) -> Doc:
    """Forbid the parser to end a sentence where nothing on the page does."""
    forbidden = np.zeros((len(doc), 1), dtype=np.int64)
    for token in doc[:-1]:
        forbidden[token.i + 1] = 0 if token.text[-1] in MAY_END else -1
    # As one array: spaCy looks through the whole Doc each time that one token's border is set.
    return doc.from_array(["SENT_START"], forbidden.astype(np.uint64))  # type: ignore[arg-type]


def parse(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Article, Doc]]:
    """Yield each article with its Doc, in order; the paragraphs of many articles share a batch."""
    stream = (
        (_one_line(article.text[start:end]), (number, article))
        for number, article in enumerate(articles)
        for start, end in paragraphs(article.text) or [(0, 0)]
    )
    through_door = schemes.door(nlp)
    pairs = nlp.pipe(stream, as_tuples=True, batch_size=_BATCH)
    for (_, article), group in groupby(pairs, key=_context):
        yield article, join([through_door(doc) for doc, _ in group])


def join(docs: list[Doc]) -> Doc:
    """Put the Docs of an article's paragraphs together; a break between paragraphs becomes one space."""
    from spacy.tokens import Doc

    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=True)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as (start, end) in characters, without surrounding white space.

    A blank line always ends one; so does a line break, except in text that was wrapped at a fixed width.
    Marks of a Markdown heading or block quote, bullets and the time of a live page before it are left out.
    """
    found: list[tuple[int, int]] = []
    for block in re.finditer(r"\S.*?(?=\s*\n[ \t\r]*\n|\s*\Z)", text, re.DOTALL):
        lines = [match.span() for match in re.finditer(r"[^\r\n]+", block.group())]
        pieces = [(0, len(block.group()))] if _wrapped(block.group()) else lines
        for start, end in pieces:
            start += len(_BEFORE.match(block.group(), start, end).group())  # type: ignore[union-attr]
            end = start + len(block.group()[start:end].rstrip())
            if start < end:
                found.append((block.start() + start, block.start() + end))
    return found


def _wrapped(block: str) -> bool:
    """Whether line breaks in a block only keep its lines short: most lines stop in mid-sentence."""
    lines = [line.strip() for line in block.splitlines()]
    ends = [line.endswith(_SENTENCE_END) for line in lines[:-1]]
    return (
        len(block) <= LONGEST_PARAGRAPH
        and len(lines) > 2
        and max(map(len, lines)) <= 100
        and sum(ends) * 2 < len(ends)
    )


def _one_line(paragraph: str) -> str:
    return re.sub(r"\s+", " ", paragraph)


def _context(pair: tuple[Doc, tuple[int, Article]]) -> tuple[int, Article]:
    return pair[1]

"""Quotation marks: the newspaper convention, the apostrophe, and texts that keep no convention at all."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.marks import Quoted, find_quoted
from kg.parse import paragraphs


def _found(text: str) -> list[Quoted]:
    return find_quoted(text, paragraphs(text))


def _words(text: str) -> list[tuple[str, ...]]:
    return [tuple(text[start:end] for start, end in quoted.fragments) for quoted in _found(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We won,” she said.", [("“We won,”",)]),
        ("‘We won,’ she said.", [("‘We won,’",)]),
        ('"We won," she said.', [('"We won,"',)]),
        ("'We won,' she said.", [("'We won,'",)]),
        ("«We won,» she said.", [("«We won,»",)]),
        ("''We won,'' she said.", [("''We won,''",)]),
        ("``We won,'' she said.", [("``We won,''",)]),
        (
            "''We won't,'' she said, ''and he said 'go'.''",
            [("''We won't,''",), ("''and he said 'go'.''",), ("'go'",)],
        ),
        ("“We won,” she said. “They lost.”", [("“We won,”",), ("“They lost.”",)]),
        ("She called it a ‘rapid audit’ of ‘old’ cases.", [("‘rapid audit’",), ("‘old’",)]),
    ],
)
def test_pairs(text: str, quoted: list[tuple[str, ...]]) -> None:
    assert _words(text) == quoted


def test_a_running_quote_is_opened_in_each_paragraph_and_closed_in_the_last() -> None:
    text = "She said: “We won.\n\n“They lost.\n\n“That is all.” He left."
    assert _words(text) == [("“We won.", "“They lost.", "“That is all.”")]
    assert _found(text)[0].closed


def test_british_single_marks_run_over_paragraphs_too() -> None:
    text = "She said: ‘We won and they didn’t.\n\n‘It’s the councillors’ own fault.’\n\nHe left."
    assert _words(text) == [("‘We won and they didn’t.", "‘It’s the councillors’ own fault.’")]


def test_a_quote_ends_where_the_next_paragraph_does_not_open_one() -> None:
    text = "She said: “We won.\n\nHe said: “They lost.”"
    assert _words(text) == [("“They lost.”",)] or _words(text)[-1] == ("“They lost.”",)
    assert not [q for q in _found(text) if len(q.fragments) > 1]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the council’s plan and the workers’ rights.",
        "It's the council's plan.",
        "The ’90s were the workers’ decade.",
        "Rock ’n’ roll.",
        "He is 6' tall.",
        "The councillors’ plan failed.",
        "No marks at all.",
        "",
    ],
)
def test_an_apostrophe_is_no_quote(text: str) -> None:
    assert _words(text) == []


def test_a_plural_owner_inside_a_quote_does_not_close_it() -> None:
    assert _words("‘He has lost the councillors’ trust,’ she said.") == [
        ("‘He has lost the councillors’ trust,’",)
    ]


def test_a_possessive_inside_a_quote_does_not_close_it() -> None:
    assert _words("‘Louise’s record is Louise’s own,’ he said.") == [("‘Louise’s record is Louise’s own,’",)]


@pytest.mark.parametrize(
    "text",
    ["‘He said: “Go home.” I went.’", "“He said: ‘Go home.’ I went.”", "\"He said: 'Go home.' I went.\""],
)
def test_a_quote_in_a_quote_is_one_deeper(text: str) -> None:
    outer, inner = _found(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert outer.fragments == ((0, len(text)),)
    assert text[slice(*inner.fragments[0])][1:-1] == "Go home."


def test_an_unclosed_mark_after_a_colon_is_kept_as_speech_and_one_inside_a_sentence_is_not() -> None:
    kept = _found("She said: “We won and went home.")
    assert [(q.closed, len(q.fragments)) for q in kept] == [(False, 1)]
    assert not _found("The 12” pipe burst and “ the street flooded.")


_MARKS = st.sampled_from(
    [
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "»",
        "„",
        "a",
        "s",
        "word",
        "1",
        ".",
        ",",
        ":",
        " ",
        " ",
        "\n\n",
        "\n",
    ]
)


@given(st.lists(_MARKS, max_size=60).map("".join))
def test_any_marks_give_fragments_inside_their_paragraphs(text: str) -> None:
    bounds = paragraphs(text)
    for quoted in find_quoted(text, bounds):
        assert quoted.fragments
        assert quoted.depth >= 0
        for start, end in quoted.fragments:
            assert any(a <= start < end <= b for a, b in bounds)
            assert text[start] in "“‘\"'«„"


@given(st.lists(_MARKS, max_size=60).map("".join))
def test_any_marks_give_outermost_quotes_that_do_not_overlap(text: str) -> None:
    outermost = sorted(f for q in find_quoted(text, paragraphs(text)) if q.depth == 0 for f in q.fragments)
    assert all(a[1] <= b[0] for a, b in pairwise(outermost))


_PAIRS = [("“", "”"), ("‘", "’"), ("«", "»")]


@given(st.recursive(st.just("we won"), lambda inner: st.tuples(st.sampled_from(_PAIRS), inner), max_leaves=4))
def test_well_nested_marks_are_all_found(tree: object) -> None:
    """Marks of another kind inside each pair: every pair comes back, the outermost first."""

    def written(node: object, above: str = "") -> str:
        if isinstance(node, str):
            return node
        assert isinstance(node, tuple)
        (opens, closes), inner = node
        if opens in above:
            return written(inner, above)
        return f"{opens}So {written(inner, above + opens)} now.{closes}"

    text = "She said: " + written(tree)
    found = _found(text)
    assert [q.depth for q in found] == list(range(len(re.findall("[“‘«]", text))))
    assert all(q.closed for q in found)

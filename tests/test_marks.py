"""Quotation marks: the newspaper convention, the apostrophe, and texts that keep no convention at all."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extraction import Knowledge, from_doc
from kg.extraction.marks import Quoted, find_quoted
from kg.model import Article
from kg.parse import paragraphs

from .by_hand import VOCAB


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
        ("”We won,” she said. “They lost.“ He left.", [("”We won,”",), ("“They lost.“",)]),
        ('“We won," she said.', [('“We won,"',)]),
        ('"He said ‘go.’ " she said.', [('"He said ‘go.’ "',), ("‘go.’",)]),
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
        "''",
        "``",
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
            assert text[start] in "“”‘\"'«„`"


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


def _fragments(text: str) -> list[tuple[int, int]]:
    return [fragment for quoted in _found(text) for fragment in quoted.fragments]


@given(st.lists(_MARKS, max_size=60).map("".join))
def test_any_marks_give_fragments_that_hold_or_avoid_each_other(text: str) -> None:
    for first, second in combinations(sorted(set(_fragments(text)), key=lambda f: (f[0], -f[1])), 2):
        assert first[1] <= second[0] or (first[0] <= second[0] and second[1] <= first[1]), (first, second)


@given(st.lists(_MARKS, max_size=60).map("".join))
def test_any_marks_give_fragments_in_order_one_per_paragraph(text: str) -> None:
    bounds = paragraphs(text)
    for quoted in find_quoted(text, bounds):
        assert list(quoted.fragments) == sorted(quoted.fragments)
        held = [
            [number for number, (a, b) in enumerate(bounds) if a <= s < e <= b] for s, e in quoted.fragments
        ]
        assert all(len(numbers) == 1 for numbers in held)
        assert len({numbers[0] for numbers in held}) == len(held)


def _tagged(text: str) -> Doc:
    """A Doc of any text, as by a parser that finds no structure: every sentence a flat list of words."""
    tokens = list(re.finditer(r"\w+|\S", text))
    starts = [
        not i or "\n" in text[tokens[i - 1].end() : t.start()] or tokens[i - 1][0] in ".!?"
        for i, t in enumerate(tokens)
    ]
    roots = [max(j for j in range(i + 1) if starts[j]) for i in range(len(tokens))]
    verbs = [t[0] in ("said", "won", "denied") for t in tokens]
    return Doc(
        VOCAB,
        words=[t[0] for t in tokens],
        spaces=[t.end() < len(text) and text[t.end()].isspace() for t in tokens],
        lemmas=[t[0].lower() for t in tokens],
        tags=[
            "VBD" if verb else "NNP" if t[0][0].isalpha() else "."
            for t, verb in zip(tokens, verbs, strict=True)
        ],
        pos=[
            "VERB" if verb else "PROPN" if t[0][0].isalpha() else "PUNCT"
            for t, verb in zip(tokens, verbs, strict=True)
        ],
        heads=roots,
        deps=["ROOT" if i == root else "dep" for i, root in enumerate(roots)],
    )


_SAYING = st.sampled_from(
    ["Hale", "said", "denied", "won", "the plan", "“", "”", "‘", "’", '"', "'", "''", "«", "»"]
)
_BETWEEN = st.sampled_from([" ", " ", "", ". ", ", ", ": ", "\n\n", " — "])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(_SAYING, _BETWEEN), min_size=1, max_size=40))
def test_any_breaking_of_quotes_is_read_without_loss(parts: list[tuple[str, str]]) -> None:
    """Whatever the marks, nothing raises, quotes are pieces of the text, and what marks hold is quoted."""
    text = "".join(word + gap for word, gap in parts)
    made = _tagged(text)
    if not len(made):
        return
    extraction = from_doc(Article(text, id="marks"), made, Knowledge.shipped())
    for quote in extraction.quotes:
        assert quote.content
        assert list(quote.content) == sorted(set(quote.content))
        assert all(0 <= f.start < f.end <= len(text) for f in quote.content)
        assert all(a.end <= b.start for a, b in pairwise(quote.content))
    outermost = [f for q in find_quoted(text, paragraphs(text)) if q.depth == 0 for f in q.fragments]
    told = [f for quote in extraction.quotes for f in quote.content]
    for start, end in outermost:
        if re.search(r"\b(said|won|denied)\b", text[start:end]):
            assert any(f.start <= start and end <= f.end for f in told), text[start:end]

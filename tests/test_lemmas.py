"""Lemmas are made from forms by scripts that fit no other word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.encoder.lemmas import apply, script

STRINGS = st.text(max_size=12) | st.text("aAbBİßǅ|^=’", max_size=6)


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("walked", "walk", "l|ed|"),
        ("Cities", "city", "l|ies|y"),
        ("the", "the", "l||"),
        ("The", "the", "l||"),
        ("Britons", "Briton", "k|s|"),
        ("LONDON", "London", "t||"),
        ("broke", "break", "l|oke|eak"),
        ("was", "be", "l|^was|be"),
        ("’s", "be", "l|^’s|be"),
        ("1990", "1990", "l||"),
        ("|", "|", "=|"),
    ],
)
def test_a_script_is_the_shortest_change_of_the_end(form, lemma, expected):
    assert script(form, lemma) == expected


@given(STRINGS, STRINGS)
def test_a_script_makes_the_lemma_it_was_made_from(form, lemma):
    assert apply(script(form, lemma), form) == lemma


@pytest.mark.parametrize(("rule", "form"), [("l|ies|y", "walks"), ("l|^is|be", "this"), ("l|ed|", "")])
def test_a_script_leaves_words_alone_that_it_was_not_made_for(rule, form):
    assert apply(rule, form) is None


@given(STRINGS, STRINGS)
def test_any_string_is_safe_to_apply(rule, form):
    assert apply(rule, form) is None or isinstance(apply(rule, form), str)


def test_a_script_serves_its_word_in_any_case():
    assert [apply("l|ies|y", form) for form in ("parties", "Parties", "PARTIES")] == ["party"] * 3

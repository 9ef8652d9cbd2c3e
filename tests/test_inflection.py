"""Forms of verbs: the spelling rules, and the verbs that do not follow them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.inflection import IRREGULAR, forms, plurals
from kg.ontology import load


@pytest.mark.parametrize(
    ("lemma", "inflected"),
    [
        ("reject", "rejects rejecting rejected"),
        ("snub", "snubs snubbing snubbed"),
        ("announce", "announces announcing announced"),
        ("deny", "denies denying denied"),
        ("delay", "delays delaying delayed"),
        ("pass", "passes passing passed"),
        ("veto", "vetoes vetoing vetoed"),
        ("cancel", "cancels cancelling cancelled canceling canceled"),
        ("admit", "admits admitting admitted"),
        ("open", "opens opening opened"),
        ("agree", "agrees agreeing agreed"),
        ("lie", "lies lying lay lain"),
        ("oversee", "oversees overseeing oversaw overseen"),
        ("tell", "tells telling told"),
        ("meet", "meets meeting met"),
        ("free", "frees freeing freed"),
        ("tax", "taxes taxing taxed"),
    ],
)
def test_forms(lemma: str, inflected: str) -> None:
    assert set(forms(lemma)) == {lemma, *inflected.split()}


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True))
def test_any_word_gives_distinct_forms_that_begin_with_the_lemma(lemma: str) -> None:
    found = forms(lemma)
    assert found[0] == lemma
    assert len(set(found)) == len(found)
    assert any(form.endswith("ing") for form in found)


def test_irregular_verbs_have_their_forms_in_lower_case() -> None:
    assert all(form.isalpha() and form.islower() for past in IRREGULAR.values() for form in past)


def test_no_form_of_one_lexicon_verb_is_misspelt_by_doubling() -> None:
    """A vowel never doubles and no consonant stands three times."""
    wrong = [form for form in load().verbs if any(form[i] * 3 in form for i in range(len(form)))]
    assert not wrong


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("council", "councils"),
        ("inquiry", "inquiries"),
        ("day", "days"),
        ("church", "churches"),
        ("tax", "taxes"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plurals(noun) == (noun, plural)

"""Lemmas: the script that the network prefers, as far as it leads to a word."""

from __future__ import annotations

import numpy as np
import pytest

from kg.encoder.lemmatizer import Lemmatizer
from kg.inflection import irregular_lemmas

_KNOWN = ("party", "walk", "snub", "form", "declare", "break", "lead", "seek", "put", "wind", "find", "saw")
_SCRIPTS = (
    "l|ed|e",
    "l|ed|",
    "l|bed|",
    "l|ies|ie",
    "l|ies|y",
    "l|s|",
    "l|oke|eak",
    "l|ing|",
    "l|ing|e",
    "k||",
)


def _lemma(form: str, tag: str, *, prefers: str = "l|ed|e", known: tuple[str, ...] = _KNOWN) -> str:
    """The lemma by a network that has one favourite and does not care for the order of the others."""
    scores = np.array([[float(script == prefers) for script in _SCRIPTS]], dtype=np.float32)
    (lemma,) = Lemmatizer(_SCRIPTS, known)([form], [tag], scores)
    return lemma


def test_the_best_script_that_applies_is_taken() -> None:
    lemmatize = Lemmatizer(["l|ies|y", "l|ed|", "k||", "l|^a|"])
    scores = np.array([[3, 2, 1, 0], [3, 2, 1, 0], [1, 2, 0, 3]], dtype=np.float32)
    assert lemmatize(["Parties", "Casey", "a"], ["NN", "NNP", "DT"], scores) == ["party", "Casey", "a"]
    assert Lemmatizer(["l|ed|"])(["Casey"], ["NNP"], np.zeros((1, 1), dtype=np.float32)) == ["Casey"]


@pytest.mark.parametrize(
    ("form", "tag", "prefers", "lemma"),
    [
        ("walked", "VBD", "l|ed|e", "walk"),
        ("snubbed", "VBD", "l|ed|e", "snub"),
        ("declared", "VBN", "l|ed|", "declare"),
        ("broke", "VBD", "k||", "break"),
        ("led", "VBD", "k||", "lead"),
        ("sought", "VBN", "k||", "seek"),
        ("put", "VBD", "k||", "put"),
        ("parties", "NNS", "l|s|", "party"),
    ],
)
def test_what_the_network_prefers_gives_way_to_a_known_word(
    form: str, tag: str, prefers: str, lemma: str
) -> None:
    assert _lemma(form, tag, prefers=prefers) == lemma


def test_of_two_known_words_the_network_chooses() -> None:
    assert _lemma("forming", "VBG", prefers="l|ing|e", known=("form", "forme")) == "forme"
    assert _lemma("forming", "VBG", prefers="l|ing|", known=("form", "forme")) == "form"


def test_an_unknown_word_is_at_least_spelt_like_one() -> None:
    assert _lemma("curtailed", "VBD", known=()) == "curtail"
    assert _lemma("galabies", "NNS", prefers="l|ies|ie", known=()) == "galaby"


def test_names_and_contractions_are_left_to_the_network() -> None:
    assert _lemma("Reading", "NNP", prefers="k||") == "Reading"
    assert _lemma("’s", "VBZ", prefers="k||") == "’s"


def test_irregular_forms_lead_back_to_their_verbs() -> None:
    assert irregular_lemmas("broke") == ("break",)
    assert irregular_lemmas("overheard") == ("overhear",)
    assert irregular_lemmas("wound") == ("wind",)
    assert irregular_lemmas("walked") == ()

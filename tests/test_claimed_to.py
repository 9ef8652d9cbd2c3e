"""What somebody claims to have done or to be doing is told as so, by them and by nobody else."""

from __future__ import annotations

import pytest

import kg
from kg.model import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "action", "polarity"),
    [
        ("Ida Brook claimed to have met Peter Lowe.", "Meet", Polarity.POSITIVE),
        ("Ida Brook claims to be paying Peter Lowe.", "Pay", Polarity.POSITIVE),
        ("Ida Brook claimed not to have paid Peter Lowe.", "Pay", Polarity.NEGATIVE),
    ],
)
def test_it_is_the_word_of_who_claims_it(text: str, action: str, polarity: Polarity) -> None:
    found = kg.extract(kg.Article(text, id="claimed"))
    (told,) = (s for s in found.statements if s.action == action)
    assert (told.modality, told.polarity) == (Modality.ACTUAL, polarity)
    assert told.quote is not None
    assert told.quote.source is not None
    source = told.quote.source
    assert text[source.start : source.end] == "Ida Brook"


def test_who_is_only_said_to_have_done_it_says_nothing() -> None:
    found = kg.extract(kg.Article("Ida Brook is said to have met Peter Lowe.", id="claimed"))
    (told,) = (s for s in found.statements if s.action == "Meet")
    assert told.quote is not None
    assert told.quote.speaker is None

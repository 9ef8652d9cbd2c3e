"""Where somebody goes, in what something is put and from whom it is heard: no theme, on made-up sentences."""

from __future__ import annotations

import pytest

import kg

from .by_hand import filled, only


@pytest.mark.parametrize(
    ("text", "action", "parts"),
    [
        pytest.param(
            "Ada Hale decamped to Kestrel Bank.",
            "Action",
            {"agent": "Ada Hale", "goal": "Kestrel Bank"},
            id="a verb of going leads to a goal",
        ),
        pytest.param(
            "Ada Hale headed into the debate with a lead.",
            "Action",
            {"agent": "Ada Hale", "goal": "debate"},
            id="which may be an occasion",
        ),
        pytest.param(
            "Ada Hale is inching closer to the chairmanship.",
            "Action",
            {"agent": "Ada Hale", "goal": "chairmanship"},
            id="or what one comes closer to",
        ),
        pytest.param(
            "Ada Hale told reporters that what you are hearing from Bram Reed is wrong.",
            "Hear",
            {"agent": "you", "origin": "Bram Reed"},
            id="whom somebody hears what from is its origin",
        ),
        pytest.param(
            "Ada Hale heard from Bram Reed.",
            "Hear",
            {"agent": "Ada Hale", "theme": "Bram Reed"},
            id="who is heard from alone is heard",
        ),
        pytest.param(
            "Ada Hale will include a tax cut in that package.",
            "Include",
            {"agent": "Ada Hale", "theme": "tax cut", "goal": "package"},
            id="what something is included in holds it",
        ),
        pytest.param(
            "The meeting ended with a handshake.",
            "End",
            {"theme": "meeting"},
            id="what something ends with is not what it is about",
        ),
        pytest.param(
            "Bram Reed paid Ada Hale hundreds of thousands of pounds.",
            "Pay",
            {"agent": "Bram Reed", "addressee": "Ada Hale", "theme": "hundreds of thousands of pounds"},
            id="a sum keeps the whole of its number",
        ),
    ],
)
def test_what_is_led_to_has_the_role_that_it_has(text: str, action: str, parts: dict[str, str]) -> None:
    ex = kg.extract(kg.Article(text))
    assert filled(ex, only(ex, action)) == parts

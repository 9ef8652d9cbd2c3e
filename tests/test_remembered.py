"""What a rule says of a token is worked out once, and for each token by itself."""

from __future__ import annotations

import spacy

from kg.extraction.remembered import remembered, remembered_by
from kg.extraction.tokens import Doc, Token


def test_a_rule_is_asked_once_of_each_token_and_of_what_comes_with_it() -> None:
    asked: list[str] = []

    @remembered
    def capital(token: Token) -> bool:
        asked.append(token.text)
        return token.text[0].isupper()

    @remembered_by
    def begins(token: Token, letter: str) -> bool:
        asked.append(f"{token.text} {letter}")
        return token.lower_.startswith(letter)

    hale, left = Doc(spacy.blank("en")("Hale left"))
    assert [capital(hale), capital(left), capital(hale), capital(left)] == [True, False, True, False]
    assert [begins(hale, "h"), begins(hale, "l"), begins(left, "l"), begins(hale, "h")] == [
        True,
        False,
        True,
        True,
    ]
    assert asked == ["Hale", "left", "Hale h", "Hale l", "left l"]


def test_another_parse_of_the_same_words_is_asked_anew() -> None:
    asked: list[Token] = []

    @remembered
    def place(token: Token) -> int:
        asked.append(token)
        return token.i

    parsed = spacy.blank("en")("Hale left")
    first, second = Doc(parsed), Doc(parsed)
    assert place(first[1]) == place(second[1]) == 1
    assert len(asked) == 2

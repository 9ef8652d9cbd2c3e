"""Whether words and symbols stand out from what lies behind them, light and dark: WCAG, 1.4.3 and 1.4.11."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.resources import TEMPLATES

SHEETS = ("reader/colours.css", "serve/serve.css")
BACKGROUNDS = ("paper", "surface", "raised")
#: Words, and on which tints they stand besides.
WORDS = {
    "ink": ("mark", "lit", "said", "reported", "near", "warn"),
    "muted": ("near", "said", "reported"),
    "accent": (),
    "claim": (),
}
#: What is drawn: 3 to 1 is enough for lines, dots and frames.
DRAWN = (
    *("Person", "Organisation", "Place", "Thing", "accent", "field"),
    *("sure", "unsure", "negative", "spoken"),
)


def schemes(sheet: str) -> dict[str, dict[str, str]]:
    """Light and dark -> name -> colour; the dark one takes over what it does not change."""
    text = (TEMPLATES / sheet).read_text("utf-8")
    light, dark = (re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", part)
                   for part in text.split("prefers-color-scheme: dark", 1))  # fmt: skip
    first = dict(light)
    return {"light": first, "dark": {**first, **dict(dark)}}


def contrast(one: str, other: str) -> float:
    """The ratio of the relative luminances of two colours, as WCAG defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_words_can_be_read(sheet: str, scheme: str) -> None:
    colours = schemes(sheet)[scheme]
    weak = {
        (word, behind): round(ratio, 2)
        for word, tints in WORDS.items()
        for behind in (*BACKGROUNDS, *tints)
        if word in colours and behind in colours
        if (ratio := contrast(colours[word], colours[behind])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_lines_and_symbols_can_be_seen(sheet: str, scheme: str) -> None:
    colours = schemes(sheet)[scheme]
    weak = {
        (name, behind): round(ratio, 2)
        for name in DRAWN
        for behind in ("paper", "surface")
        if name in colours
        if (ratio := contrast(colours[name], colours[behind])) < 3
    }
    assert weak == {}


@pytest.mark.parametrize("sheet", [*SHEETS, "reader/page.css", "timeline/page.css", "serve/bar.css"])
def test_focus_is_never_hidden(sheet: str) -> None:
    text = Path(TEMPLATES / sheet).read_text("utf-8")
    taken = re.findall(r"([^{}]*)\{[^{}]*outline:\s*(?:0|none)\b[^{}]*\}", text)
    assert [rule.strip() for rule in taken if not rule.strip().startswith("main")] == []

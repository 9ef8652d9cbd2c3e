"""The Accept header, by the examples of its specification and by what clients send."""

from __future__ import annotations

import pytest

from kg.serve.accept import best

_OFFERED = ("application/json", "text/csv", "text/html")


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("TEXT/HTML", "text/html"),
        ("text/html;level=1", "text/html"),
        ("text/csv;q=0.5, text/html;q=0.6", "text/html"),
        ("text/csv;q=0.5, */*;q=0.1", "text/csv"),
        ("*/*, application/json;q=0", "text/csv"),
        ("text/*;q=0.9, text/csv;q=0.2, application/*;q=0.3", "text/html"),
        ("application/json;q=1.5, text/csv", "application/json"),
        ("text/csv; Q=0.2 , application/json ;q = 0.1", "text/csv"),
        ("text/csv;q=x", None),
        ("image/png", None),
        ("*/*;q=0", None),
        (",,;q=1,", None),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
    ],
)
def test_the_best_is_chosen(header: str | None, chosen: str | None) -> None:
    assert best(header, _OFFERED) == chosen

"""Pages opened in a browser, and words that would harm them if they were ever taken for markup or code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.view import Page

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "closing script": "</script><script>alert(2)</script>",
    "closing data": '</script><img src=x onerror="alert(3)">',
    "comment": "<!--<script>",
    "event handler": '<img src=x onerror=alert(4)>" onmouseover="alert(4)',
    "attribute": '" autofocus onfocus="alert(5)" x="',
    "svg": "<svg/onload=alert(6)>",
    "style": "</style><style>*{display:none}</style>",
    "frame": '<iframe srcdoc="<script>parent.alert(7)</script>"></iframe>',
    "javascript": "javascript:alert(8)",
    "spaced javascript": " java\tscript:alert(9)",
    "data url": "data:text/html,<script>alert(10)</script>",
    "remote": "<link rel=stylesheet href=https://evil.example/x.css>",
    "jinja": "{{ 7 * 7 }}{% raw %}{% endraw %}",
    "template literal": "${alert(11)}`'\"\\",
    "entity": "&lt;script&gt;&#x3c;b&#x3e;",
    "right to left": "\u202egnp.exe\u202c\u2066x",
    "control": "a\x00b\x07c\x1b[31m\x7f\u0085d\r\ne",
    "separator": "a\u2028b\u2029c\ufeff",
    "prototype": "__proto__ constructor",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301 \U0001f1ec\U0001f1e7",
    "long": "W" * 5000,
}


def browser() -> Iterator[Any]:
    """Debian's chromium; a test that asks for it is skipped where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Debian's chromium is not installed")
    with driver.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


class Visit:
    """A page opened from its file with no network, and all that it should not have done."""

    def __init__(self, chromium: Any, made: Page, folder: Path, *, width: int = 1280, **options: Any) -> None:
        self.file = made.save(folder / f"{sha256(made.html.encode()).hexdigest()[:8]}.html")
        self.wrongs: list[str] = []
        self.tab = chromium.new_page(viewport={"width": width, "height": 800}, offline=True, **options)
        self.tab.on(
            "dialog", lambda dialog: (self.wrongs.append(f"dialog {dialog.message}"), dialog.dismiss())
        )
        self.tab.on("console", lambda message: self.wrongs.append(f"console {message.text}"))
        self.tab.on("pageerror", lambda error: self.wrongs.append(f"error {error}"))
        self.tab.on("request", lambda request: self.requested(request.url))
        self.tab.goto(self.file.as_uri())

    def requested(self, url: str) -> None:
        if url != self.file.as_uri() and not url.startswith("data:,"):
            self.wrongs.append(f"request {url[:80]}")

    def lit(self, selector: str) -> list[str]:
        """The text of what is lit up, once each."""
        return list(dict.fromkeys(self.tab.locator(f"{selector}.lit").all_inner_texts()))

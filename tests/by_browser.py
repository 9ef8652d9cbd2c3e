"""What a page must not do in a browser, and words that would harm it were they taken for code."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

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
    "prototype": "__proto__",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301 \U0001f1ec\U0001f1e7",
    "long": "W" * 5000,
}


class Watched:
    """A tab, and all that its pages should not have done."""

    def __init__(self, chromium: Any, own: str, *, width: int = 1280, height: int = 800, **options: Any):
        """Open a tab whose pages may ask for nothing but what begins with some address."""
        self.own = own
        self.wrongs: list[str] = []
        options = {"reduced_motion": "reduce", **options}
        self.tab = chromium.new_page(viewport={"width": width, "height": height}, **options)
        self.tab.on("dialog", self._dialog)
        self.tab.on("console", lambda message: self._told(message.type, message.text))
        self.tab.on("pageerror", lambda error: self.wrongs.append(f"error {error}"))
        self.tab.on("request", lambda request: self._requested(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.wrongs.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _told(self, kind: str, text: str) -> None:
        # What the graphics driver thinks of its own speed is no message of the page.
        if "GL Driver Message" not in text:
            self.wrongs.append(f"console {kind} {text}")

    def _requested(self, url: str) -> None:
        if not url.startswith((self.own, "data:", "blob:")):
            self.wrongs.append(f"request {url[:80]}")

    def is_as_wide_as_the_window(self) -> bool:
        """Whether nothing pushes the page sideways."""
        return bool(self.tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))

    def until(self, condition: str) -> None:
        """Wait until an expression holds; the driver's own way of waiting is against the page's policy."""
        for _ in range(100):
            if self.tab.evaluate(condition):
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(f"never: {condition}")


class Visit(Watched):
    """A page opened from its file, with no network."""

    def __init__(self, chromium: Any, made: Page, folder: Path, *, fragment: str = "", **options: Any):
        """Write the page into a folder and open it."""
        self.file = made.save(folder / f"{sha256(made.html.encode()).hexdigest()[:8]}.html")
        super().__init__(chromium, self.file.as_uri(), offline=True, **options)
        self.tab.goto(self.file.as_uri() + fragment)
        self.tab.wait_for_timeout(150)

    def lit(self, selector: str) -> list[str]:
        """The text of what is lit up, once each."""
        return list(dict.fromkeys(self.tab.locator(f"{selector}.lit").all_inner_texts()))

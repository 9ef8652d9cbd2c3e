"""Writing pages: our templates, in which every text is escaped and stripped of what misleads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...resources import TEMPLATES
from ...view import display
from ..reply import HTML, Reply

_FOLDER = TEMPLATES / "serve"
#: What a browser may fetch from us: name -> file and media type.
STATIC = {
    "serve.css": (_FOLDER / "serve.css", "text/css; charset=utf-8"),
    "bar.css": (_FOLDER / "bar.css", "text/css; charset=utf-8"),
    "sparql.css": (_FOLDER / "sparql.css", "text/css; charset=utf-8"),
    "sparql.js": (_FOLDER / "sparql.js", "text/javascript; charset=utf-8"),
    "yasgui.css": (TEMPLATES / "vendor" / "yasgui" / "yasgui.min.css", "text/css; charset=utf-8"),
    "yasgui.js": (TEMPLATES / "vendor" / "yasgui" / "yasgui.min.js", "text/javascript; charset=utf-8"),
}
#: Under which nothing runs, is styled or is fetched but our own files.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# YASGUI's table writes one style into the page, always the same.
_TABLE_OF_YASGUI = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
#: The same for the page of the editor.
EDITOR = POLICY.replace("style-src 'self'", f"style-src 'self' {_TABLE_OF_YASGUI}")
# Marks that turn or hide what stands beside them; white space stays, for what is set as it came.
_DECEPTIVE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_KEPT = frozenset("\n\t")


def rendered(template: str, *, status: int = 200, policy: str = POLICY, **values: object) -> Reply:
    """A page from one of our templates."""
    text = _environment().get_template(template).render(**values)
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-cache", "Vary": "Accept"}
    return Reply(text.encode("utf-8", "replace"), HTML, status, headers)


def failed(status: int, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """A page that says why there is no other."""
    heading = {404: "Not here", 405: "Only read", 503: "Not now"}.get(status, "That did not work")
    page = rendered("failed.html", status=status, title=heading, message=message)
    return Reply(page.body, page.media_type, status, {**page.headers, **(headers or {})})


@cache
def static(name: str) -> str:
    """The address of one of our files, another one for every content."""
    return f"/static/{name}?v={sha256(STATIC[name][0].read_bytes()).hexdigest()[:12]}"


def clean(value: object) -> object:
    """A text without what a reader cannot see; anything else as it is."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    plain = _DECEPTIVE.sub("", value)
    return "".join(
        "\ufffd" if c not in _KEPT and unicodedata.category(c) in ("Cc", "Cs") else c for c in plain
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=clean,
    )
    environment.globals.update(static=static)
    environment.filters.update(
        shown=display.shown, link=display.link, in_url=lambda text: quote(str(text), safe="")
    )
    return environment

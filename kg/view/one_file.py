"""A page that is complete in one file, under a policy that lets nothing but our own style and script run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..resources import TEMPLATES
from .html import Page


def one_file(template: str, *, styles: Sequence[str], scripts: Sequence[str], **values: object) -> Page:
    """The page that a template makes of some values; whatever text is among them stays text.

    Args:
        template: a file of kg/templates, like those in `styles` and `scripts`, which are put into the page.
        styles: one after the other, as one style.
        scripts: one after the other, as one script.
        values: what the template shows.
    """
    style, script = "".join(map(_text, styles)), "".join(map(_text, scripts))
    html = _templates().get_template(template)
    return Page(
        html.render(values, policy=_policy(style, script), style=Markup(style), script=Markup(script))
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy under which only these two run or style, and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _text(name: str) -> str:
    """A file of ours; line ends as a browser sees them, which the hash depends on."""
    return (TEMPLATES / name).read_text(encoding="utf-8")

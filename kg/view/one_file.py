"""A page that is complete in one file, under a policy that lets nothing but our own style and scripts run."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..resources import TEMPLATES


@dataclass(frozen=True, slots=True)
class Page:
    """Something to look at in a browser, complete in one file."""

    html: str

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page so that whoever has it open never sees half of one."""
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            unfinished.write_bytes(self.html.encode())
            os.replace(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)
        return target

    def _repr_html_(self) -> str:
        """The page in a frame of its own, for notebooks: it cannot reach the notebook."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
            f'title="kg" style="width:100%;height:680px;border:0" srcdoc="{escape(self.html)}"></iframe>'
        )


def one_file(
    template: str, *, styles: Sequence[str], scripts: Sequence[Sequence[str]], **values: object
) -> Page:
    """The page that a template makes of some values; whatever text is among them stays text.

    Args:
        template: a file of kg/templates, like those in `styles` and `scripts`, which are put into the page.
        styles: one after the other, as one style.
        scripts: for each script the files that make it, one after the other.
        values: what the template shows.
    """
    style, written = _joined(styles), tuple(map(_joined, scripts))
    html = _templates().get_template(template)
    return Page(
        html.render(
            values, policy=_policy(style, written), style=Markup(style), scripts=tuple(map(Markup, written))
        )
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


def _policy(style: str, scripts: Iterable[str]) -> str:
    """A Content-Security-Policy under which only these run or style, and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _joined(names: Iterable[str]) -> str:
    return "".join(map(_text, names))


@cache
def _text(name: str) -> str:
    """A file of ours or a vendored one; line ends as a browser sees them, which the hash depends on."""
    return (TEMPLATES / name).read_text(encoding="utf-8")

"""The network as `kg view` draws it, of all or around one entity."""

from __future__ import annotations

import re
from html import unescape

from ..reply import HTML, Refused, Reply
from ..working import Desk, Given

_POLICY = re.compile(r'Content-Security-Policy" content="([^"]*)"')
_DEEPEST = 5


def page(desk: Desk, given: Given) -> Reply:
    """The network, or what lies within ``depth`` steps of whom ``about`` names.

    Raises:
        QueryError: nobody is called so.
        Refused: the depth is no small number.
    """
    about = str(given.get("about") or "") or None
    depth = str(given.get("depth") or "1")
    if not depth.isascii() or not depth.isdecimal() or not 0 < int(depth[:3]) <= _DEEPEST:
        raise Refused(400, f"depth is a number from 1 to {_DEEPEST}.")
    made = desk.store.view(about, int(depth))
    # The page names the hashes of its own scripts and styles; the header says the same and keeps it unframed.
    policy = _POLICY.search(made.html)
    assert policy is not None
    headers = {"Content-Security-Policy": f"{unescape(policy[1])}; frame-ancestors 'none'"}
    return Reply(made.html.encode(), HTML, headers=headers)

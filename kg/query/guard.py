"""What a query may not do: reach the network or change the graph."""

from __future__ import annotations

import re

from ..errors import QueryError

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
# Read from the raw text, strings and comments included: what must first tell strings from code can be fooled.
# A variable or a prefixed name may end in the word; "trueSERVICE<" may not: pyoxigraph reads a keyword there.
_SERVICE = re.compile(
    rf"(?P<name>[?$:]?)[\w-]{{0,64}}service(?={_GAP}(?:silent{_GAP})?(?:<|[?$]|[\w.-]*:))", re.IGNORECASE
)
_PROLOGUE = re.compile(
    r"(?:\s|#[^\n\r]*(?:[\n\r]|$)|PREFIX\s+[\w.-]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE
)
_UPDATE = re.compile(r"(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE)

# pyoxigraph reads brackets by recursion: thousands of them end the process.
_DEEPEST = 200


def checked(query: str) -> str:
    """The query itself, once it is sure that it only reads this graph."""
    plain = _ESCAPE.sub(_character, query)
    if not all(found["name"] for found in _SERVICE.finditer(plain)):
        raise QueryError(
            "SERVICE is refused: a query may not reach the network. Where the word only stands in a text, "
            "bind the text as a value."
        )
    if _depth(plain) > _DEEPEST:
        raise QueryError(f"The query is nested more than {_DEEPEST} brackets deep. Ask in smaller steps.")
    start = _PROLOGUE.match(plain)
    update = _UPDATE.match(plain, start.end() if start else 0)
    if update:
        raise QueryError(
            f"{update[1].upper()} is refused: a query reads the graph and cannot change it. Use kg build."
        )
    return query


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code < 0x110000 else ""


def _depth(query: str) -> int:
    """How deep brackets are nested, those in strings included."""
    deepest = depth = 0
    for character in query:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}":
            depth = max(0, depth - 1)
    return deepest

"""What cannot be followed in a file of people: refused when it is read, gathered when it is checked."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import KgError

#: What is done about a problem: raise it, or note it and go on without the entry.
Report = Callable[[KgError], None]


def refuse(problem: KgError) -> None:
    """Read no further."""
    raise problem

"""What happened when, as `kg view` shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from ...view import Page
from ..reply import Refused, Reply
from ..working import Desk, Given
from .whole import as_part_of_the_site


def page(desk: Desk, given: Given) -> Reply:
    """The timeline, or that of whom ``about`` names.

    Raises:
        QueryError: nobody is called so.
        Refused: there are no timelines.
    """
    if not hasattr(desk.store, "timeline"):
        raise Refused(404, "There is no timeline here.")
    about = str(given.get("about") or "") or None
    made = cast(Callable[[str | None], Page], getattr(desk.store, "timeline"))  # noqa: B009
    return as_part_of_the_site(made(about), "Timeline", **({"All": "/timeline"} if about else {}))

"""What happened when, as `kg view` shows it."""

from __future__ import annotations

from functools import partial

from ...view import timeline_page
from ..reply import Reply
from ..working import Desk, Given
from .paths import path
from .whole import as_part_of_the_site


def page(desk: Desk, given: Given) -> Reply:
    """The timeline, or that of whom ``about`` names.

    Raises:
        QueryError: nobody is called so.
    """
    about = str(given.get("about") or "") or None
    return as_part_of_the_site(
        timeline_page(desk.store, about, partial(path, base=desk.base)),
        "Timeline",
        **({"All": "/timeline"} if about else {}),
    )

"""Who is said to hold, to have held or to be about to hold which role, in which body, by which words.

The rules: ``apposition`` ("Ada Hale, the minister,"), ``descriptor`` ("minister Ada Hale"), ``title``
("Councillor Hale"), ``letters`` ("Ada Hale MP"), ``party`` ("the Lantern MP Ada Hale" is of that party),
``predicate`` ("Hale is the chair"), ``verb`` ("was elected mayor", "resigned as leader"), ``implied``
("the review, chaired by Hale"), ``event`` ("her appointment as clerk"), ``frame`` ("in her role as clerk")
and ``as`` ("As mayor, Hale opened …"). The words that call them up are data: ontology/roles.ttl.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...model import Passage, RoleAttestation
from ..knowledge import Knowledge
from ..nested import Quotes
from ..reading import Reading
from ..referents import Resolved
from .beside import beside_names
from .implied import implied_roles
from .scene import Scene
from .told import told_roles

__all__ = ["find_roles"]


def find_roles(
    reading: Reading, resolved: Resolved, quotes: Quotes, knowledge: Knowledge
) -> Iterator[RoleAttestation]:
    """Yield what the passages of an article say of roles held: each passage once for each person."""
    scene = Scene(reading, resolved, quotes, knowledge)
    seen: set[tuple[str, Passage]] = set()
    for found in chain(beside_names(scene), told_roles(scene), implied_roles(scene)):
        if (found.person, found.words) not in seen:
            seen.add((found.person, found.words))
            yield found

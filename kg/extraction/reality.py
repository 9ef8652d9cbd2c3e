"""How real a happening is according to whoever tells it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Degree, Modality, Polarity


@dataclass(frozen=True, slots=True)
class Reality:
    """Modality and polarity of a clause, and whether its teller vouches for it, as an edge needs."""

    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.POSITIVE
    asserted: bool = True
    degree: Degree | None = None

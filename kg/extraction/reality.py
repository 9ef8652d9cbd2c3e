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

    @property
    def happened(self) -> bool:
        """Whether it is told as something that is or was so, denied nowhere."""
        return self.modality is Modality.ACTUAL and self.polarity is Polarity.POSITIVE


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a clause: the modality it lends, whether it denies it, whether it vouches for it."""

    modality: Modality | None = None
    negative: bool = False
    asserted: bool = True
    degree: Degree | None = None


#: A main clause, and whatever is presupposed as firmly.
MAIN = Frame()
#: A clause that nobody is known to vouch for.
UNVOUCHED = Frame(asserted=False)

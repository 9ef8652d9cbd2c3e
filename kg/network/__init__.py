"""A graph as a network: entities joined by the edges that passed the truth gate, each with its sources."""

from .choice import Choice, Choosing
from .edges import SPOKE_ABOUT, network
from .entities import KINDS, named
from .sources import Mark, Source

__all__ = ["KINDS", "SPOKE_ABOUT", "Choice", "Choosing", "Mark", "Source", "named", "network"]

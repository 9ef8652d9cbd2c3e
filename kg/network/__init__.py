"""A graph as a network: entities joined by the edges that passed the truth gate, each with its sources."""

from .choice import Choice, Choosing
from .edges import neighbours, network
from .entities import KINDS, named
from .sources import Mark, Source
from .ties import SPOKE_ABOUT

__all__ = ["KINDS", "SPOKE_ABOUT", "Choice", "Choosing", "Mark", "Source", "named", "neighbours", "network"]

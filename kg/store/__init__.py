"""Where graphs are kept, questioned and saved."""

from .archive import Archive, Change, Snapshot, find, removed
from .loading import load
from .memory import Store

__all__ = ["Archive", "Change", "Snapshot", "Store", "find", "load", "removed"]

"""A store on disk: one writer, any number of readers, whole articles after any crash."""

from .batches import Brought
from .ledger import Source
from .reading import Snapshot, find, opened
from .writing import Archive, Change, removed

__all__ = ["Archive", "Brought", "Change", "Snapshot", "Source", "find", "opened", "removed"]

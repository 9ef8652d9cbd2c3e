"""Where graphs are kept, questioned and saved."""

from .archive import Archive, Change, Snapshot
from .loading import find, load, load_local, removed
from .memory import Store
from .remote import Endpoint, Remote, is_remote

__all__ = [
    "Archive",
    "Change",
    "Endpoint",
    "Remote",
    "Snapshot",
    "Store",
    "find",
    "is_remote",
    "load",
    "load_local",
    "removed",
]

"""What people have decided about who is who: read from a plain-text file, applied to every extraction."""

from .apply import Applied, apply
from .grammar import parse, read
from .nouns import Decision, Decisions, Merge, Reference, Rename, SameAs, Split
from .place import beside
from .rulings import Rulings
from .unmatched import Unmatched

__all__ = [
    "Applied",
    "Decision",
    "Decisions",
    "Merge",
    "Reference",
    "Rename",
    "Rulings",
    "SameAs",
    "Split",
    "Unmatched",
    "apply",
    "beside",
    "parse",
    "read",
]

"""Turn news articles into a graph you can question, with the words that back each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .flow import build, extract
    from .model import Article, Entity, Event, Extraction, Mention, Passage, Quote, Statement
    from .store import Snapshot, Store, load

__all__ = [
    "Article",
    "Entity",
    "Event",
    "Extraction",
    "Mention",
    "Passage",
    "Quote",
    "Snapshot",
    "Statement",
    "Store",
    "build",
    "extract",
    "load",
]

#: What is imported on first use, so that `import kg` stays fast: spaCy takes most of a second.
_LATER = {
    **dict.fromkeys(("build", "extract"), "flow"),
    **dict.fromkeys(("Snapshot", "Store", "load"), "store"),
    **dict.fromkeys(
        ("Article", "Entity", "Event", "Extraction", "Mention", "Passage", "Quote", "Statement"), "model"
    ),
}


def __getattr__(name: str) -> object:
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(f".{_LATER[name]}", __name__), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")

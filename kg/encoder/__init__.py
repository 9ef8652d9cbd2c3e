"""One small network that reads a paragraph, as an ordinary part of a spaCy pipeline.

The factory is imported on first use: `kg.encoder.lemmas` and the rules of sentence borders do not need spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .component import make_encoder

__all__ = ["MENTION_HEADS", "make_encoder"]

#: Where a Doc of spaCy's keeps the words that head mentions, each with its type.
MENTION_HEADS = "mention_heads"


def __getattr__(name: str) -> object:
    if name == "make_encoder":
        from . import component

        return getattr(component, name)
    raise AttributeError(f"module 'kg.encoder' has no attribute {name!r}")

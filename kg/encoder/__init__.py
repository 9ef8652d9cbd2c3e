"""One small network that reads a paragraph, as an ordinary part of a spaCy pipeline.

The factory is imported on first use: `kg.encoder.lemmas` and the rules of sentence borders do not need spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .component import make_encoder

__all__ = ["make_encoder"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from . import component

        return getattr(component, name)
    raise AttributeError(f"module 'kg.encoder' has no attribute {name!r}")

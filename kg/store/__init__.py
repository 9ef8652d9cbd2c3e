"""Where graphs are kept, questioned and saved."""

from .memory import Store, load

__all__ = ["Store", "load"]

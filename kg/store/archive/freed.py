"""Memory that is free, handed back to the system: a long build would keep the most that it ever held.

RocksDB works in threads of its own, each with a pool of its own; glibc hands back what is free in
them when asked (malloc_trim(3)). Elsewhere nothing is done.
"""

from __future__ import annotations

import ctypes
import sys


def hand_back() -> None:
    """Hand back to the system what is free, where the C library can."""
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # not with musl
        trim(0)

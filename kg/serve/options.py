"""What is served, to whom, and within which bounds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: Names by which this machine calls itself.
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class Options:
    """How a graph is served."""

    graph: Path
    host: str = "127.0.0.1"
    port: int = 8000
    """0 takes a free one."""
    timeout: float = 5.0
    """Seconds after which a query is ended."""
    limit: int = 10_000
    """The most rows or triples of an answer."""
    memory: int = 2048
    """The most megabytes of memory that one question may take, beside those of the graph."""
    names: tuple[str, ...] = ()
    """Host names that requests may ask for, beside those of the loopback and `host`."""
    cors: str = "*"
    """Whose pages may read answers in a browser; empty for nobody else's."""

    @property
    def hosts(self) -> frozenset[str]:
        """Every host name that a request may ask for, in lower case."""
        return LOOPBACK | {name.lower().strip("[]") for name in (self.host, *self.names)}

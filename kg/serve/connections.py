"""Connections that ask for nothing: uvicorn would keep them for ever, and a machine has few."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds within which a request has to be there, with all of its headers.
PATIENCE = 10.0
#: The most connections; one more takes the place of the one that has been idle for longest.
MOST = 800


class Connection(H11Protocol):
    """HTTP/1.1 with somebody who does not keep others from coming in."""

    _began: float = 0.0
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Wait for a first request."""
        super().connection_made(transport)
        self._began = self.loop.time()
        self._wait()
        if len(self.connections) > MOST:
            others = (c for c in self.connections if isinstance(c, Connection) and c is not self)
            idle = (other for other in others if other.is_idle and not other.transport.is_closing())
            min(idle, key=lambda other: other._began, default=self).transport.close()

    def data_received(self, data: bytes) -> None:
        """Take what was sent, and wait for the rest if it is no request yet."""
        super().data_received(data)
        if self.is_idle and self._timer is None:
            self._began = self.loop.time()
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        if self._timer is not None:
            self._timer.cancel()
        super().connection_lost(exc)

    @property
    def is_idle(self) -> bool:
        """Whether no request of this connection is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def _wait(self) -> None:
        self._timer = self.loop.call_later(PATIENCE, self._look, self.cycle)

    def _look(self, before: object) -> None:
        """Close if nothing was asked since; one who has asked may take his time between two requests."""
        self._timer = None
        if self.is_idle and self.cycle is before:
            self.transport.close()
        elif self.is_idle:
            self._wait()

"""Who is answered next: a fast lane for questions that have just begun, a slow one for those that last."""

from __future__ import annotations

import asyncio
import os

from .reply import Refused

#: Questions that are answered at the same time in either lane.
FAST = 4 + (os.cpu_count() or 1)
SLOW = 16
#: Questions that wait for their turn.
_WAITING = 500


class Lanes:
    """The two lanes; a question begins in the fast one."""

    def __init__(self) -> None:
        """Begin with nobody in either lane; to be made where a loop runs."""
        self._fast = asyncio.Semaphore(FAST)
        self._slow = 0
        self._waiting = 0

    async def enter(self, timeout: float) -> Place:
        """A place in the fast lane, as soon as there is one.

        Raises:
            Refused: there is none within so many seconds, or too many wait already.
        """
        refusal = Refused(503, "Too many questions wait already. Ask again in a moment.", Retry_After="1")
        if self._waiting >= _WAITING:
            raise refusal
        self._waiting += 1
        try:
            async with asyncio.timeout(timeout):
                await self._fast.acquire()
        except TimeoutError:
            raise refusal from None
        finally:
            self._waiting -= 1
        return Place(self)

    def move(self) -> bool:
        """Let one go over to the slow lane, if there is room in it: then the next may begin."""
        if self._slow >= SLOW:
            return False
        self._slow += 1
        self._fast.release()
        return True

    def leave(self, *, is_slow: bool) -> None:
        """Take note that one has left its lane."""
        if is_slow:
            self._slow -= 1
        else:
            self._fast.release()


class Place:
    """The place of one question."""

    def __init__(self, lanes: Lanes) -> None:
        """Stand in the fast lane."""
        self._lanes = lanes
        self._is_slow = False

    def step_aside(self) -> None:
        """Go over to the slow lane, if there is room in it."""
        self._is_slow = self._is_slow or self._lanes.move()

    def leave(self) -> None:
        """Make room for the next."""
        self._lanes.leave(is_slow=self._is_slow)

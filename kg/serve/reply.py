"""What a worker answers: a status, a few headers and a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import KgError

HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of HTTP, without what the server itself adds to it."""

    body: bytes
    media_type: str = HTML
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Refused(KgError):
    """A request that is not answered; the message says why, and what would be."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        """Refuse with a status of HTTP and a sentence; headers with _ for -."""
        super().__init__(message)
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def reply(self) -> Reply:
        """The refusal as an answer in plain text."""
        return Reply(f"{self}\n".encode(), TEXT, self.status, self.headers)

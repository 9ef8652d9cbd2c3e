"""What is checked of every request, and said with every answer, before anything else."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(:\d{1,5})?")
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: For what is no page: nothing in it may run or be fetched, should a browser ever show it.
_NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"


class Door:
    """Lets in requests for our names only: a page elsewhere that gives its own name our address stays out."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        """Stand before an application that has some names, in lower case."""
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Content-Security-Policy", _NOTHING)
            await send(message)

        if self._is_ours(Headers(scope=scope).getlist("host")):
            await self._app(scope, receive, send_safely)
        else:
            refusal = PlainTextResponse(
                "This server does not go by that name. Others are allowed with: kg serve --name\n", 400
            )
            await refusal(scope, receive, send_safely)

    def _is_ours(self, given: list[str]) -> bool:
        found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        return found is not None and found["name"].lower().removesuffix(".").strip("[]") in self._hosts

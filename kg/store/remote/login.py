"""Telling an endpoint who asks: by token, or by user and password in the way that it wants."""

from __future__ import annotations

from typing import Any

from requests import PreparedRequest, Response
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from .addresses import Addresses


class Login(HTTPDigestAuth):
    """Sends a token at once; a password only to an endpoint that asks for one."""

    def __init__(self, addresses: Addresses) -> None:
        """Log in with what the addresses hold, if anything."""
        # As bytes where Basic wants them, as text for Digest: requests would take other letters for Latin-1.
        super().__init__(addresses.user or "", addresses.password or "")
        self._basic = HTTPBasicAuth((addresses.user or "").encode(), (addresses.password or "").encode())
        self._has_user = addresses.user is not None
        self._token = addresses.token
        self._is_basic = False

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """The request with what is known to open the endpoint."""
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        elif self._is_basic:
            return self._basic(request)
        elif self._has_user:
            return super().__call__(request)
        return request

    def handle_401(self, r: Response, **kwargs: Any) -> Response:
        """The answer to the same request with the password, where it was asked for."""
        wanted = r.headers.get("WWW-Authenticate", "").lower()
        if r.status_code != 401 or "digest" in wanted or "basic" not in wanted:
            return super().handle_401(r, **kwargs)
        self._is_basic = True
        r.content  # noqa: B018 - read to its end, so that the connection can be used again
        r.close()
        sent: Response = r.connection.send(self._basic(r.request.copy()), **kwargs)
        sent.history.append(r)
        return sent

"""Where an endpoint is asked and written, and who asks: from its URL and the environment."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from typing import TypeGuard
from urllib.parse import urlsplit

from ...errors import StoreError

#: What the environment may say: each name with its meaning.
VARIABLES = {
    "KG_REMOTE_UPDATE": "the URL for SPARQL Update, where it is not known from that of the endpoint",
    "KG_REMOTE_GRAPHS": "the URL of the Graph Store Protocol; without it graphs are written by SPARQL Update",
    "KG_REMOTE_USER": "the user, for Basic or Digest authentication",
    "KG_REMOTE_PASSWORD": "the user's password",
    "KG_REMOTE_TOKEN": "a bearer token, in place of user and password",
    "KG_REMOTE_TIMEOUT": "seconds to wait for an answer; 120 if not given",
}
_SECONDS = 120.0
_GRAPHDB = re.compile(r"/repositories/[^/]+$")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The URLs of one endpoint and the secrets that open it; a secret is never shown."""

    query: str
    update: str
    graphs: str | None = None
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    timeout: float = _SECONDS

    @property
    def shown(self) -> str:
        """The endpoint as it may stand in a message: without what follows a question mark."""
        return self.query.partition("?")[0]

    def without_secrets(self, text: str) -> str:
        """A text that came from elsewhere, with each secret that it repeats blotted out."""
        basic = b64encode(f"{self.user}:{self.password}".encode()).decode() if self.password else None
        for secret in (self.password, self.token, basic):
            if secret:
                text = text.replace(secret, "…")
        return text


def is_remote(where: str | PathLike[str]) -> TypeGuard[str]:
    """Whether a graph is kept behind a URL and not in a file."""
    return isinstance(where, str) and where.lower().startswith(("http://", "https://"))


def addresses(url: str, environment: Mapping[str, str] | None = None) -> Addresses:
    """The addresses of an endpoint.

    Args:
        url: of the endpoint for queries.
        environment: where the `VARIABLES` stand; those of this process if not given.

    Raises:
        StoreError: a URL is none, or has a password in it; or the seconds are no number.
    """
    given = os.environ if environment is None else environment
    user, password = given.get("KG_REMOTE_USER"), given.get("KG_REMOTE_PASSWORD")
    update = given.get("KG_REMOTE_UPDATE") or _update(url, has_user=bool(user))
    graphs = given.get("KG_REMOTE_GRAPHS") or None
    for address in (url, update, *((graphs,) if graphs else ())):
        _check(address)
    try:
        timeout = float(given.get("KG_REMOTE_TIMEOUT") or _SECONDS)
        if not 0 < timeout < 1e6:
            raise ValueError
    except ValueError:
        raise StoreError(
            "KG_REMOTE_TIMEOUT is no number of seconds above 0. Give one, such as 120."
        ) from None
    return Addresses(url, update, graphs, user, password, given.get("KG_REMOTE_TOKEN") or None, timeout)


def _update(url: str, *, has_user: bool) -> str:
    """Where engines that keep to a custom take updates."""
    if url.endswith("/query"):  # Oxigraph, Fuseki, Stardog
        return f"{url.removesuffix('query')}update"
    if _GRAPHDB.search(url):
        return f"{url}/statements"
    if url.endswith("/sparql") and has_user and urlsplit(url).path == "/sparql":  # Virtuoso
        return f"{url}-auth"
    return url


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise StoreError("The URL of the endpoint is none: its host or port cannot be read.") from None
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            f"The URL of {host} has a user or a password in it, which others could see. "
            "Set KG_REMOTE_USER and KG_REMOTE_PASSWORD in the environment and take them off the URL."
        )
    if not host or not is_remote(address):
        raise StoreError("The URL of an endpoint begins with http:// or https:// and names a host.")

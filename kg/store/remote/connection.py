"""Talking to an endpoint: what fails for a moment is tried again, what fails for good becomes one line."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from ...errors import QueryError, StoreError
from .addresses import Addresses

if TYPE_CHECKING:
    from requests import Response, Session

#: Seconds to wait before each further try.
PAUSES: Sequence[float] = (0.5, 1.0, 2.0, 4.0)
#: More than this is not waited for, whatever the endpoint asks for.
_LONGEST_PAUSE = 60.0
_SECONDS_TO_CONNECT = 10.0
_TRY_AGAIN = frozenset((408, 425, 429, *range(500, 600)))
_FORM = "application/x-www-form-urlencoded"
_Read = TypeVar("_Read")


class Connection:
    """One endpoint, spoken to by SPARQL 1.1 Protocol and, where it is named, Graph Store Protocol."""

    def __init__(self, addresses: Addresses) -> None:
        """Nothing is sent yet."""
        self.addresses = addresses
        self._session: Session | None = None

    def __repr__(self) -> str:
        """The endpoint without secrets."""
        return f"<Connection to {self.addresses.shown}>"

    def query(
        self,
        text: str,
        *,
        accept: str,
        read: Callable[[Response], _Read],
        default_graphs: Iterable[str] = (),
        named_graphs: Iterable[str] = (),
    ) -> _Read:
        """What `read` makes of the answer to a query.

        Args:
            text: the query.
            accept: media types of the answer.
            read: called with the answer, again if the connection breaks meanwhile.
            default_graphs: what the query sees merged; what the endpoint thinks right if there are none.
            named_graphs: what the query sees after GRAPH.

        Raises:
            QueryError: the endpoint does not understand the query.
            StoreError: there is no answer.
        """
        fields = [("query", text)]
        fields += [("default-graph-uri", graph) for graph in default_graphs]
        fields += [("named-graph-uri", graph) for graph in named_graphs]
        headers = {"Accept": accept}
        return self._sent("POST", self.addresses.query, urlencode(fields).encode(), headers, read=read)

    def update(self, text: str) -> None:
        """Carry out an update, which must come to the same if it is carried out twice.

        Raises:
            StoreError: the endpoint does not do it.
        """
        body = urlencode({"update": text}).encode()
        self._sent("POST", self.addresses.update, body, {"Accept": "*/*"}, read=_nothing)

    def put(self, graph: str, triples: bytes) -> None:
        """Put N-Triples in the place of a named graph by the Graph Store Protocol.

        Raises:
            StoreError: the endpoint does not do it.
        """
        address = self.addresses.graphs
        assert address is not None
        # Every N-Triples file is Turtle, which the protocol demands of every endpoint.
        headers = {"Content-Type": "text/turtle; charset=utf-8"}
        self._sent("PUT", address, triples, headers, params={"graph": graph}, read=_nothing)

    def _sent(
        self,
        method: str,
        address: str,
        body: bytes,
        headers: dict[str, str],
        *,
        params: dict[str, str] | None = None,
        read: Callable[[Response], _Read],
    ) -> _Read:
        import requests

        if self._session is None:
            self._session = _session(self.addresses)
        timeout = self.addresses.timeout
        for pause in (*PAUSES, None):
            asked_for = 0.0
            try:
                with self._session.request(
                    method,
                    address,
                    params=params,
                    data=body,
                    headers={"Content-Type": _FORM, **headers},
                    timeout=(min(_SECONDS_TO_CONNECT, timeout), timeout),
                    stream=True,
                    allow_redirects=False,
                ) as answer:
                    if answer.status_code not in _TRY_AGAIN:
                        self._check(answer)
                        return read(answer)
                    failure = self._said(answer)
                    asked_for = _seconds(answer.headers.get("Retry-After", ""))
            except requests.Timeout:
                failure = f"there is no answer within {timeout:g} seconds"
            except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as problem:
                failure = f"it cannot be reached, or breaks off ({_kind(problem)})"
            except requests.RequestException as problem:
                raise StoreError(f"{self.addresses.shown} cannot be asked: {_kind(problem)}.") from None
            if pause is not None:
                time.sleep(min(max(pause, asked_for), _LONGEST_PAUSE))
        raise StoreError(
            f"{self.addresses.shown} does not answer, tried {len(PAUSES) + 1} times: {failure}. "
            "What was written is safe. See that the endpoint runs, and run the same command again."
        )

    def _check(self, answer: Response) -> None:
        where, status = self.addresses.shown, answer.status_code
        if status in (200, 201, 202, 204):
            return
        if status in (401, 403):
            raise StoreError(
                f"{where} refuses this ({status}). Set KG_REMOTE_USER and KG_REMOTE_PASSWORD, or "
                "KG_REMOTE_TOKEN, in the environment, and see what that user may do."
            )
        if 300 <= status < 400:
            raise StoreError(f"{where} has moved ({status}). Give its new address.")
        if status == 404:
            raise StoreError(f"{where} has nothing there (404). See which path the endpoint has.")
        raise QueryError(f"{where} does not understand this: {self._said(answer)}.")

    def _said(self, answer: Response) -> str:
        """The status of an answer and the first words of its body."""
        words = " ".join(self.addresses.without_secrets(answer.text).split()).rstrip(".")
        return f"{answer.status_code} {words[:200]}".strip()


def _session(addresses: Addresses) -> Session:
    from requests import Session

    from .login import Login

    session = Session()
    # Set even where nobody logs in: else a .netrc file would be looked into.
    session.auth = Login(addresses)
    return session


def _nothing(answer: Response) -> None:
    answer.content  # noqa: B018 - read to its end, so that the connection can be used again


def _kind(problem: Exception) -> str:
    """What kind of failure it was; its words may repeat the URL and all that is in it."""
    return type(problem).__name__


def _seconds(text: str) -> float:
    return float(text) if text.isdecimal() else 0.0

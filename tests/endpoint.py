"""A small SPARQL endpoint for the tests: pyoxigraph behind HTTP, which fails when it is told to."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

#: What a request may meet besides being answered. An update that is "torn" is cut after its first step, one
#: that is "lost" is carried out and never confirmed.
FAULTS = ("500", "503", "slow", "lost", "torn", "half", "html")


@dataclass
class Endpoint:
    """An endpoint that runs: its address, its store, and what it was asked."""

    url: str = ""
    store: ox.Store = field(default_factory=ox.Store)
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Kind (query, update or put) and text of each."""
    fault: Callable[[str, int], str | None] = lambda kind, number: None
    """Told the kind of a request and how many of its kind came before: which of `FAULTS` it meets."""
    login: tuple[str, str] | None = None

    @property
    def graphs(self) -> str:
        """The address of the Graph Store Protocol."""
        return self.url.replace("/query", "/graphs")

    def count(self, kind: str) -> int:
        """How many requests of a kind have come."""
        return sum(known == kind for known, _ in self.requests)


@contextmanager
def running() -> Iterator[Endpoint]:
    """An endpoint on a free port of this machine, until the context is left."""
    endpoint = Endpoint()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # headers and body in one piece: else each answer waits for the other side

        def do_POST(self) -> None:
            fields = parse_qs(self._body().decode())
            kind = "update" if "update" in fields else "query"
            self._meet(kind, fields[kind][0], fields)

        def do_PUT(self) -> None:
            fields = {**parse_qs(urlsplit(self.path).query), "body": [self._body().decode()]}
            self._meet("put", fields["graph"][0], fields)

        def _body(self) -> bytes:
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))

        def _meet(self, kind: str, text: str, fields: dict[str, list[str]]) -> None:
            with lock:
                number = endpoint.count(kind)
                endpoint.requests.append((kind, text))
            if endpoint.login is not None:
                wanted = "Basic " + b64encode(":".join(endpoint.login).encode()).decode()
                given = self.headers.get("Authorization", "")
                if given != wanted:
                    self._answer(401, f"not you: {given}", **{"WWW-Authenticate": 'Basic realm="graphs"'})
                    return
            fault = endpoint.fault(kind, number)
            if fault in ("500", "503"):
                self._answer(int(fault), "out of order")
            elif fault == "html":
                self._answer(200, "<p>Hello", **{"Content-Type": "text/html"})
            elif fault == "torn":
                endpoint.store.update(text.split(" ;\n")[0])
                self._answer(500, "cut")
            else:
                if fault == "slow":
                    time.sleep(1.5)
                try:
                    content, headers = getattr(self, f"_{kind}")(fields)
                except SyntaxError as problem:
                    self._answer(400, str(problem))
                    return
                if fault == "lost":
                    self.close_connection = True
                elif fault == "half":
                    self._answer(200, content, cut=True, **headers)
                else:
                    self._answer(200, content, **headers)

        def _query(self, fields: dict[str, list[str]]) -> tuple[str, dict[str, str]]:
            default, named = fields.get("default-graph-uri"), fields.get("named-graph-uri")
            found = endpoint.store.query(
                fields["query"][0],
                default_graph=None if default is None else list(map(ox.NamedNode, default)),
                named_graphs=None if default is None else list(map(ox.NamedNode, named or [])),
            )
            if isinstance(found, ox.QueryTriples):
                content = (found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"").decode()
                return content, {"Content-Type": "application/n-triples"}
            content = (found.serialize(format=ox.QueryResultsFormat.JSON) or b"").decode()
            return content, {"Content-Type": "application/sparql-results+json"}

        def _update(self, fields: dict[str, list[str]]) -> tuple[str, dict[str, str]]:
            endpoint.store.update(fields["update"][0])
            return json.dumps("done"), {}

        def _put(self, fields: dict[str, list[str]]) -> tuple[str, dict[str, str]]:
            graph = ox.NamedNode(fields["graph"][0])
            endpoint.store.remove_graph(graph)
            endpoint.store.load(fields["body"][0].encode(), format=ox.RdfFormat.TURTLE, to_graph=graph)
            return "", {}

        def _answer(self, status: int, content: str, cut: bool = False, **headers: str) -> None:
            body = content.encode()
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2] if cut else body)
            except OSError:  # whoever asked has given up
                self.close_connection = True
            if cut:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    endpoint.url = f"http://127.0.0.1:{server.server_port}/query"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""The routes: what is asked for under which address, and which job answers it."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..errors import ServeError
from ..query import PREFIXES
from . import description, formats, protocol
from .accept import best
from .hosts import Door
from .options import Options
from .pages import html, network, questions
from .pool import Pool
from .reply import Refused, Reply
from .sparql import LIMITED

#: Seconds that a whole graph may take, and a page of ours.
_LONG, _PAGE = 60.0, 30.0
#: Pages that ask no question of a stranger.
_OURS = frozenset(("article", "entity", "neighbours", "network", "overview", "timeline"))
#: Pages that are kept, and the most bytes of one.
_KEPT, _SMALL = 50, 1_000_000
_READ = ("GET", "HEAD")
_ALLOWED = "GET, HEAD, OPTIONS"
#: Seconds within which the whole body of a request has to be there.
_SENT = 30.0
_ANSWERS = tuple(dict.fromkeys((*formats.ROWS, *formats.TRIPLES)))


class Site:
    """The pages and endpoints of one graph."""

    def __init__(self, options: Options, pool: Pool) -> None:
        """Answer with the workers of a pool."""
        self._options = options
        self._pool = pool
        self._pages: OrderedDict[str, Reply] = OrderedDict()

    def app(self) -> Starlette:
        """The site as an ASGI application."""
        methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        routes = {
            "/": self.overview,
            "/entity": self.entity,
            "/entity/{key:path}": self.entity,
            "/article/{key:path}": self.article,
            "/network": self.network,
            "/network/neighbours": self.neighbours,
            "/timeline": self.timeline,
            "/questions": self.questions,
            "/questions/{name}": self.question,
            "/sparql": self.sparql,
            "/store": self.store,
            "/static/{name}": self.static,
            "/{anything:path}": self.nothing,
        }
        return Starlette(
            routes=[Route(path, endpoint, methods=methods) for path, endpoint in routes.items()],
            middleware=[Middleware(Door, hosts=self._options.hosts)],
        )

    async def overview(self, request: Request) -> Response:
        """``/``: the overview, or what ``q`` finds."""
        return await self._page(request, "overview", {"q": request.query_params.get("q", "")})

    async def entity(self, request: Request) -> Response:
        """``/entity/KEY``, ``/entity?iri=…``: one entity, as a page or as RDF."""
        given = {
            "key": request.path_params.get("key", ""),
            "iri": request.query_params.get("iri", ""),
            "page": request.query_params.get("page", ""),
            "accept": _accept(request, {"ttl": "text/turtle", "jsonld": "application/ld+json",
                                        "nt": "application/n-triples"}),
        }  # fmt: skip
        return await self._page(request, "entity", given, is_shared=True)

    async def article(self, request: Request) -> Response:
        """``/article/KEY``: one article."""
        given = {"key": request.path_params["key"], "list": request.query_params.get("list", "")}
        return await self._page(request, "article", given)

    async def network(self, request: Request) -> Response:
        """``/network``: the network, or what is around ``about`` within ``depth`` steps."""
        return await self._page(request, "network", _given(request, "about", "depth", "whole"))

    async def neighbours(self, request: Request) -> Response:
        """``/network/neighbours``: what that page adds around ``about``; the body tells whom it has."""
        try:
            given = _given(request, "about")
            if request.method == "POST":
                # Of a page of another site, a browser asks first whether it may send this: it may not.
                if not (request.headers.get("content-type") or "").startswith("application/json"):
                    raise Refused(415, "The body is application/json.")
                given |= network.posted(await _body(request))
            elif request.method not in _READ:
                raise Refused(405, "A network is only read.", Allow="GET, HEAD, POST")
            limit = max(_PAGE, self._options.timeout)
            return await self._asked(request, "neighbours", given, timeout=limit)
        except Refused as refusal:
            return _response(refusal.reply())

    async def timeline(self, request: Request) -> Response:
        """``/timeline``: what happened when, to all or to whom ``about`` names."""
        return await self._page(request, "timeline", {"about": request.query_params.get("about", "")})

    async def questions(self, request: Request) -> Response:
        """``/questions``: the list of named questions."""
        if refusal := _only_read(request):
            return refusal
        return _response(questions.index())

    async def question(self, request: Request) -> Response:
        """``/questions/NAME``: a form and its answer."""
        given = {
            "name": request.path_params["name"],
            "values": {
                name: value for name, value in request.query_params.items() if name not in ("format", "page")
            },
            "format": request.query_params.get("format", ""),
            "page": request.query_params.get("page", ""),
        }
        return await self._page(request, "question", given)

    async def static(self, request: Request) -> Response:
        """``/static/NAME``: our scripts and styles."""
        if refusal := _only_read(request):
            return refusal
        found = html.STATIC.get(request.path_params["name"])
        if found is None:
            return _response(Refused(404, "There is no such file.").reply())
        file, media_type = found
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        return _response(Reply(file.read_bytes(), media_type, headers=headers))

    async def nothing(self, request: Request) -> Response:
        """Any other address."""
        return _refused(request, Refused(404, "There is no such page. Start at the first one."))

    async def sparql(self, request: Request) -> Response:
        """``/sparql``: the SPARQL 1.1 Protocol; without a query its description, for people an editor."""
        try:
            return self._cors(request, await self._sparql(request))
        except Refused as refusal:
            return self._cors(request, _response(refusal.reply()))

    async def _sparql(self, request: Request) -> Response:
        found = protocol.fields(request.scope["query_string"])
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        accept = request.headers.get("accept")
        if request.method == "POST":
            of_body = protocol.posted(request.headers.get("content-type"), await _body(request))
            found = {name: [*found.get(name, ()), *of_body.get(name, ())] for name in {**found, **of_body}}
        elif request.method not in _READ:
            raise Refused(405, "A query comes by GET or POST.", Allow="GET, HEAD, POST, OPTIONS")
        elif best(accept, (*_ANSWERS, "text/html")) == "text/html":
            return _response(
                html.rendered(
                    "sparql.html",
                    policy=html.EDITOR,
                    title="SPARQL",
                    limited=LIMITED,
                    prefixes=json.dumps(PREFIXES),
                )
            )
        elif "query" not in found and "update" not in found:
            return _response(description.described(str(request.url.replace(query="", fragment="")), accept))
        return await self._asked(request, "sparql", {**protocol.asked(found), "accept": accept})

    async def store(self, request: Request) -> Response:
        """``/store``: the Graph Store Protocol, as far as it reads."""
        try:
            return self._cors(request, await self._store(request))
        except Refused as refusal:
            return self._cors(request, _response(refusal.reply()))

    async def _store(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": "GET, HEAD, OPTIONS"})
        if request.method not in _READ:
            raise Refused(
                405, "This graph is only read. Change it with kg build.", Allow="GET, HEAD, OPTIONS"
            )
        found = protocol.fields(request.scope["query_string"])
        graphs = found.get("graph", [])
        if ("default" in found) + len(graphs) != 1:
            raise Refused(400, "Name one graph: ?default, or ?graph= with its IRI.")
        given = {
            "graph": protocol.iri(graphs[0]) if graphs else None,
            "accept": request.headers.get("accept"),
            "head": request.method == "HEAD",
        }
        return await self._asked(request, "graph", given, timeout=max(_LONG, self._options.timeout))

    async def _page(
        self, request: Request, job: str, given: Mapping[str, object], *, is_shared: bool = False
    ) -> Response:
        """A page, which may have been made before; with `is_shared` other sites may read it too."""
        if refusal := _only_read(request):
            return self._cors(request, refusal) if is_shared else refusal
        try:
            response = _response(await self._made(request, job, given))
        except Refused as refused:
            response = _refused(request, refused)
        return self._cors(request, response) if is_shared else response

    async def _made(self, request: Request, job: str, given: Mapping[str, object]) -> Reply:
        key = json.dumps((self._pool.state, job, given))
        reply = self._pages.pop(key, None)
        if reply is None:
            limit = max(_PAGE, self._options.timeout) if job in _OURS else None
            reply = await self._reply(request, job, given, limit)
        if reply.status >= 400:
            raise Refused(reply.status, reply.body.decode().strip(), **reply.headers)
        if len(reply.body) <= _SMALL:
            self._pages[key] = reply
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        return reply

    async def _asked(
        self, request: Request, job: str, given: Mapping[str, object], timeout: float | None = None
    ) -> Response:
        return _response(await self._reply(request, job, given, timeout))

    async def _reply(
        self, request: Request, job: str, given: Mapping[str, object], timeout: float | None = None
    ) -> Reply:
        """What a worker answers, unless whoever asked has gone away: then its work is ended."""
        asked = asyncio.create_task(self._pool.ask(job, given, timeout=timeout, is_ours=job in _OURS))
        gone = asyncio.create_task(_gone(request))
        try:
            await asyncio.wait((asked, gone), return_when=asyncio.FIRST_COMPLETED)
            if not asked.done():
                raise Refused(503, "Nobody waits for this answer any more.")
            return asked.result()
        except ServeError as problem:
            raise Refused(503, str(problem)) from problem
        finally:
            asked.cancel()
            gone.cancel()

    def _cors(self, request: Request, response: Response) -> Response:
        """The answer with leave for other sites' pages to read it, as far as the options give it."""
        if self._options.cors:
            headers = response.headers
            headers["Access-Control-Allow-Origin"] = self._options.cors
            headers["Access-Control-Expose-Headers"] = LIMITED
            if request.method == "OPTIONS":
                headers["Access-Control-Allow-Methods"] = headers.get("Allow", "GET, HEAD, OPTIONS")
                headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
                headers["Access-Control-Max-Age"] = "86400"
        return response


async def _gone(request: Request) -> None:
    """Wait until whoever asked has gone away; the body of the request is there already, or of no use."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _body(request: Request) -> bytes:
    """What was posted.

    Raises:
        Refused: it is too much, or takes too long to come.
    """
    found = bytearray()
    try:
        async with asyncio.timeout(_SENT):
            async for part in request.stream():
                found += part
                if len(found) > protocol.LONGEST:
                    raise Refused(413, f"A query has at most {protocol.LONGEST:,} bytes.", Connection="close")
    except TimeoutError:
        raise Refused(408, f"The query was not here after {_SENT:g} seconds.", Connection="close") from None
    return bytes(found)


def _given(request: Request, *names: str) -> dict[str, object]:
    """The parameters of a request for a network."""
    wanted = (*names, "min_sources", *network.CHOICES)
    return {name: request.query_params.get(name, "") for name in wanted}


def _accept(request: Request, by_name: Mapping[str, str]) -> str | None:
    """What a client takes: by the parameter ``format``, which links can hold, else by its header."""
    return by_name.get(request.query_params.get("format", "")) or request.headers.get("accept")


def _only_read(request: Request) -> Response | None:
    if request.method in _READ:
        return None
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": _ALLOWED})
    return _response(Refused(405, "This page is only read.", Allow=_ALLOWED).reply())


def _refused(request: Request, refusal: Refused) -> Response:
    """A refusal as a page for people, as a line for programs."""
    if best(request.headers.get("accept"), ("text/plain", "text/html")) == "text/html":
        return _response(html.failed(refusal.status, str(refusal), refusal.headers))
    return _response(refusal.reply())


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, dict(reply.headers), reply.media_type)

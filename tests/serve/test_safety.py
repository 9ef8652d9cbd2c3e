"""What somebody who means harm would try, over real connections."""

from __future__ import annotations

import socket
import time

import httpx
import pytest

from kg.serve import connections

FORM = "application/x-www-form-urlencoded"


def ask(site: httpx.Client, query: str, **headers: str) -> httpx.Response:
    return site.post("/sparql", data={"query": query}, headers=headers)


def sent(site: httpx.Client, request: bytes, seconds: float = 5.0) -> bytes:
    """What a server answers to bytes, until it closes or is silent for so long."""
    with opened(site) as line:
        line.settimeout(seconds)
        line.sendall(request)
        found = b""
        try:
            while part := line.recv(65536):
                found += part
        except (TimeoutError, ConnectionResetError):
            pass
        return found


def opened(site: httpx.Client) -> socket.socket:
    return socket.create_connection((site.base_url.host, site.base_url.port or 80))


# Whom the server takes itself for.


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LocalHost", "localhost.", "localhost:1", "127.0.0.1", "127.0.0.1:8000", "[::1]"),
        *("[::1]:8000", "localhost.:80"),
    ],
)
def test_names_of_this_machine_are_ours(site: httpx.Client, host: str) -> None:
    assert site.get("/questions", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "localhost.evil.example", "evil.example:8000", "localhost..", ".", "localhost:x"),
        *(
            "127.0.0.1:80:80",
            "[::1",
            "::1]",
            "[evil.example]",
            "127.1",
            "2130706433",
            "0.0.0.0",
            "localhost/",
        ),
        *(
            "localhost/",
            "localhost#evil.example",
            "evil.example\\@localhost",
            "user@localhost",
            "localhost,evil.example",
        ),
        *("l\u00f6calhost", "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3"),
    ],
)
def test_a_name_that_leads_here_from_elsewhere_is_refused(site: httpx.Client, host: str) -> None:
    head = b"GET /questions HTTP/1.1\r\nHost: " + host.encode() + b"\r\nConnection: close\r\n\r\n"
    assert sent(site, head).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "lines",
    [
        b"",
        b"Host: localhost\r\nHost: evil.example\r\n",
        b"Host: evil.example\r\nX-Forwarded-Host: localhost\r\n",
    ],
    ids=["none", "two", "forwarded"],
)
def test_one_name_is_asked_for(site: httpx.Client, lines: bytes) -> None:
    answer = sent(site, b"GET /questions HTTP/1.1\r\n" + lines + b"Connection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 400")
    assert sent(site, b"GET /questions HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 400")


def test_an_address_in_the_request_line_is_no_way_in(site: httpx.Client) -> None:
    for target in (b"http://evil.example/questions", b"//evil.example/questions", b"*"):
        head = b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        answer = sent(site, b"GET " + target + head)
        assert answer.startswith(b"HTTP/1.1 404")
        assert b"location:" not in answer.lower()


# Where a path leads, and what comes back in a header.


@pytest.mark.parametrize("start", ["/article/", "/entity/", "/static/", "/questions/", "/"])
@pytest.mark.parametrize(
    "end",
    [
        *(
            "../../../../etc/passwd",
            "..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e/%2e%2e/etc/passwd",
            "....//etc/passwd",
        ),
        *(
            "..\\..\\etc\\passwd",
            "%00",
            "serve.css%00.html",
            "/etc/passwd",
            "file:///etc/passwd",
            "%252e%252e%252f",
        ),
        *(
            "a%0d%0aSet-Cookie:%20x=1",
            "%0d%0a%0d%0a<script>alert(1)</script>",
            "%c0%ae%c0%ae/",
            "%ff%fe",
            "*",
        ),
    ],
)
def test_a_path_leads_to_nothing_but_pages(site: httpx.Client, start: str, end: str) -> None:
    head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = sent(site, (f"GET {start}{end}".replace(" ", "%20") + head).encode())
    status = answer[:12]
    assert status in (b"HTTP/1.1 404", b"HTTP/1.1 400"), answer[:200]
    headers, _, body = answer.partition(b"\r\n\r\n")
    assert b"root:" not in body
    assert b"set-cookie" not in headers.lower() and b"location:" not in headers.lower()
    assert b"<script>alert" not in body


@pytest.mark.parametrize("query", ["format", "page", "who", "graph", "query", "default-graph-uri", "iri"])
def test_no_parameter_writes_a_header(site: httpx.Client, query: str) -> None:
    for path in ("/questions/who_rejected_what", "/sparql", "/store", "/entity/MiraTolland"):
        answer = site.get(f"{path}?{query}=csv%0d%0aX-Evil:%201%0d%0a%0d%0aevil")
        assert answer.status_code < 500
        assert "x-evil" not in answer.headers


# What is sent too slowly, too long or not at all.


def test_a_very_long_address_is_refused(site: httpx.Client) -> None:
    head = b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert sent(site, b"GET /?q=" + b"a" * 200_000 + head)[:12] in (b"", b"HTTP/1.1 400")
    assert sent(site, b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 40_000)[:12] in (
        b"",
        b"HTTP/1.1 400",
    )
    assert site.get("/?q=" + "a" * 10_000).status_code == 200
    assert site.get("/sparql?" + "&".join("x=1" for _ in range(1200))).status_code == 400


def test_a_body_without_end_is_cut_off(site: httpx.Client) -> None:
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {FORM}\r\n"
    head += "Transfer-Encoding: chunked\r\n\r\n"
    with opened(site) as line:
        line.settimeout(20)
        line.sendall(head.encode())
        taken = 0
        with pytest.raises(OSError):
            for _ in range(2000):
                line.sendall(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
                taken += 0x10000
    assert taken < 100_000_000
    assert ask(site, "ASK {}").json()["boolean"]


def test_half_a_request_is_not_waited_for(site: httpx.Client) -> None:
    with opened(site) as silent, opened(site) as half, opened(site) as kept:
        half.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        kept.sendall(b"GET /questions HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert kept.recv(12) == b"HTTP/1.1 200"
        started = time.monotonic()
        while time.monotonic() - started < connections.PATIENCE - 3:
            half.sendall(b"X: y\r\n")
            time.sleep(0.5)
        for line in (silent, half, kept):
            line.settimeout(60)
            while line.recv(65536):
                pass


def test_many_idle_connections_keep_nobody_out(site: httpx.Client) -> None:
    lines = []
    try:
        for _ in range(connections.MOST + 100):
            lines.append(opened(site))
        with httpx.Client(base_url=site.base_url, timeout=30) as late:
            assert late.get("/questions").status_code == 200
        lines[0].settimeout(connections.PATIENCE / 2)
        assert lines[0].recv(1) == b"", "the one that has been idle for longest made room"
    finally:
        for line in lines:
            line.close()

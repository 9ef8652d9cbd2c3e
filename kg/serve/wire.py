"""Messages between the server and its workers: a head of JSON and a body of bytes, each with its length.

JSON and not pickle: what a worker says is data, whatever it was made to say.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct(">IQ")

Head = dict[str, Any]


def packed(head: Head, body: bytes = b"") -> bytes:
    """A message as bytes."""
    words = json.dumps(head).encode()
    return _LENGTHS.pack(len(words), len(body)) + words + body


def receive(connection: socket.socket) -> tuple[Head, bytes] | None:
    """The next message, waiting for it; none once the other end has closed."""
    start = _exactly(connection, _LENGTHS.size)
    if start is None:
        return None
    head, body = (_exactly(connection, length) for length in _LENGTHS.unpack(start))
    return None if head is None or body is None else (json.loads(head), body)


async def read(stream: asyncio.StreamReader) -> tuple[Head, bytes]:
    """The next message.

    Raises:
        asyncio.IncompleteReadError: the other end has closed.
    """
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return json.loads(await stream.readexactly(head)), await stream.readexactly(body)


def _exactly(connection: socket.socket, length: int) -> bytes | None:
    found = bytearray()
    while len(found) < length:
        part = connection.recv(min(length - len(found), 1 << 20))
        if not part:
            return None
        found += part
    return bytes(found)

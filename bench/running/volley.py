"""One request of each of many residents at once, by a single thread that takes next to no processor time of its own."""

from __future__ import annotations

import http.client
import io
import selectors
import socket
from collections.abc import Mapping, Sequence
from typing import cast
from urllib.parse import urlencode, urlsplit

from bench.running.resident import Answer

_PIECE = 65_536


class _Came:
    """Bytes that came, where `http.client` expects a socket."""

    def __init__(self, came: bytes) -> None:
        self._came = came

    def makefile(self, *_how: object) -> io.BytesIO:
        return io.BytesIO(self._came)


def request_of(base: str, path: str, cookies: Mapping[str, str], fields: Mapping[str, Sequence[str]]) -> bytes:
    """A form sent by a browser, as it goes over the wire."""
    body = urlencode(fields, doseq=True).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {urlsplit(base).netloc}\r\nOrigin: {base}\r\nAccept-Encoding: identity\r\n"
        f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def opened(base: str, count: int) -> list[socket.socket]:
    """So many connections to the server."""
    address = urlsplit(base)
    return [socket.create_connection((address.hostname or "", address.port or 80)) for _place in range(count)]


def volley(requests: Sequence[bytes], connections: Sequence[socket.socket]) -> list[bytes]:
    """Send all of them at once, each over a connection of its own, which is then closed; what came back, unread.

    Raises ConnectionError when the server ends one before it has answered.
    """
    came = [b""] * len(requests)
    with selectors.DefaultSelector() as waiting:
        for place, request in enumerate(requests):
            connections[place].sendall(request)
            waiting.register(connections[place], selectors.EVENT_READ, place)
        while waiting.get_map():
            for key, _events in waiting.select():
                piece = key.fileobj.recv(_PIECE)  # type: ignore[union-attr]
                if not piece:
                    raise ConnectionError(came[key.data][:200])
                came[key.data] += piece
                if _is_whole(came[key.data]):
                    waiting.unregister(key.fileobj)
                    connections[key.data].close()
    return came


def _is_whole(came: bytes) -> bool:
    head, gap, body = came.partition(b"\r\n\r\n")
    if not gap:
        return False
    told = head.lower()
    if b"\r\ntransfer-encoding: chunked" in told:
        return body.endswith(b"0\r\n\r\n")
    length = told.partition(b"\r\ncontent-length:")[2].split(b"\r\n", 1)[0]
    return len(body) >= int(length or 0)


def answer_of(came: bytes) -> Answer:
    """What came back, read."""
    answer = http.client.HTTPResponse(cast("socket.socket", _Came(came)))
    answer.begin()
    return Answer(answer.status, answer.headers, answer.read().decode())

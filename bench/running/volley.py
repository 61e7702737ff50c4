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


def volley(base: str, requests: Sequence[bytes], connections: list[socket.socket]) -> list[bytes]:
    """Send all of them at once, each over a connection of its own that is kept; what came back, unread.

    Raises ConnectionError when the server ends one.
    """
    address = urlsplit(base)
    while len(connections) < len(requests):
        connections.append(socket.create_connection((address.hostname or "", address.port or 80)))
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
    return came


def _is_whole(came: bytes) -> bool:
    head, gap, body = came.partition(b"\r\n\r\n")
    if not gap:
        return False
    length = head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0]
    if not length:
        raise ValueError(head)  # of unknown length: not what answers a form
    return len(body) >= int(length)


def answer_of(came: bytes) -> Answer:
    """What came back, read."""
    answer = http.client.HTTPResponse(cast("socket.socket", _Came(came)))
    answer.begin()
    return Answer(answer.status, answer.headers, answer.read().decode())

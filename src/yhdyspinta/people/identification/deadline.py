"""HTTP requests that end at a set instant, however slowly the other side talks.

A time-out of a socket bounds each silence only: a server that sends a byte now and then, of its headers or of its body,
would hold its asker for as long as it likes. Here every wait gets what is left until the deadline, connecting included.
Only looking up a name has the resolver's own limits.
"""

import socket
import time
from collections.abc import Mapping
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from typing import Any, Final
from urllib.request import HTTPHandler, HTTPSHandler, Request

_SILENCE: Final = 8  # seconds without a byte


class Deadline:
    """An instant of this machine's own clock, so many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """How long the next wait may be. Raises TimeoutError once nothing is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, _SILENCE)


class Asking(Request):
    """A request with its deadline."""

    def __init__(self, url: str, deadline: Deadline, data: bytes | None, headers: Mapping[str, str]) -> None:
        super().__init__(url, data=data, headers=dict(headers))
        self.deadline = deadline


class _Drops(RawIOBase):
    """What comes from a socket, each piece waited for as long as is left."""

    def __init__(self, source: Any, sock: socket.socket, deadline: Deadline) -> None:
        self._source, self._socket, self._deadline = source, sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._socket.settimeout(self._deadline.left())
        found: int | None = self._source.readinto(buffer)
        return found

    def close(self) -> None:
        self._source.close()
        super().close()


class _Answer(HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, deadline: Deadline, **more: Any) -> None:
        super().__init__(sock, *args, **more)
        self.fp = BufferedReader(_Drops(self.fp.detach(), sock, deadline))


def _connected(deadline: Deadline, address: tuple[str, int], *_: Any) -> socket.socket:
    """To the first of the host's addresses that answers; all of them share what is left."""
    problem: OSError = OSError("no address")
    for family, kind, protocol, _name, place in socket.getaddrinfo(*address, type=socket.SOCK_STREAM):
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(deadline.left())
            sock.connect(place)
            sock.settimeout(deadline.left())  # for what is said first, as for TLS
        except OSError as refused:
            problem = refused
            sock.close()
        else:
            return sock
    raise problem


class _Bound(HTTPConnection):
    """A connection whose waits end at a deadline."""

    def __init__(self, host: str, *, deadline: Deadline, **more: Any) -> None:
        super().__init__(host, **more)
        self.response_class = partial(_Answer, deadline=deadline)  # type: ignore[assignment]
        self._create_connection = partial(_connected, deadline)


class _Secure(_Bound, HTTPSConnection):
    """The same over TLS."""


class Http(HTTPHandler):
    """Asks over http."""

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_Bound, deadline=_deadline_of(req)), req)


class Https(HTTPSHandler):
    """Asks over https."""

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_Secure, deadline=_deadline_of(req)), req)


def _deadline_of(asked: Request) -> Deadline:
    if not isinstance(asked, Asking):
        raise TypeError("A request without a deadline.")
    return asked.deadline

"""How the API answers: JSON with a mark to ask again by, and problems that say what is wrong (RFC 9457)."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"
METHODS: Final = "GET, HEAD, OPTIONS"
_KEPT: Final = "public, max-age=60"
_CLOSED: Final = "default-src 'none'; frame-ancestors 'none'"

#: Any page may read what is public; nothing of the asker's is sent along, for there is nothing to send.
_ANY_ORIGIN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
    "Content-Security-Policy": _CLOSED,
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept",
}

TITLES: Final = {
    400: "The request is not valid",
    404: "There is no such thing, or it is not public",
    405: "Only reading is possible",
    406: "Only JSON is given",
    429: "Too many requests",
    500: "Something went wrong on our side",
    503: "Out of order for a moment",
}


class Problem(Exception):
    """What was asked cannot be given, and why."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def answer(request: HttpRequest, body: Mapping[str, Any], *, links: Mapping[str, str] | None = None) -> HttpResponse:
    """The body, or 304 where the asker has it already."""
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    mark = f'"{sha256(content).hexdigest()[:32]}"'
    if _has(request, mark):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    else:
        response = HttpResponse(content, content_type=JSON)
    response.headers["ETag"] = mark
    response.headers["Cache-Control"] = _KEPT
    if links:
        response.headers["Link"] = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in links.items())
    return opened(response)


def _has(request: HttpRequest, mark: str) -> bool:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or mark in {one.removeprefix("W/") for one in known}


def problem(status: int, detail: str) -> HttpResponse:
    """What is wrong, for a program and for whoever writes it."""
    body = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    response = HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=PROBLEM)
    response.headers["Cache-Control"] = "no-store"
    if status == 405:
        response.headers["Allow"] = METHODS
    return opened(response)


def options() -> HttpResponse:
    """What may be asked, also for a browser that asks on behalf of another site's page."""
    response = HttpResponse(status=204)
    del response.headers["Content-Type"]
    response.headers["Allow"] = METHODS
    response.headers["Access-Control-Allow-Methods"] = METHODS
    response.headers["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return opened(response)


def opened(response: HttpResponse) -> HttpResponse:
    for name, value in _ANY_ORIGIN.items():
        response.headers[name] = value
    return response

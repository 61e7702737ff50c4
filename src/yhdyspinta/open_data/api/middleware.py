"""Requests to the API go straight to it: no session, no cookies, no language, and every refusal is JSON."""

import logging
from collections.abc import Callable
from typing import Final

from django.core.exceptions import BadRequest, DisallowedHost, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, is_valid_path, resolve, reverse

from yhdyspinta.open_data.api import limits
from yhdyspinta.open_data.api.loading import former_pieces
from yhdyspinta.open_data.api.responses import JSON, Problem, opened, options, problem

ROOT: Final = "/api/"
_log = logging.getLogger(__name__)


class ApiMiddleware:
    """Stands before everything that reads a cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return self.get_response(request)
        tries = limits.count(request)
        if tries.is_over:
            detail = f"{tries.limit} requests a minute are given. Ask again in {tries.seconds} seconds."
            response = problem(429, detail)
        else:
            response = _answered(request)
        for name, value in tries.headers.items():
            response.headers[name] = value
        return response


def _answered(request: HttpRequest) -> HttpResponse:
    try:
        return _dispatched(request)
    except (Resolver404, Http404):
        return problem(404, "Check the address. What is not public yet, or no longer, is not told apart.")
    except (BadRequest, SuspiciousOperation) as wrong:
        foreign = isinstance(wrong, DisallowedHost)  # its words would tell the other name back
        return problem(400, "Ask at the service's own address." if foreign else str(wrong))
    except Problem as found:
        return problem(found.status, found.detail)
    except OperationalError:
        _log.exception("the API could not reach the database")
        return problem(503, "Ask again in a moment.")
    except Exception:  # noqa: BLE001 (whatever it is, the asker gets JSON)
        _log.exception("the API failed")
        return problem(500, "It was not your request. Ask again later.")


def _dispatched(request: HttpRequest) -> HttpResponse:
    request.get_host()  # refuses a name that is not ours
    path = request.path_info
    if not path.endswith("/") and is_valid_path(f"{path}/"):
        return _elsewhere(request, f"{path}/")
    match = resolve(path)
    request.resolver_match = match
    if request.method == "OPTIONS":
        return options()
    if request.method not in {"GET", "HEAD"}:
        raise Problem(405, "The API is for reading: GET, HEAD and OPTIONS.")
    if not request.accepts(JSON):
        raise Problem(406, f"Ask with Accept: {JSON}, or without Accept.")
    try:
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Http404:
        moved = former_pieces(**match.kwargs)
        if moved is None:
            raise
        return _elsewhere(request, reverse(match.view_name, kwargs=moved))
    return response


def _elsewhere(request: HttpRequest, path: str) -> HttpResponse:
    """The same thing, at the address that it has now."""
    query = request.META.get("QUERY_STRING", "")
    return opened(HttpResponsePermanentRedirect(f"{path}?{query}" if query else path))

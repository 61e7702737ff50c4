"""The addresses of the API: lists by keyset pages, single things, and the document that describes them."""

from collections.abc import Callable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import urlencode

from yhdyspinta.open_data.api import openapi
from yhdyspinta.open_data.api.addresses import api_address
from yhdyspinta.open_data.api.responses import Problem, answer
from yhdyspinta.open_data.api.routes import Filter, Route
from yhdyspinta.open_data.licence import LICENCE
from yhdyspinta.ui.paging import MOST, keyset
from yhdyspinta.ui.text import HIGHEST, number_of

USUAL: Final = 50
View = Callable[..., HttpResponse]


def root(request: HttpRequest) -> HttpResponse:
    """Where to begin."""
    _only(request, ())
    return answer(
        request,
        {
            "version": "1",
            "openapi": api_address("openapi"),
            "authorities": api_address("authorities"),
            "processes": api_address("processes"),
            "licence": LICENCE,
        },
    )


def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    _only(request, ())
    return answer(request, openapi.document())


def view_of(route: Route) -> View:
    """The view of an address."""

    def view(request: HttpRequest, **pieces: Any) -> HttpResponse:
        return _list(request, route, pieces) if route.order else _one(request, route, pieces)

    view.__name__ = route.name
    return view


def _list(request: HttpRequest, route: Route, pieces: dict[str, Any]) -> HttpResponse:
    _only(request, ("cursor", "limit", *(one.name for one in route.filters)))
    wanted = {one.lookup: _wanted(one, request.GET[one.name]) for one in route.filters if one.name in request.GET}
    size, cursor = _limit(request), request.GET.get("cursor", "")
    if "cursor" in request.GET and not cursor:
        raise Problem(400, "cursor is taken from next; the first page has none.")
    page = keyset(route.rows(**pieces).filter(**wanted), order=route.order, after=cursor, size=size)
    if route.beside is not None:
        route.beside(page.items)
    kept = [(key, str(value)) for key, value in request.GET.items() if key != "cursor"]
    following = None
    if page.next_token:
        following = f"{api_address(route.name, **pieces)}?{urlencode([*kept, ('cursor', page.next_token)])}"
    body = {"items": [route.shape(row) for row in page.items], "next": following, "licence": LICENCE}
    return answer(request, body, links={"next": following} if following else None)


def _one(request: HttpRequest, route: Route, pieces: dict[str, Any]) -> HttpResponse:
    _only(request, ())
    known = {piece: value for piece, value in pieces.items() if piece not in route.found_by.values()}
    if "activity" in pieces:
        known = {name: pieces[name] for name in ("authority", "process", "activity")}
    if any(isinstance(value, int) and value > HIGHEST for value in pieces.values()):
        raise Http404
    named = {lookup: pieces[piece] for lookup, piece in route.found_by.items()}
    row = route.rows(**known).filter(**named).first()
    if row is None:
        raise Http404
    if route.beside is not None:
        route.beside([row])
    return answer(request, route.shape(row))


def _only(request: HttpRequest, known: tuple[str, ...]) -> None:
    """What an address asks is known, and asked once; nothing else is passed over in silence."""
    for name, values in request.GET.lists():
        if name not in known:
            raise Problem(400, f"The address asks for something unknown. Known here: {', '.join(known) or 'nothing'}.")
        if len(values) > 1:
            raise Problem(400, f"{name} stands twice in the address.")


def _limit(request: HttpRequest) -> int:
    if "limit" not in request.GET:
        return USUAL
    found = number_of(request.GET["limit"], most_digits=3)
    if found is None or not 1 <= found <= MOST:
        raise Problem(400, f"limit is a whole number from 1 to {MOST}.")
    return found


def _wanted(one: Filter, given: str) -> Any:
    """The value of a filter, of the kind that its schema tells."""
    if one.schema["type"] == "integer":
        number = number_of(given, most_digits=5)
        if number is None or not one.schema["minimum"] <= number <= one.schema["maximum"]:
            raise Problem(400, f"{one.name} is a whole number from 1.")
        return number
    if "enum" in one.schema and given not in one.schema["enum"]:
        raise Problem(400, f"{one.name} is one of: {', '.join(one.schema['enum'])}.")
    if "pattern" in one.schema and not openapi.fits(one.schema["pattern"], given):
        raise Problem(400, f"{one.name} holds letters, digits, hyphens and low lines.")
    return [given] if one.lookup.endswith("__contains") else given

"""The OpenAPI document, made of the same shapes and routes that answer."""

import re
from functools import cache
from typing import Any, Final

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.fields import TEXTS, Schema
from yhdyspinta.open_data.api.responses import JSON, PROBLEM, TITLES
from yhdyspinta.open_data.api.routes import ROUTES, Route
from yhdyspinta.open_data.api.shapes import all_shapes
from yhdyspinta.open_data.licence import LICENCE, LICENCE_NAME
from yhdyspinta.ui.paging import MOST
from yhdyspinta.ui.text import HIGHEST

BASE: Final = "/api/v1/"
_PIECE: Final = re.compile(r"\{(\w+)\}")
_SLUG: Final = "^[-a-zA-Z0-9_]{1,80}$"
_MOVED: Final[Schema] = {
    "301": {
        "description": "The process has passed to another authority, which is responsible for it now.",
        "headers": {"Location": {"schema": {"type": "string"}, "description": "Its address now."}},
    }
}
_ABOUT: Final = (
    "Everything here is public and may be read by anybody without a key, from a page of any site. Texts come in every "
    "language that they are written in. Lists come in pages: follow `next`. Ask again with `If-None-Match` and the last "
    "`ETag`: 304 means that nothing has changed. No address, cookie or key is kept. No field names a person."
)


def fits(pattern: str, text: str) -> bool:
    """Whether the whole text is as the pattern says."""
    return re.fullmatch(pattern.strip("^$"), text) is not None


@cache
def document() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Yhdyspinta",
            "version": "1",
            "description": _ABOUT,
            "license": {"name": LICENCE_NAME, "url": LICENCE},
        },
        "servers": [{"url": absolute("/")}],
        "paths": {
            BASE: {"get": _operation("root", "Where to begin.", [], {"$ref": "#/components/schemas/Root"})},
            f"{BASE}openapi.json": {"get": _operation("openapi", "This document.", [], {"type": "object"})},
            **{f"{BASE}{route.path}": {"get": _of(route)} for route in ROUTES},
        },
        "components": {"schemas": _schemas()},
    }


def _schemas() -> dict[str, Schema]:
    uri = {"type": "string", "format": "uri"}
    begins = {"version": {"const": "1"}, "openapi": uri, "authorities": uri, "processes": uri, "licence": uri}
    return {
        "Texts": TEXTS,
        "Root": _closed(begins),
        "Problem": _closed(
            {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
            }
        ),
        **{name: shape.schema() for name, shape in all_shapes().items()},
    }


def _closed(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _of(route: Route) -> dict[str, Any]:
    shape = {"$ref": f"#/components/schemas/{route.shape.name}"}
    pieces = [_piece(name) for name in _PIECE.findall(route.path)]
    if not route.order:
        return _operation(route.name, route.words, pieces, shape)
    filters = [_query(one.name, one.schema, one.words) for one in route.filters]
    page = _closed(
        {
            "items": {"type": "array", "items": shape, "maxItems": MOST},
            "next": {"type": ["string", "null"], "format": "uri", "description": "The next page, or null on the last."},
            "licence": {"type": "string", "format": "uri"},
        }
    )
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": 50}
    pages = [
        _query("limit", limit, "How many at most."),
        _query("cursor", {"type": "string", "minLength": 1}, "Where the page begins: taken from `next`, never made."),
    ]
    return _operation(route.name, route.words, [*pieces, *filters, *pages], page)


def _piece(name: str) -> dict[str, Any]:
    numeric = {"type": "integer", "minimum": 1, "maximum": HIGHEST}
    schema = numeric if name == "number" else {"type": "string", "pattern": _SLUG}
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query(name: str, schema: Schema, words: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": words}


def _operation(name: str, words: str, parameters: list[dict[str, Any]], schema: Schema) -> dict[str, Any]:
    mark = {"name": "If-None-Match", "in": "header", "required": False, "schema": {"type": "string"},
            "description": "The last ETag."}  # fmt: skip
    return {
        "operationId": name,
        "summary": words,
        "parameters": [*parameters, mark],
        "responses": {
            "200": {
                "description": words,
                "headers": {"ETag": {"schema": {"type": "string"}}, "Cache-Control": {"schema": {"type": "string"}}},
                "content": {JSON: {"schema": schema}},
            },
            **(_MOVED if any(one["name"] == "process" for one in parameters) else {}),
            "304": {"description": "Nothing has changed."},
            **{str(code): _problem(code) for code in TITLES},
        },
    }


def _problem(code: int) -> dict[str, Any]:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    if code != 429:
        return {"description": TITLES[code], "content": content}
    wait = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}}
    return {"description": TITLES[code], "content": content, "headers": wait}

"""Files that are made for whoever asks for them."""

from typing import TypeVar

from django.http import HttpResponseBase

_Response = TypeVar("_Response", bound=HttpResponseBase)


def made_for_one(response: _Response) -> _Response:
    """The same response, which no browser takes for anything but what it is and nobody keeps on the way."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response

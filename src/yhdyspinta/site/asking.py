"""What addresses may ask of a list: words from fixed lists, short clean texts; anything else is refused with 400."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest

from yhdyspinta.ui.text import clean_text

LONGEST = 200


def one_of(request: HttpRequest, name: str, allowed: Collection[str], *, default: str = "") -> str:
    """A word from the list, or the default when it is not given."""
    given = request.GET.get(name, "")
    if not given:
        return default
    if given not in allowed:
        raise BadRequest("Not in the list.")
    return given


def short_text(request: HttpRequest, name: str, *, most: int = LONGEST) -> str:
    """A cleaned text of one line."""
    given = request.GET.get(name, "")
    try:
        text = clean_text(given[: most * 4], multiline=False)
    except ValidationError:
        raise BadRequest("The text cannot be read.") from None
    if len(text) > most:
        raise BadRequest("The text is too long.")
    return text


def page_token(request: HttpRequest) -> str:
    """Where a list goes on; checked by the pager itself."""
    return request.GET.get("after", "")[:1000]


def pager_urls(request: HttpRequest, page: object, kept: Mapping[str, object]) -> dict[str, str]:
    """The addresses of the next and previous page with the same choices."""
    chosen = {key: str(value) for key, value in kept.items() if value}

    def url(token: str) -> str:
        return f"{request.path}?{urlencode({**chosen, 'after': token})}" if token else ""

    return {
        "next_url": url(getattr(page, "next_token", "")),
        "previous_url": url(getattr(page, "previous_token", "")),
    }

"""The choice of texts in the header: Sámi and easy language, offered where the page has them."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from yhdyspinta.wording.languages import (
    CONTENT_LANGUAGES,
    EASY_OF,
    INTERFACE_LANGUAGES,
    TEXT_LANGUAGES,
    html_lang,
    page_language,
)
from yhdyspinta.wording.reader import NAME, ORDINARY, choices, chosen_text, fell_back


@dataclass(frozen=True)
class TextChoices:
    """Links to the same page with other texts; none where there is nothing to choose."""

    links: list[dict[str, Any]] = field(default_factory=list)
    note: str = ""  # some of the page is not in the chosen text


def is_reader_page(request: HttpRequest) -> bool:
    """Whether the address is an authority's public page: the desk and the installation show texts as they are."""
    parts = request.path_info.split("/")
    return len(parts) > 3 and parts[2] in INTERFACE_LANGUAGES and parts[1] != "installation" and parts[3] != "desk"


def asked_text(request: HttpRequest) -> str:
    """The choice in the address, when it is one that exists."""
    asked = request.GET.get(NAME, "")
    return asked if asked == ORDINARY or asked in TEXT_LANGUAGES else ""


def text_choices(request: HttpRequest) -> TextChoices:
    """What the reader may choose, as far as the page has been made: called when the rest of it has. No queries."""
    tags, now = choices(), chosen_text()
    links = [_link(request, tag, _name(tag), html_lang(tag), is_current=tag == now) for tag in tags]
    if not now:
        return TextChoices(links)
    back = _link(request, ORDINARY, _("Ordinary text"), page_language(), is_current=False)
    return TextChoices([back, *links], _note(now) if fell_back() else "")


def _name(tag: str) -> str:
    return _("Easy language") if tag in EASY_OF.values() else CONTENT_LANGUAGES[tag]


def _note(now: str) -> str:
    if now in EASY_OF.values():
        return _("Some texts on this page are not in easy language.")
    return _("Some texts on this page are not in the language you chose.")


def _link(request: HttpRequest, value: str, text: str, lang: str, *, is_current: bool) -> dict[str, Any]:
    query = request.GET.copy()
    query[NAME] = value
    return {"text": text, "lang": lang, "href": f"{request.path}?{query.urlencode()}", "current": is_current}

"""Addresses of things: in the API, and of their pages for people."""

from typing import Any, Final

from django.urls import reverse

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.fields import Field
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

_PAGES: Final = {
    "type": "object",
    "propertyNames": {"enum": list(INTERFACE_LANGUAGES)},
    "additionalProperties": {"type": "string", "format": "uri"},
}


def api_address(name: str, **pieces: Any) -> str:
    """The whole address of something in the API."""
    return absolute(reverse(f"api:{name}", kwargs=pieces))


def activity_page(activity: Activity, language: str) -> str:
    """The public page of an activity, whatever its method."""
    process = activity.process
    return f"{process_address(process, language=language)}{method_of(activity).path}/{activity.slug}/"


def pages(words: str, path: Any) -> Field:
    """The pages of the thing for people, in each language of the site."""
    return Field("pages", _PAGES, words, lambda row: {tag: absolute(path(row, tag)) for tag in INTERFACE_LANGUAGES})


def pieces_of(activity: Activity) -> dict[str, str]:
    """The pieces of an activity's address."""
    process = activity.process
    return {"authority": process.owner.slug, "process": process.slug, "activity": activity.slug}

"""Addresses: /<authority>/<language>/...; a process lives under its owner."""

from functools import lru_cache
from typing import Any

from django.urls import reverse

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.wording.languages import page_language


def address(name: str, authority: Authority, *, language: str | None = None, **parts: Any) -> str:
    """The path of a page in an authority, in the reader's language unless another is given."""
    return _path(name, authority.slug, language or page_language(), *parts.items())


@lru_cache(maxsize=8_192)
def _path(name: str, authority: str, language: str, *parts: tuple[str, Any]) -> str:
    return reverse(name, kwargs={"authority": authority, "language": language, **dict(parts)})


def process_address(process: Process, name: str = "site:process", *, language: str | None = None, **parts: Any) -> str:
    """The path of a page of a process, under its owner."""
    return address(name, process.owner, language=language, process=process.slug, **parts)


def activity_address(activity: Activity, name: str, *, language: str | None = None, **parts: Any) -> str:
    """The path of a page of an activity, e.g. `comment_rounds:round`."""
    return process_address(activity.process, name, language=language, activity=activity.slug, **parts)

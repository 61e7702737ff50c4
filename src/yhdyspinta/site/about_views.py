"""Pages about the service: rights, privacy, licences."""

import json
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yhdyspinta import ui
from yhdyspinta.audit import clock
from yhdyspinta.authorities.names import genitive
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.site.front import public_processes
from yhdyspinta.site.grounds import ground_of
from yhdyspinta.ui import gallery as ui_gallery
from yhdyspinta.wording.languages import page_language

_BUILT: Final = Path(ui.__file__).parent / "static" / "built" / "licences.json"
_PACKAGES: Final = Path(__file__).parent / "licences.json"


@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """What the law says of taking part, in plain language."""
    return render(request, "site/rights.html", {"authority": authority_of(request)})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """How the authority handles personal data here; each process has a notice of its own."""
    authority = authority_of(request)
    rows = public_processes(authority, clock.now()).select_related("owner").order_by("-published_at", "-pk")[:100]
    notices = [{"title": row.title, "path": process_address(row, "site:process_privacy")} for row in rows]
    context = {
        "authority": authority,
        "name_of": genitive(authority, page_language()),
        "notices": notices,
        "ground": ground_of(authority),
    }
    return render(request, "site/privacy.html", context)


@require_safe
def licences(request: HttpRequest) -> HttpResponse:
    """The licences of what is served and what serves it."""
    return render(request, "site/licences.html", {"served": served(), "packages": packages()})


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component of the interface with its examples."""
    return ui_gallery.gallery(request)


@cache
def served() -> list[dict[str, Any]]:
    """What browsers get from us: written at build time from the packages themselves."""
    found: list[dict[str, Any]] = json.loads(_BUILT.read_text(encoding="utf-8")) if _BUILT.exists() else []
    return found


@cache
def packages() -> list[dict[str, str]]:
    """The Python packages of the service, with the licence that each declares; those of an extra where it is installed."""
    listed: list[dict[str, str]] = json.loads(_PACKAGES.read_text(encoding="utf-8"))
    found = [
        {**row, "version": _version(row["name"]), "address": row.get("address") or _address(row["name"])}
        for row in listed
    ]
    return [row for row in found if row["version"] or "extra" not in row]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _address(name: str) -> str:
    try:
        urls = metadata(name).get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    found = [url.split(",", 1)[1].strip() for url in urls if "," in url]
    return next((url for url in found if url.startswith("https://")), "")

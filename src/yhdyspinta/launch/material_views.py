"""Material for others: what was released of a pack, for those who tell of the round on pages and in letters of their own."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.launch.loading import material_stands, public_releases
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.shown import Sheet, given_sheets, one_file, packed
from yhdyspinta.launch.words import LaunchWords
from yhdyspinta.open_data.api.limits import require_few
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.methods import method_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.marking import spoken

_TYPES: Final = {"txt": "text/plain; charset=utf-8", "svg": "image/svg+xml", "png": "image/png"}
_WORTH_OF_FILE: Final = 5  # requests to the API
_WORTH_OF_PACK: Final = 20
_CODES: Final = ("qr-png", "qr-svg")


@require_safe
def material(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Texts, picture and QR codes in each language, to copy and to download; nothing of them once they no longer hold."""
    release = public_releases(request, process, activity)[0]
    found, words = release.activity, LaunchWords.read(release.words)
    stands = material_stands(found, release, moment_of(request))
    title = Wording(found.process.title).for_reader(page_language())
    sheets = sorted(given_sheets(found, words), key=lambda sheet: sheet.tag != page_language()) if stands else []
    context: dict[str, Any] = {
        "process": found.process,
        "release": release,
        "stands": stands,
        "sheets": [_sheet(found, sheet, release) for sheet in sheets],
        "picture_path": activity_address(found, "launch:picture", version=release.number),
        "pack_path": activity_address(found, "launch:material_pack"),
        "news_path": activity_address(found, "launch:news"),
        "card": method_of(found).card(found, at=moment_of(request)),
        "breadcrumbs": [
            {"text": _("Take part"), "href": address("site:processes", found.process.owner)},
            {"text": spoken(title, page_language()), "href": process_address(found.process)},
            {"text": _("Material for others")},
        ],
    }
    return render(request, "launch/material.html", context)


def _sheet(activity: Any, sheet: Sheet, release: LaunchRelease) -> dict[str, Any]:
    """A language's sheet, and where each of its files is."""
    parts = [*(text.name for text in sheet.texts), *_CODES]
    paths = {
        part: activity_address(activity, "launch:material_file", language_tag=sheet.tag, part=part) for part in parts
    }
    return {
        "sheet": sheet,
        "texts": [{"text": text, "path": paths[text.name]} for text in sheet.texts],
        "qr_png": paths["qr-png"],
        "qr_svg": paths["qr-svg"],
        "has_picture": release.picture is not None,
    }


def _standing(request: HttpRequest, process: str, activity: str) -> LaunchRelease:
    """The newest release, while others are to use it; else 404."""
    release = public_releases(request, process, activity)[0]
    if not material_stands(release.activity, release, moment_of(request)):
        raise Http404
    return release


@require_safe
def material_file(request: HttpRequest, process: str, activity: str, language_tag: str, part: str) -> HttpResponse:
    """One text or QR code in one language, as a file."""
    require_few(request, worth=_WORTH_OF_FILE)
    release = _standing(request, process, activity)
    file = one_file(release.activity, LaunchWords.read(release.words), language_tag, part)
    if file is None or (part == "picture_text" and release.picture is None):
        raise Http404
    name, content = file
    return _attached(name, content, _TYPES[name.rpartition(".")[2]])


@require_safe
def material_pack(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Everything of the newest release in one ZIP."""
    require_few(request, worth=_WORTH_OF_PACK)
    release = _standing(request, process, activity)
    try:
        content = packed(release.activity, LaunchWords.read(release.words), release.picture)
    except OSError:
        raise Http404 from None
    return _attached(f"{release.activity.process.slug}-{release.activity.slug}.zip", content, "application/zip")


def _attached(name: str, content: bytes, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

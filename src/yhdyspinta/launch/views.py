"""Public pages: the news of an activity, its picture, and the short link."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.launch.loading import material_stands, news_path, public_activity_of, public_releases
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.staff_views import picture_response
from yhdyspinta.launch.words import LaunchWords
from yhdyspinta.people.visitors import Visitor, someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.short_links import number_of_code, with_text
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.marking import spoken
from yhdyspinta.wording.reader import NAME


@require_safe
def news(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The newest news of the activity, as it was last corrected."""
    releases = public_releases(request, process, activity)
    return _page(request, releases[0], releases)


@require_safe
def news_of(request: HttpRequest, process: str, activity: str, version: int) -> HttpResponse:
    """One release of the news, which never changes."""
    releases = public_releases(request, process, activity, version)
    return _page(request, _numbered(releases, version), releases)


def _numbered(releases: list[LaunchRelease], version: int) -> LaunchRelease:
    found = next((row for row in releases if row.number == version), None)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, release: LaunchRelease, releases: list[LaunchRelease]) -> HttpResponse:
    activity = release.activity
    process, words = activity.process, LaunchWords.read(release.words)
    title = Wording(process.title).for_reader(page_language())
    at = moment_of(request)
    stands = release == releases[0] and material_stands(activity, release, at)
    newest = next(row for row in releases if row.piece == release.piece)
    context: dict[str, Any] = {
        "process": process,
        "release": release,
        "material_path": activity_address(activity, "launch:material") if stands else "",
        "words": words,
        "newest_path": news_path(newest) if newest != release else "",
        "later": _linked(_pieces(releases)[:1]) if releases[0].piece > release.piece else [],
        "versions": _linked(row for row in releases if row.piece == release.piece and row != release),
        "others": _linked(row for row in _pieces(releases) if row.piece != release.piece),
        "picture_path": activity_address(activity, "launch:picture", version=release.number),
        "is_closed": activity.has_closed_at(at),
        "card": method_of(activity).card(activity, at=at),
        "breadcrumbs": [
            {"text": _("Take part"), "href": address("site:processes", process.owner)},
            {"text": spoken(title, page_language()), "href": process_address(process)},
            {"text": _("News")},
        ],
    }
    return render(request, "launch/news.html", context)


def _pieces(releases: list[LaunchRelease]) -> list[LaunchRelease]:
    """Each piece of news as it was last corrected, newest first."""
    return list({row.piece: row for row in reversed(releases)}.values())[::-1]


def _linked(releases: Iterable[LaunchRelease]) -> list[dict[str, Any]]:
    return [
        {"release": row, "headline": LaunchWords.read(row.words).headline, "path": news_path(row)} for row in releases
    ]


@require_safe
def picture(request: HttpRequest, process: str, activity: str, version: int) -> HttpResponse:
    """The picture of a release."""
    release = _numbered(public_releases(request, process, activity, version), version)
    if release.picture is None:
        raise Http404
    response = picture_response(release.picture)
    if isinstance(someone(request), Visitor) and release.activity.process.is_public(moment_of(request)):
        response.headers["Cache-Control"] = (
            "public, max-age=60"  # as the card; what staff or a preview shows is nobody else's
        )
    return response


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """From the short link to the round, in the text that the link asks for."""
    found = public_activity_of(request, number_of_code(code))
    return redirect(with_text(method_of(found).card(found, at=moment_of(request)).path, request.GET.get(NAME, "")))

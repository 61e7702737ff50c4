"""What data an authority gives and how it is taken: a page for people, and a catalogue for programs."""

import json
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import api_address
from yhdyspinta.open_data.api.routes import ROUTES
from yhdyspinta.open_data.dcat import catalogue_document, dataset_document
from yhdyspinta.open_data.exports.current import current
from yhdyspinta.open_data.licence import LICENCE, LICENCE_NAME
from yhdyspinta.open_data.loading import public_round
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.ui.paging import keyset, paged

_JSON_LD: Final = "application/ld+json"
_SIZE: Final = 100


def public_rounds(authority: Authority) -> QuerySet[Activity]:
    """The authority's public rounds."""
    public = Process.objects.published(clock.now()).filter(owner=authority)
    found = Activity.objects.filter(process__in=public, method_key__in=keys_of_comment_methods())
    return found.select_related("process__owner__area").prefetch_related("stages")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Open data of an authority: rounds to download, the API, the catalogue, the terms."""
    authority = authority_of(request)
    rows, ways = paged(request, public_rounds(authority), order=("-pk",), size=20)
    context = {
        "authority": authority,
        "rounds": [{"activity": row, "path": activity_address(row, "open_data:round")} for row in rows],
        **ways,
        "api": {"root": api_address("root"), "document": api_address("openapi")},
        "routes": [{"path": f"/api/v1/{route.path}", "words": _(route.words)} for route in ROUTES],
        "example": f"{api_address('processes')}?{urlencode({'authority': authority.slug, 'limit': '10'})}",
        "statements_path": address("open_data:statement_feed", authority),
        "catalogue_path": address("open_data:catalogue", authority),
        "requests": settings.API_REQUESTS_A_MINUTE,
        "licence": {"href": LICENCE, "name": LICENCE_NAME},
    }
    return render(request, "open_data/about.html", context)


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The authority's rounds as DCAT-AP, a page of a hundred."""
    authority = authority_of(request)
    page = keyset(public_rounds(authority), order=("pk",), after=request.GET.get("after", ""), size=_SIZE)
    found = Export.objects.filter(activity__in=page.items, state=Export.State.READY).order_by("activity", "-pk")
    ready = {one.activity_id: one for one in found.distinct("activity")}
    here = absolute(address("open_data:catalogue", authority, language="fi"))
    following = f"{here}?{urlencode({'after': page.next_token})}" if page.next_token else ""
    rows = [(row, ready.get(row.pk)) for row in page.items]
    return _json_ld(catalogue_document(authority, rows, following=following))


@require_safe
def dataset(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """One round as DCAT-AP."""
    found = public_round(request, process, activity)
    return _json_ld(dataset_document(found, current(found).given))


def _json_ld(body: dict[str, Any]) -> HttpResponse:
    response = HttpResponse(json.dumps(body, ensure_ascii=False, indent=1), content_type=_JSON_LD)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

"""The data of one round: its files, how far their making is, and what their columns mean."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.api.addresses import api_address, pieces_of
from yhdyspinta.open_data.described import KINDS
from yhdyspinta.open_data.exports.columns import COLUMNS
from yhdyspinta.open_data.exports.current import Current, current
from yhdyspinta.open_data.exports.files import TYPES, file_of
from yhdyspinta.open_data.exports.leaving_out import without
from yhdyspinta.open_data.licence import LICENCE, LICENCE_NAME
from yhdyspinta.open_data.loading import public_round
from yhdyspinta.open_data.models import Export
from yhdyspinta.people.accounts import client_address
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.networks import line_of
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

MOST_ORDERS: Final = 60  # in an hour, of an account or of a network line without one


@require_http_methods(["GET", "HEAD", "POST"])
def data(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The page; a POST asks for new files."""
    found = public_round(request, process, activity)
    here = activity_address(found, "open_data:round")
    if request.method == "POST":
        person = someone(request)
        actor = person if isinstance(person, Person) and not person.is_guest else None
        who = actor.pk if actor else line_of(client_address(request))
        if not allow(Limit(f"data-files:{who}", MOST_ORDERS, timedelta(hours=1))):
            raise Refusal("too_many_tries", status=429)
        asked = order_files(actor=actor, activity=found, at=moment_of(request))
        if asked.state == Export.State.READY:
            messages.info(request, _("The files are already new enough, so they are not made again."))
        else:
            messages.success(request, _("The files are being made. This page tells when they are ready."))
        return redirect(here)
    now = current(found)
    context = {
        "process": found.process,
        "activity": found,
        "now": now,
        "here": here,
        "files": _files(found, now),
        "columns": COLUMNS,
        "licence": {"href": LICENCE, "name": LICENCE_NAME},
        "api_url": api_address("comments", **pieces_of(found)),
        "about_path": address("open_data:about", found.process.owner),
        "dcat_path": activity_address(found, "open_data:dataset"),
        "breadcrumbs": _crumbs(found),
    }
    return render(request, "open_data/round.html", context)


def _crumbs(activity: Activity) -> list[dict[str, str]]:
    process = activity.process
    title = Wording(process.title).for_reader(page_language()).text
    return [
        {"text": _("Take part"), "href": address("site:processes", process.owner)},
        {"text": title, "href": process_address(process)},
        {"text": _("Data of the round")},
    ]


def _files(activity: Activity, now: Current) -> list[dict[str, Any]]:
    if now.given is None:
        return []
    found = []
    for kind in now.kinds:
        path, words = file_of(now.given.folder, kind), str(KINDS[kind][0])
        if path.exists():
            size = path.stat().st_size
            found.append({"kind": kind, "words": words, "size": size,
                          "href": activity_address(activity, "open_data:file", kind=kind)})  # fmt: skip
    return found


@require_safe
def file(request: HttpRequest, process: str, activity: str, kind: str) -> HttpResponseBase:
    """One of the files, to be saved; none while something has just been hidden from it, and no words that their sender changed."""
    found = public_round(request, process, activity)
    now = current(found)
    given = now.given
    if kind not in now.kinds or given is None or given.began_at is None:
        raise Http404
    try:
        stored = file_of(given.folder, kind).open("rb")
    except OSError:
        raise Http404 from None
    moment = f"{in_helsinki(given.began_at):%Y%m%d-%H%M}"  # as the page tells it
    name = f"{found.process.owner.slug}-{found.process.slug}-{found.slug}-{moment}.{kind}"
    response: HttpResponseBase
    if now.left_out:
        response = StreamingHttpResponse(without(stored, kind, now.left_out), content_type=TYPES[kind])
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        response = FileResponse(stored, as_attachment=True, filename=name, content_type=TYPES[kind])
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response

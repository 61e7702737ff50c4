"""The page of a process and what goes with it: calendar file, feed, privacy notice."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.authorities.names import genitive
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, moment_of, public_process
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.preview import PARAMETER
from yhdyspinta.processes.timeline import phases_with_activities, runs_of
from yhdyspinta.site.calendars import calendar_of
from yhdyspinta.site.front import title_of
from yhdyspinta.site.grounds import ground_of
from yhdyspinta.site.process_page import page_of, partners_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


@require_safe
def process(request: HttpRequest, process: str) -> HttpResponse:
    """What is being prepared, how to take part, who decides, and what came of it."""
    found = public_process(request, process)
    language = page_language()
    if PARAMETER in request.GET and not found.is_public(moment_of(request)):
        return _remember_preview(request, found)
    path = process_address(found)
    title = Wording(found.title).text(language)
    context = {
        **page_of(found, authority_of(request), language, moment_of(request)),
        "authority": found.owner,
        "contact_email": readable_email(found.contact_email),
        "share_address": absolute(path),
        "share_mail": f"mailto:?subject={quote(title)}&body={quote(absolute(path))}",
        "breadcrumbs": [
            {"text": _("Take part"), "href": address("site:processes", found.owner)},
            {"text": title_of(found.title, language)},
        ],
    }
    response = render(request, "site/process.html", context)
    if context["is_draft"]:
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def _remember_preview(request: HttpRequest, process: Process) -> HttpResponse:
    """Keep the link's token in the session, so that it leaves the address and every page of the draft opens."""
    token = request.GET[PARAMETER]
    if request.session.get(f"preview:{process.pk}") != token:
        request.session[f"preview:{process.pk}"] = token
    return redirect(process_address(process))


def readable_email(address_given: str) -> str:
    """An e-mail address for people, not for machines that gather addresses."""
    return address_given.replace("@", _(" (at) "))


@require_safe
def calendar(request: HttpRequest, process: str) -> HttpResponse:
    """Phases and deadlines as a calendar file."""
    found = public_process(request, process)
    body = calendar_of(found, runs_of(phases_with_activities(found)), page_language(), at=moment_of(request))
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.ics"'
    return response


@require_safe
def privacy(request: HttpRequest, process: str) -> HttpResponse:
    """How personal data are handled in the process; linked from each of its forms."""
    found = public_process(request, process)
    language = page_language()
    context: dict[str, Any] = {
        "process": found,
        "authority": found.owner,
        "name_of": genitive(found.owner, language),
        "ground": ground_of(found.owner),
        "partners": partners_of(found, language),
        "breadcrumbs": [
            {"text": title_of(found.title, language), "href": process_address(found)},
            {"text": _("Privacy notice")},
        ],
    }
    return render(request, "site/process_privacy.html", context)

"""A paper form of a round, made of its documents: for printing, in each language."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.intake.codes import places_of, round_code
from yhdyspinta.intake.loading import frame, staff_activity
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import public_process, round_in
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, page_language


@require_safe
def paper(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The form in each of the authority's languages, and what it still lacks."""
    found = staff_activity(request, process, activity)
    owner = found.process.owner
    forms = [
        {
            "language": language,
            "name": CONTENT_LANGUAGES[language],
            "path": activity_address(found, "intake:paper_form", language=language),
        }
        for language in INTERFACE_LANGUAGES
        if language in {*owner.languages, *owner.duty_languages}
    ]
    context = frame(found, _("Paper form for printing")) | {
        "forms": forms,
        "round_code": round_code(found),
        "has_address": bool(owner.postal_address),
    }
    return render(request, "intake/paper.html", context)


@require_safe
def paper_form(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The form itself: every part with its code and room to write, who answers, and where to send it."""
    owner = public_process(request, process)
    found = round_in(owner, activity, stages=True)
    language = page_language()
    stages = list(found.stages.all())
    context: dict[str, Any] = {
        "process": owner,
        "activity": found,
        "authority": owner.owner,
        "round_code": round_code(found),
        "parts": places_of(found, language),
        "capacities": list(CAPACITIES.values()),
        "age_groups": list(AGE_GROUPS.values()),
        "closes_at": max((stage.closes_at for stage in stages), default=None),
        "shows_names": comment_method_of(found).terms(found).naming != "not_shown",
    }
    return render(request, "intake/paper_form.html", context)

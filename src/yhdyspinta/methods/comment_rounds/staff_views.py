"""Staff pages of a round: how it goes, its settings, its times."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.values import CHANNELS, STATES
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.forms import SettingsForm, TimesForm, areas_of
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of, require_held_here, staff_activity
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.staff_frame import staff_crumbs
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_KEY = "comment_rounds"


def _frame(request: HttpRequest, activity: Activity, title: str) -> dict[str, Any]:
    process = activity.process
    language = page_language()
    return {
        "activity": activity,
        "process": process,
        "status": queries.status_of(activity, moment_of(request), language),
        "public_path": path_of(activity, "round"),
        "overview_path": path_of(activity, "staff_round"),
        "breadcrumbs": staff_crumbs(process, (title, "")),
    }


@require_safe
def overview(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Counts by state, channel and capacity, the answers' progress, and the next steps."""
    found = staff_activity(request, process, activity, "see_desk", method_key=_KEY, stages=True)
    counts = queries.counts_of(found)
    context = {
        **_frame(request, found, _("Comment round")),
        "counts": counts,
        "is_public": found.process.is_public(moment_of(request)),
        "tables": [
            (_("By state"), [(str(words), counts.states.get(key, 0)) for key, words in STATES.items()]),
            (_("By channel"), [(str(CHANNELS.get(key, key)), count) for key, count in counts.channels.items()]),
            (_("Senders by capacity"), [(str(CAPACITIES.get(key, key)), n) for key, n in counts.capacities.items()]),
        ],
        "handled": found.comment_count - found.due_count,
        "steps": method_of(found).desk([found], at=moment_of(request)),
        "settings": RoundSettings.of(found),
    }
    return render(request, "comment_rounds/staff_round.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Who may comment, how names are shown, when comments are checked."""
    found = staff_activity(request, process, activity, "edit", method_key=_KEY, stages=True)
    former = RoundSettings.of(found)
    initial = SettingsForm.initial_of(former, found.revision)
    form = SettingsForm(request.POST or None, areas=areas_of(found.process.owner), initial=initial)

    def save() -> HttpResponse:
        actions.change_settings(
            actor=actor_of(request),
            activity=found,
            settings=form.settings(former),
            revision=number_of(form.cleaned_data["revision"]) or 0,
            at=clock.now(),
        )
        messages.success(request, _("The settings were saved."))
        return HttpResponseRedirect(path_of(found, "staff_round"), status=303)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        found.refresh_from_db(fields=["settings", "revision"])
        saved, typed = RoundSettings.of(found), form.settings(former)
        return both_texts(form, saved=vars(saved), typed=vars(typed), revision=found.revision)

    context = _frame(request, found, _("Settings")) | {"title": _("Settings of the comment round")}
    return form_page(request, "comment_rounds/staff_form.html", form, save, refused=refused, keeps=True, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def times(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """When the round is open; extending an open one is told to followers."""
    found = require_held_here(staff_activity(request, process, activity, "edit", method_key=_KEY, stages=True))
    form = TimesForm(request.POST or None, initial=TimesForm.initial_of(rules.stage_of(found)))

    def save() -> HttpResponse:
        revision = number_of(form.cleaned_data["revision"]) or 0
        actions.set_times(actor=actor_of(request), activity=found, at=clock.now(), revision=revision, **form.times())
        messages.success(request, _("The opening times were saved."))
        return HttpResponseRedirect(path_of(found, "staff_round"), status=303)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        told = refusal.values
        return both_texts(form, saved=told["saved"], typed=form.times(), revision=told["revision"])

    context = _frame(request, found, _("Opening times")) | {"title": _("When the round is open")}
    return form_page(request, "comment_rounds/staff_form.html", form, save, refused=refused, keeps=True, **context)

"""The staff pages of a process's timeline: its phases, and the ways of taking part in them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.audit import clock
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes import actions, forms
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.loading import staff_process
from yhdyspinta.processes.models import Phase, Process
from yhdyspinta.processes.staff_frame import frame, revision_of
from yhdyspinta.processes.timeline import moves_of, phases_with_activities, runs_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD"])
def timeline(request: HttpRequest, process: str) -> HttpResponse:
    """The phases in their order in time, as everybody sees them, each with its buttons."""
    found = staff_process(request, process, "edit")
    runs = runs_of(phases_with_activities(found))
    rows = [{"phase": run.phase, "run": run, "moves": moves_of(runs, place)} for place, run in enumerate(runs)]
    return render(request, "processes/timeline.html", {**frame(found), "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def phase(request: HttpRequest, process: str, phase: int | None = None) -> HttpResponse:
    """Add or change a phase."""
    found = staff_process(request, process, "edit")
    kept = _phase(found, phase) if phase is not None else None
    initial = forms.PhaseForm.initial_of(kept) if kept else {"kind": "participation"}
    form = forms.PhaseForm(
        request.POST or None, languages=found.owner.languages, needed=found.owner.duty_languages, initial=initial
    )

    def save() -> HttpResponse:
        actions.save_phase(
            actor=actor_of(request),
            process=found,
            facts=form.facts(),
            phase=kept,
            revision=revision_of(form),
            at=clock.now(),
        )
        messages.success(request, _("The phase was saved."))
        return redirect(process_address(found, "processes:timeline"))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if kept is None or refusal.code != "changed_meanwhile":
            return {}
        saved = forms.PhaseForm.initial_of(_phase(found, kept.pk))
        return both_texts(form, saved=saved, typed=vars(form.facts()), revision=saved["revision"])

    return form_page(
        request, "processes/phase.html", form, save, refused=refused, keeps=True, **frame(found), phase=kept
    )


@require_http_methods(["GET", "HEAD", "POST"])
def place_method(request: HttpRequest, process: str, phase: int) -> HttpResponse:
    """Add a way of taking part to a phase."""
    found = staff_process(request, process, "edit")
    kept = _phase(found, phase)
    initial = forms.PlaceMethodForm.initial_of(kept)
    form = forms.PlaceMethodForm(
        request.POST or None, languages=found.owner.languages, needed=found.owner.duty_languages, initial=initial
    )

    def save() -> HttpResponse:
        actions.place_method(actor=actor_of(request), phase=kept, at=clock.now(), **form.cleaned_data)
        messages.success(request, _("The way of taking part was added. Go through what is still missing."))
        return redirect(process_address(found, "processes:overview"))

    return form_page(request, "processes/place_method.html", form, save, keeps=True, **frame(found), phase=kept)


def _phase(process: Process, pk: int) -> Phase:
    kept = process.phases.filter(pk=pk).first()
    if kept is None:
        raise Http404
    return kept


@require_POST
def move_phase(request: HttpRequest, process: str, phase: int) -> HttpResponse:
    """One place up or down."""
    found = staff_process(request, process, "edit")
    by = -1 if request.POST.get("direction") == "up" else 1
    actions.move_phase(actor=actor_of(request), phase=_phase(found, phase), by=by, at=clock.now())
    return redirect(f"{process_address(found, 'processes:timeline')}#phase-{phase}")


@require_http_methods(["GET", "HEAD", "POST"])
def remove_phase(request: HttpRequest, process: str, phase: int) -> HttpResponse:
    """Ask first, then remove."""
    found = staff_process(request, process, "edit")
    kept = _phase(found, phase)
    back = process_address(found, "processes:timeline")
    return ask_page(
        request,
        Question(_("Remove the phase?"), back=back, about=[kept.title], button=_("Remove the phase")),
        lambda: actions.remove_phase(actor=actor_of(request), phase=kept, at=clock.now()),
        done=_("The phase was removed."),
        base="processes/base.html",
        **frame(found),
    )

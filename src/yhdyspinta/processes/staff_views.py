"""The staff pages of a process: create, edit, timeline, publishing, partners."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.visitors import signed_in
from yhdyspinta.processes import actions, forms
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.gaps import gaps_of
from yhdyspinta.processes.loading import staff_authority, staff_process
from yhdyspinta.processes.models import Phase, Process
from yhdyspinta.processes.preview import PARAMETER, preview_token
from yhdyspinta.wording.refusals import Refusal

_Saved = Callable[[], HttpResponse]


def _form_page(request: HttpRequest, template: str, form: Any, save: _Saved, **context: Any) -> HttpResponse:
    """Show a form, or save it: a refusal becomes a message at its field with 422, and every word stays."""
    if request.method == "POST" and form.is_valid():
        try:
            return save()
        except Refusal as refusal:
            form.refuse(refusal)
    status = 422 if request.method == "POST" else 200
    return render(request, f"processes/{template}.html", {"form": form, **context}, status=status)


def _frame(process: Process) -> dict[str, Any]:
    """What every staff page of a process shows around itself."""
    names = ("overview", "edit", "timeline", "publish", "partners")
    return {
        "process": process,
        "links": {
            **{name: process_address(process, f"processes:{name}") for name in names},
            "trail": process_address(process, "authorities:trail"),
        },
        "public_path": process_address(process),
        "desk_path": address("site:desk", process.owner),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new process from a blueprint."""
    authority = staff_authority(request, "create_process")
    form = forms.CreateForm(request.POST or None, languages=authority.languages)

    def save() -> HttpResponse:
        process = actions.create_process(
            actor=signed_in(request),
            owner=authority,
            title=form.cleaned_data["title"],
            blueprint=form.cleaned_data["blueprint"],
            opens_on=form.cleaned_data["opens_on"],
            at=clock.now(),
        )
        messages.success(request, _("The draft was made. Go through what is still missing."))
        return redirect(process_address(process, "processes:overview"), permanent=False)

    return _form_page(request, "create", form, save, desk_path=address("site:desk", authority))


@require_http_methods(["GET", "HEAD"])
def overview(request: HttpRequest, process: str) -> HttpResponse:
    """Where a process stands and what its staff can do next."""
    found = staff_process(request, process, "see_desk")
    at = request.moment  # type: ignore[attr-defined]
    abilities = request.abilities  # type: ignore[attr-defined]
    return render(
        request,
        "processes/overview.html",
        {
            **_frame(found),
            "gaps": gaps_of(found),
            "phases": found.phases.all(),
            "activities": _activity_rows(found),
            "state": state_words(found, at),
            "is_public": found.is_public(at),
            "is_scheduled": found.published_at is not None and found.published_at > at,
            "abilities": abilities,
            "preview_path": f"{process_address(found)}?{PARAMETER}={preview_token(found)}",
            "more_links": _more_links(found, abilities),
        },
    )


def _more_links(process: Process, abilities: frozenset[str]) -> list[dict[str, str]]:
    """Pages of others that belong to the process, for those who may use them."""
    pages = (
        ("decide_outcome", _("Decisions and measures"), "outcomes:staff"),
        ("give_roles", _("People and roles"), "team:process_people"),
        ("see_trail", _("What has been done"), "authorities:trail"),
    )
    return [
        {"words": words, "path": process_address(process, name)} for need, words, name in pages if need in abilities
    ]


def _activity_rows(process: Process) -> list[dict[str, Any]]:
    from yhdyspinta.processes.methods import method_of

    rows = []
    for activity in process.activities.select_related("process__owner", "phase").prefetch_related("stages"):
        method = method_of(activity)
        rows.append({"activity": activity, "method": method.name, "links": method.staff_links(activity)})
    return rows


def state_words(process: Process, at: Any) -> str:
    """Where the process stands, in words."""
    if process.cancelled_at:
        return _("Cancelled")
    if process.unpublished_at:
        return _("Taken off the site")
    if process.published_at is None:
        return _("Draft")
    if process.published_at > at:
        return _("Becomes public at a set time")
    if process.archived_at:
        return _("Archived")
    return _("Paused") if process.paused_at else _("Public")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str) -> HttpResponse:
    """The texts and facts of a process, in each language side by side."""
    found = staff_process(request, process, "edit")
    form = forms.ProcessForm(
        request.POST or None, languages=found.owner.languages, initial=forms.ProcessForm.initial_of(found)
    )

    def save() -> HttpResponse:
        actions.edit_process(
            actor=signed_in(request),
            process=found,
            facts=form.facts(),
            revision=_revision(form),
            at=clock.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(process_address(found, "processes:overview"))

    response = _form_page(request, "edit", form, save, **_frame(found), theirs=None)
    if response.status_code == 422 and getattr(form, "refused_code", "") == "changed_meanwhile":
        found.refresh_from_db()
        theirs = forms.ProcessForm.initial_of(found)
        return _conflict(request, "edit", form, theirs=theirs, **_frame(found))
    return response


def _revision(form: forms.ProcessForm | forms.PhaseForm) -> int:
    """What the form began from; odd words are no revision at all."""
    text = form.cleaned_data["revision"] or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _conflict(
    request: HttpRequest,
    template: str,
    form: forms.ProcessForm | forms.PhaseForm,
    *,
    theirs: dict[str, Any],
    **context: Any,
) -> HttpResponse:
    """Both texts: what somebody else saved, and what was just written. Saving again keeps the latter."""
    differing = [
        {"label": form.fields[name].label, "theirs": theirs[name], "mine": mine}
        for name, mine in vars(form.facts()).items()
        if mine != theirs[name] and not (not mine and not theirs[name])
    ]
    data = request.POST.copy()
    data["revision"] = str(theirs["revision"])
    form.data = data
    return render(request, f"processes/{template}.html", {"form": form, **context, "theirs": differing}, status=409)


@require_http_methods(["GET", "HEAD"])
def timeline(request: HttpRequest, process: str) -> HttpResponse:
    """The phases in their order, each with its buttons."""
    found = staff_process(request, process, "edit")
    phases = found.phases.prefetch_related("activities")
    return render(request, "processes/timeline.html", {**_frame(found), "phases": phases})


@require_http_methods(["GET", "HEAD", "POST"])
def phase(request: HttpRequest, process: str, phase: int | None = None) -> HttpResponse:
    """Add or change a phase."""
    found = staff_process(request, process, "edit")
    kept = _phase(found, phase) if phase is not None else None
    initial = forms.PhaseForm.initial_of(kept) if kept else {"kind": "participation"}
    form = forms.PhaseForm(request.POST or None, languages=found.owner.languages, initial=initial)

    def save() -> HttpResponse:
        actions.save_phase(
            actor=signed_in(request),
            process=found,
            facts=form.facts(),
            phase=kept,
            revision=_revision(form),
            at=clock.now(),
        )
        messages.success(request, _("The phase was saved."))
        return redirect(process_address(found, "processes:timeline"))

    response = _form_page(request, "phase", form, save, **_frame(found), phase=kept)
    if kept and response.status_code == 422 and getattr(form, "refused_code", "") == "changed_meanwhile":
        theirs = forms.PhaseForm.initial_of(_phase(found, kept.pk))
        return _conflict(request, "phase", form, theirs=theirs, **_frame(found), phase=kept)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def place_method(request: HttpRequest, process: str, phase: int) -> HttpResponse:
    """Add a way of taking part to a phase."""
    found = staff_process(request, process, "edit")
    kept = _phase(found, phase)
    initial = forms.PlaceMethodForm.initial_of(kept)
    form = forms.PlaceMethodForm(request.POST or None, languages=found.owner.languages, initial=initial)

    def save() -> HttpResponse:
        actions.place_method(actor=signed_in(request), phase=kept, at=clock.now(), **form.cleaned_data)
        messages.success(request, _("The way of taking part was added. Go through what is still missing."))
        return redirect(process_address(found, "processes:overview"))

    return _form_page(request, "place_method", form, save, **_frame(found), phase=kept)


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
    actions.move_phase(actor=signed_in(request), phase=_phase(found, phase), by=by, at=clock.now())
    return redirect(f"{process_address(found, 'processes:timeline')}#phase-{phase}")


@require_http_methods(["GET", "HEAD", "POST"])
def remove_phase(request: HttpRequest, process: str, phase: int) -> HttpResponse:
    """Ask first, then remove."""
    found = staff_process(request, process, "edit")
    kept = _phase(found, phase)
    if request.method == "POST":
        actions.remove_phase(actor=signed_in(request), phase=kept, at=clock.now())
        messages.success(request, _("The phase was removed."))
        return redirect(process_address(found, "processes:timeline"))
    return render(request, "processes/remove_phase.html", {**_frame(found), "phase": kept})


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, process: str) -> HttpResponse:
    """What is missing, and then publishing now or at a set time."""
    found = staff_process(request, process, "publish")
    form = forms.ScheduleForm(request.POST if "publish_at_0" in request.POST or "schedule" in request.POST else None)
    context = {**_frame(found), "gaps": gaps_of(found), "schedule_form": form}
    actor = signed_in(request)
    if request.method == "POST" and "now" in request.POST and not context["gaps"]:
        actions.publish_process(actor=actor, process=found, at=clock.now())
        messages.success(request, _("The process is public."))
        return redirect(process_address(found, "processes:overview"))

    def save() -> HttpResponse:
        moment = form.cleaned_data["publish_at"]
        actions.schedule_process(actor=actor, process=found, publish_at=moment, at=clock.now())
        messages.success(request, _("The process becomes public by itself at the time you chose."))
        return redirect(process_address(found, "processes:overview"))

    return _form_page(request, "publish", form, save, **context)


_CLOSINGS: dict[str, tuple[str, Callable[..., Process]]] = {
    "pause": ("close", actions.pause_process),
    "cancel": ("close", actions.cancel_process),
}
_TURNS: dict[str, tuple[str, Callable[..., Process]]] = {
    "resume": ("close", actions.resume_process),
    "unpublish": ("publish", actions.unpublish_process),
    "archive": ("close", actions.archive_process),
    "renew-preview": ("edit", actions.renew_preview),
}


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, process: str, how: str) -> HttpResponse:
    """Pause or cancel, with the reason that everybody reads."""
    ability, action = _CLOSINGS[how]
    found = staff_process(request, process, ability)
    form = forms.ReasonForm(request.POST or None, languages=found.owner.duty_languages or ["fi"])

    def save() -> HttpResponse:
        actor = signed_in(request)
        action(actor=actor, process=found, reason=form.cleaned_data["reason"], at=clock.now())
        messages.success(request, _("Done. Those who follow are told."))
        return redirect(process_address(found, "processes:overview"))

    return _form_page(request, "stop", form, save, **_frame(found), how=how)


@require_http_methods(["GET", "HEAD", "POST"])
def turn(request: HttpRequest, process: str, how: str) -> HttpResponse:
    """Resume, take off the site, archive or renew the preview link: ask, then do."""
    ability, action = _TURNS[how]
    found = staff_process(request, process, ability)
    if request.method == "POST":
        action(actor=signed_in(request), process=found, at=clock.now())
        messages.success(request, _("Done."))
        return redirect(process_address(found, "processes:overview"))
    return render(request, "processes/turn.html", {**_frame(found), "how": how})


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, process: str) -> HttpResponse:
    """A new draft with everything staff prepared in this one."""
    found = staff_process(request, process, "create_process")
    form = forms.CopyForm(request.POST or None, languages=found.owner.languages)

    def save() -> HttpResponse:
        made = actions.copy_process(
            actor=signed_in(request),
            source=found,
            title=form.cleaned_data["title"],
            at=clock.now(),
        )
        messages.success(request, _("The copy is a draft. Its dates were moved forward; check them."))
        return redirect(process_address(made, "processes:overview"))

    return _form_page(request, "copy", form, save, **_frame(found))


def _others(process: Process) -> list[tuple[str, str]]:
    language = get_language() or "fi"
    found = Authority.objects.on().exclude(pk=process.owner_id)
    return sorted(((authority.slug, authority.name.text(language)) for authority in found), key=lambda pair: pair[1])


def _chosen(form: forms.ChooseAuthorityForm) -> Authority:
    return Authority.objects.on().get(slug=form.cleaned_data["authority"])


@require_http_methods(["GET", "HEAD", "POST"])
def partners(request: HttpRequest, process: str) -> HttpResponse:
    """The partner authorities of a process: see, add."""
    found = staff_process(request, process, "choose_partners")
    form = forms.ChooseAuthorityForm(request.POST or None, choices=_others(found))

    def save() -> HttpResponse:
        actor = signed_in(request)
        actions.add_partner(actor=actor, process=found, authority=_chosen(form), at=clock.now())
        messages.success(request, _("The partner was added."))
        return redirect(process_address(found, "processes:partners"))

    partnerships = found.partnerships.filter(left_at=None).select_related("authority")
    return _form_page(request, "partners", form, save, **_frame(found), partnerships=partnerships)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_partner(request: HttpRequest, process: str, partner: str) -> HttpResponse:
    """Ask first, then end the partnership."""
    found = staff_process(request, process, "choose_partners")
    partnership = found.partnerships.filter(left_at=None, authority__slug=partner).select_related("authority").first()
    if partnership is None:
        raise Http404
    if request.method == "POST":
        actor = signed_in(request)
        actions.remove_partner(actor=actor, process=found, authority=partnership.authority, at=clock.now())
        messages.success(request, _("The partner was removed."))
        return redirect(process_address(found, "processes:partners"))
    return render(request, "processes/remove_partner.html", {**_frame(found), "partner": partnership.authority})


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, process: str) -> HttpResponse:
    """Pass the process to a successor authority."""
    found = staff_process(request, process, "hand_over")
    form = forms.ChooseAuthorityForm(request.POST or None, choices=_others(found))

    def save() -> HttpResponse:
        successor = _chosen(form)
        actor = signed_in(request)
        passed = actions.hand_over(actor=actor, process=found, successor=successor, at=clock.now())
        messages.success(request, _("The process now belongs to its successor. Old links lead to its new address."))
        return redirect(process_address(passed))

    return _form_page(request, "hand_over", form, save, **_frame(found))

"""The staff pages of a process: create, overview, edit, copy."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes import actions, forms
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import abilities_here, moment_of, staff_authority, staff_process
from yhdyspinta.processes.mending import missing_from
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.preview import PARAMETER, preview_token
from yhdyspinta.processes.round_pages import in_groups
from yhdyspinta.processes.staff_frame import frame, revision_of
from yhdyspinta.processes.timeline import runs_in
from yhdyspinta.processes.values import LAW_OF_WAYS
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new process from a blueprint."""
    authority = staff_authority(request, "create_process")
    form = forms.CreateForm(request.POST or None, languages=authority.languages, needed=authority.duty_languages)

    def save() -> HttpResponse:
        process = actions.create_process(
            actor=actor_of(request),
            owner=authority,
            title=form.cleaned_data["title"],
            blueprint=form.cleaned_data["blueprint"],
            opens_on=form.cleaned_data["opens_on"],
            at=clock.now(),
        )
        messages.success(request, _("The draft was made. Go through what is still missing."))
        return redirect(process_address(process, "processes:overview"), permanent=False)

    return form_page(
        request, "processes/create.html", form, save, keeps=True, desk_path=address("site:desk", authority)
    )


@require_http_methods(["GET", "HEAD"])
def overview(request: HttpRequest, process: str) -> HttpResponse:
    """Where a process stands and what its staff can do next."""
    found = staff_process(request, process, "see_desk")
    at = moment_of(request)
    abilities = abilities_here(request)
    return render(
        request,
        "processes/overview.html",
        {
            **frame(found),
            "gaps": missing_from(found, abilities, at=at),
            "runs": runs_in(found),
            "activities": _activity_rows(found, abilities),
            "state": state_words(found, at),
            "is_public": found.is_public(at),
            "is_ready": "edit" in abilities and not found.is_public(at) and found.cancelled_at is None,
            "is_scheduled": found.published_at is not None and found.published_at > at,
            "abilities": abilities,
            "preview_path": f"{process_address(found)}?{PARAMETER}={preview_token(found)}",
            "translations_path": process_address(found, "translating:texts"),
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


def _activity_rows(process: Process, abilities: frozenset[str]) -> list[dict[str, Any]]:
    rows = []
    for activity in process.activities.select_related("process__owner", "phase").prefetch_related("stages"):
        method = method_of(activity)
        links = [link for link in method.staff_links(activity) if link.ability in abilities]
        rows.append({"activity": activity, "method": method.name, "groups": in_groups(links)})
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
        request.POST or None,
        languages=found.owner.languages,
        needed=found.owner.duty_languages,
        law=LAW_OF_WAYS.get(found.owner.kind, ""),
        initial=forms.ProcessForm.initial_of(found),
    )

    def save() -> HttpResponse:
        actions.edit_process(
            actor=actor_of(request),
            process=found,
            facts=form.facts(),
            revision=revision_of(form),
            at=clock.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(process_address(found, "processes:overview"))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        found.refresh_from_db()
        saved = forms.ProcessForm.initial_of(found)
        return both_texts(form, saved=saved, typed=vars(form.facts()), revision=found.revision)

    return form_page(request, "processes/edit.html", form, save, refused=refused, keeps=True, **frame(found))


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, process: str) -> HttpResponse:
    """A new draft with everything staff prepared in this one."""
    found = staff_process(request, process, "create_process")
    form = forms.CopyForm(request.POST or None, languages=found.owner.languages, needed=found.owner.duty_languages)

    def save() -> HttpResponse:
        made = actions.copy_process(
            actor=actor_of(request),
            source=found,
            title=form.cleaned_data["title"],
            at=clock.now(),
        )
        messages.success(request, _("The copy is a draft. Its dates were moved forward; check them."))
        return redirect(process_address(made, "processes:overview"))

    return form_page(request, "processes/copy.html", form, save, keeps=True, **frame(found))

"""Staff pages: a round held elsewhere is brought in from the file of a survey tool or another service."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import newest_places
from yhdyspinta.intake.importing.columns import municipalities
from yhdyspinta.intake.importing.earlier import chosen
from yhdyspinta.intake.importing.headings import first_rows
from yhdyspinta.intake.importing.sheets import sheets_shown
from yhdyspinta.intake.importing.values import Unknown, asked, still_unknown, unknown_values, values_said, with_near
from yhdyspinta.intake.loading import ABILITY, frame, staff_upload
from yhdyspinta.intake.models import EarlierRound, Mapping, Upload
from yhdyspinta.intake.queries import last_choices
from yhdyspinta.intake.rules import may_declare_earlier
from yhdyspinta.intake.sheet_looks import Look, look_at
from yhdyspinta.intake.upload_forms import EarlierForm, HeadForm, MappingForm, UploadForm
from yhdyspinta.intake.upload_views import (
    bring_in,
    file_page,
    file_rows,
    keep_file,
    mistakes_file,
    thrown_away,
    upload_path,
)
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES, abilities_without_roles
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import staff_round
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language

_KIND = Upload.Kind.EARLIER


@READ_AND_WRITE
def earlier(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """First where and when the round was held; then its file."""
    found = staff_round(request, process, activity, ABILITY, stages=True)
    kept = EarlierRound.objects.filter(activity=found).first()
    here = activity_address(found, "intake:earlier")
    context: dict[str, Any] = frame(request, found, _("Bring in a round held elsewhere")) | {"kept": kept}
    if kept is None:
        first = EarlierForm(request.POST or None)
        context["may_declare"] = bool(may_declare_earlier(found, at=clock.now()))
        context["timeline_path"] = process_address(found.process, "processes:timeline")

        def declare() -> HttpResponse:
            actions.declare_earlier(actor=actor_of(request), activity=found, at=clock.now(), **first.cleaned_data)
            return redirect(here)

        return form_page(request, "intake/earlier.html", first, declare, keeps=True, **context)
    sent = request.method == "POST"
    form = UploadForm(
        request.POST if sent else None, request.FILES if sent else None, initial={"language": page_language()}
    )

    def save() -> HttpResponse:
        held = keep_file(request, found, form, Upload.Kind.SERVICE if form.is_service else _KIND)
        if held.kind == _KIND:
            held = actions.map_as_the_last(actor=actor_of(request), upload=held, at=clock.now())
        return redirect(upload_path(held))

    files, ways = paged(
        request,
        Upload.objects.filter(activity=found).select_related("progress").defer("rows", "sheets"),
        order=("-uploaded_at", "-id"),
    )
    documents = DocumentVersion.objects.filter(document__activity=found, published_at__isnull=False)
    context |= {
        "files": file_rows(found, files), "pager": ways, "has_parts": documents.exists(),
        "documents_path": activity_address(found, "documents:documents"),
    }  # fmt: skip
    return form_page(request, "intake/earlier.html", form, save, **context)


@READ_AND_WRITE
def mapping(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """Which column of the file is what; begun from a kept choice when one is asked for."""
    kept = staff_upload(request, process, activity, upload, _KIND)
    if kept.imported_at is not None or not kept.has_been_read:
        return redirect(activity_address(kept.activity, "intake:earlier_file", upload=kept.pk))
    look = look_at(request, kept)
    here = activity_address(kept.activity, "intake:mapping", upload=kept.pk)
    seen = kept_mappings(actor_of(request), kept.activity.process.owner)
    saved, ways = paged(request, seen, order=("name", "id"), size=50, name="kept")
    choices = _begun_from(request, kept, seen, saved)
    form, unknown = _mapping_form(request, kept, look, choices)

    def save() -> HttpResponse:
        told = {**form.choices(), "values": _values(choices, form), "head": look.head}
        held = actions.map_columns(
            actor=actor_of(request), upload=kept, choices=told, name=form.cleaned_data["name"], at=clock.now(),
            sheet=look.sheet,
        )  # fmt: skip
        held.activity = kept.activity
        if still_unknown(unknown, values_said(told)) or form.asks_anew():
            return redirect(f"{here}#values")
        return redirect(activity_address(kept.activity, "intake:earlier_file", upload=kept.pk))

    context = frame(request, kept.activity, _("Which column is what?")) | {
        "upload": kept,
        "look": look,
        "head_form": HeadForm(rows=first_rows(look.rows, look.head), initial={"head": look.head}),
        "sheets": [(one, f"{here}?sheet={one.number}") for one in sheets_shown(kept.sheets, look.sheet)],
        "columns": form.columns(look.examples()),
        "still_unknown": still_unknown(unknown, values_said(choices)),
        "is_guessed": not choices.get("columns") and request.method != "POST",
        "saved": [{"name": one.name, "path": f"{here}?from={one.pk}&{look.query}"} for one in saved],
        "pager": ways,
        "back": activity_address(kept.activity, "intake:earlier"),
    }
    return form_page(request, "intake/mapping.html", form, save, **context)


def _begun_from(
    request: HttpRequest, kept: Upload, seen: QuerySet[Mapping], saved: Sequence[Mapping]
) -> dict[str, Any]:
    """What the form begins with: a kept choice that is asked for, the file's own, or those of the round's last file."""
    wanted = number_of(request.GET.get("from"))
    if not wanted:
        return dict(kept.choices) if kept.choices.get("columns") else last_choices(kept)
    begun = next((one for one in saved if one.pk == wanted), None) or seen.filter(pk=wanted).first()
    if begun is None:
        raise Http404
    return {**begun.choices}


def _mapping_form(
    request: HttpRequest, kept: Upload, look: Look, choices: dict[str, Any]
) -> tuple[MappingForm, list[Unknown]]:  # fmt: skip
    """The form, with a choice for each value that is not known in the columns chosen, and all such values."""
    heads, places = look.heads, newest_places(kept.activity, page_language())
    told = choices
    if request.method == "POST":
        columns_only = MappingForm(request.POST, heads=heads, places=places)
        told = {**choices, **columns_only.choices()} if columns_only.is_valid() else choices
    where, _texts = chosen(heads, told)
    areas, towns = municipalities() if "municipality" in where else ({}, None)
    unknown = unknown_values(look.rows[look.head - 1 :], where, towns)
    shown = with_near(asked(unknown, values_said(told)), towns)
    form = MappingForm(
        request.POST or None,
        heads=heads,
        places=places,
        unknown=shown,
        areas=areas.values(),
        initial=MappingForm.begun(told, heads, shown),
    )
    return form, unknown


def _values(choices: dict[str, Any], form: MappingForm) -> dict[str, dict[str, str]]:
    """What has been said of values, with what the form says now; one that the page did not ask of stays."""
    said = values_said(choices)
    for role, told in form.said().items():
        of_role = {**said.get(role, {}), **told}
        said[role] = {value: meaning for value, meaning in of_role.items() if meaning}
    return said


def kept_mappings(person: Person, owner: Authority) -> QuerySet[Mapping]:
    """Choices kept for the owner's files: all for the owner's own people, their own for a partner's. Asked in one query."""
    kept = Mapping.objects.filter(authority=owner)
    fixed = abilities_without_roles(person)
    if fixed is not None:
        return kept if "take_in" in fixed else kept.filter(saved_by=person.pk)
    own = RoleGrant.objects.filter(person=person, authority=owner, ended_at=None)
    taking_in = own.filter(role__in=[role.key for role in ROLES.values() if "take_in" in role.abilities])
    return kept.filter(Q(saved_by=person.pk) | Exists(taking_in))


@require_safe
def earlier_file(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """The mistakes of the file, or what would be brought in, or what was."""
    kept = staff_upload(request, process, activity, upload, _KIND)
    if request.path != upload_path(kept):
        return redirect(upload_path(kept))
    return file_page(request, kept, "intake:earlier", _("Bring in a round held elsewhere"))


@require_safe
def earlier_mistakes(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponseBase:
    """Every mistake as a list for a spreadsheet."""
    return mistakes_file(staff_upload(request, process, activity, upload, _KIND))


@require_POST
def earlier_import(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """Bring in everything at once."""
    return bring_in(request, staff_upload(request, process, activity, upload, _KIND))


@require_POST
def earlier_discard(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """Throw away a file that was not brought in."""
    return thrown_away(request, staff_upload(request, process, activity, upload, _KIND), "intake:earlier")

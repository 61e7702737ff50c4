"""Staff pages: the sheets of a pile that have been typed, and a finished pile opened again."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.batch_forms import ReopenForm
from yhdyspinta.intake.batch_views import batch_path
from yhdyspinta.intake.loading import frame, staff_batch
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.rules import TYPES, may_reopen
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page


@require_safe
def sheets(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """Every typed sheet, with a way to what was typed where that spoils no check."""
    kept = staff_batch(request, process, activity, batch, ability=TYPES)
    typed = Sheet.objects.filter(batch=kept).select_related("receipt__entry__entered_by")
    found, ways = paged(request, typed.annotate(comment_total=Count("receipt__comments")), order=("number",))
    me = actor_of(request).pk
    title = _("Sheets that have been typed")
    context = frame(request, kept.activity, title) | {
        "batch": kept,
        "rows": [_row(kept, one, me) for one in found],
        "pager": ways,
        "batch_path": batch_path(kept.activity, kept),
    }
    return render(request, "intake/sheets.html", context)


def _row(batch: Batch, sheet: Sheet, me: int | None) -> dict[str, Any]:
    typist = sheet.receipt.entry.entered_by
    mine = typist is not None and typist.pk == me
    waits = sheet.is_drawn and sheet.checked_at is None  # whoever types it again does not see the first typing
    path = process_address(batch.activity.process, "intake:entered", receipt=sheet.receipt_id)
    return {
        "sheet": sheet, "comments": sheet.comment_total, "mine": mine, "typist": typist.name if typist else "",  # type: ignore[attr-defined]
        "waits": waits, "path": path if mine or not waits else "",
    }  # fmt: skip


@READ_AND_WRITE
def reopen(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """Ask why, and go on typing; or tell why it can no longer be opened."""
    kept = staff_batch(request, process, activity, batch, ability=TYPES)
    if kept.finished_at is None:
        return redirect(batch_path(kept.activity, kept))
    form = ReopenForm(request.POST or None)

    def save() -> HttpResponse:
        held = actions.reopen_batch(
            actor=actor_of(request), batch=kept, reason=form.cleaned_data["reason"], at=clock.now()
        )
        messages.success(request, _("The pile is open again: go on typing, and finish it when it is whole."))
        return redirect(batch_path(kept.activity, held))

    context = frame(request, kept.activity, _("Open the pile again")) | {
        "batch": kept,
        "why_not": may_reopen(kept, at=clock.now()).words,
        "back": activity_address(kept.activity, "intake:check", batch=kept.pk),
    }
    return form_page(request, "intake/reopen.html", form, save, **context)

"""Staff pages: find a receipt by its code, and change what stands in it at its sender's request."""

from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import receipt_by_code, shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.receipts import is_mailed
from yhdyspinta.comments.receivers import is_confirmed
from yhdyspinta.intake import actions, queries
from yhdyspinta.intake.forms import CodeForm, EditForm
from yhdyspinta.intake.loading import process_frame, receipt_in, takes_in, typed_receipt
from yhdyspinta.intake.receipt_shown import comment_row, lines_of_sender
from yhdyspinta.intake.rules import may_mend_typing, may_still_type
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import (
    authority_of,
    moment_of,
    staff_authority,
    staff_process,
    works_on,
)
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal

ABILITY: Final = "take_in"


@require_safe
def entered(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The code to tell the sender, and what can be done at their request."""
    owner, kept = typed_receipt(request, process, receipt)
    return _receipt_page(request, owner, kept)


def _receipt_page(request: HttpRequest, process: Process, receipt: Receipt) -> HttpResponse:
    code, at, activity = shown_code(receipt), moment_of(request), works_on(request, receipt.activity)
    activity.process = process
    can_add = receipt.sender.person is not None and may_still_type(activity, at=at)
    whole = takes_in(request)
    rows = [
        comment_row(process, receipt, comment, may_edit=whole and activity.stage_at(at) is not None, sees_masked=whole)
        for comment in queries.comments_with_answers([receipt])
    ]
    context = process_frame(request, process) | {
        "receipt": receipt,
        "entry": getattr(receipt, "entry", None),
        "code": code,
        "groups": [" ".join(group) for group in code.split("-")],
        "rows": rows,
        "takes_in": whole,
        "told": lines_of_sender(receipt),
        "again_path": activity_address(activity, "intake:enter"),
        "is_mailed": is_mailed(receipt),
        "is_confirmed": is_confirmed(receipt.sender),
        "mend_path": _mend_path(receipt, at),
        "add_path": process_address(process, "intake:add", receipt=receipt.pk) if can_add else "",
        "letter_path": process_address(process, "intake:letter", receipt=receipt.pk),
    }
    return render(request, "intake/receipt.html", context)


def _mend_path(receipt: Receipt, at: datetime) -> str:
    return (
        process_address(receipt.activity.process, "intake:mend", receipt=receipt.pk)
        if may_mend_typing(receipt, at=at)
        else ""
    )


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Find the receipt of a caller by its code."""
    authority = authority_of(request)
    staff_authority(request, ABILITY)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        receipt = receipt_by_code(authority, form.cleaned_data["code"])
        if receipt is not None and hasattr(receipt, "entry"):
            process = receipt.activity.process
            actions.open_receipt(actor=actor_of(request), receipt=receipt, at=clock.now())
            return redirect(process_address(process, "intake:entered", receipt=receipt.pk))
        form.refuse(Refusal("code_is_online" if receipt else "code_not_found", status=422, field="code"))
    context = {"form": form, "desk_path": address("site:desk", authority)}
    return render(request, "intake/find.html", context, status=422 if request.method == "POST" else 200)


def _comment(request: HttpRequest, process: str, receipt: int, number: int) -> tuple[Process, Receipt, Comment]:
    owner = staff_process(request, process, ABILITY)
    kept = receipt_in(owner, receipt)
    found = kept.comments.select_related("sender__person", "receipt", "activity").filter(number=number).first()
    if found is None:
        raise Http404
    found.activity = works_on(request, kept.activity)
    found.activity.process = owner
    found.receipt = kept
    return owner, kept, found


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, receipt: int, number: int) -> HttpResponse:
    """Change a comment as its sender asks."""
    owner, kept, comment = _comment(request, process, receipt, number)
    form = EditForm(request.POST or None, initial={"text": comment.text, "revision": comment.revision})
    back = process_address(owner, "intake:entered", receipt=kept.pk)

    def save() -> HttpResponse:
        actions.edit_for_sender(
            actor=actor_of(request),
            comment=comment,
            text=form.cleaned_data["text"],
            revision=number_of(form.cleaned_data["revision"]) or 0,
            at=clock.now(),
        )
        messages.success(request, _("The comment was changed. It is checked before it is shown."))
        return redirect(back)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        comment.refresh_from_db(fields=["text", "revision"])
        return both_texts(form, saved={"text": comment.text}, typed=form.cleaned_data, revision=comment.revision)

    context = process_frame(request, owner) | {"comment": comment, "back": back}
    return form_page(request, "intake/edit.html", form, save, refused=refused, keeps=True, **context)


@require_POST
def withdraw(request: HttpRequest, process: str, receipt: int, number: int) -> HttpResponse:
    """Withdraw a comment as its sender asks."""
    owner, kept, comment = _comment(request, process, receipt, number)
    actions.withdraw_for_sender(actor=actor_of(request), comment=comment, at=clock.now())
    messages.success(request, _("The comment was withdrawn."))
    return redirect(process_address(owner, "intake:entered", receipt=kept.pk))

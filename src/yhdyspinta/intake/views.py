"""Staff pages: find a receipt by its code, change what stands in it, tell answers by letter and phone."""

from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.answers.values import CLOSURE_REASONS, HANDLINGS, REASONS
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import receipt_by_code, shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.receipts import is_mailed
from yhdyspinta.comments.receivers import is_confirmed
from yhdyspinta.comments.values import CHANNELS, STATES
from yhdyspinta.intake import actions, queries
from yhdyspinta.intake.facts import NAMES, Facts
from yhdyspinta.intake.forms import CodeForm, EditForm
from yhdyspinta.intake.loading import takes_in, types_here
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.intake.rules import TYPES, may_mend_typing, may_open, may_still_type
from yhdyspinta.intake.slips import words_for_typists
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import (
    abilities_here,
    authority_of,
    moment_of,
    staff_authority,
    staff_process,
    works_on,
)
from yhdyspinta.processes.models import Process
from yhdyspinta.transfers.shown import current
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

ABILITY: Final = "take_in"


def frame(request: HttpRequest, process: Process) -> dict[str, Any]:
    """What the pages of intake in a process share."""
    return {
        "process": process,
        "process_path": "" if types_here(request) else process_address(process, "processes:overview"),
        "desk_path": address("site:desk", process.owner),
        "find_path": address("intake:find", process.owner) if takes_in(request) else "",
        "letters_path": address("intake:letters", process.owner),
    }


def receipt_in(process: Process, pk: int) -> Receipt:
    """A receipt of the process that staff typed; 404 for any other."""
    rows = Receipt.objects.select_related(
        "sender__person",
        "sender__municipality",
        "sender__organisation",
        "activity__process__owner",
        "entry__entered_by",
        "sheet__batch",
    )
    rows = rows.prefetch_related("activity__stages").annotate(comment_total=Count("comments"))
    found = rows.filter(pk=pk, activity__process=process, entry__isnull=False).first()
    if found is None:
        raise Http404
    return found


def typed_receipt(request: HttpRequest, process: str, receipt: int) -> tuple[Process, Receipt]:
    """A receipt for those whom `rules.may_open` lets open it, 404 for others."""
    owner = staff_process(request, process, TYPES)
    kept = receipt_in(owner, receipt)
    kept.activity.process = owner
    if not may_open(kept, actor_of(request), abilities_here(request)):
        raise Http404
    return owner, kept


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
        _row(process, receipt, comment, may_edit=whole and activity.stage_at(at) is not None, sees_masked=whole)
        for comment in queries.comments_with_answers(receipt)
    ]
    context = frame(request, process) | {
        "receipt": receipt,
        "entry": getattr(receipt, "entry", None),
        "code": code,
        "groups": [" ".join(group) for group in code.split("-")],
        "rows": rows,
        "takes_in": whole,
        "told": told_of(receipt),
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


def told_of(receipt: Receipt) -> list[tuple[str, str, str]]:
    """How it came and what was typed of its sender: each with its name, its words and perhaps a page."""
    entry, sheet, sender = receipt.entry, getattr(receipt, "sheet", None), receipt.sender
    language = page_language()
    found = [(_("Channel"), str(CHANNELS.get(receipt.channel, receipt.channel)), "")]
    if sheet is not None:
        pile = _("%(name)s, sheet %(number)s") % {"name": sheet.batch.name, "number": sheet.number}
        found.append(
            (_("Pile or event"), pile, activity_address(receipt.activity, "intake:sheets", batch=sheet.batch_id))
        )
    found.append((_("Typed by"), entry.entered_by.name if entry.entered_by else _("Not told"), ""))
    if sender.person is None:
        return found
    facts, towns = Facts.of(receipt), {}
    if sender.municipality is not None:
        towns[sender.municipality.pk] = Wording(sender.municipality.name).text(language)
    told = {key: name for key, name in NAMES.items() if key != "organisation" or facts.organisation}
    return [*found, *((str(name), facts.words(key, towns, language), "") for key, name in told.items())]


def _row(process: Process, receipt: Receipt, comment: Comment, *, may_edit: bool, sees_masked: bool) -> dict[str, Any]:
    answered = getattr(comment, "answered", None)
    answer = answered.answer if answered is not None and answered.answer.published_at else None
    closure = getattr(comment, "closure", None)
    paths = {
        name: process_address(process, f"intake:{name}", receipt=receipt.pk, number=comment.number)
        for name in ("edit", "withdraw")
    }
    gone = comment.state in {Comment.State.WITHDRAWN, Comment.State.HIDDEN}
    return {
        "comment": comment, "words": comment.text if sees_masked else words_for_typists(comment),
        "state": STATES[comment.state], "answer": answer, "paths": paths,
        "passed": current(comment.transfers.all()), "closed_because": CLOSURE_REASONS[closure.reason] if closure else "",
        "handling": HANDLINGS.get(answer.handling, "") if answer else "",
        "reason": REASONS.get(answer.reason, "") if answer else "",
        "unsaid": _unsaid(comment, receipt.entry.told_at),
        "may_edit": may_edit and not gone and comment.handling == Comment.Handling.OPEN,
        "may_withdraw": comment.state != Comment.State.WITHDRAWN,
    }  # fmt: skip


def _unsaid(comment: Comment, told_at: datetime | None) -> str:
    """Which telling of a comment stands no more, while it waits for an answer again."""
    found = getattr(comment, "unsaid", None)
    if found is None or told_at is None or told_at < found.since:
        return ""
    waits = comment.state == Comment.State.VISIBLE and comment.handling == Comment.Handling.OPEN
    return str(found.what) if waits else ""


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
        form.refuse(Refusal("code_not_found", status=422, field="code"))
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

    context = frame(request, owner) | {"comment": comment, "back": back}
    return form_page(request, "intake/edit.html", form, save, refused=refused, keeps=True, **context)


@require_POST
def withdraw(request: HttpRequest, process: str, receipt: int, number: int) -> HttpResponse:
    """Withdraw a comment as its sender asks."""
    owner, kept, comment = _comment(request, process, receipt, number)
    actions.withdraw_for_sender(actor=actor_of(request), comment=comment, at=clock.now())
    messages.success(request, _("The comment was withdrawn."))
    return redirect(process_address(owner, "intake:entered", receipt=kept.pk))


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Answers that wait to be told by staff: by letter, by phone, or at an address that is not confirmed."""
    authority = staff_authority(request, ABILITY)
    due, ways = paged(request, letters_due(authority), order=("pk",))
    rows = [
        {
            "entry": entry,
            "title": Wording(entry.receipt.activity.process.title).text(page_language()),
            "letter_path": process_address(entry.receipt.activity.process, "intake:letter", receipt=entry.receipt_id),
            "told_path": process_address(entry.receipt.activity.process, "intake:told", receipt=entry.receipt_id),
        }
        for entry in due
    ]
    context = {
        "rows": rows,
        "pager": ways,
        "at": moment_of(request),
        "desk_path": address("site:desk", authority),
        "find_path": address("intake:find", authority),
    }
    return render(request, "intake/letters.html", context)


@require_safe
def letter(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The answer as a letter in the sender's language, ready for printing."""
    owner = staff_process(request, process, ABILITY)
    kept = receipt_in(owner, receipt)
    entry = kept.entry
    language = kept.language.split("-")[0]
    rows = [
        _row(owner, kept, comment, may_edit=False, sees_masked=takes_in(request))
        for comment in queries.comments_with_answers(kept)
    ]
    context = frame(request, owner) | {
        "entry": entry, "receipt": kept, "rows": [row for row in rows if row["answer"] or row["closed_because"] or row["unsaid"]], "email": kept.sender.email, "code": shown_code(kept),
        "letter_language": language, "authority": owner.owner, "at": moment_of(request),
        "told_path": process_address(owner, "intake:told", receipt=kept.pk),
        "is_due": letters_due(owner.owner).filter(pk=entry.pk).exists(),
        "receipt_path": process_address(owner, "intake:entered", receipt=kept.pk), "back_words": _("Back to the receipt"),
    }  # fmt: skip
    with translation.override(language if language in {"fi", "sv", "en"} else "fi"):
        return render(request, "intake/letter.html", context)


@require_POST
def told(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The letter was sent, or the answer was told by phone."""
    owner = staff_process(request, process, ABILITY)
    entry = receipt_in(owner, receipt).entry
    seen_at = _moment(request.POST.get("seen", ""))
    actions.mark_told(actor=actor_of(request), entry=entry, at=clock.now(), seen_at=seen_at)
    messages.success(request, _("Marked as told."))
    return redirect(address("intake:letters", owner.owner))


def _moment(text: str) -> datetime | None:
    """When the page was made on which the button stood; None for what is no moment."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None

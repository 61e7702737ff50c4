"""Staff pages: type a comment, find a receipt by its code, tell answers by letter and phone."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.answers.values import CLOSURE_REASONS
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.codes import receipt_by_code, shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.values import STATES
from yhdyspinta.intake import actions, queries
from yhdyspinta.intake.forms import CodeForm, EditForm, EntryForm
from yhdyspinta.intake.models import Entry
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import authority_of, staff_authority, staff_process
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

ABILITY: Final = "take_in"
_MOST: Final = 200


def _frame(process: Process) -> dict[str, Any]:
    return {
        "process": process,
        "desk_path": address("site:desk", process.owner),
        "find_path": address("intake:find", process.owner),
        "letters_path": address("intake:letters", process.owner),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Type a comment; a phone call has its words read back before they are sent."""
    owner = staff_process(request, process, ABILITY)
    found = Activity.objects.filter(process=owner, slug=activity).prefetch_related("stages").first()
    if found is None:
        raise Http404
    found.process = owner
    places = queries.places(found, page_language())
    start = {"channel": "phone", "reply_by": "none", "language": get_language(), "arrived_at": clock.now()}
    form = EntryForm(request.POST or None, places=places, initial=start)
    status, reading = 200, False
    if request.method == "POST":
        status = 422
        _check_before_reading(form)
        reading = form.is_valid() and form.cleaned_data["channel"] == "phone" and request.POST.get("step") != "back"
        is_last = not reading or request.POST.get("step") == "send"
        if form.is_valid() and request.POST.get("step") != "back" and is_last:
            try:
                receipt = _enter(request, found, form)
                return redirect(process_address(owner, "intake:entered", receipt=receipt.pk))
            except Refusal as refusal:
                form.refuse(refusal)
                reading = reading and refusal.field == "read_back"
        elif form.is_valid():
            status = 200
    read = (
        [{"place": dict(places).get(str(one.thread_id), ""), "text": one.text} for one in form.words()]
        if reading
        else []
    )
    context = _frame(found.process) | {
        "form": form, "activity": found, "read": read, "posted": _posted(request) if reading else [],
        "here": activity_address(found, "intake:enter"),
    }  # fmt: skip
    return render(request, "intake/read_back.html" if reading else "intake/enter.html", context, status=status)


def _check_before_reading(form: EntryForm) -> None:
    """What is missing for the answer is told before a caller hears their words."""
    if form.is_valid():
        try:
            actions.check_reply(form.reply(), email=form.cleaned_data["email"])
        except Refusal as refusal:
            form.refuse(refusal)


def _posted(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, carried through the page that is read aloud."""
    own = {"csrfmiddlewaretoken", "step", "read_back"}
    return [(name, value) for name, values in request.POST.lists() if name not in own for value in values]


def _enter(request: HttpRequest, activity: Activity, form: EntryForm) -> Receipt:
    given = form.cleaned_data
    return actions.enter_comments(
        actor=request.person,  # type: ignore[attr-defined]
        activity=activity,
        key=given["key"],
        channel=given["channel"],
        arrived_at=given["arrived_at"],
        words=form.words(),
        facts=SenderFacts(
            language=given["language"],
            capacities=tuple(given["capacities"]),
            naming=comment_method_of(activity).terms(activity).naming,
            display_name=given["display_name"],
            email=given["email"],
        ),
        organisation=given["organisation"] if "organisation" in given["capacities"] else "",
        reply=form.reply(),
        read_back=request.POST.get("read_back") == "on",
        at=clock.now(),
    )


def _receipt(process: Process, pk: int) -> Receipt:
    rows = Receipt.objects.select_related("sender__person", "activity__process__owner", "entry")
    found = rows.filter(pk=pk, activity__process=process, entry__isnull=False).first()
    if found is None:
        raise Http404
    return found


@require_safe
def entered(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The code to tell the sender, and what can be done at their request."""
    owner = staff_process(request, process, ABILITY)
    return _receipt_page(request, owner, _receipt(owner, receipt))


def _receipt_page(request: HttpRequest, process: Process, receipt: Receipt) -> HttpResponse:
    code, at = shown_code(receipt), clock.now()
    activity = Activity.objects.prefetch_related("stages").get(pk=receipt.activity_id)
    activity.process = process
    rows = [_row(process, receipt, comment, may_edit=activity.stage_at(at) is not None)
            for comment in queries.comments_with_answers(receipt)]  # fmt: skip
    context = _frame(process) | {
        "receipt": receipt,
        "entry": getattr(receipt, "entry", None),
        "code": code,
        "groups": [" ".join(group) for group in code.split("-")],
        "rows": rows,
        "again_path": activity_address(activity, "intake:enter"),
        "letter_path": process_address(process, "intake:letter", receipt=receipt.pk),
    }
    return render(request, "intake/receipt.html", context)


def _row(process: Process, receipt: Receipt, comment: Comment, *, may_edit: bool) -> dict[str, Any]:
    answered = getattr(comment, "answered", None)
    answer = answered.answer if answered is not None and answered.answer.published_at else None
    closure = getattr(comment, "closure", None)
    paths = {
        name: process_address(process, f"intake:{name}", receipt=receipt.pk, number=comment.number)
        for name in ("edit", "withdraw")
    }
    gone = comment.state in {Comment.State.WITHDRAWN, Comment.State.HIDDEN}
    return {
        "comment": comment, "state": STATES[comment.state], "answer": answer, "paths": paths,
        "closed_because": CLOSURE_REASONS[closure.reason] if closure else "",
        "may_edit": may_edit and not gone and comment.handling == Comment.Handling.OPEN,
        "may_withdraw": comment.state != Comment.State.WITHDRAWN,
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Find the receipt of a caller by its code."""
    authority = authority_of(request)
    staff_authority(request, ABILITY)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        receipt = receipt_by_code(authority, form.cleaned_data["code"])
        if receipt is not None and hasattr(receipt, "entry"):
            process = receipt.activity.process
            actions.open_receipt(actor=request.person, receipt=receipt, at=clock.now())  # type: ignore[attr-defined]
            return redirect(process_address(process, "intake:entered", receipt=receipt.pk))
        form.refuse(Refusal("code_not_found", status=422, field="code"))
    context = {"form": form, "desk_path": address("site:desk", authority)}
    return render(request, "intake/find.html", context, status=422 if request.method == "POST" else 200)


def _comment(request: HttpRequest, process: str, receipt: int, number: int) -> tuple[Process, Receipt, Comment]:
    owner = staff_process(request, process, ABILITY)
    kept = _receipt(owner, receipt)
    found = kept.comments.select_related("sender__person", "receipt", "activity").filter(number=number).first()
    if found is None:
        raise Http404
    found.activity = Activity.objects.prefetch_related("stages").get(pk=found.activity_id)
    found.activity.process = owner
    found.receipt = kept
    return owner, kept, found


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, receipt: int, number: int) -> HttpResponse:
    """Change a comment as its sender asks."""
    owner, kept, comment = _comment(request, process, receipt, number)
    form = EditForm(request.POST or None, initial={"text": comment.text, "revision": comment.revision})
    back = process_address(owner, "intake:entered", receipt=kept.pk)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.edit_for_sender(
                actor=request.person,  # type: ignore[attr-defined]
                comment=comment,
                text=given["text"],
                revision=number_of(given["revision"]) or 0,
                at=clock.now(),
            )
            messages.success(request, _("The comment was changed. It is checked before it is shown."))
            return redirect(back)
        except Refusal as refusal:
            form.refuse(refusal)
    context = _frame(owner) | {"form": form, "comment": comment, "back": back}
    return render(request, "intake/edit.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def withdraw(request: HttpRequest, process: str, receipt: int, number: int) -> HttpResponse:
    """Withdraw a comment as its sender asks."""
    owner, kept, comment = _comment(request, process, receipt, number)
    actions.withdraw_for_sender(actor=request.person, comment=comment, at=clock.now())  # type: ignore[attr-defined]
    messages.success(request, _("The comment was withdrawn."))
    return redirect(process_address(owner, "intake:entered", receipt=kept.pk))


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Answers that wait to be told by letter or phone."""
    authority = staff_authority(request, ABILITY)
    rows = [
        {
            "entry": entry,
            "title": Wording(entry.receipt.activity.process.title).text(page_language()),
            "letter_path": process_address(entry.receipt.activity.process, "intake:letter", receipt=entry.receipt_id),
            "told_path": process_address(entry.receipt.activity.process, "intake:told", receipt=entry.receipt_id),
        }
        for entry in queries.letters_due(authority)[:_MOST]
    ]
    context = {
        "rows": rows,
        "desk_path": address("site:desk", authority),
        "find_path": address("intake:find", authority),
    }
    return render(request, "intake/letters.html", context)


@require_safe
def letter(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The answer as a letter in the sender's language, ready for printing."""
    owner = staff_process(request, process, ABILITY)
    kept = _receipt(owner, receipt)
    entry = Entry.objects.get(receipt=kept)
    language = kept.language.split("-")[0]
    rows = [_row(owner, kept, comment, may_edit=False) for comment in queries.comments_with_answers(kept)]
    context = _frame(owner) | {
        "entry": entry, "receipt": kept, "rows": [row for row in rows if row["answer"] or row["closed_because"]], "code": shown_code(kept),
        "letter_language": language, "authority": owner.owner, "at": clock.now(),
        "told_path": process_address(owner, "intake:told", receipt=kept.pk),
    }  # fmt: skip
    with translation.override(language if language in {"fi", "sv", "en"} else "fi"):
        return render(request, "intake/letter.html", context)


@require_POST
def told(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The letter was sent, or the answer was told by phone."""
    owner = staff_process(request, process, ABILITY)
    entry = Entry.objects.get(receipt=_receipt(owner, receipt))
    actions.mark_told(actor=request.person, entry=entry, at=clock.now())  # type: ignore[attr-defined]
    messages.success(request, _("Marked as told."))
    return redirect(address("intake:letters", owner.owner))

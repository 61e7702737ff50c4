"""Public pages: report a comment, and appeal against a decision on one's own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import receipt_by_token
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import appeals
from yhdyspinta.moderation.forms import AppealForm, ReportForm
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.moderation.models import Appeal, Decision
from yhdyspinta.moderation.queries import pieces, spans_of
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.people.visitors import person_who_writes, someone
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, public_process
from yhdyspinta.wording import unsent
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Tell staff that a comment is not as it should be."""
    owner = public_process(request, process)
    found = Comment.objects.select_related("activity", "sender").filter(
        activity__process=owner, activity__slug=activity, number=number, state=Comment.State.VISIBLE
    )
    comment = found.first()
    if comment is None:
        raise Http404
    form = ReportForm(request.POST if request.method == "POST" else None)
    other = unsent.answer(request)
    if other is not None:
        return other
    sent = request.GET.get("sent") == "yes"
    if not sent:
        unsent.recall(request, form)
    context = {
        "form": form,
        "comment": comment,
        "text": in_words(comment.public_text),
        "process": owner,
        "process_path": process_address(owner),
        "hours": owner.owner.moderation_hours,
        "sent": sent,
    }
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _report(request, comment, form)
                unsent.forget(request)
                return redirect(f"{request.path}?sent=yes")
            except Refusal as refusal:
                if refusal.status not in {409, 422, 429}:
                    raise
                form.refuse(refusal)
                status = refusal.status
    return render(request, "moderation/report.html", context, status=status)


def _report(request: HttpRequest, comment: Comment, form: ReportForm) -> None:
    at = clock.now()
    person = person_who_writes(request, at=at, language=page_language())
    given = form.cleaned_data
    appeals.report(actor=person, comment=comment, reason=given["reason"], words=given["words"], at=at)


@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: HttpRequest, decision: int) -> HttpResponse:
    """Ask that a decision on one's own comment be looked at again; opened from the receipt or a mail link."""
    found = _own_decision(request, decision)
    comment, process = found.comment, found.comment.activity.process
    earlier = Appeal.objects.filter(decision=found).first()
    form = AppealForm(request.POST if request.method == "POST" else None)
    other = unsent.answer(request)
    if other is not None:
        return other
    can_appeal = earlier is None and appeals.in_force(found)
    if can_appeal:
        unsent.recall(request, form)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                sender = comment.sender.person
                if sender is None:
                    raise Http404
                appeals.appeal(actor=sender, decision=found, text=form.cleaned_data["text"], at=clock.now())
                unsent.forget(request)
                return redirect(request.get_full_path())
            except Refusal as refusal:
                form.refuse(refusal)
                status = refusal.status
    context: dict[str, Any] = {
        "form": form,
        "decision": found,
        "reason": REASONS.get(found.reason, ""),
        "pieces": pieces(comment.text, spans_of(found.masks.filter(lifted_at=None))),
        "comment": comment,
        "earlier": earlier,
        "can_appeal": can_appeal,
        "process": process,
        "process_path": process_address(process),
        "home_path": address("site:home", process.owner),
        "action": request.get_full_path(),
    }
    return render(request, "moderation/appeal.html", context, status=status)


@require_safe
def latest(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """From a receipt to the newest decision that keeps words of the comment off the page."""
    rows = Decision.objects.filter(
        comment__activity__process__owner=authority_of(request), comment__activity__process__slug=process,
        comment__activity__slug=activity, comment__number=number, kind__in=("hide", "mask"), undone_at=None,
    )  # fmt: skip
    pk = rows.order_by("-pk").values_list("pk", flat=True).first()
    if pk is None:
        raise Http404
    found = _own_decision(request, pk)
    return redirect(address("moderation:appeal", authority_of(request), decision=found.pk))


def _own_decision(request: HttpRequest, pk: int) -> Decision:
    """The decision, for the sender of the comment or the holder of its receipt; 404 for everybody else."""
    authority = authority_of(request)
    rows = Decision.objects.select_related("comment__activity__process__owner", "comment__sender__person")
    found = rows.filter(pk=pk, comment__activity__process__owner=authority, kind__in=("hide", "mask")).first()
    if found is None:
        raise Http404
    person = someone(request)
    is_sender = person.pk is not None and found.comment.sender.person_id == person.pk
    if is_sender or found.comment.receipt_id in request.session.get("receipts", []):
        return found
    receipt = receipt_by_token(authority, request.GET.get("receipt") or "")
    if receipt is None or receipt.pk != found.comment.receipt_id:
        raise Http404
    return found

"""The first authority's page of a comment that belongs to another: pass it on, see where it is, take it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers.languages import Languages
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.history import shared_history
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.transfers.actions import passing
from yhdyspinta.transfers.actions.recording import correct_recorded, record_from_outside
from yhdyspinta.transfers.actions.recording import take_record_back as take_outside_answer_back
from yhdyspinta.transfers.actions.taking_back_many import passed_together
from yhdyspinta.transfers.forms import (
    OutsideAnswerForm,
    PassOnForm,
    RecordedAnswerForm,
    TakeRecordBackForm,
)
from yhdyspinta.transfers.loading import card_of, others_than, own_comment, paths_of
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE, receiver_name
from yhdyspinta.transfers.telling import sender_told, sender_told_of_undoing, who_is_told, who_is_told_of_undoing
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal

_MOST = 50
_FORMER = 20


@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Choose the authority and write why; afterwards where the comment is, and everything that was done."""
    comment = own_comment(request, process, activity, number)
    owner = comment.activity.process.owner
    away = _away(request, comment)
    if away is not None:
        away.comment = comment
        is_mended = away.state == Transfer.State.ANSWERED and (request.method != "POST" or "revision" in request.POST)
        return _mend(request, comment, away) if is_mended else _record(request, comment, away)
    others = others_than(owner)
    form = PassOnForm(
        request.POST if request.method == "POST" else None, authorities=others, languages=Languages.of(owner),
    )  # fmt: skip

    def save() -> HttpResponse:
        given = form.cleaned_data
        to = form.destination()
        passing.pass_on(
            actor=actor_of(request), comment=comment, key=given["key"], to=to, reason=given["reason"],
            due_on=None if to.receiver else given["due_on"], at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("The comment was passed on.") + " " + sender_told(comment))
        return redirect(paths_of(comment)["own"])

    return form_page(request, "transfers/pass_on.html", form, save, keeps=True, **_context(comment))


def _away(request: HttpRequest, comment: Comment) -> Transfer | None:
    """The transfer whose answer is written down here, or mended; what carries a key is the form of passing on, sent twice."""
    if "key" in request.POST:
        return None
    return Transfer.objects.filter(comment=comment, receiver=None, state__in=GONE).first()


def _record(request: HttpRequest, comment: Comment, away: Transfer) -> HttpResponse:
    """What the authority outside the service answered, when that has arrived."""
    form = OutsideAnswerForm(
        request.POST if request.method == "POST" else None, languages=Languages.of(comment.activity.process.owner),
        initial={"due_on": away.due_on},
    )  # fmt: skip

    def save() -> HttpResponse:
        kept = record_from_outside(actor=actor_of(request), transfer=away, at=moment_of(request), **form.cleaned_data)
        if kept.state == Transfer.State.ANSWERED:
            messages.success(request, _("The answer was written down.") + " " + sender_told(comment))
        else:
            messages.success(request, _("The deadline was kept."))
        return redirect(paths_of(comment)["own"])

    more: dict[str, Any] = {"may_record": True, "former": list(away.former.all()[:_FORMER])}
    return form_page(request, "transfers/pass_on.html", form, save, keeps=True, **more, **_context(comment))


def _mend(
    request: HttpRequest, comment: Comment, away: Transfer, *, back_form: TakeRecordBackForm | None = None
) -> HttpResponse:
    """What was written down of its answer, when it was typed wrong, or of the wrong comment."""
    form = RecordedAnswerForm(
        request.POST if request.method == "POST" and back_form is None else None, languages=Languages.of(comment.activity.process.owner),
        initial={"answer": away.answer, "answered_on": away.answered_on, "revision": str(away.revision)},
    )  # fmt: skip

    def save() -> HttpResponse:
        given = form.cleaned_data | {"revision": number_of(form.cleaned_data["revision"]) or 0}
        kept = correct_recorded(actor=actor_of(request), transfer=away, at=moment_of(request), **given)
        told = sender_told(comment) if kept.answer != away.answer else ""
        messages.success(request, f"{_('What was written down was corrected.')} {told}".strip())
        return redirect(paths_of(comment)["own"])

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        told = refusal.values
        return both_texts(form, saved=told["saved"], typed=form.cleaned_data, revision=told["revision"])

    more: dict[str, Any] = {
        "back_form": back_form or TakeRecordBackForm(auto_id="back-%s", initial={"revision": str(away.revision)}),
        "may_mend": comment.state == Comment.State.VISIBLE,
        "former": list(away.former.all()[:_FORMER]),
        **_context(comment),
    }
    more["who_is_told_of_undoing"] = who_is_told_of_undoing(comment, more["who_is_told"])
    if back_form is not None:
        return render(request, "transfers/pass_on.html", {"form": form} | more, status=422)
    return form_page(request, "transfers/pass_on.html", form, save, refused=refused, keeps=True, **more)


def _context(comment: Comment) -> dict[str, Any]:
    rows = Transfer.objects.filter(comment=comment).select_related("receiver").order_by("pk")
    transfers = list(rows[:_MOST])
    now = next((one for one in transfers if one.state in GONE), None)
    owner = comment.activity.process.owner
    is_open = comment.state == Comment.State.VISIBLE and comment.handling == Comment.Handling.OPEN
    return {
        "process": comment.activity.process,
        "card": card_of(comment),
        "transfer": now,
        "receiver": receiver_name(now) if now else Wording(),
        "all_back_path": _all_back_path(comment, now) if now is not None else "",
        "may_take_back": now is not None and now.state != Transfer.State.ANSWERED,
        "who_is_told": who_is_told(comment),
        "may_pass_on": now is None and is_open,
        "events": shared_history(comment, owner) if transfers else [],
        "paths": paths_of(comment),
    }


def _all_back_path(comment: Comment, now: Transfer) -> str:
    """Where everything is taken back that was passed on together with this one; empty where nothing was, or some is answered."""
    states = passed_together(comment.activity, now.key).exclude(pk=now.pk).values_list("state", flat=True)
    others = set(states.distinct())
    if now.state == Transfer.State.ANSWERED or Transfer.State.ANSWERED in others or not others & set(GONE):
        return ""
    return activity_address(comment.activity, "transfers:take_many_back", key=now.key)


@require_POST
def take_record_back(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """The answer that was written down is of another comment: this one waits outside again."""
    comment = own_comment(request, process, activity, number)
    found = Transfer.objects.filter(comment=comment, receiver=None, state__in=GONE).first()
    if found is None:
        raise Http404
    found.comment = comment
    form = TakeRecordBackForm(request.POST, auto_id="back-%s")
    try:
        if not form.is_valid():
            return _mend(request, comment, found, back_form=form)
        given = form.cleaned_data | {"revision": number_of(form.cleaned_data["revision"]) or 0}
        take_outside_answer_back(actor=actor_of(request), transfer=found, at=moment_of(request), **given)
    except Refusal as refusal:
        if refusal.code not in {"taking_back_reason_missing", "record_changed_meanwhile"}:
            raise
        form.refuse(refusal)
        go_on_from(form, found.revision)
        return _mend(request, comment, found, back_form=form)
    words = _("The answer was taken back. The comment waits for the other authority’s answer again.")
    messages.success(request, f"{words} {sender_told_of_undoing(comment)}")
    return redirect(paths_of(comment)["own"])


@require_POST
def take_back(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """The comment waits for an answer here after all."""
    comment = own_comment(request, process, activity, number)
    found = Transfer.objects.filter(comment=comment).order_by("-pk").first()
    if found is None:
        raise Http404
    found.comment = comment
    passing.take_back(actor=actor_of(request), transfer=found, at=moment_of(request))
    messages.success(request, _("The comment was taken back. It waits for your answer."))
    return redirect(paths_of(comment)["own"])

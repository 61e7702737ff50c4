"""One comment before a moderator: its history, covering passages, and what its sender asked."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import actions, appeals, queries
from yhdyspinta.moderation.forms import AppealDecisionForm, HideForm, MaskForm
from yhdyspinta.moderation.staff_loading import ABILITY, Scope, comment_of
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.permissions import may_staff
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_MOST_NAMED = 5


@require_safe
def comment(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """One comment with its context and history, and everything that can be decided of it."""
    return _comment_page(request, comment_of(staff_round(request, process, activity, ABILITY), number))


def _comment_page(request: HttpRequest, row: Comment, *, failed: Any = None) -> HttpResponse:
    at = moment_of(request)
    shown = queries.line(row, page_language(), at=at, with_history=True)
    scope = Scope(row.activity.process.owner, row.activity.process)
    appeal_form = failed if isinstance(failed, AppealDecisionForm) else AppealDecisionForm(auto_id="appeal_%s")
    if not shown.can_uphold:
        appeal_form.offer_no_showing()
    is_own = shown.appeal is not None and shown.appeal.decision.by_id == actor_of(request).pk
    context = {
        "line": shown,
        "process": row.activity.process,
        "text": row.text,
        "form": failed,
        "hide_form": HideForm(auto_id="hide_%s"),
        "mask_form": failed
        if isinstance(failed, MaskForm)
        else MaskForm(auto_id="mask_%s", text=row.text, initial={"revision": row.revision}),
        "appeal_form": appeal_form,
        "is_own_decision": is_own,
        "appeal_deciders": _names_of_others(request, row) if is_own else [],
        "paths": _paths(row),
        "decide_path": scope.path("decide"),
        "queue_path": scope.path("queue"),
        "process_path": scope.process_path,
        "block_path": _block_path(request, row),
        "desk_path": address("site:desk", scope.authority),
    }
    return render(
        request, "moderation/comment.html", context, status=422 if failed is not None and failed.failed else 200
    )


def _names_of_others(request: HttpRequest, row: Comment) -> list[str]:
    """Who decides the appeal in place of the person who decided first; nobody where they are the only moderator."""
    others = appeals.other_moderators(row.activity.process, actor_of(request))
    return [str(person) for person in others[:_MOST_NAMED]]


def _paths(row: Comment) -> dict[str, str]:
    names = ("comment", "mask", "unmask", "decide_appeal")
    return {name: activity_address(row.activity, f"moderation:{name}", number=row.number) for name in names}


def _block_path(request: HttpRequest, row: Comment) -> str:
    """Where the sender can be blocked, for those who may block; nothing when who sent it is forgotten."""
    owner, sender = row.activity.process.owner, row.sender.person_id
    if sender is None or not may_staff(someone(request), "block", owner):
        return ""
    return address("team:block", owner, person=sender)


def _save(request: HttpRequest, row: Comment, form: Any, save: Callable[[], str]) -> HttpResponse:
    """Do it and go back to the queue, or show the comment again with the reason why not."""
    if form.is_valid():
        try:
            messages.success(request, save())
            return redirect(process_address(row.activity.process, "moderation:queue"))
        except Refusal as refusal:
            form.refuse(refusal)
    return _comment_page(request, row, failed=form)


@require_POST
def mask(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Cover passages of a comment: first what would stay is shown, and then it is done."""
    row = comment_of(staff_round(request, process, activity, ABILITY), number)
    given = request.POST.copy()
    is_new = number_of(given.get("revision")) != row.revision
    if is_new:  # the ticks were at other sentences
        given["revision"] = str(row.revision)
        given.setlist("sentences", [])
    form = MaskForm(given, auto_id="mask_%s", text=row.text)
    if is_new:
        form.refuse(Refusal("edited_meanwhile"))
    wanted = given.get("do")
    if wanted == "change":
        return _comment_page(request, row, failed=form)
    if wanted == "cover":
        return _save(request, row, form, lambda: _cover(request, row, form))
    return _check(request, row, form)


def _cover(request: HttpRequest, row: Comment, form: MaskForm) -> str:
    given = form.cleaned_data
    actions.mask(
        actor=actor_of(request),
        comment=row,
        spans=form.spans(),
        reason=given["reason"],
        words=given["words"],
        revision=number_of(given["revision"]) or 0,
        at=clock.now(),
    )
    return _("The passage is covered and the rest of the comment is shown.")


def _check(request: HttpRequest, row: Comment, form: MaskForm) -> HttpResponse:
    """What readers would see, before it is decided."""
    try:
        spans = actions.require_coverable(row, form.spans()) if form.is_valid() else []
    except Refusal as refusal:
        form.refuse(refusal)
    if form.failed:
        return _comment_page(request, row, failed=form)
    covered, process = [*spans, *queries.spans_of(row.masks.all())], row.activity.process
    context = {
        "form": form,
        "pieces": queries.pieces(row.text, covered),
        "reason": REASONS[form.cleaned_data["reason"]],
        "words": form.cleaned_data["words"],
        "language": row.language,
        "number": row.number,
        "paths": _paths(row),
        "process": process,
        "process_path": process_address(process, "processes:overview"),
        "queue_path": process_address(process, "moderation:queue"),
        "desk_path": address("site:desk", process.owner),
    }
    return render(request, "moderation/mask.html", context)


@require_POST
def unmask(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Lift every mask of a comment."""
    row = comment_of(staff_round(request, process, activity, ABILITY), number)
    keys = [one.pk for one in row.masks.all()]
    actions.unmask(actor=actor_of(request), comment=row, mask_ids=keys, at=clock.now())
    messages.success(request, _("The comment is shown as its sender wrote it."))
    return redirect(process_address(row.activity.process, "moderation:queue"))


@require_http_methods(["POST"])
def decide_appeal(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Decide what a sender asked."""
    row = comment_of(staff_round(request, process, activity, ABILITY), number)
    form = AppealDecisionForm(request.POST, auto_id="appeal_%s")
    waiting = queries.line(row, page_language(), at=clock.now()).appeal
    if waiting is None:
        raise Http404

    def save() -> str:
        appeals.decide_appeal(
            actor=actor_of(request),
            appeal=waiting,
            is_upheld=form.cleaned_data["result"] == "upheld",
            reply=form.cleaned_data["reply"],
            at=clock.now(),
        )
        return _("The appeal is decided and the sender is told.")

    return _save(request, row, form, save)

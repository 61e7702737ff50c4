"""The first authority's page of a comment that belongs to another: pass it on, see where it is, take it back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers.languages import Languages
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.history import shared_history
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.transfers.actions import passing
from yhdyspinta.transfers.actions.recording import record_from_outside
from yhdyspinta.transfers.forms import OutsideAnswerForm, PassOnForm, key_of, new_key
from yhdyspinta.transfers.loading import card_of, own_comment, paths_of
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE, receiver_name
from yhdyspinta.transfers.telling import sender_told, who_is_told
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page

_MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Choose the authority and write why; afterwards where the comment is, and everything that was done."""
    comment = own_comment(request, process, activity, number)
    owner = comment.activity.process.owner
    others = list(Authority.objects.on().exclude(pk=owner.pk).only("slug", "name", "is_on", "answer_days"))
    away = _away(request, comment)
    if away is not None:
        return _record(request, comment, away)
    form = PassOnForm(
        request.POST if request.method == "POST" else None, authorities=others, languages=Languages.of(owner),
        initial={"key": new_key()},
    )  # fmt: skip

    def save() -> HttpResponse:
        given = form.cleaned_data
        passing.pass_on(
            actor=actor_of(request), comment=comment, key=key_of(given["key"]), to=form.destination(),
            reason=given["reason"], at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("The comment was passed on.") + " " + sender_told(comment))
        return redirect(paths_of(comment)["own"])

    return form_page(request, "transfers/pass_on.html", form, save, keeps=True, **_context(comment))


def _away(request: HttpRequest, comment: Comment) -> Transfer | None:
    """The transfer whose answer is written down here; what carries a key is the form of passing on, sent twice."""
    if "key" in request.POST:
        return None
    found = Transfer.objects.filter(comment=comment, receiver=None, state__in=GONE).first()
    is_open = found is not None and found.state == Transfer.State.OUTSIDE
    return found if is_open or request.method == "POST" else None


def _record(request: HttpRequest, comment: Comment, away: Transfer) -> HttpResponse:
    """What the authority outside the service answered, when that has arrived."""
    away.comment = comment
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

    return form_page(request, "transfers/pass_on.html", form, save, keeps=True, may_record=True, **_context(comment))


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
        "may_take_back": now is not None and now.state != Transfer.State.ANSWERED,
        "who_is_told": who_is_told(comment),
        "may_pass_on": now is None and is_open,
        "events": shared_history(comment, owner) if transfers else [],
        "paths": paths_of(comment),
    }


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

"""The receiving authority's pages: what was passed on to it and by it, and one comment to answer or give back."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.answers.languages import Languages
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.history import shared_history
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import moment_of, staff_authority
from yhdyspinta.transfers.actions import answering
from yhdyspinta.transfers.forms import GiveBackForm, ReplyForm
from yhdyspinta.transfers.loading import card_of, received_transfer
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.rows import row_of, state_words
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal

ABILITY = "answer"
SIZE = 20


@require_safe
def transfers(request: HttpRequest) -> HttpResponse:
    """What waits here, what was answered here, and what this authority passed on."""
    authority = staff_authority(request, ABILITY)
    tabs = {"waiting": _("To be answered"), "done": _("Answered and given back"), "sent": _("Passed on by us")}
    show = request.GET.get("show", "waiting")
    show = show if show in tabs else "waiting"
    found, order = _listed(authority, show)
    rows, ways = paged(request, found, order=order, size=SIZE)
    context = {
        "tabs": [{"text": words, "href": f"?show={key}", "current": key == show} for key, words in tabs.items()],
        "show": show,
        "rows": [row_of(authority, row, at=moment_of(request)) for row in rows],
        "ways": ways,
        "desk_path": address("site:desk", authority),
    }
    return render(request, "transfers/list.html", context)


def _listed(authority: Authority, show: str) -> tuple[Any, tuple[str, ...]]:
    rows = Transfer.objects.select_related("receiver", "comment__activity__process__owner")
    if show == "sent":
        return rows.filter(comment__activity__process__owner=authority), ("-pk",)
    rows = rows.filter(receiver=authority)
    if show == "done":
        return rows.filter(state__in=(Transfer.State.ANSWERED, Transfer.State.RETURNED)), ("-pk",)
    correction = Q(state=Transfer.State.ANSWERED, ready_at__isnull=False)
    waiting = rows.filter(Q(state=Transfer.State.WAITING) | correction, comment__state=Comment.State.VISIBLE)
    return waiting, ("due_on", "pk")


@require_http_methods(["GET", "HEAD", "POST"])
def received(request: HttpRequest, transfer: int) -> HttpResponse:
    """Read the comment and answer it."""
    authority = staff_authority(request, ABILITY)
    found = received_transfer(authority, transfer)
    form = _reply_form(request, authority, found)

    def save() -> HttpResponse:
        saved = answering.answer_transfer(
            actor=actor_of(request), transfer=found, answer=Wording(form.cleaned_data["answer"]),
            revision=number_of(form.cleaned_data.get("revision")) or 0, at=moment_of(request),
        )  # fmt: skip
        done = saved.ready_at is None
        words = _("The answer was published, and the sender was told.")
        messages.success(request, words if done else _("The answer waits for a colleague’s approval."))
        return redirect(address("transfers:received", authority, transfer=found.pk))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        saved = {"answer": refusal.values["saved"]}
        return both_texts(
            form, saved=saved, typed={"answer": refusal.values["typed"]}, revision=refusal.values["revision"]
        )

    context = _context(request, authority, found, GiveBackForm(auto_id="back-%s"))
    return form_page(request, "transfers/received.html", form, save, refused=refused, keeps=True, **context)


def _reply_form(request: HttpRequest, authority: Authority, found: Transfer, *, sent: bool = True) -> ReplyForm:
    data = request.POST if request.method == "POST" and sent else None
    initial = {"answer": found.draft, "revision": str(found.revision)}
    return ReplyForm(data, languages=Languages.of(authority), initial=initial)


def _context(request: HttpRequest, authority: Authority, found: Transfer, back_form: GiveBackForm) -> dict[str, Any]:
    is_there = found.comment.state == Comment.State.VISIBLE
    is_waiting = found.state == Transfer.State.WAITING
    owner = Wording(found.comment.activity.process.owner.name)
    return {
        "transfer": found,
        "card": card_of(found.comment),
        "owner": owner,
        "state": state_words(found),
        "may_answer": is_there and found.state in {Transfer.State.WAITING, Transfer.State.ANSWERED},
        "may_give_back": is_waiting,
        "is_own_draft": found.ready_at is not None and found.draft_by_id == actor_of(request).pk,
        "back_form": back_form,
        "back_path": address("transfers:give_back", authority, transfer=found.pk),
        "answer_path": address("transfers:received", authority, transfer=found.pk),
        "list_path": address("transfers:list", authority),
        "desk_path": address("site:desk", authority),
        "events": shared_history(found.comment, authority),
        "former": list(found.former.all()[:SIZE]),
    }


@require_POST
def give_back(request: HttpRequest, transfer: int) -> HttpResponse:
    """The comment does not belong here: back to who passed it on, with the reason."""
    authority = staff_authority(request, ABILITY)
    found = received_transfer(authority, transfer)
    back_form = GiveBackForm(request.POST, auto_id="back-%s")
    if back_form.is_valid():
        try:
            answering.give_back(
                actor=actor_of(request), transfer=found, reason=back_form.cleaned_data["reason"],
                at=moment_of(request),
            )  # fmt: skip
        except Refusal as refusal:
            if refusal.status not in (409, 422):
                raise
            back_form.refuse(refusal)
        else:
            messages.success(request, _("The comment was given back, and its sender was told."))
            return redirect(address("transfers:list", authority))
    form = _reply_form(request, authority, found, sent=False)
    context = {"form": form, **_context(request, authority, found, back_form)}
    return render(request, "transfers/received.html", context, status=422)

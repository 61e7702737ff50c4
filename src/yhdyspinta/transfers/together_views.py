"""Comments that came from other authorities and say the same: put under one answer, and taken out of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import moment_of, staff_authority
from yhdyspinta.transfers.actions.together import answer_together
from yhdyspinta.transfers.actions.together import take_out as take_comment_out
from yhdyspinta.transfers.loading import received_transfer
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.received_views import ABILITY
from yhdyspinta.ui.text import beginning, number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import html_lang
from yhdyspinta.wording.refusals import Refusal

_EXCERPT = 240


@require_POST
def together(request: HttpRequest) -> HttpResponse:
    """The ticked comments get one answer, which is written on the page of one of them."""
    authority = staff_authority(request, ABILITY)
    ticked = [number for value in request.POST.getlist("transfers") if (number := number_of(value)) is not None]
    try:
        leader = answer_together(actor=actor_of(request), receiver=authority, transfers=ticked, at=moment_of(request))
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        messages.warning(request, refusal.words)
        return redirect(address("transfers:list", authority))
    messages.success(request, _("The comments are answered together. Write their answer here."))
    return redirect(address("transfers:received", authority, transfer=leader.pk))


@require_POST
def take_out(request: HttpRequest, transfer: int) -> HttpResponse:
    """A comment gets an answer of its own after all."""
    authority = staff_authority(request, ABILITY)
    found = received_transfer(authority, transfer)
    leader = found.joined_to_id or found.pk
    if take_comment_out(actor=actor_of(request), transfer=found, at=moment_of(request)):
        messages.success(request, _("Comment %(number)s is answered by itself.") % {"number": found.comment.number})
    return redirect(address("transfers:received", authority, transfer=leader))


def together_context(authority: Authority, found: Transfer, others: Sequence[Transfer]) -> dict[str, Any]:
    """What the page of a comment tells of those that are answered with it, or with what it is answered."""
    joined = found.joined_to_id
    waits = found.state == Transfer.State.WAITING
    return {
        "others": [_row(authority, one) for one in others],
        "joined_path": address("transfers:received", authority, transfer=joined) if joined else "",
        "out_path": address("transfers:take_out", authority, transfer=found.pk) if joined and waits else "",
    }


def _row(authority: Authority, one: Transfer) -> dict[str, Any]:
    comment = one.comment
    is_there, waits = comment.state == Comment.State.VISIBLE, one.state == Transfer.State.WAITING
    return {
        "number": comment.number,
        "process": Wording(comment.activity.process.title),
        "text": beginning(in_words(comment.public_text), _EXCERPT) if is_there else "",
        "lang": html_lang(comment.language),
        "path": address("transfers:received", authority, transfer=one.pk),
        "out_path": address("transfers:take_out", authority, transfer=one.pk) if waits else "",
    }

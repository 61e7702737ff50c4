"""What was passed on together is taken back at once, as long as nothing of it has been answered."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers.staff_loading import ABILITY
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.taking_back_many import passed_together
from yhdyspinta.transfers.actions.taking_back_many import take_many_back as take_back_together
from yhdyspinta.transfers.forms import TakeManyBackForm
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.rows import comment_row
from yhdyspinta.transfers.shown import receiver_name
from yhdyspinta.transfers.telling import senders_are_told, senders_were_told
from yhdyspinta.ui import dates
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language


@require_http_methods(["GET", "HEAD", "POST"])
def take_many_back(request: HttpRequest, process: str, activity: str, key: UUID) -> HttpResponse:
    """What is taken back, who hears of it, and why; again changes nothing."""
    found = staff_round(request, process, activity, ABILITY)
    rows = passed_together(found, key).select_related("receiver", "comment__sender__person")
    transfers = list(rows.order_by("comment__number"))
    if not transfers:
        raise Http404
    form = TakeManyBackForm(request.POST if request.method == "POST" else None)

    def save() -> HttpResponse:
        taken = take_back_together(
            actor=actor_of(request), activity=found, key=key, reason=form.cleaned_data["why"], at=moment_of(request)
        )
        if taken:
            messages.success(request, _done(taken))
        return redirect(f"{activity_address(found, 'answers:work')}?show=passed")

    return form_page(request, "transfers/take_many_back.html", form, save, keeps=True, **_context(found, transfers))


def _done(taken: Sequence[Transfer]) -> str:
    count = len(taken)
    words = ngettext(
        "%(count)s comment was taken back. It waits for your answer.",
        "%(count)s comments were taken back. They wait for your answers.",
        count,
    )
    done = words % {"count": dates.number(count, page_language())}
    return f"{done} {senders_were_told(one.comment for one in taken)}".strip()


def _context(found: Activity, transfers: Sequence[Transfer]) -> dict[str, Any]:
    states = Transfer.State
    with_them = [one for one in transfers if one.state in {states.WAITING, states.OUTSIDE}]
    shown = [one.comment for one in with_them if one.comment.state == Comment.State.VISIBLE]
    return {
        "process": found.process,
        "count": len(with_them),
        "is_answered": any(one.state == states.ANSWERED for one in transfers),
        "to": receiver_name(transfers[0]),
        "is_told_there": transfers[0].receiver_id is not None,
        "reason": transfers[0].reason,
        "passed_at": transfers[0].passed_at,
        "rows": [comment_row(found, comment) for comment in shown],
        "who_is_told": senders_are_told(one.comment for one in with_them),
        "desk_path": address("site:desk", found.process.owner),
        "process_path": process_address(found.process, "processes:overview"),
        "back": f"{activity_address(found, 'answers:work')}?show=passed",
    }

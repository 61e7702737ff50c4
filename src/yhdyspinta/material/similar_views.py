"""Like comments, offered for grouping: the bunches of a round, and one of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.answers.choosable import given_to
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import organisation_of, speaks_for_it
from yhdyspinta.material.actions.apart import set_apart
from yhdyspinta.material.loading import comment_of, frame, round_of
from yhdyspinta.material.models import Looking, Signature
from yhdyspinta.material.passed_on import with_transfers
from yhdyspinta.material.queries import bunch_of, unanswered_like
from yhdyspinta.material.rows import capacities_of, state_of
from yhdyspinta.material.values import ABILITY
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import beginning, number_of

_EXCERPT = 300


@require_safe
def similar(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The bunches, the largest first."""
    found = round_of(request, process, activity)
    bunches = Signature.objects.filter(activity=found, like_count__gt=0, comment__state=Comment.State.VISIBLE)
    bunches = bunches.select_related("comment").defer("bands", "comment__text")
    rows, pager = paged(request, bunches, order=("-like_count", "pk"), size=20)
    looking = Looking.objects.filter(activity=found).first()
    context = frame(request, found) | {
        "looking": looking,
        "pager": pager,
        "rows": [
            {
                "number": row.comment.number,
                "count": row.like_count,
                "language": row.comment.language,
                "text": beginning(in_words(row.comment.public_text), _EXCERPT),
                "path": activity_address(found, "material:bunch", number=row.comment.number),
            }
            for row in rows
        ],
    }
    return render(request, "material/similar.html", context)


@require_safe
def bunch(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """A comment and those that are like it, ticked for one answer."""
    found = round_of(request, process, activity)
    leader = comment_of(found, number)
    visible = bunch_of(found, leader.number).select_related("sender__organisation", "signature", "answered")
    visible = with_transfers(visible.defer("text", "signature__bands").annotate(speaks_for_it=speaks_for_it()))
    rows, pager = paged(request, visible, order=("number",), size=50)
    lines = [_row(one) for one in rows]
    context = frame(request, found) | {
        "leader": leader,
        "rows": lines,
        "given": [
            {"given": one, "path": activity_address(found, "answers:edit", number=one.number)}
            for one in (given_to(bunch_of(found, leader.number)) if any(line["is_open"] for line in lines) else ())
        ],
        "pager": pager,
        "all_count": unanswered_like(found, leader.number).count() if pager["next_url"] or pager["previous_url"] else 0,
        "table_path": f"{activity_address(found, 'material:table')}?like={leader.number}",
        "answer_path": activity_address(found, "answers:group"),
        "apart_path": activity_address(found, "material:apart", number=leader.number),
    }
    return render(request, "material/bunch.html", context)


def _row(comment: Comment) -> dict[str, Any]:
    signature = getattr(comment, "signature", None)
    free = comment.handling == Comment.Handling.OPEN and getattr(comment, "answered", None) is None
    return {
        "comment": comment,
        "text": beginning(in_words(comment.public_text), _EXCERPT),
        "capacities": capacities_of(comment),
        "organisation": organisation_of(comment),
        "state": state_of(comment),
        "likeness": round(100 * signature.score) if signature is not None and signature.leader_id else 0,
        "is_open": free,
    }


@require_POST
def apart(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """The ticked comments are not like the others."""
    found = round_of(request, process, activity, ABILITY)
    leader = comment_of(found, number)
    numbers = [number_of(value) for value in request.POST.getlist("comments")]
    chosen = [one for one in numbers if one is not None]
    count = set_apart(actor=actor_of(request), leader=leader, comments=chosen, at=moment_of(request))
    words = ngettext("%(count)s comment was set apart.", "%(count)s comments were set apart.", count)
    messages.success(request, words % {"count": count})
    return redirect(activity_address(found, "material:bunch", number=number))

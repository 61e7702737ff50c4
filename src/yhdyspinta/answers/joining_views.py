"""Join late comments to a published answer, after asking, and take them out again."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers import joining
from yhdyspinta.answers.choosable import joinings_of
from yhdyspinta.answers.forms import numbers_of
from yhdyspinta.answers.links import staff_path
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.place_names import names_in
from yhdyspinta.answers.publishing_views import FIRST_SHOWN, texts_of
from yhdyspinta.answers.queries import shown
from yhdyspinta.answers.staff_loading import frame, staff_answer
from yhdyspinta.answers.telling import reach, senders_told
from yhdyspinta.answers.telling_of_joining import taking_out_told
from yhdyspinta.answers.worklist import line, with_speakers
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.queries import unanswered_like
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.ui import dates
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Show the words of the published answer beside the chosen comments, and join these when it is asked."""
    answer = staff_answer(request, process, activity, number)
    if answer.published_at is None:
        return redirect(staff_path(answer))
    if request.method != "POST":
        return _page(request, answer, request.GET.getlist("comments"), like=request.GET.get("like", ""))
    chosen = request.POST.getlist("comments")
    try:
        joined = joining.join_answer(
            actor=actor_of(request), answer=answer, comments=numbers_of(chosen),
            revision=number_of(request.POST.get("revision")) or 0, at=moment_of(request),
        )  # fmt: skip
    except Refusal as refusal:
        answer = staff_answer(request, process, activity, number)
        return _page(request, answer, chosen, refusal=refusal)
    if joined:
        messages.success(request, _joined_words(joined))
    return redirect(staff_path(answer))


def _joined_words(joined: list[Comment]) -> str:
    words = ngettext(
        "%(count)s comment was joined to the answer.", "%(count)s comments were joined to the answer.", len(joined)
    )
    done = words % {"count": dates.number(len(joined), page_language())}
    return f"{done} {senders_told(reach(comment.sender for comment in joined))}".strip()


def _page(
    request: HttpRequest, answer: Answer, chosen: list[str], *, like: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    """What is still waiting of the chosen is asked about; the rest is told as a count."""
    found, asked = _waiting(answer, chosen, like)
    rows = with_speakers(found.select_related("sender__person").order_by("pk"))
    comments = list(rows[: joining.MOST_JOINED])
    names, who = names_in(answer.activity), reach(comment.sender for comment in comments)
    lines = [line(comment, names) for comment in comments]
    context: dict[str, Any] = frame(answer.activity) | {
        "answer": answer,
        "view": shown(answer, page_language()),
        "texts": texts_of(answer),
        "first": lines[:FIRST_SHOWN],
        "rest": lines[FIRST_SHOWN:],
        "lines": lines,
        "left_out": max(asked - len(lines), 0),
        "told": senders_told(who),
        "tells": who.told + who.by_staff > 0,
        "path": staff_path(answer, "join"),
        "edit_path": staff_path(answer),
        "refusal": refusal,
        "page_failed": refusal is not None,
    }
    return render(request, "answers/join.html", context, status=refusal.status if refusal else 200)


def _waiting(answer: Answer, chosen: list[str], like: str) -> tuple[QuerySet[Comment], int]:
    """Those of the chosen, or of the like ones, that wait for an answer; and how many were meant."""
    number = number_of(like, most_digits=9)
    if number:
        found = unanswered_like(answer.activity, number)
        return found, found.count()
    meant = set(numbers_of(chosen))
    rows = Comment.objects.filter(activity=answer.activity, pk__in=meant, state=Comment.State.VISIBLE)
    return rows.filter(handling=Comment.Handling.OPEN, answered=None), len(meant)


def joinings(answer: Answer, *, at: datetime) -> list[dict[str, Any]]:
    """What was joined to a published answer, with what taking it out means to the senders; at most two queries."""
    if answer.published_at is None:
        return []
    found = joinings_of(answer)
    told = taking_out_told(answer, [one.at for one in found], at=at)
    return [{"joining": one, "told": told[one.at]} for one in found]


@require_POST
def take_out(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Undo one joining."""
    answer = staff_answer(request, process, activity, number)
    pk = number_of(request.POST.get("joining")) or 0
    row = AnsweredComment.objects.filter(answer=answer, joined_at__isnull=False, pk=pk).first()
    if row is not None and row.joined_at is not None:
        out = joining.take_out(actor=actor_of(request), answer=answer, joined_at=row.joined_at, at=moment_of(request))
        words = ngettext(
            "%(count)s comment was taken out of the answer and waits for an answer again.",
            "%(count)s comments were taken out of the answer and wait for an answer again.",
            len(out),
        )
        messages.success(request, words % {"count": dates.number(len(out), page_language())})
    else:
        messages.info(request, _("These comments are no longer in the answer."))
    return redirect(staff_path(answer))

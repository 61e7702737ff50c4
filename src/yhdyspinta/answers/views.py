"""The public pages of answers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.place_names import names_in
from yhdyspinta.answers.queries import published_answers, shown
from yhdyspinta.answers.values import HANDLINGS
from yhdyspinta.answers.worklist import NEWEST_FIRST, line
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import public_process, round_in
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.told import passed_counts
from yhdyspinta.ui import dates
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

PAGE = 20


def _frame(activity: Activity) -> dict[str, Any]:
    process = activity.process
    return {
        "process": process,
        "activity": activity,
        "process_path": process_address(process),
        "results_path": process_address(process, "outcomes:results"),
        "answers_path": activity_address(activity, "answers:answers"),
    }


@require_safe
def answers(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Every published answer, newest first; only those of one handling when asked."""
    found = round_in(public_process(request, process), activity)
    handling = request.GET.get("handling", "")
    rows = published_answers([found.pk])
    if handling in HANDLINGS:
        rows = rows.filter(handling=handling)
    page, ways = paged(request, rows, order=NEWEST_FIRST, size=PAGE)
    language = page_language()
    context = _frame(found) | {
        "answers": [{"view": shown(answer, language), "count": answer.comment_count} for answer in page],
        "pager": ways,
        "handlings": _handling_links(handling),
        "handling": handling,
        "others": "" if handling else _others(found),
    }
    return render(request, "answers/answers.html", context)


def _others(activity: Activity) -> str:
    """What became of the comments that no answer here is about, by the kept counters; one query."""
    due, passed = activity.due_count, passed_counts([activity.pk]).get(activity.pk, 0)
    closed = max(activity.comment_count - activity.answered_count - passed - due, 0)
    told = (
        (due, ngettext("%(count)s waits for an answer", "%(count)s wait for an answer", due)),
        (passed, ngettext("%(count)s is with another authority", "%(count)s are with another authority", passed)),
        (closed, ngettext("%(count)s needed no answer", "%(count)s needed no answer", closed)),
    )
    language = page_language()
    words = ", ".join(words % {"count": dates.number(count, language)} for count, words in told if count)
    return _("The other comments: %(what)s.") % {"what": words} if words else ""


def _handling_links(chosen: str) -> list[dict[str, Any]]:
    return [{"text": words, "href": f"?handling={key}", "current": key == chosen} for key, words in HANDLINGS.items()]


@require_safe
def answer(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """One answer with the comments that it answers, and what it said before if it was corrected."""
    found = round_in(public_process(request, process), activity)
    row = published_answers([found.pk]).filter(number=number).first()
    if row is None:
        raise Http404
    comments = Comment.objects.filter(answered__answer=row, state=Comment.State.VISIBLE)
    page, ways = paged(request, comments.select_related("sender"), order=("pk",), size=PAGE)
    names = names_in(found)
    context = _frame(found) | {
        "answer": row,
        "view": shown(row, page_language()),
        "comments": [line(comment, names) for comment in page],
        "pager": ways,
        "former": _former(row) if row.corrected_at else [],
    }
    return render(request, "answers/answer.html", context)


def _former(row: Answer) -> list[dict[str, Any]]:
    return [
        {
            "title": Wording(old.title),
            "body": Wording(old.body),
            "handling": HANDLINGS.get(old.handling, ""),
            "published_at": old.published_at,
            "replaced_at": old.replaced_at,
        }
        for old in row.former.filter(is_withheld=False)
    ]

"""Staff lists beside the desk: the processes, and the rounds that wait for answers."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db.models import DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from yhdyspinta.answers.queries import comments_in_drafts, words_of_drafts
from yhdyspinta.audit import clock
from yhdyspinta.moderation.deadlines import end_of_day
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.reach import processes_with
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.processes.values import PROCESS_STATES
from yhdyspinta.site import asking
from yhdyspinta.site.desk import due_words
from yhdyspinta.site.desk_reach import reach_of, staff_desk, with_work
from yhdyspinta.site.states import COLOURS, with_states
from yhdyspinta.ui.paging import keyset

SIZE: Final = 20
LINKS: Final = 4
_NO_PROMISE: Final = date(9000, 1, 1)
_DECIDED_IN: Final = frozenset({"processing", "answered", "archived"})
_SHOW: Final = {
    "waiting": (lazy("Waiting for answers"), Q(due_count__gt=0)),
    "answered": (lazy("Marked answered"), Q(answered_at__isnull=False)),
    "all": (lazy("All"), Q()),
}


@require_safe
def processes(request: HttpRequest) -> HttpResponse:
    """The processes that the person works in, by state, newest first."""
    person, authority, work = staff_desk(request)
    at = clock.now()
    state = asking.one_of(request, "state", PROCESS_STATES)
    found: QuerySet[Any] = with_states(processes_with(person, authority, "see_desk"), at)
    if state:
        found = found.filter(state=state)
    page = keyset(with_work(found), order=("-pk",), after=asking.page_token(request), size=SIZE)
    reach = reach_of(person, authority, page.items, roles=work.roles)
    context = {
        "rows": [_row(process, reach.in_process[process.pk]) for process in page.items],
        "states": _states(state),
        "has_choices": bool(state),
        "pager": asking.pager_urls(request, page, {"state": state}),
        "clear_url": request.path if state else "",
        "bring_in_path": address("open_data:bring_in_requests", authority),
        "create_path": address("processes:create", authority) if "create_process" in work.in_authority else "",
    }
    return render(request, "site/desk_processes.html", context)


def _states(chosen: str) -> dict[str, Any]:
    words = {"": _("All"), **PROCESS_STATES}
    items = [{"value": key, "text": str(text), "selected": key == chosen} for key, text in words.items()]
    return {"id": "filter-state", "name": "state", "label": {"text": _("State")}, "items": items}


def _row(process: Process, abilities: frozenset[str]) -> dict[str, Any]:
    state: str = process.state  # type: ignore[attr-defined]
    activities = list(process.activities.all())
    return {
        "title": process.title,
        "path": process_address(process, "processes:overview"),
        "state": PROCESS_STATES[state],
        "colour": COLOURS.get(state, ""),
        "owner": process.owner.name,
        "comments": sum(activity.comment_count for activity in activities),
        "links": _links(process, activities, state, abilities)[:LINKS],
    }


def _links(
    process: Process, activities: Sequence[Activity], state: str, abilities: frozenset[str]
) -> list[dict[str, str]]:
    """What is done most in this state; everything else stands on the process's own page."""
    links = [
        {"text": link.words, "href": link.path}
        for activity in activities
        for link in method_of(activity).staff_links(activity)
        if link.ability in abilities and state in link.states
    ]
    if state in _DECIDED_IN and "decide_outcome" in abilities:
        links.append({"text": _("Decisions and measures"), "href": process_address(process, "outcomes:staff")})
    return links


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds whose comments the person may answer: how many wait, how many are answered, and by when."""
    person, authority, work = staff_desk(request)
    if "answer" not in work.somewhere:
        raise Http404
    at = clock.now()
    show = asking.one_of(request, "show", _SHOW, default="waiting")
    mine = processes_with(person, authority, "answer").filter(cancelled_at=None)
    promised = Coalesce("process__answers_promised_on", Value(_NO_PROMISE), output_field=DateField())
    found: QuerySet[Any] = Activity.objects.filter(
        _SHOW[show][1], method_key__in=keys_of_comment_methods(), process__in=mine.values("pk")
    )
    found = found.select_related("process__owner").annotate(promised=promised)
    page = keyset(found, order=("promised", "pk"), after=asking.page_token(request), size=SIZE)
    drafted = comments_in_drafts([activity.pk for activity in page.items])
    context = {
        "tabs": [
            {"text": str(text), "href": f"?show={key}", "current": key == show} for key, (text, _where) in _SHOW.items()
        ],
        "rows": [_round(activity, at, drafted.get(activity.pk, 0)) for activity in page.items],
        "pager": asking.pager_urls(request, page, {"show": show}),
        "templates_path": address("answers:templates", authority) if "answer" in work.in_authority else "",
    }
    return render(request, "site/desk_answers.html", context)


def _round(activity: Activity, at: datetime, drafted: int) -> dict[str, Any]:
    promised = activity.process.answers_promised_on
    due, colour = due_words(end_of_day(promised) if promised and activity.due_count else None, at)
    return {
        "title": activity.process.title,
        "activity": activity.title,
        "path": activity_address(activity, "answers:work"),
        "unanswered": activity.due_count,
        "words_of_drafts": words_of_drafts(drafted),
        "answered": activity.answered_count,
        "promised_on": promised,
        "due": due,
        "colour": colour,
        "answered_at": activity.answered_at,
    }

"""The work list of answering: what waits, the drafts, what is done, closed and passed on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers import actions, rounds, worklist
from yhdyspinta.answers.forms import FilterForm, GroupForm, numbers_of
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.queries import words_of_drafts
from yhdyspinta.answers.staff_loading import frame, staff_activity
from yhdyspinta.answers.telling import reach, senders_told
from yhdyspinta.answers.totals import Totals
from yhdyspinta.answers.totals import totals as totals_of
from yhdyspinta.answers.values import CLOSURE_REASONS
from yhdyspinta.answers.worklist import Filters
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.material.queries import leaders_of, unanswered_like
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.transfers.rows import passed_on, row_of
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language, spoken_to_in
from yhdyspinta.wording.refusals import Refusal

PAGE = 20
_TITLE = 70


@require_http_methods(["GET", "HEAD"])
def work(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """What waits for an answer, the drafts, what is done, what was closed."""
    return _work_page(request, staff_activity(request, process, activity))


def _work_page(
    request: HttpRequest, found: Activity, *, form: GroupForm | None = None, all_chosen: bool = False
) -> HttpResponse:
    tab = request.GET.get("show", "waiting")
    tab = tab if tab in worklist.TABS else "waiting"
    sections = worklist.section_choices(found, page_language())
    totals = totals_of(found)
    places = worklist.waiting_places(found, sections, waiting=totals.waiting) if tab == "waiting" else []
    filtering = FilterForm(_asked(request, places), sections=sections, waiting=places)
    drafts = worklist.choosable(found) if tab == "waiting" else []
    form = form or GroupForm(languages=Languages.of(found.process.owner), drafts=drafts)
    context = frame(found) | {
        "tab": tab,
        "tabs": _tabs(found, tab, totals),
        "words_of_drafts": words_of_drafts(totals.comments_in_drafts),
        "filtering": filtering,
        "filters": filtering.filters(),
        "form": form,
        "has_drafts": bool(drafts),
        "group_path": f"{activity_address(found, 'answers:group')}{_query(request)}",
        **_places(places, filtering.filters()),
        **_rows(request, found, tab, filtering, all_chosen=all_chosen),
    }
    form.whole_anchor = "comments" if context.get("comments") else ""
    return render(request, "answers/work.html", context, status=422 if form.is_bound and not all_chosen else 200)


def _asked(request: HttpRequest, places: list[worklist.PlaceLine]) -> Any:
    """What the address asks; without a choice of place or words, the largest group is open."""
    asked = request.GET.copy()
    if places and not any(name in asked for name in ("place", "capacity", "words")):
        asked["place"] = str(places[0].thread_id)
    return asked


def _places(places: list[worklist.PlaceLine], filters: Filters) -> dict[str, Any]:
    """The groups of what waits, and the one that is open."""
    rows = [{"place": place, "current": place.thread_id == filters.thread} for place in places]
    return {
        "places": rows,
        "place": next((row["place"] for row in rows if row["current"]), None),
        "waiting_count": sum(place.count for place in places),
    }


def _rows(
    request: HttpRequest, found: Activity, tab: str, filtering: FilterForm, *, all_chosen: bool
) -> dict[str, Any]:
    if tab in {"waiting", "closed"}:
        return _comments(request, found, tab, filtering, all_chosen=all_chosen)
    if tab == "passed":
        return _passed(request, found)
    if tab == "drafts":
        return _drafts(request, found)
    rows = worklist.groups(found, published=True)
    shown, ways = paged(request, rows, order=worklist.NEWEST_FIRST, size=PAGE)
    return {"groups": _cards(found, worklist.group_lines(shown)), "ways": ways}


def _comments(
    request: HttpRequest, found: Activity, tab: str, filtering: FilterForm, *, all_chosen: bool
) -> dict[str, Any]:
    """What waits, or what was closed, with the way to like comments."""
    source = worklist.waiting_comments if tab == "waiting" else worklist.closed_comments
    after = number_of(request.GET.get("after")) or 0
    rows, next_path = _page(request, source(found, filtering.filters()), after)
    chosen = {row.pk for row in rows} if all_chosen else set(numbers_of(request.POST.getlist("comments")))
    alike = leaders_of([row.pk for row in rows])
    like_paths = {pk: activity_address(found, "material:bunch", number=number) for pk, number in alike.items()}
    lines = [_line(row, chosen) | {"like_path": like_paths.get(row.pk, "")} for row in rows]
    return {"comments": lines, "next_path": next_path}


def _drafts(request: HttpRequest, found: Activity) -> dict[str, Any]:
    """What is being written: corrections of published answers, and drafts, each page by page."""
    rows = worklist.corrected(found)
    made, ways_made = paged(request, rows, order=worklist.OLDEST_FIRST, size=PAGE, name="corrections")
    rows = worklist.asked_for(found)
    ready, ways_ready = paged(request, rows, order=worklist.ASKED_FIRST, size=PAGE, name="ready")
    rows = worklist.groups(found, published=False)
    if found.process.owner.answers_need_approval:
        rows = rows.filter(ready_at=None)
    drafts, ways = paged(request, rows, order=worklist.LARGEST_FIRST, size=PAGE)
    lines = worklist.group_lines([*ready, *drafts, *made])
    until = len(ready) + len(drafts)
    return {
        "ready": _cards(found, lines[: len(ready)], "answers:publish"),
        "ready_ways": ways_ready,
        "corrections": _cards(found, [replace(line, is_corrected=True) for line in lines[until:]]),
        "correction_ways": ways_made,
        "groups": _cards(found, lines[len(ready) : until]),
        "ways": ways,
    }


def _cards(found: Activity, lines: list[worklist.GroupLine], page: str = "answers:edit") -> list[dict[str, Any]]:
    return [
        {
            "line": line,
            "path": activity_address(found, "answers:correction" if line.is_corrected else page, number=line.number),
        }
        for line in lines
    ]


def _passed(request: HttpRequest, found: Activity) -> dict[str, Any]:
    """What was passed on to other authorities from this round, and the way to what they passed on to us."""
    owner, at = found.process.owner, moment_of(request)
    rows, ways = paged(request, passed_on(found), order=("-pk",), size=PAGE)
    may_receive = "answer" in staff_abilities(actor_of(request), owner)
    return {
        "rows": [row_of(owner, row, at=at) for row in rows],
        "ways": ways,
        "received_path": address("transfers:list", owner) if may_receive else "",
    }


def _page(request: HttpRequest, rows: QuerySet[Comment], after: int) -> tuple[list[Comment], str]:
    found = list(rows.filter(pk__gt=after)[: PAGE + 1])
    more = len(found) > PAGE
    found = found[:PAGE]
    return found, _with(request, after=found[-1].pk) if more else ""


def _line(comment: Comment, chosen: set[int]) -> dict[str, Any]:
    reason = comment.closure.reason if comment.handling == Comment.Handling.CLOSED else ""
    return {
        "line": worklist.line(comment),
        "closure": str(CLOSURE_REASONS.get(reason, "")),
        "checked": comment.pk in chosen,
    }


def _query(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


def _with(request: HttpRequest, **changes: Any) -> str:
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = str(value)
    return f"?{query.urlencode()}"


def _tabs(found: Activity, tab: str, totals: Totals) -> list[dict[str, Any]]:
    counts = {
        "waiting": (_("Unanswered"), totals.waiting),
        "drafts": (_("Drafts"), totals.drafts),
        "done": (_("Published answers"), totals.published),
        "closed": (_("Closed without an answer"), None),
        "passed": (_("Comments passed on"), None),
    }
    return [
        {"text": text, "count": count, "href": f"?show={key}", "current": key == tab}
        for key, (text, count) in counts.items()
    ]


@require_POST
def group(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Do with the chosen comments what the pressed button says; a refusal keeps every choice."""
    found = staff_activity(request, process, activity)
    chosen = numbers_of(request.POST.getlist("comments"))
    drafts = worklist.choosable(found)
    form = GroupForm(request.POST, languages=Languages.of(found.process.owner), drafts=drafts)
    if request.POST.get("do") == "choose_all":
        return _work_page(request, found, form=form, all_chosen=True)
    do = _DOINGS.get(request.POST.get("do", "start"))  # the Enter key presses no button
    try:
        if do is None:
            raise Refusal("unknown_choice", status=422)
        if form.is_valid():
            return redirect(do(request, found, chosen, form.cleaned_data, drafts))
    except Refusal as refusal:
        form.refuse(refusal)
    return _work_page(request, found, form=form)


def _start(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], _drafts: Any) -> str:
    title = Wording(typed["title"]) or _title_of(found, chosen)
    answer = actions.start_answer(
        actor=actor_of(request),
        activity=found,
        comments=chosen,
        title=title,
        at=moment_of(request),
    )
    return activity_address(found, "answers:edit", number=answer.number)


def _start_like(request: HttpRequest, found: Activity, _chosen: list[int], typed: dict[str, Any], drafts: Any) -> str:
    """All that wait among like comments, however many pages they fill."""
    number = number_of(request.POST.get("like"), most_digits=9) or 0
    every = list(unanswered_like(found, number).order_by("pk").values_list("pk", flat=True))
    return _start(request, found, every, typed, drafts)


def _title_of(found: Activity, chosen: list[int]) -> Wording:
    """The first words of a comment, until somebody writes a better title."""
    comment = Comment.objects.filter(activity=found, pk__in=chosen).order_by("pk").first()
    if comment is None:
        return Wording()
    words = " ".join(comment.public_text.split())
    short = words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0] + "…"
    return Wording({spoken_to_in(comment.language, found.process.owner.duty_languages): short})


def _add(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], drafts: list[Answer]) -> str:
    answer = next((draft for draft in drafts if str(draft.number) == typed["answer"]), None)
    if answer is None:
        raise Refusal("unknown_choice", status=422, field="answer")
    answer.activity = found
    actions.add_to_answer(actor=actor_of(request), answer=answer, comments=chosen, at=moment_of(request))
    return activity_address(found, "answers:edit", number=answer.number)


def _close(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], _drafts: Any) -> str:
    closed = rounds.close_without_answer(
        actor=actor_of(request),
        activity=found,
        comments=chosen,
        reason=typed["reason"],
        at=moment_of(request),
    )
    words = ngettext("%(count)s comment was closed.", "%(count)s comments were closed.", len(closed))
    done = words % {"count": len(closed)}
    told = senders_told(reach(Sender.objects.filter(comments__in=chosen).select_related("person").distinct()))
    messages.success(request, f"{done} {told}".strip())
    return activity_address(found, "answers:work")


def _reopen(request: HttpRequest, found: Activity, chosen: list[int], _typed: dict[str, Any], _drafts: Any) -> str:
    count = rounds.reopen(actor=actor_of(request), activity=found, comments=chosen, at=moment_of(request))
    words = ngettext("%(count)s comment was opened again.", "%(count)s comments were opened again.", count)
    messages.success(request, words % {"count": count})
    return activity_address(found, "answers:work")


_DOINGS: dict[str, Callable[..., str]] = {
    "start": _start,
    "start_like": _start_like,
    "add": _add,
    "close": _close,
    "reopen": _reopen,
}

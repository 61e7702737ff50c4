"""The work list of answering: what waits, the drafts, what is done, closed and passed on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers import many, worklist
from yhdyspinta.answers.choosable import Choosable, choosable
from yhdyspinta.answers.forms import FilterForm, GroupForm, ManyForm, numbers_of
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.marks import choices_of, marks_of, with_marks
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.place_names import PlaceNames, place_names
from yhdyspinta.answers.queries import words_of_drafts
from yhdyspinta.answers.section_choices import section_choices
from yhdyspinta.answers.staff_loading import ABILITY, frame
from yhdyspinta.answers.totals import Totals
from yhdyspinta.answers.totals import totals as totals_of
from yhdyspinta.answers.values import CLOSURE_REASONS
from yhdyspinta.answers.worklist import Filters
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.transfers.rows import passed_on, row_of
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language

PAGE = 20
_ASKED: Final = ("place", "theme", "assignee", "capacity", "words", "comment")


@dataclass(frozen=True)
class Listed:
    """Which comments are listed, how their places are named, and whether all are ticked."""

    filters: Filters
    names: PlaceNames
    all_chosen: bool
    of_drafts: "OfDrafts"


@dataclass(frozen=True)
class OfDrafts:
    """What came of a deed to ticked drafts: what was left and why, and which are ticked."""

    problems: Sequence[dict[str, str]] = ()
    chosen: frozenset[int] = frozenset()
    all_chosen: bool = False

    def has(self, number: int) -> bool:
        return self.all_chosen or number in self.chosen


@require_http_methods(["GET", "HEAD"])
def work(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """What waits for an answer, the drafts, what is done, what was closed."""
    return work_page(request, staff_round(request, process, activity, ABILITY))


def work_page(
    request: HttpRequest,
    found: Activity,
    *,
    form: GroupForm | None = None,
    all_chosen: bool = False,
    of_drafts: OfDrafts | None = None,
) -> HttpResponse:
    """The work list, with a form that failed, or what came of a deed to drafts."""
    tab = "drafts" if of_drafts else request.GET.get("show", "waiting")
    tab = tab if tab in worklist.TABS else "waiting"
    sections = section_choices(found, page_language())
    totals = totals_of(found)
    names = place_names(sections)
    places = worklist.waiting_places(found, names, waiting=totals.waiting) if tab == "waiting" else []
    marks = choices_of(found) if tab in {"waiting", "closed"} else None
    filtering = FilterForm(_asked(request, places), sections=sections, waiting=places, marks=marks)
    number, me = number_of(request.GET.get("comment", "")), actor_of(request).pk
    filters = replace(filtering.filters(), number=number, reader=me)
    choices = choosable(found) if tab == "waiting" else Choosable()
    form = form or GroupForm(languages=Languages.of(found.process.owner), choices=choices)
    context = frame(found) | {
        "tab": tab,
        "tabs": _tabs(found, tab, totals),
        "words_of_drafts": words_of_drafts(totals.comments_in_drafts),
        "filtering": filtering,
        "filters": filters,
        "clear_path": _clear_path(request, found, tab),
        "form": form,
        "choices": choices,
        "group_path": f"{activity_address(found, 'answers:group')}{_query(request)}",
        "table_path": _table_path(found, filters) if tab == "waiting" else "",
        **_places(places, filters),
        **_rows(request, found, tab, Listed(filters, names, all_chosen, of_drafts or OfDrafts())),
    }
    form.whole_anchor = "comments" if context.get("comments") else ""
    has_failed = (form.is_bound and not all_chosen) or bool(of_drafts and of_drafts.problems)
    context["page_failed"] = has_failed
    return render(request, "answers/work.html", context, status=422 if has_failed else 200)


def _asked(request: HttpRequest, places: list[worklist.PlaceLine]) -> Any:
    """What the address asks; without a choice of place or words, the largest group is open."""
    asked = request.GET.copy()
    if places and not any(name in asked for name in _ASKED):
        asked["place"] = str(places[0].thread_id)
    return asked


def _clear_path(request: HttpRequest, found: Activity, tab: str) -> str:
    """The same tab where nothing is asked; empty where nothing is."""
    if not any(request.GET.get(name) for name in _ASKED):
        return ""
    path = activity_address(found, "answers:work")
    return path if tab == "waiting" else f"{path}?show={tab}"


def _table_path(found: Activity, filters: Filters) -> str:
    """The same theme and colleague in the table of all comments, where all that is found is answered at once."""
    query = {name: value for name in ("theme", "assignee") if (value := getattr(filters, name))}
    return f"{activity_address(found, 'material:table')}?{urlencode({'answered': 'no'} | query)}"


def _places(places: list[worklist.PlaceLine], filters: Filters) -> dict[str, Any]:
    """The groups of what waits, and the one that is open."""
    rows = [{"place": place, "current": place.thread_id == filters.thread} for place in places]
    return {
        "places": rows,
        "place": next((row["place"] for row in rows if row["current"]), None),
        "waiting_count": sum(place.count for place in places),
    }


def _rows(request: HttpRequest, found: Activity, tab: str, listed: Listed) -> dict[str, Any]:
    if tab in {"waiting", "closed"}:
        return _comments(request, found, tab, listed)
    if tab == "passed":
        return _passed(request, found)
    if tab == "drafts":
        return _drafts(request, found, listed)
    rows = worklist.groups(found, published=True)
    shown, ways = paged(request, rows, order=worklist.NEWEST_FIRST, size=PAGE)
    return {"groups": _cards(found, worklist.group_lines(shown, listed.names)), "ways": ways}


def _comments(request: HttpRequest, found: Activity, tab: str, listed: Listed) -> dict[str, Any]:
    """What waits, or what was closed, with the way to like comments."""
    source = worklist.waiting_comments if tab == "waiting" else worklist.closed_comments
    source_rows = with_marks(worklist.with_speakers(source(found, listed.filters)))
    rows, ways = paged(request, source_rows, order=("pk",), size=PAGE)
    is_one = listed.filters.number is not None and request.method != "POST"
    chosen = (
        {row.pk for row in rows} if listed.all_chosen or is_one else set(numbers_of(request.POST.getlist("comments")))
    )
    lines = [_line(row, chosen, listed.names) | _beside(row, found) for row in rows]
    return {"comments": lines, "ways": ways}


def _drafts(request: HttpRequest, found: Activity, listed: Listed) -> dict[str, Any]:
    """What is being written: corrections of published answers, and drafts, each page by page."""
    rows = worklist.corrected(found)
    made, ways_made = paged(request, rows, order=worklist.OLDEST_FIRST, size=PAGE, name="corrections")
    rows = worklist.asked_for(found)
    ready, ways_ready = paged(request, rows, order=worklist.ASKED_FIRST, size=PAGE, name="ready")
    rows = worklist.groups(found, published=False)
    if found.process.owner.answers_need_approval:
        rows = rows.filter(ready_at=None)
    drafts, ways = paged(request, rows, order=worklist.LARGEST_FIRST, size=PAGE)
    lines = worklist.group_lines([*ready, *drafts, *made], listed.names)
    until = len(ready) + len(drafts)
    return {
        "problems": listed.of_drafts.problems,
        "draft_count": len(lines),
        "many_path": f"{activity_address(found, 'answers:many')}{_query(request)}",
        "most_comments": many.MOST_COMMENTS,
        "many_form": _many_form(request, found),
        "needs_approval": found.process.owner.answers_need_approval,
        "ready": _cards(found, lines[: len(ready)], "answers:publish", listed.of_drafts),
        "ready_ways": ways_ready,
        "corrections": _cards(found, _as_corrections(made, lines[until:]), of_drafts=listed.of_drafts),
        "correction_ways": ways_made,
        "groups": _cards(found, lines[len(ready) : until], of_drafts=listed.of_drafts),
        "ways": ways,
    }


def _many_form(request: HttpRequest, found: Activity) -> ManyForm:
    """What the ticked drafts get, as it was chosen: some of them may have been left."""
    return ManyForm(request.POST or None, languages=Languages.of(found.process.owner))


def _as_corrections(answers: Sequence[Answer], lines: Sequence[worklist.GroupLine]) -> list[worklist.GroupLine]:
    """The lines of published answers as those of their corrections."""
    return [
        replace(line, is_corrected=True, revision=answer.correction.revision, seen=many.CORRECTION)
        for answer, line in zip(answers, lines, strict=True)
    ]


def _cards(
    found: Activity, lines: list[worklist.GroupLine], page: str = "answers:edit", of_drafts: OfDrafts | None = None
) -> list[dict[str, Any]]:
    return [
        {
            "line": line,
            "path": activity_address(found, "answers:correction" if line.is_corrected else page, number=line.number),
            "ticks": of_drafts is not None,
            "checked": of_drafts is not None and of_drafts.has(line.number),
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


def _line(comment: Comment, chosen: set[int], names: PlaceNames) -> dict[str, Any]:
    reason = comment.closure.reason if comment.handling == Comment.Handling.CLOSED else ""
    return {
        "line": worklist.line(comment, names),
        "closure": str(CLOSURE_REASONS.get(reason, "")),
        "checked": comment.pk in chosen,
    }


def _beside(comment: Any, found: Activity) -> dict[str, Any]:
    """What staff have marked of a comment, and the way to like ones."""
    number = comment.like_number
    like_path = activity_address(found, "material:bunch", number=number) if number else ""
    return {"marks": marks_of(comment, found), "like_path": like_path}


def _query(request: HttpRequest) -> str:
    return f"?{request.GET.urlencode()}" if request.GET else ""


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

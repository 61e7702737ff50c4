"""Processes whose comments have been answered, decided of, or led to something done."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.outcomes.results import handled_words
from yhdyspinta.outcomes.values import OUTCOMES
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.site.front import lead_of, owner_words, public_processes, title_of
from yhdyspinta.site.loops import loop_of
from yhdyspinta.transfers.told import passed_counts
from yhdyspinta.ui.dates import day
from yhdyspinta.ui.paging import Page, keyset
from yhdyspinta.wording.fields import Wording

_SIZE = 10
_ORDER = ("-told_at", "-pk")


def result_rows(
    authority: Authority, after: str, language: str, at: datetime
) -> tuple[Page[Process], list[dict[str, Any]]]:
    """A page of results, last told first; four queries however many there are."""
    answers = Answer.objects.filter(activity__process=OuterRef("pk"), published_at__lte=at)
    outcomes = Outcome.objects.filter(process=OuterRef("pk"), published_at__lte=at)
    measures = Measure.objects.filter(process=OuterRef("pk"), published_at__lte=at)

    def last(rows: Any) -> Subquery:
        return Subquery(rows.order_by("-published_at").values("published_at")[:1])

    found: QuerySet[Process] = (
        public_processes(authority, at)
        .filter(Q(Exists(answers)) | Q(Exists(outcomes)) | Q(Exists(measures)))
        .annotate(told_at=Coalesce(last(measures), last(outcomes), last(answers), F("published_at")))
        .select_related("owner")
    )
    page = keyset(found, order=_ORDER, after=after, size=_SIZE)
    return page, _rows(page.items, authority, language, at)


def _rows(processes: list[Process], authority: Authority, language: str, at: datetime) -> list[dict[str, Any]]:
    keys = [process.pk for process in processes]
    activities, outcomes, measures = defaultdict(list), {}, {}
    for activity in Activity.objects.filter(method_key__in=keys_of_comment_methods(), process__in=keys):
        activities[activity.process_id].append(activity)
    for outcome in Outcome.objects.filter(process__in=keys, published_at__lte=at).order_by("on", "pk"):
        outcomes[outcome.process_id] = outcome
    told = Measure.objects.filter(process__in=keys, published_at__lte=at).select_related(
        "process__owner", "outcome", "answer"
    )
    for measure in told.order_by("published_at", "pk"):
        measures[measure.process_id] = measure
    passed = passed_counts([activity.pk for rows in activities.values() for activity in rows])
    return [
        {
            **_row(process, activities[process.pk], outcomes.get(process.pk), passed, language),
            "owner": owner_words(process, authority, language),
            "loop": loop_of(measures[process.pk], language) if process.pk in measures else None,
        }
        for process in processes
    ]


def _row(
    process: Process, activities: list[Activity], outcome: Outcome | None, passed: Mapping[int, int], language: str
) -> dict[str, Any]:
    return {
        "title": title_of(process.title, language),
        "path": process_address(process, "outcomes:results"),
        "summary": lead_of(process.summary, language),
        "state": _state(activities, language),
        "facts": _facts(activities, passed),
        "decision": _decision(outcome, language) if outcome else "",
    }


def _state(activities: list[Activity], language: str) -> dict[str, str]:
    times = [activity.answered_at for activity in activities]
    if activities and all(times):
        return {"text": _("Answered %(day)s") % {"day": day(max(t for t in times if t), language)}, "colour": "moss"}
    return {"text": _("Being answered"), "colour": "amber"} if any(a.answered_count for a in activities) else {}


def _facts(activities: list[Activity], passed: Mapping[int, int]) -> str:
    comments = sum(activity.comment_count for activity in activities)
    answered = sum(activity.answered_count for activity in activities)
    if not comments:
        return ""
    due = sum(activity.due_count for activity in activities)
    gone = sum(passed.get(activity.pk, 0) for activity in activities)
    return handled_words(comments, answered, max(comments - answered - due - gone, 0), gone)


def _decision(outcome: Outcome, language: str) -> str:
    body = Wording(outcome.body_name).for_reader(language).text
    number = f", {words}" if (words := outcome.section_words) else ""
    return f"{OUTCOMES.get(outcome.kind, '')}: {body} {day(outcome.on, language)}{number}"

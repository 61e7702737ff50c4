"""The page of a process, composed of its phases, activities, decisions and measures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.intake.elsewhere import held_elsewhere
from yhdyspinta.launch.loading import news_of, news_path
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.outcomes.values import OUTCOMES
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity, Process, ProcessPartner
from yhdyspinta.processes.timeline import Run, phases_with_activities, runs_of
from yhdyspinta.processes.values import INFLUENCE_LEVELS, PROCESS_STATES, SIX_WAYS
from yhdyspinta.site.front import activity_card
from yhdyspinta.site.loops import loop_of
from yhdyspinta.site.states import COLOURS, state_of
from yhdyspinta.ui.dates import day, moment
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.marking import marked

_MOST_NEWS: Final = 10
_OUTCOMES: Final[Prepared[Outcome]] = Prepared(
    lambda process, at: Outcome.objects.filter(process=process, published_at__lte=at).order_by("-on", "-pk")
)
_MEASURES: Final[Prepared[Measure]] = Prepared(
    lambda process, at: (
        Measure.objects.filter(process=process, published_at__lte=at).select_related("answer").order_by("-pk")
    )
)
_PARTNERS: Final[Prepared[Any]] = Prepared(
    lambda process: (
        ProcessPartner.objects.filter(process=process, left_at=None)
        .order_by("pk")
        .values_list("authority__name", flat=True)
    )
)


def page_of(process: Process, authority: Authority, language: str, at: datetime) -> dict[str, Any]:
    """Everything that the page tells; eight queries however much there is, seven while everything is open."""
    runs = runs_of(phases_with_activities(process))
    activities = [activity for run in runs for activity in run.phase.activities.all()]
    is_over = bool(activities) and all(activity.has_closed_at(at) for activity in activities)
    state = state_of(process, activities, at)
    outcomes = _OUTCOMES.rows(process=process.pk, at=at)
    measures = _measures(process, outcomes, at)
    return {
        "process": process,
        "state": {"text": str(PROCESS_STATES[state]), "colour": COLOURS.get(state, "")},
        "is_draft": not process.is_public(at),
        "phase_items": [_phase_item(run, language, at) for run in runs],
        "phases": [_phase_row(run, language, at) for run in runs],
        "cards": [_with_phase(activity, authority, language, at) for activity in activities],
        "news": [_news_item(row) for row in news_of(process, at)[:_MOST_NEWS]],
        "decisions": [{"outcome": row, "kind": OUTCOMES.get(row.kind, "")} for row in outcomes],
        "loops": [loop_of(row, language) for row in measures],
        "has_results": bool(outcomes or measures or any(row.answered_count for row in activities)),
        "ways": [SIX_WAYS[key] for key in process.six_ways if key in SIX_WAYS],
        "influence": INFLUENCE_LEVELS.get(process.influence, ""),
        "partners": partners_of(process, language),
        "facts": _facts(process, language, is_over=is_over),
        "is_over": is_over,
        "held_elsewhere": held_elsewhere(one for one in activities if one.has_closed_at(at)),
        "links": _links(process),
    }


def _measures(process: Process, outcomes: Sequence[Outcome], at: datetime) -> list[Measure]:
    rows = _MEASURES.rows(process=process.pk, at=at)
    by_pk = {outcome.pk: outcome for outcome in outcomes}
    for row in rows:
        row.process = process
        row.outcome = by_pk.get(row.outcome_id) if row.outcome_id else None
    return rows


def partners_of(process: Process, language: str) -> list[str]:
    """The names of the partner authorities now; one query."""
    return [Wording(name).for_reader(language).text for name in _PARTNERS.rows(process=process.pk)]


def _news_item(release: LaunchRelease) -> dict[str, Any]:
    headline = Wording(release.words["headline"])
    return {"headline": headline, "at": release.release_at, "path": news_path(release)}


def _phase_item(run: Run, language: str, at: datetime) -> dict[str, Any]:
    return {"text": marked(run.phase.title, language), "when": _when(run, language), "state": run.state(at)}


def _phase_row(run: Run, language: str, at: datetime) -> dict[str, Any]:
    """A phase in the list: what is placed on a day and in a place tells its time of day too."""
    phase = run.phase
    cards = [method_of(activity).card(activity, at=at) for activity in phase.activities.all()]
    return {
        "phase": phase,
        "run": run,
        "when": _when(run, language),
        "is_event": bool(phase.place and run.starts_at),
        "activities": [{"text": card.label, "href": card.path} for card in cards],
    }


def _when(run: Run, language: str) -> str:
    if run.phase.when_words:
        return marked(run.phase.when_words, language)
    starts_at, ends_at = run.starts_at, run.ends_at
    if starts_at and ends_at:
        first, last = day(starts_at, language), day(ends_at, language)
        return first if first == last else f"{first} – {last}"
    return day(starts_at, language) if starts_at else ""


def _with_phase(activity: Activity, authority: Authority, language: str, at: datetime) -> dict[str, Any]:
    return {**activity_card(activity, authority, language, at), "level": 3}


def _facts(process: Process, language: str, *, is_over: bool) -> list[dict[str, str]]:
    rows: list[tuple[str, str]] = []
    if process.takes_minutes and not is_over:
        rows.append((_("Time it takes"), _("about %(count)s minutes") % {"count": process.takes_minutes}))
    if process.answers_promised_on:
        rows.append((_("Answers by"), day(process.answers_promised_on, language)))
    moved = [one for one in process.answers_promised_before if one != process.answers_promised_on]
    if moved:
        before = ", ".join(day(one, language) for one in moved)
        rows.append((_("Answers promised earlier by"), before))
    if process.results_receiver:
        rows.append((_("Results go to"), marked(process.results_receiver, language)))
    if process.case_number:
        rows.append((_("Case number"), process.case_number))
    if process.published_at:
        rows.append((_("Published"), moment(process.published_at, language)))
    return [{"key": key, "value": value} for key, value in rows]


def _links(process: Process) -> dict[str, str]:
    return {
        "follow": process_address(process, "follows:follow"),
        "calendar": process_address(process, "site:calendar"),
        "feed": process_address(process, "site:process_feed"),
        "privacy": process_address(process, "site:process_privacy"),
        "results": process_address(process, "outcomes:results"),
    }

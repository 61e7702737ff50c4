"""The round itself: its state in words, its phases, what is hidden in it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from yhdyspinta.answers.models import Summary
from yhdyspinta.comments.models import CommentDraft
from yhdyspinta.moderation.queries import hidden_by_reason
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity, Process, Stage
from yhdyspinta.processes.timeline import runs_in
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.ui import dates
from yhdyspinta.wording.marking import marked


@dataclass(frozen=True)
class Status:
    """What the round is open for, in words."""

    key: str  # upcoming, open, closed, answered, paused, cancelled
    words: str
    colour: str
    opens_at: datetime | None = None
    closes_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.key == "open"


def status_of(activity: Activity, at: datetime, language: str) -> Status:
    """No queries when stages and process are loaded."""
    stage = next((stage for stage in activity.stages.all() if stage.key == "comments"), None)
    process = activity.process
    if process.cancelled_at is not None or process.paused_at is not None:
        key, words = ("cancelled", _("Cancelled")) if process.cancelled_at is not None else ("paused", _("Paused"))
        return Status(key, words, "rose", stage.opens_at if stage else None, stage.closes_at if stage else None)
    if stage is None:
        return Status("upcoming", _("Opening time not set yet"), "frost")
    return Status(*_by_clock(activity, stage, at, language), opens_at=stage.opens_at, closes_at=stage.closes_at)


def _by_clock(activity: Activity, stage: Stage, at: datetime, language: str) -> tuple[str, str, str]:
    if at < stage.opens_at:
        return "upcoming", _("Opens %(time)s") % {"time": dates.moment(stage.opens_at, language)}, "frost"
    if at < stage.closes_at:
        closes = dates.moment(stage.closes_at, language)
        return "open", _("Open for comments · closes %(time)s") % {"time": closes}, "amber"
    if activity.answered_at is not None:
        return "answered", _("Answered %(day)s") % {"day": dates.day(activity.answered_at, language)}, "moss"
    return "closed", _("Closed %(day)s · being answered") % {"day": dates.day(stage.closes_at, language)}, "frost"


def phases_of(process: Process, at: datetime, language: str) -> list[dict[str, str]]:
    """The phase line; one query. Days tell their year unless all of them are in the present one."""
    runs = runs_in(process)
    times = [time for run in runs for time in (run.starts_at, run.ends_at) if time is not None]
    has_years = any(dates.in_helsinki(time).year != dates.in_helsinki(at).year for time in times)
    return [
        {
            "text": marked(run.phase.title, language),
            "when": marked(run.phase.when_words, language) or _dates(run.starts_at, run.ends_at, has_years=has_years),
            "state": run.state(at),
        }
        for run in runs
    ]


def _dates(starts_at: datetime | None, ends_at: datetime | None, *, has_years: bool) -> str:
    """The days; the year of both stands once, behind the last."""
    days = [dates.in_helsinki(at).date() for at in (starts_at, ends_at) if at is not None]
    years = [f"{day.year}" if has_years and day.year != days[-1].year else "" for day in days[:-1]]
    years += [f"{days[-1].year}"] if has_years and days else [""]
    words = [f"{day.day}.{day.month}.{year}" for day, year in zip(days, years, strict=False)]
    return words[-1] if len(set(days)) == 1 else "–".join(words)


def hidden_reasons(activity: Activity) -> list[tuple[int, str]]:
    """How many comments are hidden and why, most common first; one query, none when nothing is hidden."""
    if not activity.hidden_count:
        return []
    rows = hidden_by_reason(activity).items()
    return [(count, str(REASONS.get(reason, _("Another reason")))) for reason, count in rows]


def summary_and_unsent(activity: Activity, person: Someone) -> tuple[Summary | None, int]:
    """The published summary of what came in, and how many comments the person left unsent; one query for both."""
    rows = Activity.objects.filter(pk=activity.pk).select_related("summary")
    if person.pk is not None:
        drafts = CommentDraft.objects.filter(activity=OuterRef("pk"), person=person.pk)
        rows = rows.annotate(unsent=Subquery(drafts.values("content")[:1]))
    row = rows.get()
    summary: Summary | None = getattr(row, "summary", None)
    kept = getattr(row, "unsent", None) or {}
    published = summary if summary is not None and summary.published_at is not None else None
    return published, len(kept.get("comments", ()))


@dataclass(frozen=True)
class AfterClosing:
    """Where a closed round is told of; empty where there is nothing yet."""

    results: str
    report: str
    measures: str


def after_closing(activity: Activity) -> AfterClosing:
    """What has been published of what the comments led to; one query."""
    published = {"process": activity.process_id, "published_at__isnull": False}
    report, measures, outcomes = (
        Activity.objects.filter(pk=activity.pk)
        .values_list(
            Exists(ReportVersion.objects.filter(activity=activity)),
            Exists(Measure.objects.filter(**published)),
            Exists(Outcome.objects.filter(**published)),
        )
        .get()
    )
    has_results = report or measures or outcomes or activity.answered_count
    return AfterClosing(
        process_address(activity.process, "outcomes:results") if has_results else "",
        activity_address(activity, "reports:newest") if report else "",
        process_address(activity.process, "outcomes:measures") if measures else "",
    )

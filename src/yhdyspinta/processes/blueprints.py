"""Ready-made timelines: what phases a new process gets, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.wording.fields import Wording

_PREPARATION_WEEKS = 3
_OPEN_DAYS = 20  # three weeks, from a Monday to the third Sunday
_FORUM_AFTER_DAYS = 8  # a Tuesday, near the middle


@dataclass(frozen=True)
class PlannedPhase:
    """A phase of a blueprint with its dates, and the method placed in it, if any."""

    kind: str
    title: Wording
    starts_at: datetime
    ends_at: datetime
    method_key: str = ""


@dataclass(frozen=True)
class Blueprint:
    """A timeline that staff can start from."""

    key: str
    name: Promise
    purpose: Promise


BLUEPRINTS: Final = {
    blueprint.key: blueprint
    for blueprint in (
        Blueprint(
            "round_with_forum",
            _("Comment round with forum and workshops"),
            _("Drafts are commented on for three weeks, with a forum near the middle and workshops after."),
        ),
        Blueprint("round", _("Comment round"), _("Drafts are commented on for three weeks, then answered.")),
    )
}

_TITLES: Final = {
    "preparation": _("Draft"),
    "participation": _("Commenting"),
    "forum": _("Forum"),
    "workshops": _("Workshops"),
    "answers": _("Answers and further preparation"),
    "follow_up": _("Follow-up"),
}


def _title(kind: str) -> Wording:
    texts = {}
    for tag in ("fi", "sv", "en"):
        with override(tag):
            texts[tag] = str(_TITLES[kind])
    return Wording(texts)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=HELSINKI)


def planned_phases(key: str, *, today: date, answer_days: int, opens_on: date | None = None) -> Sequence[PlannedPhase]:
    """The blueprint's phases from today on: commenting opens on a Monday, three weeks from now at the earliest.

    Answers are due `answer_days` after it closes.
    """
    opens = opens_on or _next_monday(today + timedelta(weeks=_PREPARATION_WEEKS))
    closes = opens + timedelta(days=_OPEN_DAYS)
    forum = opens + timedelta(days=_FORUM_AFTER_DAYS)
    answered = closes + timedelta(days=answer_days)
    phases = [
        PlannedPhase("preparation", _title("preparation"), _at(today, 9), _at(opens, 9)),
        PlannedPhase("participation", _title("participation"), _at(opens, 9), _at(closes, 23, 59), "comment_rounds"),
        PlannedPhase("answers", _title("answers"), _at(closes + timedelta(days=1), 9), _at(answered, 16)),
        PlannedPhase(
            "follow_up",
            _title("follow_up"),
            _at(answered + timedelta(days=1), 9),
            _at(answered + timedelta(days=365), 16),
        ),
    ]
    if key == "round_with_forum":
        phases[2:2] = [
            PlannedPhase("forum", _title("forum"), _at(forum, 13), _at(forum, 16)),
            PlannedPhase(
                "workshops",
                _title("workshops"),
                _at(closes + timedelta(days=8), 9),
                _at(closes + timedelta(days=36), 16),
            ),
        ]
    return phases


def answers_promised_on(phases: Sequence[PlannedPhase]) -> date:
    """The day by which the blueprint promises the answers."""
    return max(phase.ends_at for phase in phases if phase.kind == "answers").astimezone(HELSINKI).date()


def _next_monday(day: date) -> date:
    return day + timedelta(days=(-day.weekday()) % 7)

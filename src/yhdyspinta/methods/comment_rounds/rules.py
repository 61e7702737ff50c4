"""Who may do what in a comment round."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.processes.permissions import YES, Permit, Rule, may_take_part, no

OPEN = "comments"


def may_comment(person: Someone, activity: Activity, *, at: datetime) -> Permit:
    """From the first instant of the stage until its last."""
    return YES if activity.stage_at(at) == OPEN else _why_closed(activity, at)


def may_finish(activity: Activity, *, began_at: datetime | None, at: datetime) -> Permit:
    """Who began before closing may finish within the published grace."""
    closes_at = closing_time(activity)
    if began_at is None or closes_at is None or activity.stage_at(began_at) != OPEN:
        return _why_closed(activity, at)
    return YES if closes_at <= at < closes_at + grace_of(activity) else _why_closed(activity, at)


def grace_of(activity: Activity) -> timedelta:
    """How long after closing who began in time may still send."""
    return timedelta(minutes=RoundSettings.of(activity).grace_minutes)


def may_send(person: Someone, activity: Activity, *, began_at: datetime | None, at: datetime) -> Permit:
    """The whole question of sending: open now, or begun in time."""

    def rule(person: Someone, activity: Activity, *, at: datetime) -> Permit:
        return may_comment(person, activity, at=at) or may_finish(activity, began_at=began_at, at=at)

    return may_take_part(person, "comment", activity, at=at, rule=rule)


def may_endorse(person: Someone, activity: Activity, *, at: datetime) -> Permit:
    """Agreeing is open as long as commenting."""
    return may_comment(person, activity, at=at)


def stage_of(activity: Activity) -> Stage | None:
    """When the round is open, once that has been set; no queries when the stages are loaded."""
    return next((stage for stage in activity.stages.all() if stage.key == OPEN), None)


def closing_time(activity: Activity) -> datetime | None:
    stage = stage_of(activity)
    return stage.closes_at if stage else None


def opening_time(activity: Activity) -> datetime | None:
    stage = stage_of(activity)
    return stage.opens_at if stage else None


def _why_closed(activity: Activity, at: datetime) -> Permit:
    opens_at = opening_time(activity)
    if opens_at is None or at < opens_at:
        return no("commenting_has_not_begun")
    return no("commenting_has_ended")


ABILITIES: Mapping[str, Rule] = {"comment": may_comment, "endorse": may_endorse}


def ask(person: Someone, ability: str, activity: Activity, *, at: datetime) -> Permit:
    """May somebody use an ability of this round now? The whole question, with the platform's own conditions first."""
    return may_take_part(person, ability, activity, at=at, rule=ABILITIES[ability])

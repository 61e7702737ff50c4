"""The day when a measure was promised: of a round held earlier elsewhere that is the day of its decision, not of bringing it in."""

from datetime import date, datetime

from django.db.models import Max

from yhdyspinta.answers.models import Answer
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.models import Activity, Process, Stage
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.refusals import Refusal


def has_earlier_round(process: Process) -> bool:
    """Whether a round of the matter was brought in from elsewhere; one query."""
    return Activity.objects.filter(process=process, is_held_elsewhere=True).exists()


def promised_day(measure: Measure, process: Process, at: datetime) -> date | None:
    """The day that was told, else that of the decision where the measure is of an earlier round; None: when published.

    Raises Refusal("promised_in_the_future").
    """
    today = in_helsinki(at).date()
    if measure.promised_on is None:
        found = _of_decision(measure, process)
        return min(found, today) if found else None
    if measure.promised_on > today:
        raise Refusal("promised_in_the_future", status=422, field="promised_on")
    return measure.promised_on


def _of_decision(measure: Measure, process: Process) -> date | None:
    """The day of the decision that it follows from, else of the last one, else when the round closed."""
    rounds = Activity.objects.filter(process=process, method_key__in=keys_of_comment_methods())
    if measure.answer_id is not None:
        rounds = rounds.filter(pk__in=Answer.objects.filter(pk=measure.answer_id).values("activity"))
    held = dict(rounds.values_list("pk", "is_held_elsewhere"))
    if not held or not all(held.values()):
        return None
    decided = Outcome.objects.filter(process=process)
    chosen = decided.filter(pk=measure.outcome_id) if measure.outcome_id else decided.filter(published_at__isnull=False)
    on: date | None = chosen.aggregate(on=Max("on"))["on"]
    closed: datetime | None = Stage.objects.filter(activity__in=held).aggregate(at=Max("closes_at"))["at"]
    return on or (in_helsinki(closed).date() if closed else None)

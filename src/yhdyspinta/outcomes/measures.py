"""Measures: what is done because of a decision or an answer. Saved, published, brought up to date, done."""

from copy import copy
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.audit.trail import record
from yhdyspinta.outcomes.actions import own_answer
from yhdyspinta.outcomes.models import FormerPromise, Measure, MeasureUpdate, Outcome
from yhdyspinta.outcomes.owners import person_named
from yhdyspinta.outcomes.promised_days import promised_day
from yhdyspinta.outcomes.reminding import Reminding
from yhdyspinta.outcomes.unshown import require_tellable, settle
from yhdyspinta.outcomes.values import MEASURE_STATES
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class MeasureText:
    """What staff write of a measure."""

    you_said: Wording = field(default_factory=Wording)
    we_decided: Wording = field(default_factory=Wording)
    promise: Wording = field(default_factory=Wording)
    owner_name: Wording = field(default_factory=Wording)
    due_on: date | None = None
    promised_on: date | None = None  # where it is another day than that of publishing
    total_count: int | None = None
    answer_id: int | None = None
    outcome_id: int | None = None
    reminded_id: int | None = None  # one of the staff; None: who is named, else the coordinators

    @classmethod
    def of(cls, measure: Measure) -> "MeasureText":
        return cls(**{part.name: getattr(measure, part.name) for part in fields(cls)})


@dataclass(frozen=True)
class Progress:
    """How far a measure is."""

    state: str
    words: Wording = field(default_factory=Wording)
    done_count: int | None = None
    done_on: date | None = None  # None: as told before, otherwise today


@transaction.atomic
def save_measure(
    *, actor: Person, process: Process, measure: Measure | None, text: MeasureText, revision: int, at: datetime
) -> Measure:
    """Keep a measure, as a draft or as a correction of what is published.

    Raises Refusal("changed_meanwhile") with the `saved` and the `typed` text, ("answer_not_here"),
    ("outcome_not_here"), ("reminded_not_here"), ("fewer_than_done"), ("done_already"),
    ("promised_in_the_future") or ("measure_empty").
    """
    require_staff(actor, "decide_outcome", process)
    _check_text(process, text)
    before = None
    if measure is None:
        measure = Measure(process=process, created_at=at, revision=0)
    else:
        measure = Measure.objects.select_for_update().get(pk=measure.pk, process=process)
        before = copy(measure)
        if measure.revision != revision:
            raise Refusal("changed_meanwhile", saved=MeasureText.of(measure), typed=text, revision=measure.revision)
    if text.answer_id != measure.answer_id:  # the kept one stays also while it is taken back to be worked on
        own_answer(process, text.answer_id)
    named_before, total_before, reminded_before = measure.owner_name, measure.total_count, measure.reminded_id
    _check_reminded(process, text.reminded_id, reminded_before)
    _keep_promise(measure, text, at)
    for part in fields(MeasureText):
        setattr(measure, part.name, getattr(text, part.name))
    _check_total(measure, total_before)
    if measure.owner_name != named_before:
        measure.owner = person_named(measure.owner_name, process, actor)
    told_on = promised_day(measure, process, at)
    settle(measure, before)
    if measure.published_at is not None:
        check_measure(measure, process, before)
        measure.promised_on = told_on
    measure.revision += 1
    measure.save()
    measure.process = process
    _record_saved(actor, measure, reminded_before, at)
    return measure


def _record_saved(actor: Person, measure: Measure, reminded_before: int | None, at: datetime) -> None:
    about: dict[str, Any] = {"actor": actor, "target": measure, "at": at, "process": measure.process}
    record("outcomes.measure_saved", **about, revision=measure.revision)
    if measure.reminded_id != reminded_before:
        record("outcomes.reminded_chosen", **about, person=measure.reminded_id)


def _check_reminded(process: Process, wanted: int | None, before: int | None) -> None:
    """Who has left meanwhile may stay chosen: the coordinators are reminded then."""
    if wanted in {None, before}:
        return
    if wanted not in {one.pk for one in Reminding.of(process).able}:
        raise Refusal("reminded_not_here", status=422, field="reminded")


def _check_text(process: Process, text: MeasureText) -> None:
    if not (text.you_said or text.we_decided or text.promise):
        raise Refusal("measure_empty", status=422, field="you_said")
    if text.outcome_id is not None and not Outcome.objects.filter(pk=text.outcome_id, process=process).exists():
        raise Refusal("outcome_not_here", status=422, field="outcome")


@transaction.atomic
def publish_measure(*, actor: Person, measure: Measure, at: datetime) -> Measure:
    """Show the measure among "You said, we decided, done". Publishing twice changes nothing.

    What is done already is told as done, not as a promise.
    """
    measure, process = _locked(actor, measure)
    if measure.published_at is not None:
        return measure
    check_measure(measure, process)
    measure.published_at, measure.promised_on = at, promised_day(measure, process, at)
    if not _tell_done(measure, process, at):
        tell_followers(process, "outcomes.measure", at=at, is_result=True)
    measure.save(update_fields=["published_at", "promised_on", "done_told_at"])
    record("outcomes.measure_published", actor=actor, target=measure, at=at, process=process)
    return measure


@transaction.atomic
def update_measure(*, actor: Person, measure: Measure, progress: Progress, revision: int, at: datetime) -> Measure:
    """Tell how far a measure is; its history keeps what was told before. Done is told to followers once.

    What is counted is done when all of it is, and in words that tell so, not in those of the way there.

    The day when it was done is told with it: what is told in January may have been done in December.

    Raises Refusal("changed_meanwhile"), ("measure_state_missing"), ("more_than_all"), ("not_all_done"),
    ("words_before_done"), ("done_in_the_future") or ("language_missing").
    """
    measure, process = _locked(actor, measure)
    if measure.revision != revision:
        raise Refusal("changed_meanwhile", saved=_progress(measure), typed=progress, revision=measure.revision)
    _check_progress(measure, progress)
    measure.done_on = _day_done(measure, progress, _helsinki_day(at))
    measure.state, measure.status_words, measure.done_count = progress.state, progress.words, progress.done_count
    if measure.published_at is not None:
        check_measure(measure, process, measure)
    measure.revision += 1
    _tell_done(measure, process, at)
    measure.save()
    MeasureUpdate.objects.create(
        measure=measure, state=progress.state, words=progress.words, done_on=measure.done_on, at=at, by=actor
    )
    record("outcomes.measure_updated", actor=actor, target=measure, at=at, process=process, state=progress.state)
    return measure


@transaction.atomic
def remove_measure(*, actor: Person, measure: Measure, at: datetime) -> None:
    """Throw away a measure that was never published. Raises Refusal("measure_is_published")."""
    measure, process = _locked(actor, measure)
    if measure.published_at is not None:
        raise Refusal("measure_is_published")
    record("outcomes.measure_removed", actor=actor, target=measure, at=at, process=process)
    measure.delete()


def _keep_promise(measure: Measure, text: MeasureText, at: datetime) -> None:
    """What residents could read stays readable when it is promised otherwise from now on; lateness goes by the first day.

    The same promise in a further language is the same promise.
    """
    names = ("we_decided", "promise", "owner_name", "due_on", "total_count")
    promised = {name: getattr(measure, name) for name in names}
    if measure.published_at is None or all(_says(getattr(text, name), was) for name, was in promised.items()):
        return
    FormerPromise.objects.create(measure=measure, until=at, owner=measure.owner, **promised)
    if text.due_on != measure.due_on and measure.first_due_on is None:
        measure.first_due_on = measure.due_on


def _says(now: Any, was: Any) -> bool:
    """Whether whoever could read what was there reads the same now."""
    return bool(now == was or (isinstance(was, dict) and was and was.items() <= now.items()))


def check_measure(measure: Measure, process: Process, before: Measure | None = None) -> None:
    """Refuse to publish a measure without its words or its owner, or with new words that nobody may read."""
    require_tellable(measure, before)
    for name in ("you_said", "we_decided", "promise"):
        require_languages(process, name, getattr(measure, name))
    if measure.status_words:
        require_languages(process, "status_words", measure.status_words)
    if not measure.owner_name:
        raise Refusal("measure_owner_missing", status=422, field="owner_name")
    require_languages(process, "owner_name", measure.owner_name)


def _check_total(measure: Measure, before: int | None) -> None:
    """The number in all fits what has been told: not fewer than is done, nor more when all has been told to be done."""
    if measure.total_count is not None and (measure.done_count or 0) > measure.total_count:
        raise Refusal("fewer_than_done", status=422, field="total_count")
    is_changed = measure.total_count != before
    if is_changed and measure.state == "done" and _is_short(measure.done_count, measure.total_count):
        raise Refusal("done_already", status=422, field="total_count")


def _check_progress(measure: Measure, progress: Progress) -> None:
    if progress.state not in MEASURE_STATES:
        raise Refusal("measure_state_missing", status=422, field="state")
    if progress.done_count is not None and progress.done_count > (measure.total_count or 0):
        raise Refusal("more_than_all", status=422, field="done_count")
    before = _progress(measure)
    if progress.state != "done" or (before.state, before.done_count) == ("done", progress.done_count):
        return
    if _is_short(progress.done_count, measure.total_count):
        raise Refusal(
            "not_all_done", status=422, field="done_count", done=progress.done_count or 0, all=measure.total_count
        )
    if before.state != "done" and before.words and progress.words == before.words:
        raise Refusal("words_before_done", status=422, field="words")


def _day_done(measure: Measure, progress: Progress, today: date) -> date | None:
    """The day when it was done, if it is: as told now, or as told before."""
    if progress.state != "done":
        return None
    told = progress.done_on or (measure.done_on if measure.state == "done" else None) or today
    if told > today:
        raise Refusal("done_in_the_future", status=422, field="done_on")
    return told


def _is_short(done_count: int | None, total_count: int | None) -> bool:
    """Whether a measure that is counted has some left to do."""
    return total_count is not None and (done_count or 0) < total_count


def _progress(measure: Measure) -> Progress:
    return Progress(measure.state, Wording(measure.status_words), measure.done_count, measure.done_on)


def _tell_done(measure: Measure, process: Process, at: datetime) -> bool:
    """Tell followers when the measure is both public and done: once, in whichever order it became so."""
    if measure.state != "done" or measure.published_at is None or measure.done_told_at is not None:
        return False
    measure.done_told_at = at
    tell_followers(process, "outcomes.done", at=at, is_done=True, **_told(measure))
    return True


def _told(measure: Measure) -> dict[str, Any]:
    """What a letter says of a measure: what was decided, what was promised, what came of it, and when."""
    return {
        "decided": dict(measure.we_decided),
        "promise": dict(measure.promise),
        "done": dict(measure.status_words),
        "done_on": measure.done_on.isoformat() if measure.done_on else "",
    }


def _locked(actor: Person, measure: Measure) -> tuple[Measure, Any]:
    process = measure.process
    require_staff(actor, "decide_outcome", process)
    found = Measure.objects.select_for_update().get(pk=measure.pk)
    found.process = process
    return found, process


def _helsinki_day(at: datetime) -> date:
    return timezone.localtime(at).date()

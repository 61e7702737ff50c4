"""What was decided, and what is done because of it: saved, published and told."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime

from django.db import transaction

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit.trail import record
from yhdyspinta.outcomes.models import Outcome
from yhdyspinta.outcomes.values import OUTCOMES
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class OutcomeText:
    """What staff write of a decision."""

    kind: str = "decided"
    title: Wording = field(default_factory=Wording)
    body_name: Wording = field(default_factory=Wording)
    on: date | None = None
    section_number: str = ""
    case_number: str = ""
    link: str = ""
    explanation: Wording = field(default_factory=Wording)

    @classmethod
    def of(cls, outcome: Outcome) -> "OutcomeText":
        return cls(**{part.name: getattr(outcome, part.name) for part in fields(cls)})


@transaction.atomic
def save_outcome(
    *, actor: Person, process: Process, outcome: Outcome | None, text: OutcomeText, revision: int, at: datetime
) -> Outcome:
    """Keep what was decided, as a draft or as a correction of what is published.

    Raises Refusal("changed_meanwhile") with the `saved` and the `typed` text, or what is wrong in a field.
    """
    require_staff(actor, "decide_outcome", process)
    _check_fields(text)
    if outcome is None:
        outcome = Outcome(process=process, created_at=at, revision=0)
    else:
        outcome = Outcome.objects.select_for_update().get(pk=outcome.pk, process=process)
        if outcome.revision != revision:
            raise Refusal("changed_meanwhile", saved=OutcomeText.of(outcome), typed=text, revision=outcome.revision)
    for part in fields(OutcomeText):
        setattr(outcome, part.name, getattr(text, part.name))
    if outcome.published_at is not None:
        check_outcome(outcome, process)
    outcome.revision += 1
    outcome.save()
    outcome.process = process
    record("outcomes.saved", actor=actor, target=outcome, at=at, process=process, revision=outcome.revision)
    return outcome


@transaction.atomic
def publish_outcome(*, actor: Person, outcome: Outcome, at: datetime) -> Outcome:
    """Publish what was decided and tell those who follow the process. Publishing twice tells nobody twice."""
    process = outcome.process
    require_staff(actor, "decide_outcome", process)
    outcome = Outcome.objects.select_for_update().get(pk=outcome.pk)
    outcome.process = process
    if outcome.published_at is not None:
        return outcome
    check_outcome(outcome, process)
    outcome.published_at = at
    outcome.save(update_fields=["published_at"])
    tell_followers(process, "outcomes.decided", at=at, is_result=True, kind_of_outcome=outcome.kind)
    record("outcomes.published", actor=actor, target=outcome, at=at, process=process, kind=outcome.kind)
    return outcome


@transaction.atomic
def unpublish_outcome(*, actor: Person, outcome: Outcome, at: datetime) -> Outcome:
    """Take what was published back to a draft. Raises Refusal("outcome_not_published")."""
    process = outcome.process
    require_staff(actor, "decide_outcome", process)
    outcome = Outcome.objects.select_for_update().get(pk=outcome.pk)
    if outcome.published_at is None:
        raise Refusal("outcome_not_published")
    outcome.published_at = None
    outcome.revision += 1
    outcome.save(update_fields=["published_at", "revision"])
    outcome.process = process
    record("outcomes.unpublished", actor=actor, target=outcome, at=at, process=process)
    return outcome


def _check_fields(text: OutcomeText) -> None:
    if text.kind not in OUTCOMES:
        raise Refusal("outcome_kind_missing", status=422, field="kind")
    if not text.title:
        raise Refusal("outcome_title_missing", status=422, field="title")
    if text.on is None:
        raise Refusal("outcome_day_missing", status=422, field="on")
    if text.link and not text.link.startswith("https://"):
        raise Refusal("link_not_https", status=422, field="link")


def check_outcome(outcome: Outcome, process: Process) -> None:
    """Refuse to publish what lacks a language that the owner owes."""
    require_languages(process, "title", outcome.title)
    require_languages(process, "body_name", outcome.body_name)
    if outcome.explanation:
        require_languages(process, "explanation", outcome.explanation)


def own_answer(process: Process, pk: int | None) -> Answer | None:
    """The answer that a measure follows from; refuses one of another process."""
    if pk is None:
        return None
    answer = Answer.objects.filter(pk=pk, activity__process=process, published_at__isnull=False).first()
    if answer is None:
        raise Refusal("answer_not_here", status=422, field="answer")
    return answer

"""Where answers are approved by another, a published answer is corrected the same way: the old words stand meanwhile."""

from copy import copy
from dataclasses import fields
from datetime import datetime

from django.db import transaction

from yhdyspinta.answers.actions import AnswerText, locked, note, write
from yhdyspinta.answers.further_languages import only_adds
from yhdyspinta.answers.models import Answer, Correction
from yhdyspinta.answers.publishing import replace_words
from yhdyspinta.answers.readiness import check_added, check_ready, waiting_comments
from yhdyspinta.answers.telling import values_of
from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


def correction_of(answer: Answer) -> Correction | None:
    """The correction that is being made of an answer; one query."""
    return Correction.objects.filter(answer=answer).select_related("changed_section__version__document").first()


def as_corrected(answer: Answer, correction: Correction | None) -> Answer:
    """The answer as it would be with its correction, for forms and previews; never saved."""
    if correction is None:
        return answer
    found = copy(answer)
    for part in fields(AnswerText):
        setattr(found, part.name, getattr(correction, part.name))
    found.changed_section = correction.changed_section
    found.revision = correction.revision
    return found


@transaction.atomic
def propose_correction(
    *, actor: Person, answer: Answer, text: AnswerText, revision: int, at: datetime
) -> Correction | None:
    """Write what a published answer should say, for somebody else to approve; the same words again change nothing.

    None where it would say what it says. Raises Refusal("not_published_yet"), ("changed_meanwhile"), or what
    `check_ready` raises.
    """
    answer = locked(actor, answer)
    if answer.published_at is None:
        raise Refusal("not_published_yet")
    kept = Correction.objects.filter(answer=answer).first()
    before = AnswerText.of(as_corrected(answer, kept))
    if before == text and (kept is None or not kept.returned_note):
        return kept
    now = kept.revision if kept else answer.revision
    if now != revision:
        raise Refusal("changed_meanwhile", saved=before, typed=text, revision=now)
    if only_adds(AnswerText.of(answer), text):  # with a further language it is no less whole than it is
        check_added(answer, text)
    else:
        trial = copy(answer)
        write(trial, text)
        check_ready(trial, waiting_comments(answer, answered=answer.is_final), at=at, before=AnswerText.of(answer))
    kept = kept or Correction(answer=answer)
    for part in fields(AnswerText):
        setattr(kept, part.name, getattr(text, part.name))
    kept.saved_at, kept.saved_by, kept.returned_note, kept.revision = at, actor, "", now + 1
    kept.save()
    note("answers.correction_made", actor, answer, at, revision=kept.revision)
    return kept


@transaction.atomic
def approve_correction(*, actor: Person, answer: Answer, revision: int, at: datetime) -> Answer:
    """Let the corrected words replace the published ones, which stay in the history; senders are told.

    Approving again changes nothing. Raises Refusal("no_correction"), ("changed_meanwhile"), ("not_ready"),
    ("approval_by_another"), or what `check_ready` raises.
    """
    answer = locked(actor, answer)
    kept = Correction.objects.filter(answer=answer).first()
    if kept is None and answer.published_at is not None and answer.revision == revision:
        return answer
    if kept is None:
        raise Refusal("no_correction")
    if kept.revision != revision:
        raise Refusal(
            "changed_meanwhile", saved=AnswerText.of(as_corrected(answer, kept)), typed=None, revision=revision
        )
    if kept.returned_note:
        raise Refusal("not_ready")
    if actor.pk == kept.saved_by_id:
        raise Refusal("approval_by_another")
    replace_words(answer, AnswerText.of(as_corrected(answer, kept)), actor=actor, at=at, revision=kept.revision)
    return answer


@transaction.atomic
def return_correction(*, actor: Person, answer: Answer, words: str, at: datetime) -> Correction:
    """Give a correction back to its writer with what to mend; the writer is told.

    Raises Refusal("no_correction"), ("not_ready") or ("what_to_mend_missing").
    """
    answer = locked(actor, answer)
    kept = Correction.objects.filter(answer=answer).select_related("saved_by").first()
    if kept is None:
        raise Refusal("no_correction")
    if kept.returned_note:
        raise Refusal("not_ready")
    if not words.strip():
        raise Refusal("what_to_mend_missing", status=422, field="words")
    kept.returned_note = words
    kept.save(update_fields=["returned_note"])
    note("answers.correction_returned", actor, answer, at)
    if kept.saved_by is not None and kept.saved_by_id != actor.pk:
        owe(
            "answers.returned", to=receiver_of(kept.saved_by), authority=answer.activity.process.owner, at=at,
            number=answer.number, **values_of(answer.activity),
        )  # fmt: skip
    return kept


@transaction.atomic
def drop_correction(*, actor: Person, answer: Answer, at: datetime) -> bool:
    """Throw a correction away: the published words stand. Throwing it away twice changes nothing."""
    answer = locked(actor, answer)
    if not Correction.objects.filter(answer=answer).delete()[0]:
        return False
    note("answers.correction_dropped", actor, answer, at)
    return True

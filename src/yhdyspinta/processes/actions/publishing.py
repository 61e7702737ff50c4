"""Open a process to the public and close it: publish, schedule, pause, cancel, unpublish, archive."""

from datetime import date, datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person
from yhdyspinta.processes.actions.holding import locked_process
from yhdyspinta.processes.gaps import gaps_of
from yhdyspinta.processes.indexing import reindex_process
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.preview import new_nonce
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


def _require_whole(process: Process, at: datetime) -> None:
    missing = gaps_of(process, at=at)
    if missing:
        raise Refusal("not_ready_to_publish", status=422, count=len(missing))


@transaction.atomic
def publish_process(*, actor: Person, process: Process, at: datetime) -> Process:
    """Make the process public now. Raises Refusal("not_ready_to_publish") while something is missing."""
    process = locked_process(process, actor, "publish")
    if process.is_public(at):
        return process
    _require_whole(process, at)
    process.published_at, process.unpublished_at = at, None
    process.save(update_fields=["published_at", "unpublished_at"])
    reindex_process(process, at=at)
    record("processes.published", actor=actor, target=process, at=at, process=process)
    return process


@transaction.atomic
def schedule_process(*, actor: Person, process: Process, publish_at: datetime, at: datetime) -> Process:
    """Set the instant of publishing; the clock opens it.

    Raises Refusal("already_public"), ("time_has_passed") or ("not_ready_to_publish").
    """
    process = locked_process(process, actor, "publish")
    if process.is_public(at):
        raise Refusal("already_public", status=409)
    if publish_at <= at:
        raise Refusal("time_has_passed", status=422, field="publish_at")
    _require_whole(process, at)
    promised = process.answers_promised_on
    if process.published_at is not None and process.published_at <= at and promised is not None:
        _keep_promise(process, promised)  # it was public: moved before the new publishing, it still was promised
    process.published_at, process.unpublished_at = publish_at, None
    process.save(update_fields=["published_at", "unpublished_at", "answers_promised_before"])
    reindex_process(process, at=at)
    record("processes.scheduled", actor=actor, target=process, at=at, process=process)
    return process


def _keep_promise(process: Process, promised: date) -> None:
    if promised not in process.answers_promised_before:
        process.answers_promised_before = [*process.answers_promised_before, promised]


@transaction.atomic
def unpublish_process(*, actor: Person, process: Process, at: datetime) -> Process:
    """Take the process off the site; everything is kept and it can be published again."""
    process = locked_process(process, actor, "publish")
    process.unpublished_at = at
    process.save(update_fields=["unpublished_at"])
    reindex_process(process, at=at)
    record("processes.unpublished", actor=actor, target=process, at=at, process=process)
    return process


@transaction.atomic
def pause_process(*, actor: Person, process: Process, reason: Wording, at: datetime) -> Process:
    """Stop taking part for a time; the page says why. Raises Refusal("reason_missing")."""
    process = locked_process(process, actor, "close")
    _require_reason(process, reason)
    process.paused_at, process.pause_reason = at, reason
    process.save(update_fields=["paused_at", "pause_reason"])
    record("processes.paused", actor=actor, target=process, at=at, process=process)
    tell_followers(process, "processes.paused", at=at)
    return process


@transaction.atomic
def resume_process(*, actor: Person, process: Process, at: datetime) -> Process:
    """Go on after a pause."""
    process = locked_process(process, actor, "close")
    if process.paused_at is None:
        return process
    process.paused_at, process.pause_reason = None, Wording()
    process.save(update_fields=["paused_at", "pause_reason"])
    record("processes.resumed", actor=actor, target=process, at=at, process=process)
    tell_followers(process, "processes.resumed", at=at)
    return process


@transaction.atomic
def cancel_process(*, actor: Person, process: Process, reason: Wording, at: datetime) -> Process:
    """End the process before its time; what was sent stays. Raises Refusal("reason_missing")."""
    process = locked_process(process, actor, "close")
    _require_reason(process, reason)
    if process.cancelled_at is not None:
        return process
    process.cancelled_at, process.cancel_reason = at, reason
    process.save(update_fields=["cancelled_at", "cancel_reason"])
    record("processes.cancelled", actor=actor, target=process, at=at, process=process)
    tell_followers(process, "processes.cancelled", at=at)
    return process


@transaction.atomic
def reword_stop(
    *, actor: Person, process: Process, at: datetime, pause_reason: Wording | None = None,
    cancel_reason: Wording | None = None,
) -> Process:  # fmt: skip
    """Tell why the process is paused, or was cancelled, in a further language; the same words change nothing.

    Raises Refusal("not_stopped") where it is not, or ("reason_missing").
    """
    process = locked_process(process, actor, "close")
    given = {"pause_reason": pause_reason, "cancel_reason": cancel_reason}
    changed = {name: words for name, words in given.items() if words is not None and getattr(process, name) != words}
    for name, words in changed.items():
        if (process.paused_at if name == "pause_reason" else process.cancelled_at) is None:
            raise Refusal("not_stopped", status=409)
        _require_reason(process, words)
        setattr(process, name, words)
    if changed:
        process.save(update_fields=list(changed))
        record("processes.stop_reworded", actor=actor, target=process, at=at, process=process)
    return process


@transaction.atomic
def archive_process(*, actor: Person, process: Process, at: datetime) -> Process:
    """Move a finished process out of the lists of current matters; its page and addresses stay."""
    process = locked_process(process, actor, "close")
    process.archived_at = at
    process.save(update_fields=["archived_at"])
    record("processes.archived", actor=actor, target=process, at=at, process=process)
    return process


@transaction.atomic
def renew_preview(*, actor: Person, process: Process, at: datetime) -> Process:
    """Make a new preview link; the old one stops working."""
    process = locked_process(process, actor, "edit")
    process.preview_nonce = new_nonce()
    process.save(update_fields=["preview_nonce"])
    record("processes.preview_renewed", actor=actor, target=process, at=at, process=process)
    return process


def _require_reason(process: Process, reason: Wording) -> None:
    missing = reason.missing(process.owner.duty_languages)
    if missing:
        raise Refusal("reason_missing", status=422, field="reason", languages=", ".join(missing))

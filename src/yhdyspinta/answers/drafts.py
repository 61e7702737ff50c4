"""A draft that somebody else approves where the authority wants it: the same for answers and for passed-on comments."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from yhdyspinta.answers.models import Drafted
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

#: The fields that `put_ready` and `take_from_approval` change.
READY: Final = ("ready_at", "ready_by", "returned_note")


def next_step(draft: Drafted, authority: Authority, reader: Person) -> str:
    """What whoever looks may do: publish; or ask, wait or approve where two are needed."""
    if not authority.answers_need_approval:
        return "publish"
    if draft.ready_at is None:
        return "ask"
    return "wait" if reader.pk in {draft.ready_by_id, draft.saved_by_id} else "approve"


def require_approved(draft: Drafted, authority: Authority, actor: Person) -> None:
    """Refuse to publish what its own writer would publish, where the authority wants another's approval.

    Raises Refusal("approval_missing"), ("approval_by_another").
    """
    if not authority.answers_need_approval:
        return
    if draft.ready_at is None:
        raise Refusal("approval_missing")
    if actor.pk in {draft.ready_by_id, draft.saved_by_id}:
        raise Refusal("approval_by_another")


def put_ready(draft: Drafted, actor: Person, *, at: datetime, beside: Iterable[str] = ()) -> None:
    """The locked draft waits for somebody else."""
    draft.ready_at, draft.ready_by, draft.returned_note = at, actor, ""
    draft.save(update_fields=[*READY, *beside])


def take_from_approval(draft: Drafted, words: str) -> Person | None:
    """The locked draft goes back to be mended; who asked for approval.

    Raises Refusal("not_ready") or ("what_to_mend_missing").
    """
    if draft.ready_at is None:
        raise Refusal("not_ready")
    if not words.strip():
        raise Refusal("what_to_mend_missing", status=422, field="words")
    writer = draft.ready_by
    draft.ready_at = draft.ready_by = None
    draft.returned_note = words
    draft.save(update_fields=READY)
    return writer

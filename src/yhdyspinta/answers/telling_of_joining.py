"""Who hears that a comment was joined to a published answer, when, and how it is said to the one who does it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.telling import numbers_by_sender, values_of
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.receivers import owed_to, with_receivers
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import UNDO_TIME, Receiver, owe_each, owe_each_once, take_back
from yhdyspinta.ui import dates
from yhdyspinta.wording.languages import page_language


def tell_of_joining(answer: Answer, comments: list[Comment], *, at: datetime) -> None:
    """Owe each sender one notice, held a while: who joins by mistake takes out before anybody has heard of it."""
    numbers = numbers_by_sender(comments)
    values = {"number": answer.number, "is_final": answer.is_final, **values_of(answer.activity)}
    owe_each_once(
        "answers.joined",
        told={
            f"{_key(answer, at)}{owed_to(sender, to)}": (to, {**values, "numbers": numbers[sender.pk]})
            for sender, to in with_receivers(comment.sender for comment in comments)
        },
        authority=answer.activity.process.owner,
        at=at,
        hold=UNDO_TIME,
    )


def tell_of_taking_out(answer: Answer, joined_at: datetime, *, at: datetime) -> None:
    """Take back what senders were to be told of a joining; who has been told already is told of this too."""
    told = [
        (Receiver(language=notice.language, person=notice.person, address=notice.address), notice.values)
        for notice, has_reached in take_back(_keys(_key(answer, joined_at)), at=at)
        if has_reached
    ]
    owe_each("answers.taken_out", told=told, authority=answer.activity.process.owner, at=at)


def not_told_yet(answer: Answer, *, at: datetime) -> set[int]:
    """The numbers of the comments whose senders have not heard yet that they were joined to the answer."""
    held = Notice.objects.filter(once_key__startswith=_of_answer(answer), held_until__gt=at, read_at=None)
    return {number for notice in held for number in notice.values["numbers"]}


def leave_untold(answer: Answer, *, at: datetime) -> set[int]:
    """What senders were to be told of joinings is not told; the numbers of the comments whose senders heard nothing."""
    told = take_back(_keys(_of_answer(answer)), at=at)
    return {number for notice, has_reached in told if not has_reached for number in notice.values["numbers"]}


def taking_out_told(answer: Answer, joined: Sequence[datetime], *, at: datetime) -> dict[datetime, str]:
    """What taking out means to the senders, by when their comments were joined; empty where no sender can be told."""
    keys = tuple(_keys(_of_answer(answer))) if joined else ()
    return {
        when: _what_it_means(when, at) if any(key.startswith(_key(answer, when)) for key in keys) else ""
        for when in joined
    }


def _what_it_means(joined_at: datetime, at: datetime) -> str:
    if at < joined_at + UNDO_TIME:
        when = dates.clock(joined_at + UNDO_TIME, page_language())
        return _("Senders are told at %(time)s. If you take the comments out before that, they hear nothing.") % {
            "time": when
        }
    return _("Senders have been told. If you take the comments out, they are told of that too.")


def _of_answer(answer: Answer) -> str:
    """How the keys of all letters of joining to the answer begin."""
    return f"answers.joined:{answer.pk}:"


def _key(answer: Answer, at: datetime) -> str:
    return f"{_of_answer(answer)}{at.astimezone(UTC):%Y%m%d%H%M%S%f}:"


def _keys(beginning: str) -> list[str]:
    """Letters are found by how their keys begin: a guest may have signed in since, and be another sender."""
    rows = Notice.objects.filter(once_key__startswith=beginning).values_list("once_key", flat=True)
    return [key for key in rows if key]

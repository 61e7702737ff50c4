"""Who hears of what was done to many comments, when, and how it is said to the one who does it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.answers.telling import UNDO_MINUTES, reach, senders_told
from yhdyspinta.comments.models import Sender
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.values import GROUPING
from yhdyspinta.notices.outbox import UNDO_TIME, Receiver, owe, take_back
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.ui import dates
from yhdyspinta.wording.languages import page_language


def tell_assignee(deed: BulkAction) -> None:
    """Owe the colleague who got comments a notice, held as long as the deed is likely to be undone."""
    to = receiver_of(Person.objects.get(pk=deed.assignee_id or 0))
    due = deed.due_on.isoformat() if deed.due_on else None
    _owe("material.assigned", to, deed, at=deed.at, once_key=_key(deed), hold=UNDO_TIME, due_on=due)


def tell_of_undoing(deed: BulkAction, *, at: datetime) -> None:
    """Take back what the colleague was to be told; who has been told already is told of this too."""
    for notice, has_reached in take_back([_key(deed)], at=at):
        if has_reached and notice.person is not None:
            _owe("material.unassigned", receiver_of(notice.person), deed, at=at)


def _key(deed: BulkAction) -> str:
    return f"material.assigned:{deed.activity_id}:{deed.key}"


def _owe(kind: str, to: Receiver, deed: BulkAction, *, at: datetime, **values: Any) -> None:
    process = deed.activity.process
    owe(
        kind, to=to, authority=process.owner, at=at, title=dict(process.title), owner=process.owner.slug,
        process=process.slug, activity=deed.activity.slug, count=len(deed.comments), **values,
    )  # fmt: skip


def who_is_told(kind: str, comments: Sequence[int], assignee: int | None, actor: Person) -> str:
    """Who hears of the deed and when; empty where it is a matter of the staff page alone."""
    if kind == "closed":
        senders = Sender.objects.filter(comments__in=comments).select_related("person").distinct()
        return senders_told(reach(senders))
    if kind in GROUPING:
        return _("Their senders are told once the answer is published.")
    if kind == "assigned" and assignee not in (None, actor.pk):
        words = _("The colleague is told of it after %(minutes)s minutes, unless it is undone before that.")
        return words % {"minutes": UNDO_MINUTES}
    return ""


def undoing_told(deed: BulkAction, *, at: datetime) -> str:
    """What undoing the deed means to those who were to hear of it."""
    if deed.kind != "closed" and (deed.kind != "assigned" or deed.assignee_id in (None, deed.by_id)):
        return ""
    if at < deed.at + UNDO_TIME:
        when = dates.clock(deed.at + UNDO_TIME, page_language())
        return _("Those concerned are told at %(time)s. If you undo before that, they hear nothing.") % {"time": when}
    return _("Those concerned have been told. If you undo, they are told of that too.")

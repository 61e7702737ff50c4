"""The last deed to many comments is undone, by whoever did it and soon: what somebody may have worked on since stays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from yhdyspinta.answers import rounds
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.answering import take_from_draft
from yhdyspinta.material.actions.bulk import COLUMNS
from yhdyspinta.material.actions.gone_themes import bring_back, take_apart
from yhdyspinta.material.actions.suggestions import take_back_acceptance
from yhdyspinta.material.actions.theming import hold, locked_theme, put_theme, slices, take_theme
from yhdyspinta.material.actions.translations import forget_asked
from yhdyspinta.material.models import BulkAction, CommentWork
from yhdyspinta.material.telling import tell_of_undoing
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

#: So long a deed can be undone with one press.
UNDONE_WITHIN: Final = timedelta(hours=1)


def last_deed(activity: Activity, *, at: datetime) -> BulkAction | None:
    """The newest deed of the round, undone or not; none once the hour is over in which it can be undone."""
    found = BulkAction.objects.filter(activity=activity).select_related(
        "theme", "assignee", "by", "undone_by", "answer"
    )
    deed = found.defer("comments", "before", "of_theme").order_by("-pk").first()
    return deed if deed is not None and at < deed.at + UNDONE_WITHIN else None


@transaction.atomic
def undo(*, actor: Person, deed: BulkAction, at: datetime) -> BulkAction:
    """Bring back what was there before the last deed of the round; what has changed since stays as it is.

    Undoing twice changes nothing. Once a deed is undone, none before it is. Raises Refusal("not_your_role"),
    ("not_your_deed"), ("too_late_to_undo"), ("not_the_last"), ("theme_gone"), ("theme_name_taken") or
    ("already_published").
    """
    activity = deed.activity
    require_staff(actor, ABILITY, activity.process)
    hold(activity)
    deed = BulkAction.objects.select_for_update().get(pk=deed.pk)
    deed.activity = activity
    if deed.undone_at is not None:
        return deed
    if deed.by_id != actor.pk:
        raise Refusal("not_your_deed", status=409)
    if at >= deed.at + UNDONE_WITHIN:
        raise Refusal("too_late_to_undo", status=409)
    if BulkAction.objects.filter(activity=activity, pk__gt=deed.pk).exists():
        raise Refusal("not_the_last", status=409)
    _UNDOERS[deed.kind](deed, actor, at)
    deed.undone_at, deed.undone_by = at, actor
    deed.save(update_fields=["undone_at", "undone_by"])
    record(
        "material.undone", actor=actor, target=deed, at=at, process=activity.process, kind=deed.kind, count=deed.count
    )
    return deed


def _undo_theme(deed: BulkAction, _actor: Person, _at: datetime) -> None:
    theme = locked_theme(deed.activity_id, deed.theme_id, field="theme")
    if deed.kind == "theme_added":
        take_theme(theme, deed.comments)
    else:
        put_theme(theme, deed.comments)


def _undo_marks(deed: BulkAction, _actor: Person, at: datetime) -> None:
    """Only where the mark is still what the deed made it."""
    now = {"stance": deed.stance} if deed.kind == "stance" else {"assignee": deed.assignee_id, "due_on": deed.due_on}
    for old, comments in deed.before:
        back = {COLUMNS[name]: value for name, value in old.items()}
        for some in slices(comments):
            CommentWork.objects.filter(comment__in=some, **now).update(**back)
    if deed.kind == "assigned":
        tell_of_undoing(deed, at=at)


def _undo_closing(deed: BulkAction, actor: Person, at: datetime) -> None:
    """What somebody else has closed or passed on since stays."""
    closed = Comment.objects.filter(pk__in=deed.comments, handling=Comment.Handling.CLOSED)
    still = list(closed.filter(closure__at=deed.at).values_list("pk", flat=True))
    if still:
        rounds.reopen(actor=actor, activity=deed.activity, comments=still, at=at)


def _undo_asking(deed: BulkAction, _actor: Person, _at: datetime) -> None:
    for some in slices(deed.comments):
        forget_asked(some, deed.language)


_UNDOERS: Final[dict[str, Callable[[BulkAction, Person, datetime], None]]] = {
    "theme_added": _undo_theme,
    "theme_removed": _undo_theme,
    "assigned": _undo_marks,
    "stance": _undo_marks,
    "closed": _undo_closing,
    "answer_begun": take_from_draft,
    "into_draft": take_from_draft,
    "to_translate": _undo_asking,
    "suggested": take_back_acceptance,
    "theme_gone": bring_back,
    "merged": take_apart,
}

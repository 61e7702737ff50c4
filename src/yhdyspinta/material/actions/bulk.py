"""One deed to many comments: theme, assigning, stance, answering together, closing without an answer, translating."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from yhdyspinta.answers import rounds
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.values import CLOSURE_CHOICES
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.answering import MOST_ANSWERED, add_to_draft, begin_answer
from yhdyspinta.material.actions.theming import hold, locked_theme, put_theme, slices, take_theme
from yhdyspinta.material.actions.translations import ask_for_translations
from yhdyspinta.material.models import BulkAction, CommentWork
from yhdyspinta.material.queries import WORKED_ON, colleagues
from yhdyspinta.material.telling import tell_assignee
from yhdyspinta.material.values import ABILITY, STANCES
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.refusals import Refusal

#: Each sender is told of a closing, so so many only at once.
MOST_CLOSED: Final = 500
#: How many are taken at once, and the refusal of more.
MOST: Final = {
    "closed": (MOST_CLOSED, "too_many_to_close"),
    "answer_begun": (MOST_ANSWERED, "too_many_to_answer"),
    "into_draft": (MOST_ANSWERED, "too_many_to_answer"),
}


@dataclass(frozen=True)
class Change:
    """What is done to the comments."""

    kind: str
    theme: int | None = None
    assignee: int | None = None
    due_on: date | None = None
    stance: str = ""
    reason: str = ""
    language: str = ""
    answer: int | None = None  # the number of a draft


@transaction.atomic
def change_comments(
    *, actor: Person, activity: Activity, key: UUID, change: Change, comments: Sequence[int], at: datetime
) -> BulkAction:
    """Do one thing to the chosen comments; what was there before is kept, so that it can be undone.

    Comments that are hidden, withdrawn or of another round are left as they are. The same key again gives the first
    deed. Raises Refusal("not_your_role"), ("no_comments_chosen"), ("unknown_choice"), ("theme_gone"),
    ("not_a_colleague"), ("due_in_the_past"), ("too_many_to_close") or what closing without an answer
    and `answering` raise.
    """
    require_staff(actor, ABILITY, activity.process)
    hold(activity)
    earlier = BulkAction.objects.filter(activity=activity, key=key).first()
    if earlier is not None:
        return earlier
    if change.kind not in _MAKERS:
        raise Refusal("unknown_choice", status=422)
    deed = BulkAction(activity=activity, key=key, at=at, by=actor, **_facts(change))
    _MAKERS[change.kind](deed, change, _present(activity, comments), actor)
    deed.count = len(deed.comments)
    deed.save()
    record(
        "material.changed", actor=actor, target=deed, at=at, process=activity.process, kind=deed.kind, count=deed.count
    )
    return deed


def _facts(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind, "theme_id": change.theme, "assignee_id": change.assignee, "due_on": change.due_on,
        "stance": change.stance, "reason": change.reason, "language": change.language,
    }  # fmt: skip


def _present(activity: Activity, comments: Sequence[int]) -> list[int]:
    """Those of the round that can be worked on, in order."""
    found: list[int] = []
    for some in slices(sorted(set(comments))):
        rows = Comment.objects.filter(activity=activity, state__in=WORKED_ON, pk__in=some)
        found += rows.order_by("pk").values_list("pk", flat=True)
    if not found:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    return found


def _add_theme(deed: BulkAction, _change: Change, comments: Sequence[int], _actor: Person) -> None:
    deed.comments = put_theme(locked_theme(deed.activity_id, deed.theme_id, field="theme"), comments)


def _remove_theme(deed: BulkAction, _change: Change, comments: Sequence[int], _actor: Person) -> None:
    deed.comments = take_theme(locked_theme(deed.activity_id, deed.theme_id, field="theme_off"), comments)


def _assign(deed: BulkAction, change: Change, comments: Sequence[int], actor: Person) -> None:
    process = deed.activity.process
    if change.assignee is not None and change.assignee not in {one.pk for one in colleagues(process)}:
        raise Refusal("not_a_colleague", status=422, field="assignee")
    if change.assignee is None and change.due_on is not None:
        raise Refusal("not_a_colleague", status=422, field="assignee")
    if change.due_on is not None and change.due_on < in_helsinki(deed.at).date():
        raise Refusal("due_in_the_past", status=422, field="due_on")
    _mark(deed, comments, {"assignee": change.assignee, "due_on": _written(change.due_on)})
    if change.assignee not in (None, actor.pk) and deed.comments:
        tell_assignee(deed)


def _set_stance(deed: BulkAction, change: Change, comments: Sequence[int], _actor: Person) -> None:
    if change.stance and change.stance not in STANCES:
        raise Refusal("unknown_choice", status=422, field="stance")
    _mark(deed, comments, {"stance": change.stance})


def _mark(deed: BulkAction, comments: Sequence[int], new: dict[str, Any]) -> None:
    """Write the marks on those where they differ; what each had stays with the deed."""
    before: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for some in slices(comments):
        had = dict.fromkeys(some, tuple(_EMPTY[name] for name in new))
        rows = CommentWork.objects.select_for_update(of=("self",)).filter(comment__in=some).order_by("pk")
        for work in rows:
            had[work.comment_id] = tuple(_value(work, name) for name in new)
        changed = [pk for pk in some if had[pk] != tuple(new.values())]
        _upsert(changed, new)
        for pk in changed:
            before[had[pk]].append(pk)
    deed.comments = sorted(pk for group in before.values() for pk in group)
    deed.before = [[dict(zip(new, old, strict=True)), pks] for old, pks in before.items()]


_EMPTY: Final[dict[str, Any]] = {"assignee": None, "due_on": None, "stance": ""}
COLUMNS: Final = {"assignee": "assignee_id", "due_on": "due_on", "stance": "stance"}


def _value(work: CommentWork, name: str) -> Any:
    value = getattr(work, COLUMNS[name])
    return _written(value) if name == "due_on" else value


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _upsert(comments: Sequence[int], new: dict[str, Any]) -> None:
    values = {COLUMNS[name]: value for name, value in new.items()}
    CommentWork.objects.bulk_create(
        (CommentWork(comment_id=pk, **values) for pk in comments),
        update_conflicts=True, unique_fields=["comment"], update_fields=list(new),
    )  # fmt: skip


def _close(deed: BulkAction, change: Change, comments: Sequence[int], actor: Person) -> None:
    if change.reason not in CLOSURE_CHOICES:
        raise Refusal("closure_reason_missing", status=422, field="reason")
    if len(comments) > MOST_CLOSED:
        raise Refusal("too_many_to_close", status=422, field="kind", most=MOST_CLOSED)
    rounds.close_without_answer(
        actor=actor, activity=deed.activity, comments=comments, reason=change.reason, at=deed.at
    )
    deed.comments = list(comments)


def _ask_translation(deed: BulkAction, change: Change, comments: Sequence[int], _actor: Person) -> None:
    if change.language not in Languages.of(deed.activity.process.owner).all:
        raise Refusal("unknown_choice", status=422, field="language")
    for some in slices(comments):
        deed.comments += ask_for_translations(some, change.language, by=deed.by, at=deed.at)


_MAKERS: Final[dict[str, Callable[[BulkAction, Change, Sequence[int], Person], None]]] = {
    "theme_added": _add_theme,
    "theme_removed": _remove_theme,
    "assigned": _assign,
    "stance": _set_stance,
    "answer_begun": begin_answer,
    "into_draft": add_to_draft,
    "closed": _close,
    "to_translate": _ask_translation,
}

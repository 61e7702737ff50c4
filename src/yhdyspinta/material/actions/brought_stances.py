"""Stances that come with the comments of a file, as staff read them where the round was held."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from yhdyspinta.audit.trail import record
from yhdyspinta.material.actions.bulk import mark
from yhdyspinta.material.actions.theming import hold
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.values import ABILITY, STANCES
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


def bring_stances(
    *, actor: Person, activity: Activity, key: UUID, told: Mapping[str, Sequence[int]], at: datetime
) -> list[BulkAction]:
    """In the caller's transaction: mark the stances of comments that it has stored.

    Each stance is one deed of the comments' histories. Raises Refusal("not_your_role") or ("unknown_choice").
    """
    require_staff(actor, ABILITY, activity.process)
    if not told.keys() <= STANCES.keys():
        raise Refusal("unknown_choice", status=422)
    hold(activity)
    made = (
        BulkAction(activity=activity, key=uuid5(key, f"stance:{stance}"), kind="stance", stance=stance, at=at, by=actor)
        for stance in STANCES
        if told.get(stance)
    )
    return [_done(deed, told[deed.stance], actor) for deed in made]


def _done(deed: BulkAction, comments: Sequence[int], actor: Person) -> BulkAction:
    mark(deed, sorted(set(comments)), {"stance": deed.stance})
    deed.count = len(deed.comments)
    deed.save()
    process = deed.activity.process
    record("material.changed", actor=actor, target=deed, at=deed.at, process=process, kind=deed.kind, count=deed.count)
    return deed

"""Stances that come with the comments of a file, as staff read them where the round was held."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.values import STANCES
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.refusals import Refusal


def bring_stances(
    *, actor: Person, activity: Activity, key: UUID, told: Mapping[str, Sequence[int]], at: datetime
) -> list[BulkAction]:
    """In the caller's transaction: mark the stances of comments that it has stored.

    Each stance is one deed of the comments' histories. Raises Refusal("not_your_role") or ("unknown_choice").
    """
    if not told.keys() <= STANCES.keys():
        raise Refusal("unknown_choice", status=422)
    return [
        change_comments(
            actor=actor, activity=activity, key=uuid5(key, f"stance:{stance}"), change=Change("stance", stance=stance),
            comments=told[stance], at=at,
        )
        for stance in STANCES
        if told.get(stance)
    ]  # fmt: skip

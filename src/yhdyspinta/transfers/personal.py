"""What passing on holds of people: which member of staff did it."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from yhdyspinta.people.models import Person
from yhdyspinta.transfers.models import Transfer

FIELDS = {
    "Transfer": {
        "id": "internal", "comment": "public", "key": "internal", "receiver": "public", "outside_name": "public",
        "outside_address": "internal", "reason": "public", "due_on": "public", "state": "public",
        "passed_at": "public", "passed_by": "personal", "answer": "public", "revision": "internal",
        "saved_by": "personal", "ready_at": "internal", "ready_by": "personal", "returned_note": "internal",
        "correction": "internal", "answered_at": "public", "answered_on": "public", "answered_by": "personal",
        "corrected_at": "public", "ended_at": "internal", "ended_by": "personal", "return_reason": "personal",
        "joined_to": "internal",
    },
    "FormerReply": {
        "id": "internal", "transfer": "internal", "revision": "internal", "answer": "public",
        "answered_on": "public", "replaced_at": "public", "why": "internal",
    },
}  # fmt: skip
_BY = ("passed_by", "saved_by", "ready_by", "answered_by", "ended_by")


def export(person: Person) -> dict[str, Any]:
    """What the person did with passed-on comments, and what became of their own comments."""
    by_them = [Q(**{name: person}) for name in _BY]
    did = Transfer.objects.filter(reduce(or_, by_them))
    own = Transfer.objects.filter(comment__sender__person=person).select_related("receiver").order_by("pk")
    return {
        "passed_on": [
            {"comment": row.comment_id, "at": row.passed_at, "state": row.state, "return_reason": row.return_reason}
            for row in did.order_by("pk")
        ],
        "own_passed_on": [
            {
                "comment": row.comment_id,
                "to": dict(row.receiver.name) if row.receiver else row.outside_name,
                "at": row.passed_at,
                "answer": dict(row.answer) if row.answered_at else {},
            }
            for row in own
        ],
    }


def erase(person: Person, *, at: datetime) -> None:
    """Forget who of the staff did it; the answers are the authority's and stay, nameless."""
    for name in _BY:
        Transfer.objects.filter(**{name: person}).update(**{name: None})


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests pass nothing on; their comments keep what was done with them."""

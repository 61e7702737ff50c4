"""What outcomes hold of people: who sees to a measure, and who told of it."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from yhdyspinta.outcomes.models import FormerPromise, Measure, MeasureUpdate
from yhdyspinta.outcomes.owners import without
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording

FIELDS = {
    "Outcome": {
        "id": "internal",
        "process": "public",
        "kind": "public",
        "title": "public",
        "body_name": "public",
        "on": "public",
        "section_number": "public",
        "case_number": "public",
        "link": "public",
        "explanation": "public",
        "published_at": "public",
        "created_at": "internal",
        "revision": "internal",
    },
    "Measure": {
        "id": "internal",
        "process": "public",
        "outcome": "public",
        "answer": "public",
        "you_said": "public",
        "we_decided": "public",
        "promise": "public",
        "owner_name": "public",
        "owner": "personal",
        "reminded": "personal",
        "due_on": "public",
        "first_due_on": "public",
        "promised_on": "public",
        "state": "public",
        "done_count": "public",
        "total_count": "public",
        "status_words": "public",
        "done_on": "public",
        "done_told_at": "internal",
        "created_at": "internal",
        "published_at": "public",
        "revision": "internal",
        "withheld": "internal",
    },
    "FormerPromise": {
        "id": "internal",
        "measure": "public",
        "we_decided": "public",
        "promise": "public",
        "owner_name": "public",
        "owner": "personal",
        "due_on": "public",
        "total_count": "public",
        "until": "public",
        "withheld": "internal",
    },
    "MeasureUpdate": {
        "id": "internal",
        "measure": "public",
        "state": "public",
        "words": "public",
        "done_on": "public",
        "at": "public",
        "by": "personal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """The measures that the person sees to or is reminded of."""
    return {
        "measures": [
            {"promise": dict(measure.promise), "due_on": measure.due_on, "state": measure.state}
            for measure in Measure.objects.filter(Q(owner=person) | Q(reminded=person)).order_by("pk")
        ]
    }


def erase(person: Person, *, at: datetime) -> None:
    """Forget who saw to a measure or told of it; what was done, and the unit's or authority's name, stay public."""
    for measure in (
        Measure.objects.select_for_update(of=("self",)).filter(owner=person).select_related("process__owner")
    ):
        name = without(measure.owner_name, person, Wording(measure.process.owner.name))
        Measure.objects.filter(pk=measure.pk).update(owner=None, owner_name=name)
    for former in FormerPromise.objects.filter(owner=person).select_related("measure__process__owner"):
        name = without(former.owner_name, person, Wording(former.measure.process.owner.name))
        FormerPromise.objects.filter(pk=former.pk).update(owner=None, owner_name=name)
    MeasureUpdate.objects.filter(by=person).update(by=None)
    Measure.objects.filter(reminded=person).update(reminded=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests see to nothing."""

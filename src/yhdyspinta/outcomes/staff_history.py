"""What staff see of a measure's past: how far it was told to be, and who was chosen to be reminded of it."""

from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import reference
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.reminding import named
from yhdyspinta.outcomes.values import MEASURE_STATES
from yhdyspinta.people.models import Person

_MOST: Final = 50


def history_of(measure: Measure) -> list[dict[str, Any]]:
    """Newest first; three queries."""
    told = [
        {"state": MEASURE_STATES.get(row.state, ""), "words": row.words, "done_on": row.done_on, "at": row.at}
        for row in measure.updates.order_by("-pk")[:_MOST]
    ]
    return sorted(told + _reminded(measure), key=lambda row: row["at"], reverse=True)[:_MOST]


def _reminded(measure: Measure) -> list[dict[str, Any]]:
    lines = Entry.objects.filter(target=reference(measure), verb="outcomes.reminded_chosen").order_by("-pk")[:_MOST]
    found = [(line.at, line.detail.get("person")) for line in lines]
    people = Person.objects.in_bulk({pk for _at, pk in found if pk}) if found else {}
    return [{"reminded": _words(people.get(pk) if pk else None, is_chosen=bool(pk)), "at": at} for at, pk in found]


def _words(person: Person | None, *, is_chosen: bool) -> str:
    if not is_chosen:
        return _("Nobody in particular is reminded any more.")
    name = named(person) if person is not None else ""
    return _("Chosen to be reminded: %(name)s.") % {"name": name or _("somebody who has left")}

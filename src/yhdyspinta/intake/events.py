"""Who was at the events of a round: a table is one sender, and beside tables it is told how many people were present."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.ui.dates import number
from yhdyspinta.wording.languages import page_language


@dataclass(frozen=True)
class Events:
    """Tables that wrote notes at events, and the people who were present where that is known."""

    events: int = 0
    tables: int = 0
    counted: int = 0  # events of which it is known how many were present
    people: int = 0  # at these; never senders, whom they must not be added to

    @property
    def in_words(self) -> str:
        """As in: 15 tables, about 120 people. Empty without events."""
        if not self.tables:
            return ""
        words = ngettext("%(count)s table", "%(count)s tables", self.tables) % _of(self.tables)
        if not self.people:
            return words
        if self.counted < self.events:
            more = ngettext(
                "about %(count)s person at the events where they were counted",
                "about %(count)s people at the events where they were counted",
                self.people,
            )
        else:
            more = ngettext("about %(count)s person", "about %(count)s people", self.people)
        return _("%(tables)s, %(people)s") % {"tables": words, "people": more % _of(self.people)}


def _of(count: int) -> dict[str, str]:
    return {"count": number(count, page_language())}


def events_of(activity_id: int, *, shown: bool = False, at_least: int = 1) -> Events:
    """Of a round's events that have a table; `shown` takes only the tables of which something can be read. One query.

    An event of fewer people than `at_least` counts as one where nobody counted: so no difference of two sums tells of it.
    """
    sheets = Sheet.objects.filter(batch__activity=activity_id, batch__kind=Batch.Kind.EVENT)
    if shown:
        sheets = sheets.filter(receipt__sender__visible_comments__gt=0)
    rows = list(sheets.order_by().values_list("batch", "batch__people").annotate(tables=Count("pk")))
    known = [people for _batch, people, _tables in rows if people and people >= at_least]
    return Events(len(rows), sum(tables for _batch, _people, tables in rows), len(known), sum(known))

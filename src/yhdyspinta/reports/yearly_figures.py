"""The figures of a year as a table for spreadsheets: all rounds together, then each of the six ways of taking part."""

from datetime import datetime

from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.places.models import Population
from yhdyspinta.processes.values import LAW_OF_WAYS
from yhdyspinta.reports.yearly import Line, Year
from yhdyspinta.reports.yearly_words import for_each_10_000, population_of
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.tables import Cell


def heads() -> list[str]:
    """What each column is called."""
    return [
        _("Year"), _("As of"), _("Way"), _("Law"), _("Rounds"), _("Comments"), _("Senders"),
        _("Rounds answered in time"), _("of rounds whose promised day has come"), _("Rounds that changed something"),
        _("of rounds answered or decided"), _("Measures promised in the year"), _("Measures done in the year"),
        _("Residents of the area"), _("Day of the number of residents"), _("Senders for each 10,000 residents"),
    ]  # fmt: skip


def rows(authority: Authority, told: Year, at: datetime) -> list[list[Cell]]:
    """The year, then its ways; a round may be several of them, so they are not parts of the first row."""
    people, day = population_of(authority), in_helsinki(at).date().isoformat()
    law = LAW_OF_WAYS.get(authority.kind, "")
    whole: list[Cell] = [told.year, day, _("All rounds of the year"), "", *_cells(told.total), told.promised, told.done]
    found: list[list[Cell]] = [[*whole, *_reached(people, told.total.senders)]]
    return found + [[told.year, day, line.words, law, *_cells(line), *[""] * 5] for line in told.ways]


def _cells(line: Line) -> list[Cell]:
    in_time, changed = line.in_time, line.changed
    return [line.rounds, line.comments, line.senders, in_time.part, in_time.whole, changed.part, changed.whole]


def _reached(people: Population | None, senders: int) -> list[Cell]:
    if people is None:
        return ["", "", ""]
    share = f"{for_each_10_000(people, senders)}".replace(".", ",")  # as Finnish and Swedish spreadsheets read it
    return [people.total, people.on.isoformat(), share]

"""A file of comments checked whole: what would be brought in, and every mistake with its row, column and reason."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.comments.values import MOST_LETTERS
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.codes import Place, place_named, round_numbered
from yhdyspinta.intake.importing import columns
from yhdyspinta.intake.importing.cells import column_letters
from yhdyspinta.intake.rules import may_enter
from yhdyspinta.people.organisations import why_not_named
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import clean_text
from yhdyspinta.wording.refusals import Refusal

_TOLD_EVERY: Final = 1_000
REASONS: Final = {
    "column_missing": gettext_lazy("The column is missing. Take the template of this round and keep its headings."),
    "no_rows": gettext_lazy("There are no comments below the headings."),
    "another_round": gettext_lazy("The file is made for the round %(value)s. Take the template of this round."),
    "round_code_slip": gettext_lazy(
        "“%(value)s” is not the code of any round: it has a slip in it. The code of this round is %(code)s."
    ),
    "no_text_column": gettext_lazy("Choose at least one column that holds comments."),
    "empty": gettext_lazy("Something is missing here."),
    "unknown_place": gettext_lazy("The round has no part with the code “%(value)s”."),
    "unknown_value": gettext_lazy("“%(value)s” is not among the values of this column."),
    "not_a_day": gettext_lazy("“%(value)s” is no day. Write it as 5.9.2026 or 2026-09-05."),
    "too_long": gettext_lazy("The text has %(length)s characters; there can be %(most)s."),
    "odd_characters": gettext_lazy("The text holds characters that cannot be read."),
    "number_taken": gettext_lazy(
        "An earlier file has brought other words under the number “%(value)s”. Number this paper anew."
    ),
    "participant_changed": gettext_lazy(
        "An earlier file has brought other words of the participant “%(value)s”. Mend or withdraw what is here."
    ),
    "participant_missing": gettext_lazy("The file does not tell who answered: a Participant is missing."),
    "not_a_moment": gettext_lazy("“%(value)s” is no date and time."),
    "differs_from_first": gettext_lazy(
        "The same number of the paper has something else in this column on row %(row)s."
    ),
}


@dataclass(frozen=True)
class Problem:
    """A mistake in a file: row and column as the spreadsheet shows them, and what is wrong."""

    row: int
    column: str  # "C", or "" where it is the row or the file
    heading: str
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return str(REASONS[self.code]) % self.values if self.code in REASONS else Refusal(self.code).words


@dataclass(frozen=True)
class FoundComment:
    """A comment of a file: the part and the words."""

    thread_id: int
    text: str
    row: int


@dataclass
class FoundSender:
    """Somebody whose comments a file holds: everything on rows with the same number is theirs."""

    key: str  # what finds them again: their number in the file, or the file's row
    row: int
    language: str
    channel: str
    arrived_at: datetime
    capacities: tuple[str, ...] = ()
    organisation: str = ""
    municipality: Area | None = None
    age_group: str = ""
    comments: list[FoundComment] = field(default_factory=list)


@dataclass
class Checked:
    """What a file holds once it has been read whole."""

    senders: list[FoundSender] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)  # of the round's parts, by thread
    known: set[UUID] = field(default_factory=set)  # keys of senders whom an earlier file brought

    @property
    def comment_count(self) -> int:
        return sum(len(sender.comments) for sender in self.senders)


@dataclass(frozen=True)
class Surroundings:
    """What the cells are compared with, read once."""

    activity: Activity
    places: list[Place]
    at: datetime
    language: str  # of a row that does not say
    channel: str
    tell: Callable[[int], None] | None = None  # hears now and then which row is being read
    earlier: bool = False  # a round held elsewhere: its own time is the frame, and any capacity may be unknown


class RowReader:
    """Reads one row after the other into senders, and gathers mistakes."""

    def __init__(self, around: Surroundings, where: Mapping[str, int], heads: list[str]) -> None:
        self.around, self.where, self.heads = around, where, heads
        self.found = Checked()
        self.by_key: dict[str, FoundSender] = {}
        self.known = {
            "language": columns.languages(), "channel": columns.channels(), "capacity": columns.capacities(),
            "age_group": columns.age_groups(),
        }  # fmt: skip
        self.names: dict[str, str] = {}  # of organisations, with what is wrong with each
        self.days: dict[str, tuple[date | None, datetime, str]] = {}
        self.towns = columns.municipalities()

    def cell(self, cells: list[str], key: str) -> str:
        place = self.where.get(key)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def wrong(self, row: int, place: int | None, code: str, /, **values: Any) -> None:
        letters = column_letters(place + 1) if place is not None else ""
        heading = self.heads[place] if place is not None and place < len(self.heads) else ""
        self.found.problems.append(Problem(row, letters, heading, code, values))

    def value(self, row: int, cells: list[str], key: str, usual: str) -> str:
        """A cell whose value is one of a list; an unknown one is a mistake."""
        said = self.cell(cells, key)
        if not said:
            return usual
        found = self.known[key].get(said.casefold())
        if found is None:
            self.wrong(row, self.where[key], "unknown_value", value=said[:60])
        return found or usual

    def text(self, row: int, place: int, said: str) -> str:
        """The words, cleaned as everywhere."""
        try:
            text = clean_text(said, multiline=True)
        except ValidationError:
            self.wrong(row, place, "odd_characters")
            return ""
        if len(text) > MOST_LETTERS:
            self.wrong(row, place, "too_long", length=len(text), most=MOST_LETTERS)
        return text

    def part(self, row: int, place: int, said: str) -> Place | None:
        found = place_named(self.around.places, said)
        if found is None:
            self.wrong(row, place, "unknown_place" if said else "empty", value=said[:60])
        return found

    def arrived(self, row: int, cells: list[str]) -> datetime:
        """The instant of the day in the cell, if what arrived then may be entered now."""
        place, said = self.where["date"], self.cell(cells, "date")
        if said not in self.days:
            self.days[said] = self._day(said)
        day, at, why_not = self.days[said]
        if day is None:
            self.wrong(row, place, "not_a_day" if said else "empty", value=said[:60])
        elif why_not:
            self.wrong(row, place, why_not)
        return at

    def _day(self, said: str) -> tuple[date | None, datetime, str]:
        """The day in a cell, its instant, and why what arrived then cannot be entered; the same for every such cell."""
        day = columns.day_of(said)
        if day is None:
            return None, self.around.at, ""
        at = instant_of(self.around.activity, day, at=self.around.at)
        return day, at, may_enter(self.around.activity, arrived_at=at, at=self.around.at).why_not

    def town(self, row: int, cells: list[str]) -> Area | None:
        said = self.cell(cells, "municipality")
        found = self.towns.get(said.casefold()) if said else None
        if said and found is None:
            self.wrong(row, self.where["municipality"], "unknown_value", value=said[:60])
        return found

    def capacities(self, row: int, cells: list[str]) -> tuple[str, ...]:
        """One or several, divided by commas or semicolons."""
        said = [part.strip() for part in self.cell(cells, "capacity").replace(";", ",").split(",") if part.strip()]
        found = [self.known["capacity"].get(part.casefold()) for part in said]
        for part, key in zip(said, found, strict=True):
            if key is None:
                self.wrong(row, self.where["capacity"], "unknown_value", value=part[:60])
        return tuple(dict.fromkeys(key for key in found if key))

    def organisation(self, row: int, cells: list[str]) -> str:
        """A name under which an organisation can stand; each is looked at once."""
        said = clean_line(self.cell(cells, "organisation"))
        if said and said not in self.names:
            self.names[said] = why_not_named(said, self.around.activity.process.owner)
        if said and self.names[said]:
            self.wrong(row, self.where["organisation"], self.names[said])
        return said

    def sender(self, number: int, cells: list[str]) -> FoundSender:
        """Whose row it is: the same number is the same sender, who says the same of themselves on each row."""
        named = self.cell(cells, "id")
        if self.around.tell is not None and number % _TOLD_EVERY == 0:
            self.around.tell(number)
        new = FoundSender(
            key=f"id:{named}" if named else f"row:{number}",
            row=number,
            language=self.value(number, cells, "language", self.around.language),
            channel=self.value(number, cells, "channel", self.around.channel),
            arrived_at=self.arrived(number, cells),
            capacities=self.capacities(number, cells),
            organisation=self.organisation(number, cells),
            municipality=self.town(number, cells),
            age_group=self.value(number, cells, "age_group", ""),
        )
        kept = self.by_key.setdefault(new.key, new)
        if kept is new:
            self.found.senders.append(new)
            return new
        self._same(number, kept, new)
        return kept

    def _same(self, row: int, kept: FoundSender, new: FoundSender) -> None:
        pairs = {
            "language": "language", "channel": "channel", "date": "arrived_at", "capacity": "capacities",
            "organisation": "organisation", "municipality": "municipality", "age_group": "age_group",
        }  # fmt: skip
        for key, name in pairs.items():
            if key in self.where and getattr(kept, name) != getattr(new, name):
                self.wrong(row, self.where[key], "differs_from_first", row=kept.row)


def clean_line(said: str) -> str:
    """One line of text; what cannot be read is left out."""
    try:
        return clean_text(said, multiline=False)[:160]
    except ValidationError:
        return ""


def check_template(rows: Iterable[list[str]], around: Surroundings, code: str) -> Checked:
    """A filled template: the heading row is found by its words, and may stand in any order of columns."""
    lines = list(rows)
    names = columns.headings()
    head = next((n for n, cells in enumerate(lines[:10]) if _is_head(cells, names)), None)
    if head is None:
        first = [str(columns.TEMPLATE[key]) for key in columns.NEEDED]
        return Checked(problems=[Problem(1, "", name, "column_missing") for name in first])
    heads = lines[head]
    where = {
        names[cell.strip().casefold()]: place for place, cell in enumerate(heads) if cell.strip().casefold() in names
    }
    reader = RowReader(around, where, heads)
    _of_another_round(reader, lines[:head], code)
    for key in columns.NEEDED:
        if key not in where:
            reader.found.problems.append(Problem(head + 1, "", str(columns.TEMPLATE[key]), "column_missing"))
    if reader.found.problems:
        return reader.found
    for number, cells in enumerate(lines[head + 1 :], start=head + 2):
        if any(cell.strip() for cell in cells):
            _read_row(reader, number, cells)
    if not reader.found.senders:
        reader.wrong(head + 2, None, "no_rows")
    return reader.found


def _is_head(cells: list[str], names: Mapping[str, str]) -> bool:
    return sum(cell.strip().casefold() in names for cell in cells) >= 2


def _of_another_round(reader: RowReader, above: list[list[str]], code: str) -> None:
    """Every code that stands above the headings is this round's; one with a slip in it is asked about."""
    for number, cells in enumerate(above, start=1):
        for cell in cells:
            found = round_numbered(cell)
            if found is not None and found != round_numbered(code):
                why = "another_round" if found else "round_code_slip"
                reader.wrong(number, None, why, value=cell.strip()[:30], code=code)


def _read_row(reader: RowReader, number: int, cells: list[str]) -> None:
    sender = reader.sender(number, cells)
    text_at, part_at = reader.where["text"], reader.where["section"]
    said = reader.cell(cells, "text")
    if not said:
        reader.wrong(number, text_at, "empty")
    text = reader.text(number, text_at, said)
    part = reader.part(number, part_at, reader.cell(cells, "section"))
    if text and part:
        sender.comments.append(FoundComment(part.thread_id, text, number))


def told(problems: list[Problem]) -> list[tuple[str, str, str, str]]:
    """The list of mistakes as cells: row, column, heading, reason."""
    return [(str(one.row), one.column, one.heading, one.reason) for one in problems]


def titles() -> tuple[str, ...]:
    """The headings of the list of mistakes."""
    return (_("Row"), _("Column"), _("Heading"), _("What to mend"))

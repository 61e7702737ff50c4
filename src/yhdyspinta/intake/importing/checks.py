"""A file of comments checked whole: what would be brought in, and every mistake with its row, column and reason."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.core.exceptions import ValidationError

from yhdyspinta.comments.values import MOST_LETTERS
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.codes import Place, meant_elsewhere, place_named, round_numbered
from yhdyspinta.intake.importing import columns, of_senders
from yhdyspinta.intake.importing.cells import column_letters
from yhdyspinta.intake.importing.found import Checked, FoundComment, FoundSender
from yhdyspinta.intake.importing.problems import Problem
from yhdyspinta.intake.rules import may_enter
from yhdyspinta.people.organisations import why_not_named
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.text import clean_text

_TOLD_EVERY: Final = 1_000
_MOST_NEAR: Final = 200  # values for which it is looked what may be meant


@dataclass(frozen=True)
class Surroundings:
    """What the cells are compared with, read once."""

    activity: Activity
    places: list[Place]
    at: datetime
    language: str  # of a row that does not say
    channel: str
    tell: Callable[[int], None] | None = None  # hears now and then which row is being read
    naming: str = "not_shown"  # how the round shows names
    usual: Mapping[str, int] = field(default_factory=dict)  # which versions codes without one mean
    earlier: bool = False  # a round held elsewhere: its own time is the frame, and any capacity may be unknown


class RowReader:
    """Reads one row after the other into senders, and gathers mistakes."""

    def __init__(self, around: Surroundings, where: Mapping[str, int], heads: list[str]) -> None:
        self.around, self.where, self.heads = around, where, heads
        self.found = Checked()
        self.by_key: dict[str, FoundSender] = {}
        self.known: dict[str, columns.Names] = {
            "language": columns.languages(), "channel": columns.channels(), "capacity": columns.capacities(),
            "age_group": columns.age_groups(), **of_senders.known_values(),
        }  # fmt: skip
        self.areas: dict[str, Area] = {}
        if "municipality" in where:
            self.areas, self.known["municipality"] = columns.municipalities()
        self.nearest: dict[tuple[str, str], str] = {}
        self.names: dict[str, str] = {}  # of organisations, with what is wrong with each
        self.parts: dict[str, Place | None] = {}
        self.days: dict[str, tuple[date | None, datetime, str]] = {}

    def cell(self, cells: list[str], key: str) -> str:
        place = self.where.get(key)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def wrong(self, row: int, place: int | None, code: str, /, **values: Any) -> None:
        letters = column_letters(place + 1) if place is not None else ""
        heading = self.heads[place] if place is not None and place < len(self.heads) else ""
        self.found.tell(Problem(row, letters, heading, code, values))

    def value(self, row: int, cells: list[str], key: str, usual: str) -> str:
        """A cell whose value is one of a list; an unknown one is a mistake."""
        said = self.cell(cells, key)
        if not said:
            return usual
        found = self.meant(key, said)
        if found is None:
            self.unknown(row, key, said)
        return found or usual

    def meant(self, key: str, said: str) -> str | None:
        """The value that the words of a cell mean: None where they are not known, "" where they tell nothing."""
        return self.known[key].key(said)

    def unknown(self, row: int, key: str, said: str) -> None:
        """A value that the column does not take, with the one that may be meant."""
        if (key, said) not in self.nearest and len(self.nearest) < _MOST_NEAR:
            self.nearest[key, said] = self.known[key].near(said)
        near = self.nearest.get((key, said), "")
        code = "unknown_town" if key == "municipality" else "unknown_value"
        if near:
            code = f"{code}_near"
        elif code == "unknown_value" and not self.around.earlier:
            code = "value_not_listed"  # a file of the template, which lists them
        self.wrong(row, self.where[key], code, value=said[:60], near=near)

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

    def named(self, said: str) -> Place | None:
        """The part of the round that a cell names; the same words are looked up once."""
        if said not in self.parts:
            self.parts[said] = place_named(self.around.places, said, self.around.usual)
        return self.parts[said]

    def part(self, row: int, place: int, said: str) -> Place | None:
        found = self.named(said)
        if found is None and (others := meant_elsewhere(self.around.places, said)):
            codes = ", ".join(one.code for one in others)
            self.wrong(row, place, "place_of_another_version", value=said[:60], codes=codes)
        elif found is None:
            self.wrong(row, place, "unknown_place" if said else "part_missing", value=said[:60])
        return found

    def arrived(self, row: int, cells: list[str]) -> datetime:
        """The instant of the day in the cell, if what arrived then may be entered now."""
        place, said = self.where["date"], self.cell(cells, "date")
        if said not in self.days:
            self.days[said] = self._day(said)
        day, at, why_not = self.days[said]
        if day is None:
            self.wrong(row, place, "not_a_day" if said else "day_missing", value=said[:60])
        elif why_not:
            self.wrong(row, place, why_not)
        return at

    def tells_time(self, cells: list[str]) -> bool:
        """Whether the file tells the time of day: the template asks for a day only."""
        return False

    def _day(self, said: str) -> tuple[date | None, datetime, str]:
        """The day in a cell, its instant, and why what arrived then cannot be entered; the same for every such cell."""
        day = columns.day_of(said)
        if day is None:
            return None, self.around.at, ""
        at = instant_of(self.around.activity, day, at=self.around.at)
        return day, at, may_enter(self.around.activity, arrived_at=at, at=self.around.at).why_not

    def town(self, row: int, cells: list[str]) -> Area | None:
        code = self.value(row, cells, "municipality", "")
        return self.areas[code] if code else None

    def capacities(self, row: int, cells: list[str]) -> tuple[str, ...]:
        """One or several, divided by commas or semicolons."""
        found = []
        parts = columns.parts_of(self.cell(cells, "capacity"))
        if self.too_many(row, self.where.get("capacity"), parts):
            return ()
        for part in parts:
            key = self.meant("capacity", part)
            if key is None:
                self.unknown(row, "capacity", part)
            elif key:
                found.append(key)
        return tuple(dict.fromkeys(found))

    def too_many(self, row: int, place: int | None, parts: list[str]) -> bool:
        """Whether a cell has more values than there can be, which is a mistake."""
        if len(parts) <= columns.MOST_PARTS:
            return False
        self.wrong(row, place, "too_many_values", most=columns.MOST_PARTS)
        return True

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
        language, age_group = (self.value(number, cells, key, "") for key in ("language", "age_group"))
        reply, email = of_senders.reply_of(self, number, cells)
        new = FoundSender(
            key=f"id:{named}" if named else f"row:{number}",
            row=number,
            language=language or self.around.language,
            is_language_told=bool(language),
            channel=self.value(number, cells, "channel", self.around.channel),
            arrived_at=self.arrived(number, cells),
            capacities=self.capacities(number, cells),
            organisation=self.organisation(number, cells),
            municipality=self.town(number, cells),
            age_group=age_group,
            display_name=of_senders.shown_name(self, number, cells, age_group),
            reply=reply,
            email=email,
            is_day_only=not self.tells_time(cells),
        )
        kept = self.by_key.setdefault(new.key, new)
        if kept is new:
            self.found.senders.append(new)
            of_senders.check_reply(self, number, reply, email)
            return new
        self._same(number, kept, new)
        return kept

    def _same(self, row: int, kept: FoundSender, new: FoundSender) -> None:
        pairs = {
            "language": "language", "channel": "channel", "date": "arrived_at", "capacity": "capacities",
            "organisation": "organisation", "municipality": "municipality", "age_group": "age_group",
        }  # fmt: skip
        for key, name in pairs.items():
            before, now = getattr(kept, name), getattr(new, name)
            if isinstance(before, datetime):  # the same day, whatever the hour
                before, now = in_helsinki(before).date(), in_helsinki(now).date()
            if key in self.where and before != now:
                self.wrong(row, self.where[key], "differs_from_first", row=kept.row)
        of_senders.same(self, row, kept, new)


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
    where = {key: place for place, cell in enumerate(heads) if (key := names.key(cell)) is not None}
    reader = RowReader(around, where, heads)
    _of_another_round(reader, lines[:head], code)
    if "display_name" in where:
        reader.found.name_column = column_letters(where["display_name"] + 1), heads[where["display_name"]]
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
    reader.found.problems.sort(key=lambda one: one.place)
    return reader.found


def _is_head(cells: list[str], names: columns.Names) -> bool:
    return sum(names.key(cell) is not None for cell in cells) >= 2


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
        reader.wrong(number, text_at, "comment_missing")
    text = reader.text(number, text_at, said)
    part = reader.part(number, part_at, reader.cell(cells, "section"))
    if text and part:
        sender.comments.append(FoundComment(part.thread_id, text, number))

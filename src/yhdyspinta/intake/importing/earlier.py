"""The answers of a round held elsewhere: a survey tool's rows, and the staff's word on which column is what."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.intake.codes import Place
from yhdyspinta.intake.importing import columns
from yhdyspinta.intake.importing.checks import RowReader, Surroundings
from yhdyspinta.intake.importing.found import Checked, FoundComment
from yhdyspinta.intake.importing.headings import head_of
from yhdyspinta.intake.importing.old_answers import AnswerColumns
from yhdyspinta.intake.importing.stances import stances
from yhdyspinta.intake.importing.themes import ThemeColumns
from yhdyspinta.intake.importing.values import NOT_TOLD, values_said
from yhdyspinta.ui.dates import HELSINKI

#: What a column can be; several can be text or themes, the others one each.
ROLES: Final = {
    "": _("Leave out"),
    "text": _("Comment"),
    "section": _("Part that the comment is about"),
    "id": _("Number of the respondent"),
    "date": _("Day"),
    "language": _("Language"),
    "capacity": _("Capacity"),
    "organisation": _("Organisation"),
    "municipality": _("Home municipality"),
    "age_group": _("Age group"),
    "title": _("Heading of the comment"),
    "theme": _("Themes of the comment"),
    "stance": _("Stance of the comment"),
    "answer": _("Answer that was given to the comment"),
    "handling": _("How the comment was handled"),
    "reason": _("Reason of the handling"),
    "about": _("What the answer is about"),
}
#: How headings of survey tools begin, in Finnish, Swedish and English; the surest first.
_GUESSES: Final = {
    "stance": ("kanta", "mieltä", "ståndpunkt", "ställningstag", "stance"),
    "municipality": ("kotikun", "asuinkun", "kunta", "kunnas", "hemkommun", "kommun", "municipal"),
    "age_group": ("ikä", "ålder", "age"),
    "organisation": ("järjestö", "organisaatio", "organis", "förening", "yhteisö"),
    "capacity": (
        "ominaisuu",
        "vastaatko",
        "vastaat",
        "vastaajatyyp",
        "vastaajaryhm",
        "svarandetyp",
        "rooli",
        "roll",
        "role",
        "capacity",
        "egenskap",
    ),
    "language": ("kieli", "språk", "language"),
    "date": (
        "aika",
        "aloitusaika",
        "päivä",
        "pvm",
        "lähetetty",
        "vastausaika",
        "datum",
        "tid",
        "date",
        "time",
        "submitted",
    ),
    "id": ("vastaaja", "id", "respondent", "svarand"),
    "section": ("kohta", "osio", "luku", "kappale", "avsnitt", "kapitel", "section", "chapter"),
    "answer": ("vastauksemme", "vastine", "bemötande", "genmäle", "reply"),
    "theme": ("teema", "aihe", "tema", "ämne", "theme", "luokittelu", "kategori", "categor"),
    "about": ("koskee", "gäller"),
    "reason": ("perustel", "syy", "motiver", "reason"),
    "handling": ("käsittel", "käsitel", "hanter", "behandl", "handling", "handled"),
}
_SHORT: Final = 4
_NOON: Final = time(12)


class EarlierReader(RowReader):
    """Reads a survey's row: a respondent with a comment from each column of text."""

    def __init__(self, around: Surroundings, heads: list[str], choices: Mapping[str, Any]) -> None:
        where, self.texts = chosen(heads, choices)
        super().__init__(around, where, heads)
        self.known["stance"] = stances()
        self.usual, self.values = str(choices.get("place") or ""), values_said(choices)
        stages = list(around.activity.stages.all())
        self.closing = max((stage.closes_at for stage in stages), default=around.at) - timedelta(seconds=1)
        self.headings = {place.heading.casefold(): place for place in around.places}
        self.headings |= {place.words.casefold(): place for place in around.places}

    def tells_time(self, cells: list[str]) -> bool:
        """A round held elsewhere may tell the time beside the day."""
        return columns.time_of(self.cell(cells, "date")) is not None

    def arrived(self, row: int, cells: list[str]) -> datetime:
        """The day, and the time where there is one, that the file tells, whatever the round's time was elsewhere; without one, the end of the round."""
        said = self.cell(cells, "date")
        day = columns.day_of(said) if said else None
        if said and day is None:
            self.wrong(row, self.where["date"], "not_a_day", value=said[:60])
        if day is None:
            return self.closing
        at = datetime.combine(day, columns.time_of(said) or _NOON, tzinfo=HELSINKI)
        if at > self.around.at:
            self.wrong(row, self.where["date"], "arrived_in_the_future")
        return at

    def meant(self, key: str, said: str) -> str | None:
        """As the staff have said of another service's value; otherwise as everywhere."""
        told = self.values.get(key, {}).get(columns.folded(said))
        if told == NOT_TOLD:
            return ""
        return told or super().meant(key, said)

    def capacities(self, row: int, cells: list[str]) -> tuple[str, ...]:
        """Who names an organisation and tells no capacity, speaks for it."""
        told = super().capacities(row, cells)
        return told or (("organisation",) if self.cell(cells, "organisation") else ())

    def titled(self, cells: list[str], column: int) -> str:
        """A comment below its own heading, where the file has one."""
        title, said = self.cell(cells, "title"), cells[column]
        return f"{title}\n\n{said}" if title and title != said.strip() else said

    def part_of(self, row: int, cells: list[str], column: int) -> Place | None:
        """The part chosen for the column, or the one that the row tells by code, heading or both."""
        fixed = self.texts[column]
        if fixed:
            return self.named(fixed)
        said = self.cell(cells, "section")
        found = self.headings.get(said.casefold()) or self.named(said)
        if found is None and self.usual:
            return self.named(self.usual)
        if found is None:
            self.wrong(
                row, self.where.get("section", column), "unknown_place" if said else "part_untold", value=said[:60]
            )
        return found


def check_earlier(rows: list[list[str]], around: Surroundings, choices: Mapping[str, Any]) -> Checked:
    """Every row below the headings, read as the staff have said."""
    first = head_of(rows, choices)
    heads, below = rows[first - 1] if rows else [], rows[first:]
    reader = EarlierReader(around, heads, choices)
    answers = AnswerColumns(reader)
    themes = ThemeColumns(reader, below, columns_of("theme", heads, choices))
    if not reader.texts:
        reader.wrong(first, None, "no_text_column")
        return reader.found
    if not around.places:
        reader.wrong(first, None, "no_parts")
        return reader.found
    for number, cells in enumerate(below, start=first + 1):
        written = [column for column in reader.texts if column < len(cells) and cells[column].strip()]
        if not written:  # somebody answered other questions only, or the row is empty
            reader.found.wordless += any(cell.strip() for cell in cells)
            continue
        sender, about = reader.sender(number, cells), themes.of(number, cells)
        answer, stance = answers.of(number, cells), reader.value(number, cells, "stance", "")
        for order, column in enumerate(written):
            text = reader.text(number, column, reader.titled(cells, column) if order == 0 else cells[column])
            part = reader.part_of(number, cells, column)
            if text and part:
                told = FoundComment(part.thread_id, text, number, themes=about, answer=answer, stance=stance)
                sender.comments.append(told)
    if not reader.found.senders:
        reader.wrong(first + 1, None, "no_rows")
    themes.check_count()
    reader.found.problems.sort(key=lambda one: one.place)
    return reader.found


def chosen(heads: list[str], choices: Mapping[str, Any]) -> tuple[dict[str, int], dict[int, str]]:
    """Where each role stands, and the part of each column of text ("" is as the row tells)."""
    kept: Mapping[str, Any] = choices.get("columns") or {}
    where: dict[str, int] = {}
    texts: dict[int, str] = {}
    for place, head in enumerate(heads):
        told = kept.get(name_of(head, place)) or {}
        role = told.get("role") or ""
        if role == "text":
            texts[place] = str(told.get("place") or "")
        elif role in ROLES and role:
            where.setdefault(role, place)
    return where, texts


def columns_of(role: str, heads: list[str], choices: Mapping[str, Any]) -> list[int]:
    """Every column that was said to be this."""
    kept: Mapping[str, Any] = choices.get("columns") or {}
    told = (kept.get(name_of(head, place)) or {} for place, head in enumerate(heads))
    return [place for place, one in enumerate(told) if one.get("role") == role]


def name_of(head: str, place: int) -> str:
    """How a column is known again in another file: its heading, or its place where it has none."""
    return " ".join(head.split())[:200] or f"#{place + 1}"


def guessed(heads: Sequence[str]) -> dict[int, str]:
    """What columns probably are by the beginnings of their headings' words; each role once, comments never."""
    found: dict[int, str] = {}
    for place, head in enumerate(heads):
        words = columns.folded(head).replace("/", " ").split()
        words = words if len(words) <= _SHORT else []  # a question is longer
        for role, begins in _GUESSES.items():
            if role not in found.values() and any(word.startswith(begins) for word in words):
                found[place] = role
                break
    return found

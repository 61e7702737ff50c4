"""Statements that another service received, in the shape of the national statement service.

A file holds Answers with their Participants; Organizations and Questions beside them. Read for them:
Organizations (Id, Name), Participants (Id, OrganizationId, OrganizationName, SubmittedOn, Language, ProposalId), Questions (Id,
Title), Answers (ParticipantId, QuestionId, Text, ProposalId). Other fields and sets are passed over. A Question's Id may be the code
of a part; otherwise its Title is compared with the headings, and what is none of them is about the draft as a whole.
Which version is meant is told by the code ("A2/1") or the Title; else it is the one that staff chose for the file, or the newest
of the time when the answer was sent. Where a day alone leaves two, or that version has no such part, it is asked.
What tells the round's own address as its ProposalId was given out by the round itself, and is left out.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date

from yhdyspinta.comments.values import MOST_LETTERS
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.codes import Place, places_meant, version_in
from yhdyspinta.intake.importing.atom import AtomEntry, entries_of, moment, of_kind, words_of
from yhdyspinta.intake.importing.cells import MOST_ROWS, Rows
from yhdyspinta.intake.importing.checks import RowReader, Surroundings
from yhdyspinta.intake.importing.found import Checked, FoundComment, FoundSender
from yhdyspinta.intake.importing.own import round_keys
from yhdyspinta.intake.importing.problems import Problem
from yhdyspinta.intake.printed import newest_of, texts_among
from yhdyspinta.intake.rules import may_bring_in, may_enter
from yhdyspinta.ui.dates import HELSINKI, in_helsinki
from yhdyspinta.wording.refusals import Refusal

_ENTRY: Final = "entry"
#: The columns that a file is kept in, with the names that the service gives them.
HEADS: Final = {
    _ENTRY: "Entry",
    "id": "ParticipantId",
    "organisation": "OrganizationName",
    "date": "SubmittedOn",
    "language": "Language",
    "section": "QuestionId",
    "question": "Title",
    "text": "Text",
    "proposal": "ProposalId",
}
_LONGEST_MARKUP: Final = 4 * MOST_LETTERS
_WHERE: Final = {key: place for place, key in enumerate(HEADS)}


def service_rows(content: bytes) -> Rows:
    """A row for each answer, under a row of headings. Raises Refusal("statements_none") or as `entries_of`."""
    entries = entries_of(content)
    answers = of_kind(entries, "Answer")
    if not answers:
        raise Refusal("statements_no_answers", status=422, field="file")
    if len(answers) > MOST_ROWS:
        raise Refusal("too_many_rows", field="file", status=413, most=MOST_ROWS)
    participants = _by_id(of_kind(entries, "Participant"))
    organisations = _by_id(of_kind(entries, "Organization"))
    questions = _titles(of_kind(entries, "Question"))
    rows = [list(HEADS.values())]
    for answer in answers:
        said = answer.fields
        who = participants.get(said.get("ParticipantId", ""), {})
        of = organisations.get(who.get("OrganizationId", ""), {})
        question = said.get("QuestionId", "")
        rows.append(
            [
                str(answer.number), said.get("ParticipantId", "") if who else "", of.get("Name") or who.get("OrganizationName", ""),
                who.get("SubmittedOn", ""), who.get("Language", ""), question, "\n".join(questions.get(question, ())),
                said.get("Text", ""), who.get("ProposalId") or said.get("ProposalId", ""),
            ]
        )  # fmt: skip
    return rows


def _by_id(entries: list[AtomEntry]) -> Mapping[str, dict[str, str]]:
    return {one.fields["Id"]: one.fields for one in entries if one.fields.get("Id")}


def _titles(entries: list[AtomEntry]) -> Mapping[str, list[str]]:
    """What a question is called, in every language that the file tells it in."""
    found: dict[str, list[str]] = {}
    for one in entries:
        found.setdefault(one.fields.get("Id", ""), []).append(one.fields.get("Title", ""))
    return found


class ServiceReader(RowReader):
    """Reads an answer: mistakes are told by the entry of the file and its field."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, _WHERE, list(HEADS.values()))
        self.titles: dict[str, list[Place]] = {}
        for place in around.places:
            for name in {place.heading, place.words, f"{place.number} {place.heading}"}:
                self.titles.setdefault(name.casefold(), []).append(place)
        wholes = [place for place in around.places if not place.number]
        self.wholes = wholes if len({place.letter for place in wholes}) == 1 else []
        self.texts = texts_among(around.places)
        self.own_keys = round_keys(around.activity)

    def wrong(self, row: int, place: int | None, code: str, /, **values: Any) -> None:
        heading = self.heads[place] if place is not None else ""
        self.found.tell(Problem(row, "", heading, code, values))

    def arrived(self, row: int, cells: list[str]) -> datetime:
        """The very moment that the service tells, or its day where no more is known, if what arrived then may be entered now."""
        said = self.cell(cells, "date")
        day = _day_alone(said)
        at = moment(said) if day is None else instant_of(self.around.activity, day, at=self.around.at)
        if at is None:
            self.wrong(row, self.where["date"], "not_a_moment" if said else "moment_missing", value=said[:60])
            return self.around.at
        activity, now = self.around.activity, self.around.at
        is_earlier = self.around.earlier and at <= now
        rule = may_bring_in(activity, is_earlier=True, at=now) if is_earlier else None
        permit = rule if rule is not None else may_enter(activity, arrived_at=at, at=now)
        if not permit:
            self.wrong(row, self.where["date"], permit.why_not)
        return at

    def tells_time(self, cells: list[str]) -> bool:
        return _day_alone(self.cell(cells, "date")) is None

    def capacities(self, row: int, cells: list[str]) -> tuple[str, ...]:
        return ("organisation",) if self.cell(cells, "organisation") else ()

    def words(self, row: int, cells: list[str]) -> str:
        """What was said, without its markup; of a text that is mostly markup it is only told that it is too long."""
        said = self.cell(cells, "text")
        try:
            return self.text(row, self.where["text"], words_of(said) if len(said) <= _LONGEST_MARKUP else said)
        except ValidationError:
            self.wrong(row, self.where["text"], "odd_characters")
            return ""

    def place(self, row: int, cells: list[str], sender: FoundSender) -> Place | None:
        """The part that the question is; a question of its own is about the whole, where there is one draft."""
        code, titles = self.cell(cells, "section"), self.cell(cells, "question")
        titled = next((self.titles[one] for one in _known(titles, self.titles)), [])
        coded = places_meant(self.around.places, code) if code else []
        meant, said = coded or titled or self.wholes, (titles or code)[:60]
        if not meant:
            self.wrong(row, self.where["section"], "unknown_place", value=said)
            return None
        named = [one for one in meant if str(one.version) == version_in(code)] if coded else []
        found = named or [one for one in titled if one in meant]
        if len(found) != 1 and coded and version_in(code):
            found = []  # a version that there is not
        elif len(found) != 1:
            possible = self._versions(meant[0].letter, sender)
            found = [one for one in meant if not one.version_name or one.version in possible]
        if len(found) == 1:
            return found[0]
        why = "version_unclear" if found else "not_in_that_version"
        self.wrong(row, self.where["section"], why, value=said, codes=", ".join(one.code for one in meant))
        return None

    def _versions(self, letter: str, sender: FoundSender) -> set[int | None]:
        """Of which versions an answer may be that tells none: two, if the newer one was published on its day."""
        if self.around.usual:
            return {self.around.usual.get(letter)}
        first = last = sender.arrived_at
        if sender.is_day_only:
            day = in_helsinki(first).date()
            first = datetime.combine(day, time.min, tzinfo=HELSINKI)
            last = datetime.combine(day, time.max, tzinfo=HELSINKI)
        states = [one.usual for one in (newest_of(self.texts, first), newest_of(self.texts, last)) if one]
        return {one.get(letter) for one in states}


def _day_alone(said: str) -> date | None:
    """A day without a time, as our own lists tell of what came on paper."""
    with suppress(ValueError):
        found = parse_date(said)
        return found if found is not None and 2000 <= found.year <= 2200 else None
    return None


def _known(titles: str, headings: Mapping[str, list[Place]]) -> Iterator[str]:
    return (one for one in (title.strip().casefold() for title in titles.splitlines()) if one in headings)


def check_service(rows: Rows, around: Surroundings) -> Checked:
    """Every answer below the headings."""
    reader = ServiceReader(around)
    own: set[str] = set()
    for cells in rows[1:]:
        if reader.cell(cells, "proposal") in reader.own_keys:
            own.add(reader.cell(cells, "id"))
            continue
        number = int(reader.cell(cells, _ENTRY))
        if not reader.cell(cells, "id"):
            reader.wrong(number, _WHERE["id"], "participant_missing")
            continue
        sender = reader.sender(number, cells)
        text = reader.words(number, cells)
        if not text.strip():
            reader.wrong(number, _WHERE["text"], "comment_missing")
        place = reader.place(number, cells, sender)
        if text.strip() and place:
            sender.comments.append(FoundComment(place.thread_id, text, number))
    reader.found.own = len(own)
    return reader.found

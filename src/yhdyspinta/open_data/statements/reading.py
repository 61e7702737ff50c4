"""Read requests for statements: everything is checked before anything is brought in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.actions.sections import LONGEST_HEADING
from yhdyspinta.intake.importing.atom import AtomEntry, entries_of, moment, of_kind, plain
from yhdyspinta.ui.text import clean_text, number_of
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

MOST: Final = 200
#: As long as a process's own texts may be: what one authority has published another can bring in.
LONGEST_NAME: Final = 200
_LONGEST: Final = {"Id": 500, "Goals": 20_000, "RegisterNumber": 60}


@dataclass(frozen=True)
class Question:
    """What is asked: its code in the file, and its words."""

    code: str
    title: str
    order: int


@dataclass(frozen=True)
class Request:
    """A request for statements in one language, as the service tells it."""

    key: str
    name: str
    goals: str  # plain paragraphs and lists
    deadline: datetime | None
    published_on: datetime | None
    register_number: str
    language: str = ""  # "" where the entry does not say: then it is the file's
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Something in the file that cannot be brought in: which entry, which field, and why."""

    row: int
    field: str
    words: Promise | str


def read(content: bytes) -> tuple[list[Request], list[Problem]]:
    """The requests, and what is wrong with them. Raises Refusal for a file that is no such list."""
    listed = entries_of(content)
    entries = [one for one in listed if one.kind in {"", "Proposal"}]
    if not entries:
        raise Refusal("statements_none", status=422, field="file")
    if len({entry.fields.get("Id") or entry.number for entry in entries}) > MOST:
        raise Refusal("statements_too_many", status=422, field="file", most=MOST)
    asked = of_kind(listed, "Question")
    found, problems = [], [problem for one in asked for problem in _of_question(one)]
    only = len({entry.fields.get("Id") for entry in entries}) == 1
    for row, entry in enumerate(entries, 1):
        wrong = list(_problems(row, entry.fields))
        problems += wrong
        if not wrong:
            found.append(_request(entry.fields, _questions(entry.fields, asked, is_only=only)))
    return found, [*problems, *_doubled(found)]


def _of_question(entry: AtomEntry) -> Iterator[Problem]:
    title = clean_text(entry.fields.get("Title", ""), multiline=False)
    if not title:
        yield Problem(entry.number, "Title", _("It is missing."))
    if len(title) > LONGEST_HEADING:
        yield Problem(entry.number, "Title", _("It is too long."))


def _questions(fields: dict[str, str], asked: list[AtomEntry], *, is_only: bool) -> tuple[Question, ...]:
    """Those of a request in its language; where the file has one request, those that name none are its own."""
    key, language = fields["Id"], fields.get("Language", "")
    own = [
        one.fields
        for one in asked
        if (one.fields.get("ProposalId") or (key if is_only else "")) == key
        and one.fields.get("Language", "") in {"", language}
    ]
    found = (_question(place, one) for place, one in enumerate(own, 1))
    return tuple(sorted(found, key=lambda one: one.order))


def _question(place: int, fields: dict[str, str]) -> Question:
    title = clean_text(fields.get("Title", ""), multiline=False)
    return Question(fields.get("Id", "").strip() or str(place), title, number_of(fields.get("Order", "")) or place)


def _problems(row: int, fields: dict[str, str]) -> Iterator[Problem]:
    for name in ("Id", "Name"):
        if not clean_text(fields.get(name, ""), multiline=False):
            yield Problem(row, name, _("It is missing."))
    if len(fields.get("Name", "")) > LONGEST_NAME:
        yield Problem(row, "Name", _("It is longer than 200 letters."))
    for name, most in _LONGEST.items():
        said = fields.get(name, "")
        if len(plain(said) if name == "Goals" else said) > most:  # markup is no part of the words
            yield Problem(row, name, _("It is too long."))
    for name in ("Deadline", "PublishedOn"):
        if fields.get(name) and moment(fields[name]) is None:
            yield Problem(row, name, _("It is not a date and time."))
    if fields.get("Language") and fields["Language"] not in CONTENT_LANGUAGES:
        yield Problem(row, "Language", _("It is no language that is used here."))


def _doubled(found: list[Request]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for row, one in enumerate(found, 1):
        if (one.key, one.language) in seen:
            yield Problem(row, "Id", _("It stands in the file twice."))
        seen.add((one.key, one.language))


def _request(fields: dict[str, str], questions: tuple[Question, ...]) -> Request:
    return Request(
        key=clean_text(fields["Id"], multiline=False),
        name=clean_text(fields["Name"], multiline=False),
        goals=plain(fields.get("Goals", "")),
        deadline=moment(fields.get("Deadline", "")),
        published_on=moment(fields.get("PublishedOn", "")),
        register_number=clean_text(fields.get("RegisterNumber", ""), multiline=False),
        language=fields.get("Language", ""),
        questions=questions,
    )

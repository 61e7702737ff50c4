"""Read requests for statements: everything is checked before anything is brought in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.actions.sections import LONGEST_HEADING
from yhdyspinta.intake.importing.atom import AtomEntry, entries_of, moment, of_kind, plain, until
from yhdyspinta.ui.text import clean_text, number_of
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

MOST: Final = 200
MOST_QUESTIONS: Final = 500  # of one request in one language, as a document has sections
MOST_OF_ALL: Final = 15_000  # of a whole file: a page of our own list has a hundred rounds, in two languages
#: As long as a process's own texts may be: what one authority has published another can bring in.
LONGEST_NAME: Final = 200
_LONGEST: Final = {"Id": 500, "RegisterNumber": 60, "OrganizationName": 200}
_LONGEST_GOALS: Final = 20_000
_LONGEST_MARKUP: Final = 100_000  # of the goals; nobody looks into a longer one
_NONE: Final = "\x00"  # in place of words that cannot be read


_ODD: Final = _("The text holds characters that cannot be read.")


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
    organisation: str = ""  # who asks
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
    keys = {entry.fields.get("Id") or entry.number for entry in entries}
    if len(keys) > MOST or len(entries) > MOST * len(CONTENT_LANGUAGES):
        raise Refusal("statements_too_many", status=422, field="file", most=MOST)
    asked = of_kind(listed, "Question")
    if len(asked) > MOST_OF_ALL:
        raise Refusal("statements_too_many_questions", status=422, field="file", most=MOST_OF_ALL)
    problems = [problem for one in asked for problem in _of_question(one)]
    problems += [problem for row, entry in enumerate(entries, 1) for problem in _problems(row, entry.fields)]
    problems += _doubled(entries)
    if problems:
        return [], problems
    questions = _by_request(asked, only=entries[0].fields["Id"] if len(keys) == 1 else "")
    found = [_request(one.fields, _questions(one.fields, questions)) for one in entries]
    return found, list(_asking_much(found))


def _line(said: str) -> str:
    """A text of one line as it is cleaned everywhere; one that cannot be is told by a sign that no text has."""
    try:
        return clean_text(said, multiline=False)
    except ValidationError:
        return _NONE


def _of_question(entry: AtomEntry) -> Iterator[Problem]:
    said = entry.fields.get("Title", "")
    title = _line(said) if len(said) <= 2 * LONGEST_HEADING else said
    if not title:
        yield Problem(entry.number, "Title", _("It is missing."))
    if title == _NONE:
        yield Problem(entry.number, "Title", _ODD)
    if len(title) > LONGEST_HEADING:
        yield Problem(entry.number, "Title", _("It is too long."))


def _by_request(asked: list[AtomEntry], only: str) -> dict[str, list[dict[str, str]]]:
    """The fields of questions by the request that they name; those that name none are the file's only request's."""
    found: dict[str, list[dict[str, str]]] = {}
    for one in asked:
        found.setdefault(one.fields.get("ProposalId") or only, []).append(one.fields)
    return found


def _questions(fields: dict[str, str], by_request: dict[str, list[dict[str, str]]]) -> tuple[Question, ...]:
    """Those of a request in its language."""
    languages = {"", fields.get("Language", "")}
    own = (one for one in by_request.get(fields["Id"], ()) if one.get("Language", "") in languages)
    found = (_question(place, one) for place, one in enumerate(own, 1))
    return tuple(sorted(found, key=lambda one: one.order))


def _question(place: int, fields: dict[str, str]) -> Question:
    title = clean_text(fields.get("Title", ""), multiline=False)
    return Question(fields.get("Id", "").strip() or str(place), title, number_of(fields.get("Order", "")) or place)


def _asking_much(found: list[Request]) -> Iterator[Problem]:
    for row, one in enumerate(found, 1):
        if len(one.questions) > MOST_QUESTIONS:
            yield Problem(row, "Question", _("There are more than 500 questions."))


def _problems(row: int, fields: dict[str, str]) -> Iterator[Problem]:
    for name in ("Id", "Name", "RegisterNumber", "OrganizationName"):
        said = _line(fields.get(name, "")[: _LONGEST["Id"]])
        if said == _NONE:
            yield Problem(row, name, _ODD)
        if not said and name in {"Id", "Name"}:
            yield Problem(row, name, _("It is missing."))
    if len(fields.get("Name", "")) > LONGEST_NAME:
        yield Problem(row, "Name", _("It is longer than 200 letters."))
    for name, most in _LONGEST.items():
        if len(fields.get(name, "")) > most:
            yield Problem(row, name, _("It is too long."))
    yield from _of_goals(row, fields.get("Goals", ""))
    for name in ("Deadline", "PublishedOn"):
        if fields.get(name) and moment(fields[name]) is None:
            yield Problem(row, name, _("It is not a date and time."))
    if fields.get("Language") and fields["Language"] not in CONTENT_LANGUAGES:
        yield Problem(row, "Language", _("It is no language that is used here."))


def _of_goals(row: int, said: str) -> Iterator[Problem]:
    """Markup is no part of the words, but nobody needs five times as much of it."""
    try:
        is_long = len(said) > _LONGEST_MARKUP or len(plain(said)) > _LONGEST_GOALS
    except ValidationError:
        yield Problem(row, "Goals", _ODD)
    else:
        if is_long:
            yield Problem(row, "Goals", _("It is too long."))


def _doubled(entries: list[AtomEntry]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for row, one in enumerate(entries, 1):
        of = one.fields.get("Id", ""), one.fields.get("Language", "")
        if of in seen and of[0]:
            yield Problem(row, "Id", _("It stands in the file twice."))
        seen.add(of)


def _request(fields: dict[str, str], questions: tuple[Question, ...]) -> Request:
    return Request(
        key=clean_text(fields["Id"], multiline=False),
        name=clean_text(fields["Name"], multiline=False),
        goals=plain(fields.get("Goals", "")),
        deadline=until(fields.get("Deadline", "")),
        published_on=moment(fields.get("PublishedOn", "")),
        register_number=clean_text(fields.get("RegisterNumber", ""), multiline=False),
        organisation=clean_text(fields.get("OrganizationName", ""), multiline=False),
        language=fields.get("Language", ""),
        questions=questions,
    )

"""Read requests for statements: everything is checked before anything is brought in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.intake.importing.atom import entries_of, moment, plain
from yhdyspinta.ui.text import clean_text
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

MOST: Final = 200
#: As long as a process's own texts may be: what one authority has published another can bring in.
LONGEST_NAME: Final = 200
_LONGEST: Final = {"Id": 500, "Goals": 20_000, "RegisterNumber": 60}


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


@dataclass(frozen=True)
class Problem:
    """Something in the file that cannot be brought in: which entry, which field, and why."""

    row: int
    field: str
    words: Promise | str


def read(content: bytes) -> tuple[list[Request], list[Problem]]:
    """The requests, and what is wrong with them. Raises Refusal for a file that is no such list."""
    entries = [one for one in entries_of(content) if one.kind in {"", "Proposal"}]
    if not entries:
        raise Refusal("statements_none", status=422, field="file")
    if len({entry.fields.get("Id") or entry.number for entry in entries}) > MOST:
        raise Refusal("statements_too_many", status=422, field="file", most=MOST)
    found, problems = [], []
    for row, entry in enumerate(entries, 1):
        wrong = list(_problems(row, entry.fields))
        problems += wrong
        if not wrong:
            found.append(_request(entry.fields))
    return found, [*problems, *_doubled(found)]


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


def _request(fields: dict[str, str]) -> Request:
    return Request(
        key=clean_text(fields["Id"], multiline=False),
        name=clean_text(fields["Name"], multiline=False),
        goals=plain(fields.get("Goals", "")),
        deadline=moment(fields.get("Deadline", "")),
        published_on=moment(fields.get("PublishedOn", "")),
        register_number=clean_text(fields.get("RegisterNumber", ""), multiline=False),
        language=fields.get("Language", ""),
    )

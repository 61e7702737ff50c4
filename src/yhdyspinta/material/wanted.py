"""How somebody wants the table of comments: filters and order, read from an address or a saved view."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError

from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.material.values import STANCES
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.ui.fields_of_time import read_date
from yhdyspinta.ui.text import clean_text, number_of
from yhdyspinta.wording.refusals import Refusal

NONE: Final = "none"
UNMARKED: Final = "unmarked"  # no stance is marked: "none" is the stance of who takes none
ME: Final = "me"
MATTER: Final = "matter"  # the place of what is said of no document
WHOLE: Final = "whole"  # the place of what is said of a document as a whole
_LONGEST: Final = 200
SORTS: Final[Mapping[str, tuple[str, ...]]] = {
    "newest": ("-number",),
    "oldest": ("number",),
    "agreed": ("-agree_count", "-number"),
    "due": ("work__due_on", "number"),
}
_LISTS: Final[Mapping[str, frozenset[str]]] = {
    "sort": frozenset(SORTS),
    "capacity": frozenset(CAPACITIES),
    "channel": frozenset(CHANNELS),
    "state": frozenset(Comment.State.values),
    "language": frozenset(COMMENT_LANGUAGES),
    "answered": frozenset({"yes", "no", "closed", "passed", "there"}),
    "stance": frozenset({*STANCES, UNMARKED}),
    "due": frozenset({"late", "week", "set"}),
}
#: Numbers of things in the database; some also take a word.
_NUMBERS: Final[Mapping[str, frozenset[str]]] = {
    "document": frozenset(),
    "section": frozenset({MATTER, WHOLE}),
    "municipality": frozenset(),
    "theme": frozenset({NONE}),
    "assignee": frozenset({NONE, ME}),
    "like": frozenset(),
}


#: Days of arrival in Helsinki, both counted in; a form sends each in three parts.
DAYS: Final = ("since", "until")
_PARTS: Final = ("day", "month", "year")


@dataclass(frozen=True)
class Wanted:
    """Filters and order; an empty one asks for nothing."""

    document: str = ""
    section: str = ""
    capacity: str = ""
    municipality: str = ""
    channel: str = ""
    theme: str = ""
    stance: str = ""
    state: str = ""
    language: str = ""
    answered: str = ""
    assignee: str = ""
    due: str = ""
    since: str = ""
    until: str = ""
    like: str = ""
    words: str = ""
    sort: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        return SORTS[self.sort or "newest"]

    @property
    def filters(self) -> dict[str, str]:
        """What narrows the table."""
        return {name: value for name, value in self.kept.items() if name != "sort"}

    @property
    def is_narrowed(self) -> bool:
        """Whether some of the round's comments may be left out: the order by due date shows only those that have one."""
        return bool(self.filters) or self.sort == "due"

    @property
    def kept(self) -> dict[str, str]:
        return {part.name: value for part in fields(self) if (value := getattr(self, part.name))}

    @property
    def days(self) -> dict[str, date]:
        """The first and the last day of arrival, where they are asked for."""
        return {name: date.fromisoformat(value) for name in DAYS if (value := getattr(self, name))}

    @property
    def query(self) -> str:
        """The same wish as an address has it."""
        return urlencode(self.kept)


def read_wanted(parameters: Mapping[str, Any], *, sees_senders: bool) -> Wanted:
    """The wish in an address. Raises Refusal("unknown_choice") for what is in no list."""
    chosen: dict[str, str] = {}
    for part in fields(Wanted):
        value = str(parameters.get(part.name) or "")
        if part.name in DAYS:
            value = value or _day_in_parts(parameters, part.name)
        if value:
            chosen[part.name] = _words(value) if part.name == "words" else _checked(part.name, value)
    if not sees_senders:
        chosen.pop("municipality", None)
    return Wanted(**chosen)


def read_query(query: str, *, sees_senders: bool) -> Wanted:
    """The wish in the query of an address, as a form or a saved view carries it."""
    return read_wanted(dict(parse_qsl(query[:4_000], max_num_fields=50)), sees_senders=sees_senders)


def unreadable_days(parameters: Mapping[str, Any]) -> bool:
    """Whether a day was written in parts that make none."""
    return any(_parts_of(parameters, name) and not _day_in_parts(parameters, name) for name in DAYS)


def _parts_of(parameters: Mapping[str, Any], name: str) -> dict[str, str]:
    parts = {part: str(parameters.get(f"{name}-{part}") or "") for part in _PARTS}
    return parts if any(text.strip() for text in parts.values()) else {}


def _day_in_parts(parameters: Mapping[str, Any], name: str) -> str:
    parts = _parts_of(parameters, name)
    try:
        return read_date(parts).isoformat() if parts else ""
    except ValidationError:
        return ""


def _checked(name: str, value: str) -> str:
    allowed = _LISTS.get(name)
    if allowed is not None and value in allowed:
        return value
    if name in _NUMBERS and (value in _NUMBERS[name] or number_of(value, most_digits=9) is not None):
        return value
    if name in DAYS and _is_day(value):
        return value
    raise Refusal("unknown_choice", status=400)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _words(value: str) -> str:
    try:
        return clean_text(value[: _LONGEST * 4], multiline=False)[:_LONGEST]
    except ValidationError:
        raise Refusal("unknown_choice", status=400) from None

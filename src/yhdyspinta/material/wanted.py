"""How somebody wants the table of comments: filters and order, read from an address or a saved view."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

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
_MOST_AT_ONCE: Final = 50
SORTS: Final[Mapping[str, tuple[str, ...]]] = {
    "newest": ("-number",),
    "oldest": ("number",),
    "agreed": ("-agree_count", "-number"),
    "due": ("work__due_on", "number"),
}
_PARTS: Final = ("day", "month", "year")


class Filter(NamedTuple):
    """What one filter may hold."""

    words: frozenset[str] = frozenset()
    is_number: bool = False  # of a thing in the database
    is_many: bool = False  # several numbers divided by commas, of which any will do; a word stands alone
    is_day: bool = False  # of arrival in Helsinki, counted in; a form sends it in three parts
    is_text: bool = False
    of_work: bool = False  # tells how far staff have come, not who the senders are nor what they said

    def allows(self, value: str) -> bool:
        """Whether an address may ask for it."""
        numbers = value.split(",") if self.is_many else [value]
        is_of_things = self.is_number and all(number_of(one, most_digits=9) is not None for one in numbers)
        return value in self.words or is_of_things or (self.is_day and _is_day(value))


def _of(*words: str, **kind: bool) -> Any:
    return field(default="", metadata={"filter": Filter(frozenset(words), **kind)})


@dataclass(frozen=True)
class Wanted:
    """Filters and order, each with what it may hold; an empty one asks for nothing."""

    document: str = _of(is_number=True)
    section: str = _of(MATTER, WHOLE, is_number=True)
    capacity: str = _of(*CAPACITIES)
    municipality: str = _of(is_number=True)
    channel: str = _of(*CHANNELS)
    theme: str = _of(NONE, is_number=True, is_many=True)
    stance: str = _of(*STANCES, UNMARKED)
    state: str = _of(*Comment.State.values)
    language: str = _of(*COMMENT_LANGUAGES)
    answered: str = _of("yes", "no", "closed", "passed", "there", of_work=True)
    assignee: str = _of(NONE, ME, is_number=True, of_work=True)
    due: str = _of("late", "week", "set", of_work=True)
    since: str = _of(is_day=True)
    until: str = _of(is_day=True)
    like: str = _of(is_number=True)
    words: str = _of(is_text=True)
    sort: str = _of(*SORTS)

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
    def themes(self) -> tuple[str, ...]:
        """Of which any will do: their numbers, or only `NONE` for what has no theme."""
        return tuple(self.theme.split(",")) if self.theme else ()

    @property
    def initial(self) -> dict[str, Any]:
        """The same as the form of the choices shows it."""
        return self.kept | self.days | {"theme": list(self.themes)}

    @property
    def days(self) -> dict[str, date]:
        """The first and the last day of arrival, where they are asked for."""
        return {name: date.fromisoformat(value) for name in _DAYS if (value := getattr(self, name))}

    @property
    def query(self) -> str:
        """The same wish as an address has it."""
        return urlencode(self.kept)


#: By name, in the order of `Wanted`.
FILTERS: Final[Mapping[str, Filter]] = {part.name: part.metadata["filter"] for part in fields(Wanted)}
_DAYS: Final = tuple(name for name, held in FILTERS.items() if held.is_day)


def read_wanted(parameters: Mapping[str, Any], *, sees_senders: bool) -> Wanted:
    """The wish in an address. Raises Refusal("unknown_choice") for what is in no list."""
    chosen: dict[str, str] = {}
    for name, held in FILTERS.items():
        value = several_in(parameters, name) if held.is_many else str(parameters.get(name) or "")
        if held.is_day:
            value = value or _day_in_parts(parameters, name)
        if value:
            chosen[name] = _words(value) if held.is_text else _checked(held, value)
    if not sees_senders:
        chosen.pop("municipality", None)
    return Wanted(**chosen)


def read_query(query: str, *, sees_senders: bool) -> Wanted:
    """The wish in the query of an address, as a form or a saved view carries it."""
    return read_wanted(dict(parse_qsl(query[:4_000], max_num_fields=50)), sees_senders=sees_senders)


def unreadable_days(parameters: Mapping[str, Any]) -> bool:
    """Whether a day was written in parts that make none."""
    return any(_parts_of(parameters, name) and not _day_in_parts(parameters, name) for name in _DAYS)


def _parts_of(parameters: Mapping[str, Any], name: str) -> dict[str, str]:
    parts = {part: str(parameters.get(f"{name}-{part}") or "") for part in _PARTS}
    return parts if any(text.strip() for text in parts.values()) else {}


def _day_in_parts(parameters: Mapping[str, Any], name: str) -> str:
    parts = _parts_of(parameters, name)
    try:
        return read_date(parts).isoformat() if parts else ""
    except ValidationError:
        return ""


def _checked(held: Filter, value: str) -> str:
    if not held.allows(value):
        raise Refusal("unknown_choice", status=400)
    return value


def several_in(parameters: Mapping[str, Any], name: str) -> str:
    """Each value once: a form sends one after the other, a kept choice has commas between them.

    `NONE` stands alone, as on the page: whether a comment has no theme at all is another question than which.
    Raises Refusal("unknown_choice") for more than anybody chooses.
    """
    said = parameters.getlist(name) if isinstance(parameters, MultiValueDict) else [parameters.get(name) or ""]
    found = dict.fromkeys(one for part in said for one in str(part).split(",") if one)
    if len(found) > _MOST_AT_ONCE:
        raise Refusal("unknown_choice", status=400)
    if len(found) > 1:
        found.pop(NONE, None)
    return ",".join(found)


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

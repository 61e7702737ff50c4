"""What a row of the template tells of its sender besides the background: the name that is shown, and the way of reply."""

from collections.abc import Mapping
from typing import Final, Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yhdyspinta.intake.importing.columns import TEMPLATE, Names, names_of
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.replies import REPLY_WORDS, Reply, missing_for
from yhdyspinta.people.capacities import MINORS
from yhdyspinta.people.skeletons import may_be_shown_as
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.mail_addresses import plain_address
from yhdyspinta.ui.text import clean_text

#: How long each may be, as in the form of a pile.
_MOST: Final = {"display_name": 80, "name": 120, "postal_address": 500, "phone": 40, "email": 254}
YES_OR_NO: Final = {"yes": _("yes"), "no": _("no")}


class Around(Protocol):
    """Of `checks.Surroundings`, what is asked here."""

    @property
    def activity(self) -> Activity: ...
    @property
    def naming(self) -> str: ...


class Told(Protocol):
    """Of `checks.FoundSender`, what is compared here."""

    row: int
    display_name: str
    reply: Reply
    email: str


class Reader(Protocol):
    """Of `checks.RowReader`, what is asked here."""

    @property
    def where(self) -> Mapping[str, int]: ...
    @property
    def around(self) -> Around: ...

    def cell(self, cells: list[str], key: str) -> str: ...
    def value(self, row: int, cells: list[str], key: str, usual: str) -> str: ...
    def wrong(self, row: int, place: int | None, code: str, /, **values: object) -> None: ...


def known_values() -> dict[str, Names]:
    """What the columns with lists of values take."""
    return {
        "reply_by": names_of({str(key): words for key, words in REPLY_WORDS.items()}),
        "of_age": names_of(YES_OR_NO),
    }


def columns_of(naming: str) -> list[str]:
    """The columns of a round's template: a name is asked where names are shown, the age where these are people's own."""
    left_out = {"not_shown": ("display_name", "of_age"), "pseudonym": ("of_age",)}.get(naming, ())
    return [key for key in TEMPLATE if key not in left_out]


def shown_name(reader: Reader, row: int, cells: list[str], age_group: str) -> str:
    """The name that is shown; one that may not be shown is a mistake of its row (D7, I6)."""
    said = _text(reader, row, cells, "display_name")
    is_of_age = reader.value(row, cells, "of_age", "no") == "yes"
    if not said:
        return ""
    code, column, naming = "", "display_name", reader.around.naming
    if naming == "not_shown":
        code = "name_not_shown"
    elif naming == "named" and age_group in MINORS:
        code = "name_of_minor"
    elif naming == "named" and not is_of_age:
        code, column = "of_age_missing", "of_age" if "of_age" in reader.where else "display_name"
    elif not may_be_shown_as(said, reader.around.activity.process.owner):
        code = "name_reads_as_staff"
    if code:
        reader.wrong(row, reader.where[column], code)
    return "" if code else said


def reply_of(reader: Reader, row: int, cells: list[str]) -> tuple[Reply, str]:
    """How the sender gets the answer, and their e-mail address."""
    by = reader.value(row, cells, "reply_by", "")
    told = {key: _text(reader, row, cells, key) for key in ("name", "postal_address", "phone", "email")}
    email = _address(reader, row, told.pop("email"))
    if not by and (email or any(told.values())):
        place = reader.where.get("reply_by")
        reader.wrong(row, place, "reply_missing")
    return Reply(by or Entry.ReplyBy.NONE, **told), email


def check_reply(reader: Reader, row: int, reply: Reply, email: str) -> None:
    """Note what is missing for the answer to reach the sender."""
    code, column = missing_for(reply, email=email)
    if code:
        reader.wrong(row, reader.where.get(column), code)


def same(reader: Reader, row: int, kept: Told, new: Told) -> None:
    """A later row of the same sender says the same as the first, or nothing."""
    pairs = {
        "display_name": (kept.display_name, new.display_name), "name": (kept.reply.name, new.reply.name),
        "postal_address": (kept.reply.postal_address, new.reply.postal_address), "email": (kept.email, new.email),
        "phone": (kept.reply.phone, new.reply.phone),
        "reply_by": (kept.reply.by, "" if new.reply.by == Entry.ReplyBy.NONE else new.reply.by),
    }  # fmt: skip
    for key, (before, now) in pairs.items():
        if now and before != now:
            reader.wrong(row, reader.where[key], "differs_from_first", row=kept.row)


def _text(reader: Reader, row: int, cells: list[str], key: str) -> str:
    said = reader.cell(cells, key)
    try:
        found = clean_text(said, multiline=key == "postal_address")
    except ValidationError:
        reader.wrong(row, reader.where[key], "odd_characters")
        return ""
    if len(found) > _MOST[key]:
        reader.wrong(row, reader.where[key], "too_long", length=len(found), most=_MOST[key])
    return found[: _MOST[key]]


def _address(reader: Reader, row: int, said: str) -> str:
    try:
        return plain_address(said) if said else ""
    except ValidationError:
        reader.wrong(row, reader.where["email"], "not_an_address", value=said[:60])
        return ""

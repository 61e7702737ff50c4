"""What the columns of a file are: their keys, what they are called, and what stands in their cells."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.values import CHANNELS, TYPED_CHANNELS
from yhdyspinta.people.capacities import AGE_BANDS, AGE_GROUPS, CAPACITIES, FORMER_AGE_GROUPS
from yhdyspinta.places.models import Area
from yhdyspinta.wording.languages import ANOTHER_LANGUAGE, CONTENT_LANGUAGES, INTERFACE_LANGUAGES

#: The columns of the template, in their order; `of_senders.columns_of` leaves out what a round does not ask.
TEMPLATE: Final = {
    "id": _("Number of the paper"),
    "section": _("Code of the part"),
    "text": _("Comment"),
    "language": _("Language"),
    "channel": _("Channel"),
    "date": _("Day of arrival"),
    "capacity": _("Capacity"),
    "organisation": _("Organisation"),
    "municipality": _("Home municipality"),
    "age_group": _("Age group"),
    "display_name": _("Name that is shown"),
    "of_age": _("18 or over"),
    "reply_by": _("How the answer is sent"),
    "name": _("Name for the letter or call"),
    "postal_address": _("Postal address"),
    "phone": _("Phone number"),
    "email": _("E-mail address"),
}
MOST_PARTS: Final = 20  # values of one cell
_LONGEST_DAY: Final = 100
_LONGEST_NAME: Final = 100
NEEDED: Final = ("section", "text", "date")
_DASH: Final = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_TIME: Final = re.compile(r"(?:T|\s|klo|kl\.)\s*([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?(?![0-9.]*[0-9]{4})")
_FIRST_YEAR: Final = 1900
_EPOCH: Final = date(1899, 12, 30)  # day 0 of a spreadsheet's calendar
_FORMS: Final = ("%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%y")


def folded(said: str) -> str:
    """As words are compared: in small letters, and any dash is the one on the keyboard."""
    return _DASH.sub("-", " ".join(said.split())).casefold()


def parts_of(said: str, divider: str = ",") -> list[str]:
    """Several values of one cell, divided by commas or semicolons; of a cell with too many, one more than there can be."""
    whole = said.replace(";", ",") if divider == "," else said
    found = (part.strip() for part in whole.split(divider))
    return list(islice(filter(None, found), MOST_PARTS + 1))


class Names:
    """What each key may be called in a cell: the key itself and its words in each language, however they are written."""

    def __init__(self, *named: tuple[str, Iterable[str]]) -> None:
        self.keys: dict[str, str] = {}
        self.words: dict[str, str] = {}
        for key, names in named:
            for name in names:
                self.keys.setdefault(folded(name), key)
                self.words.setdefault(folded(name), name)

    def key(self, said: str) -> str | None:
        return self.keys.get(folded(said))

    def near(self, said: str) -> str:
        """The name that was probably meant: the only one that begins so, or one with a slip in it; "" where there is none.

        Of one key's names that are as near, the first: the Finnish name of a municipality.
        """
        wanted = folded(said)
        if len(wanted) > _LONGEST_NAME:
            return ""
        begun = [name for name in self.keys if len(wanted) > 2 and name.startswith(wanted)]
        if len({self.keys[name] for name in begun}) != 1:
            close = get_close_matches(wanted, self.keys, n=3, cutoff=0.8)
            begun = [name for name in self.keys if name in close and self.keys[name] == self.keys[close[0]]]
        return self.words[begun[0]] if begun else ""


def names_of(values: Mapping[str, Any]) -> Names:
    """Each key by itself and by its words in every language of the interface."""
    return Names(*((key, [*_every_name(words), key]) for key, words in values.items()))


def _every_name(words: Any) -> list[str]:
    found = []
    for language in INTERFACE_LANGUAGES:
        with override(language):
            found.append(str(words))
    return found


def headings() -> Names:
    """The keys of the template's columns by heading."""
    return names_of(TEMPLATE)


def channels() -> Names:
    return names_of({key: CHANNELS[key] for key in TYPED_CHANNELS})


def capacities() -> Names:
    return names_of(CAPACITIES)


def age_groups() -> Names:
    """Also as they were called in templates and on papers made before the closer groups."""
    kinds = (AGE_GROUPS, AGE_BANDS, FORMER_AGE_GROUPS)
    return Names(*((key, [*_every_name(words), key]) for kind in kinds for key, words in kind.items()))


def languages() -> Names:
    """Content languages by their tag or own name; Finnish, Swedish and English in each other's words too."""
    words = {
        "fi": _("Finnish"), "sv": _("Swedish"), "en": _("English"),
        ANOTHER_LANGUAGE: COMMENT_LANGUAGES[ANOTHER_LANGUAGE],
    }  # fmt: skip
    return Names(
        *((tag, _every_name(name)) for tag, name in words.items()),
        *((tag, (name, tag)) for tag, name in CONTENT_LANGUAGES.items()),
        (ANOTHER_LANGUAGE, (ANOTHER_LANGUAGE,)),
    )


def municipalities() -> tuple[dict[str, Area], Names]:
    """Municipalities by number, and their names in any language and numbers; one query."""
    areas = {area.code: area for area in Area.objects.filter(kind=Area.Kind.MUNICIPALITY)}
    shorter = {code: code.lstrip("0") for code in areas}  # also with one nought less
    named = (
        (code, (*map(str, area.name.values()), code, shorter[code], shorter[code].zfill(2)))
        for code, area in areas.items()
    )
    return areas, Names(*named)


def day_of(said: str) -> date | None:
    """A day as people or programs write it, or as a spreadsheet numbers it; None where it is none of these.

    The first day of the calendar is how programs write that there is none.
    """
    text = said.strip()
    if text.replace(".", "", 1).isdigit() and text.isascii() and 20_000 <= float(text) < 80_000:
        return _EPOCH + timedelta(days=int(float(text)))
    first = text.replace("T", " ").split(" ")[0]
    for form in _FORMS:
        try:
            found = datetime.strptime(first, form).date()  # noqa: DTZ007 (a day, not an instant)
        except ValueError:
            continue
        return found if found.year >= _FIRST_YEAR else None
    return None


def time_of(said: str) -> time | None:
    """The time that stands behind a day ("5.9.2026 klo 10.05", "2026-09-05T10:05:00"), or in a spreadsheet's number."""
    text = said.strip()[:_LONGEST_DAY]  # a number of hundreds of digits is none that can be counted with
    if text.isascii() and text.replace(".", "", 1).isdigit():
        seconds = round(float(text) % 1 * 86_400) % 86_400
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60) if seconds else None
    found = _TIME.search(" ".join(text.split()))
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]), min(int(found[3] or 0), 59))

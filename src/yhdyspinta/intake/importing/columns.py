"""What the columns of a file are: their keys, what they are called, and what stands in their cells."""

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.people.capacities import AGE_BANDS, AGE_GROUPS, CAPACITIES, FORMER_AGE_GROUPS
from yhdyspinta.places.models import Area
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES

#: The columns of the template, in their order.
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
}
NEEDED: Final = ("section", "text", "date")
TEMPLATE_CHANNELS: Final = ("paper", "phone", "email", "event")
_EPOCH: Final = date(1899, 12, 30)  # day 0 of a spreadsheet's calendar
_FORMS: Final = ("%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%y")


def _every_name(words: Any) -> set[str]:
    found = set()
    for language in INTERFACE_LANGUAGES:
        with override(language):
            found.add(str(words).casefold())
    return found


def names_of(values: dict[str, Any]) -> dict[str, str]:
    """Each key by what it may be called in a cell: the key itself and its words in each language, in small letters."""
    found: dict[str, str] = {}
    for key, words in values.items():
        found |= dict.fromkeys({key.casefold(), *_every_name(words)}, key)
    return found


def headings() -> dict[str, str]:
    """The keys of the template's columns by heading."""
    return names_of(dict(TEMPLATE))


def channels() -> dict[str, str]:
    return names_of({key: CHANNELS[key] for key in TEMPLATE_CHANNELS})


def capacities() -> dict[str, str]:
    return names_of(dict(CAPACITIES))


def age_groups() -> dict[str, str]:
    """Also as they were called in templates and on papers made before the closer groups."""
    return {**names_of(dict(FORMER_AGE_GROUPS)), **names_of(dict(AGE_BANDS)), **names_of(dict(AGE_GROUPS))}


def languages() -> dict[str, str]:
    """Content languages by their tag or own name; Finnish, Swedish and English in each other's words too."""
    words = {"fi": _("Finnish"), "sv": _("Swedish"), "en": _("English")}
    own = {name.casefold(): tag for tag, name in CONTENT_LANGUAGES.items()}
    return {**own, **{tag.casefold(): tag for tag in CONTENT_LANGUAGES}, **names_of(words)}


def municipalities() -> dict[str, Area]:
    """Municipalities by name in any language and by number; one query."""
    found: dict[str, Area] = {}
    for area in Area.objects.filter(kind=Area.Kind.MUNICIPALITY):
        found |= {str(name).casefold(): area for name in area.name.values()}
        found |= {area.code: area, area.code.lstrip("0"): area}
    return found


def day_of(said: str) -> date | None:
    """A day as people or programs write it, or as a spreadsheet numbers it; None where it is none of these."""
    text = said.strip()
    if text.replace(".", "", 1).isdigit() and text.isascii() and 20_000 <= float(text) < 80_000:
        return _EPOCH + timedelta(days=int(float(text)))
    first = text.replace("T", " ").split(" ")[0]
    for form in _FORMS:
        try:
            return datetime.strptime(first, form).date()  # noqa: DTZ007 (a day, not an instant)
        except ValueError:
            continue
    return None

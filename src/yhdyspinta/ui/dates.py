"""Times, dates and numbers as people read them in each language, always in Helsinki time."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

HELSINKI: Final = ZoneInfo("Europe/Helsinki")
WEEKDAYS: Final = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("må", "ti", "on", "to", "fr", "lö", "sö"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPACE: Final = "\N{NO-BREAK SPACE}"
#: A line may break before the time, never within it.
_BEFORE_TIME: Final = {"fi": f" klo{_SPACE}", "sv": f" kl.{_SPACE}", "en": ", "}


def _known(language: str) -> str:
    base = language.split("-", maxsplit=1)[0]
    return base if base in WEEKDAYS else "fi"


def in_helsinki(at: datetime) -> datetime:
    """The instant on a Helsinki clock; a time without a zone is refused, for it is not an instant."""
    if at.tzinfo is None:
        raise ValueError("A time without a zone is not an instant.")
    return at.astimezone(HELSINKI)


def day(on: date | datetime, language: str) -> str:
    """`su 5.9.2021`, `sö 5.9.2021`, `Sun 5 Sep 2021`; no line breaks within it."""
    local = in_helsinki(on) if isinstance(on, datetime) else on
    return f"{WEEKDAYS[_known(language)][local.weekday()]}{_SPACE}{date_of_record(local, language)}"


def date_of_record(on: date, language: str) -> str:
    """`31.12.2024`, `31 Dec 2024`: a day of statistics, whose weekday tells nobody anything."""
    if _known(language) == "en":
        return _SPACE.join((str(on.day), MONTHS[on.month - 1], str(on.year)))
    return f"{on.day}.{on.month}.{on.year}"


def clock(at: datetime, language: str) -> str:
    """`23.59` or `23:59`."""
    local = in_helsinki(at)
    mark = ":" if _known(language) == "en" else "."
    return f"{local.hour}{mark}{local.minute:02}" if mark == "." else f"{local:%H:%M}"


def moment(at: date | datetime, language: str) -> str:
    """`su 5.9.2021 klo 23.59`: weekday, date and Helsinki time; the repeated autumn hour says which."""
    if not isinstance(at, datetime):
        return day(at, language)
    local = in_helsinki(at)
    words = day(at, language) + _BEFORE_TIME[_known(language)] + clock(at, language)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        with override(_known(language)):
            which = _("winter time") if local.fold else _("summer time")
        words += f" ({which})"
    return words


def moment_tag(at: date | datetime, language: str) -> SafeString:
    """The moment inside `<time>` for machines."""
    exact = in_helsinki(at).isoformat(timespec="minutes") if isinstance(at, datetime) else at.isoformat()
    return format_html('<time datetime="{}">{}</time>', exact, moment(at, language))


def ago(at: date | datetime, language: str, *, now: datetime | None = None) -> str:
    """`3 days ago`; what is older than a month is told by its date. Of a day alone no hours are told."""
    if not isinstance(at, datetime):
        return _days_ago(at, language, in_helsinki(now or datetime.now(UTC)).date())
    passed = (now or datetime.now(UTC)) - at
    if passed >= timedelta(days=31):
        return day(at, language)
    with override(_known(language)):
        if passed < timedelta(minutes=1):
            return _("just now")
        if passed < timedelta(hours=1):
            count = passed.seconds // 60
            return ngettext("%(count)s minute ago", "%(count)s minutes ago", count) % {"count": count}
        if passed < timedelta(days=1):
            count = passed.seconds // 3600
            return ngettext("%(count)s hour ago", "%(count)s hours ago", count) % {"count": count}
        return ngettext("%(count)s day ago", "%(count)s days ago", passed.days) % {"count": passed.days}


def _days_ago(on: date, language: str, today: date) -> str:
    count = (today - on).days
    if count > 30:
        return day(on, language)
    with override(_known(language)):
        if count < 1:
            return _("today")
        return ngettext("%(count)s day ago", "%(count)s days ago", count) % {"count": count}


def number(value: float | Decimal, language: str) -> str:
    """Thousands apart by a narrow space, a comma before decimals except in English."""
    text = f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}").replace("-", "\N{MINUS SIGN}")
    return text if _known(language) == "en" else text.replace(".", ",")


_UNITS: Final = {"fi": ("kt", "Mt"), "sv": ("kB", "MB"), "en": ("kB", "MB")}


def file_size(size: int, language: str) -> str:
    """`1 kt`, `340 kt`, `1,2 Mt`; `340 kB`, `1.2 MB`: how much there is to fetch, in thousands of bytes."""
    small, big = _UNITS[_known(language)]
    thousands = max(round(size / 1000), 1)
    if thousands < 1000:
        return f"{thousands}{_SPACE}{small}"
    return f"{number(round(size / 1_000_000, 1), language)}{_SPACE}{big}"

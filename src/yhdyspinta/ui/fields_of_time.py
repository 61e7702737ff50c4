"""Dates and times: three inputs and a clock, on Helsinki time, with its missing and its repeated hour."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from yhdyspinta.ui.dates import HELSINKI, in_helsinki
from yhdyspinta.ui.fields import Look, frame_values
from yhdyspinta.ui.text import clean_text, number_of

Parts = dict[str, str]
LAST_YEAR = 2200
FIRST_YEAR = 1900


class PartsWidget(forms.Widget):
    """Reads `name-day`, `name-month`, … into one mapping."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__()
        self.parts = parts

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Parts:
        return {part: str(data.get(f"{name}-{part}", "") or "") for part in self.parts}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in self.parts)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-day"


def _digits(text: str) -> int | None:
    return number_of(clean_text(text, multiline=False), most_digits=4)


def read_date(parts: Mapping[str, str]) -> date:
    """The date in day, month and year, or a message about what is wrong."""
    day, month, year = (_digits(parts.get(name, "")) for name in ("day", "month", "year"))
    if day is None or month is None or year is None:
        raise ValidationError(_("Write day, month and year in digits, for example 5 9 2021."), code="invalid")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(_("Write the year in four digits."), code="year")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValidationError(_("There is no such date in the calendar."), code="no_such_date") from None


def read_clock(text: str) -> time:
    """`9`, `9.30`, `09:30`."""
    hour, _mark, minute = clean_text(text, multiline=False).replace(":", ".").partition(".")
    first, second = _digits(hour), _digits(minute or "0")
    if first is None or second is None or first > 23 or second > 59:
        raise ValidationError(_("Write the time as hours and minutes, for example 16.30."), code="time")
    return time(first, second)


def is_missing(local: datetime) -> bool:
    """Whether the clock skips this time in spring."""
    there = local.replace(tzinfo=HELSINKI)
    return there.astimezone(UTC).astimezone(HELSINKI).replace(tzinfo=None) != local


def is_doubled(local: datetime) -> bool:
    """Whether the clock shows this time twice in autumn."""
    first, second = (local.replace(tzinfo=HELSINKI, fold=fold) for fold in (0, 1))
    return first.utcoffset() != second.utcoffset() and not is_missing(local)


class DateField(Look, forms.Field):
    """A calendar date in three inputs."""

    parts: tuple[str, ...] = ("day", "month", "year")

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", PartsWidget(self.parts))
        super().__init__(**self.take_look(options))
        self.error_messages["required"] = _("Write the date.")

    def _empty(self, value: Any) -> bool:
        return not isinstance(value, Mapping) or not any(str(part).strip() for part in value.values())

    def clean(self, value: Any) -> Any:
        if self._empty(value):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        found = self.read(value)
        self.run_validators(found)
        return found

    def read(self, value: Mapping[str, str]) -> Any:
        return read_date(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.typed(initial) != self.typed(data)

    def typed(self, value: Any) -> Parts:
        """What stands in the inputs."""
        if isinstance(value, Mapping):
            return {part: str(value.get(part, "")) for part in self.parts}
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return dict.fromkeys(self.parts, "")

    def anchor(self, bound: BoundField) -> str:
        return f"{bound.auto_id}-day"

    def items(self, bound: BoundField, typed: Parts) -> list[dict[str, Any]]:
        labels = {"day": _("Day"), "month": _("Month"), "year": _("Year"), "time": _("Time")}
        widths = {"day": 2, "month": 2, "year": 4, "time": 4}
        return [
            {
                "name": part,
                "label": str(labels[part]),
                "value": typed.get(part, ""),
                "classes": f"govuk-input--width-{widths[part]}",
                "inputmode": "numeric" if part != "time" else "text",
            }
            for part in labels
            if part in self.parts
        ]

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        return "date_input", {
            "id": bound.auto_id,
            "name_prefix": bound.html_name,
            "fieldset": {"legend": self.legend_values(bound)},
            "items": self.items(bound, self.typed(bound.value())),
            **frame_values(bound, self),
        }


class DateTimeField(DateField):
    """An instant given as Helsinki date and time; an empty time is `default_time`."""

    parts = ("day", "month", "year", "time", "which")

    def __init__(self, *, default_time: time | None = None, **options: Any) -> None:
        self.default_time = default_time
        super().__init__(**options)
        self.error_messages["required"] = _("Write the date and time.")

    def read(self, value: Mapping[str, str]) -> datetime:
        clock = value.get("time", "")
        if not clock.strip() and self.default_time is None:
            raise ValidationError(_("Write the time as hours and minutes, for example 16.30."), code="time")
        given = read_clock(clock) if clock.strip() else self.default_time
        local = datetime.combine(read_date(value), given or time())
        if is_missing(local):
            after = local + timedelta(hours=1)
            raise ValidationError(
                _("The clocks go forward over this time that night. Choose for example %(before)s or %(after)s."),
                code="missing_hour",
                params={"before": "2.59", "after": f"{after.hour}.{after.minute:02}"},
            )
        which = value.get("which", "")
        if is_doubled(local) and which not in {"summer", "winter"}:
            raise ValidationError(
                _("The clock shows this time twice that night. Choose which one."), code="doubled_hour"
            )
        there = local.replace(tzinfo=HELSINKI, fold=1 if which == "winter" and is_doubled(local) else 0)
        return there.astimezone(UTC)

    def typed(self, value: Any) -> Parts:
        if not isinstance(value, datetime):
            return super().typed(value)
        local = in_helsinki(value)
        doubled = is_doubled(local.replace(tzinfo=None, fold=0))
        return {
            **super().typed(local),
            "time": f"{local.hour}.{local.minute:02}",
            "which": ("winter" if local.fold else "summer") if doubled else "",
        }

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        name, values = super().component(bound)
        typed = self.typed(bound.value())
        return "date_time", {"date": values, **self.which_hour(bound, typed)} if name else {}

    def which_hour(self, bound: BoundField, typed: Parts) -> dict[str, Any]:
        """The extra question of the autumn night, asked only when it matters."""
        try:
            given = read_clock(typed["time"]) if typed["time"].strip() else self.default_time or time()
            doubled = is_doubled(datetime.combine(read_date(typed), given))
        except ValidationError:
            doubled = False
        if not doubled:
            return {}
        choices = (("summer", _("The first one (summer time)")), ("winter", _("The second one (winter time)")))
        return {
            "which": {
                "name": f"{bound.html_name}-which",
                "id_prefix": f"{bound.auto_id}-which",
                "fieldset": {
                    "legend": {
                        "text": str(_("The clock shows this time twice. Which one?")),
                        "classes": "govuk-fieldset__legend--s",
                    }
                },
                "items": [
                    {"value": value, "text": str(text), "checked": typed["which"] == value} for value, text in choices
                ],
            }
        }

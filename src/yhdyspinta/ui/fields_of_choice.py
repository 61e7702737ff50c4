"""Fields of forms in which something is chosen: one of several, any of several, one tick."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from yhdyspinta.ui.fields import Look, Text, frame_values


class _Choosing(Look):
    hints: Mapping[str, Text]

    def choice_items(self, bound: BoundField, chosen: set[str]) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = []
        for value, text in bound.field.choices:  # type: ignore[attr-defined]
            item: dict[str, Any] = {"value": str(value), "text": str(text), "checked": str(value) in chosen}
            if self.hints.get(str(value)):
                item["hint"] = {"text": str(self.hints[str(value)])}
            items.append(item)
        return items

    def group_values(self, bound: BoundField, chosen: set[str]) -> dict[str, Any]:
        return {
            "name": bound.html_name,
            "id_prefix": bound.auto_id,
            "fieldset": {"legend": self.legend_values(bound)},
            "items": self.choice_items(bound, chosen),
            **frame_values(bound, self),
        }


class ChoiceField(_Choosing, forms.ChoiceField):
    """One of several: radio buttons, or a select with `select=True`. `hints` maps a value to its explanation.

    `reveals` maps a value to the name of the field that stands beneath it, or to the names of such fields, which show
    when that is chosen.
    """

    def __init__(
        self,
        *,
        select: bool = False,
        inline: bool = False,
        hints: Mapping[str, Text] | None = None,
        reveals: Mapping[str, str | Sequence[str]] | None = None,
        **options: Any,
    ) -> None:
        self.select = select
        self.reveals = reveals or {}
        self.inline = inline
        self.hints = hints or {}
        super().__init__(**self.take_look(options))
        self.error_messages["required"] = _("Choose one.")
        self.error_messages["invalid_choice"] = _("Choose one from the list.")

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        value = bound.value()
        chosen = {str(value)} if value is not None else set()
        if self.select:
            items = [
                {"value": item["value"], "text": item["text"], "selected": item["checked"]}
                for item in self.choice_items(bound, chosen)
            ]
            label = self.label_values(bound)
            return "select", {
                "id": bound.auto_id,
                "name": bound.html_name,
                "label": label,
                "items": items,
                **frame_values(bound, self),
            }
        values = self.group_values(bound, chosen)
        for item in values["items"]:
            if revealed := self.reveals.get(item["value"]):
                names = (revealed,) if isinstance(revealed, str) else revealed
                fields = [bound.form[name].rendered for name in names]  # type: ignore[attr-defined]
                item["conditional"] = {"html": format_html_join("", "{}", ((one,) for one in fields))}
        if self.inline:
            values["classes"] = "govuk-radios--inline"
        return "radios", values


class MultipleChoiceField(_Choosing, forms.MultipleChoiceField):
    """Any of several: checkboxes; `small` ones where there may be many. The `alone` one takes the ticks off the others."""

    def __init__(
        self, *, hints: Mapping[str, Text] | None = None, small: bool = False, alone: str = "", **options: Any
    ) -> None:
        self.hints, self.small, self.alone = hints or {}, small, alone
        super().__init__(**self.take_look(options))
        self.error_messages["required"] = _("Choose at least one.")
        self.error_messages["invalid_choice"] = _("Choose from the list.")

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        value = bound.value()
        chosen = {str(part) for part in value} if isinstance(value, (list, tuple, set)) else set()
        look = {"classes": "govuk-checkboxes--small"} if self.small else {}
        values = self.group_values(bound, chosen)
        for item in values["items"]:
            if item["value"] == self.alone:
                item["behaviour"] = "exclusive"
        return "checkboxes", {**values, **look}


class ConfirmField(Look, forms.BooleanField):
    """One tick, such as a confirmation."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**self.take_look(options))
        self.error_messages["required"] = _("Tick the box to go on.")

    def component(self, bound: BoundField) -> tuple[str, dict[str, Any]]:
        values = frame_values(bound, self)
        hint = values.pop("hint", None)
        item: dict[str, Any] = {"value": "on", "text": str(bound.label), "checked": bool(bound.value())}
        if hint:
            item["hint"] = hint
        return "checkboxes", {"name": bound.html_name, "id_prefix": bound.auto_id, "items": [item], **values}

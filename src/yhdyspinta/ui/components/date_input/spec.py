from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.describing import describe

NAMES = ("day", "month", "year")


def _classes(item: Mapping[str, Any], *, wrong: bool, year: bool) -> str:
    own = item.get("classes") or ""
    found = ["govuk-date-input__input"]
    if wrong and "govuk-input--error" not in own:
        found.append("govuk-input--error")
    if "govuk-input--width-" not in own:
        found.append(f"govuk-input--width-{4 if year else 2}")
    return " ".join([*found, own]).strip()


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The inputs with their names, ids and widths."""
    typed = values.get("values") or {}
    parts = {name: values.get(name) or {"name": name, "value": typed.get(name)} for name in NAMES}
    part_names = {name: part.get("name", name) for name, part in parts.items()}
    labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    hidden = {name for name in NAMES if name in values and not values[name]}
    items = [item for item in values.get("items") or [parts[name] for name in NAMES if name not in hidden] if item]
    marked = any(item.get("error") or "govuk-input--error" in (item.get("classes") or "") for item in items)
    prefix = f"{values['name_prefix']}-" if values.get("name_prefix") else ""
    inputs = []
    for item in items:
        part = next((name for name in NAMES if item is parts[name] or item.get("name") in {name, part_names[name]}), "")
        name = item.get("name") or part
        wrong = bool(item.get("error")) or "govuk-input--error" in (item.get("classes") or "")
        wrong = wrong or (item.get("error") is not False and bool(values.get("error_message")) and not marked)
        value = item.get("value", parts[part].get("value") if part else None)
        one = {
            "label": {
                "text": item.get("label") or labels.get(name, name.capitalize()),
                "classes": "govuk-date-input__label",
            },
            "id": item.get("id") or f"{values.get('id') or ''}-{name}",
            "classes": _classes(item, wrong=wrong, year=part == "year"),
            "name": prefix + name,
            "value": value if value is not None else typed.get(prefix + name),
            "inputmode": item.get("inputmode") or "numeric",
        }
        inputs.append({**one, **{key: item[key] for key in ("autocomplete", "pattern", "attributes") if key in item}})
    inherited = (values.get("fieldset") or {}).get("described_by") or ""
    return {"inputs": inputs, **describe(values, values.get("id") or "", inherited=inherited)}


SPEC = Spec(
    optional=(
        "id",
        "name_prefix",
        "items",
        "day",
        "month",
        "year",
        "values",
        "fieldset",
        "hint",
        "error_message",
        "form_group",
        "classes",
        "attributes",
    ),
    prepare=prepare,
)

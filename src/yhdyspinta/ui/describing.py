"""Ties a form control to its hint and its message."""

from collections.abc import Mapping
from typing import Any


def describe(values: Mapping[str, Any], prefix: str, *, inherited: str = "") -> dict[str, Any]:
    """The ids of hint and message, and the control's aria-describedby."""
    ids = [inherited or values.get("described_by") or ""]
    hint_id = f"{prefix}-hint" if values.get("hint") else ""
    error_id = f"{prefix}-error" if values.get("error_message") else ""
    ids += [hint_id, error_id]
    return {"hint_id": hint_id, "error_id": error_id, "described": " ".join(part for part in ids if part)}


def describe_control(values: dict[str, Any]) -> dict[str, Any]:
    """For a single control, whose id is its name unless told."""
    control_id = values.get("id") or values.get("name") or ""
    return {"id": control_id, **describe(values, control_id)}


def describe_group(values: dict[str, Any]) -> dict[str, Any]:
    """For a group of controls inside a fieldset."""
    prefix = values.get("id_prefix") or values.get("name") or ""
    fieldset = values.get("fieldset") or {}
    found = describe(values, prefix, inherited=values.get("described_by") or fieldset.get("described_by") or "")
    return {"id_prefix": prefix, **found, "items": choice_items(values, prefix)}


def choice_items(values: Mapping[str, Any], prefix: str) -> list[dict[str, Any]]:
    """Each choice with its id, whether it is chosen, and its own description."""
    chosen = values.get("values")
    one = values.get("value")
    items: list[dict[str, Any]] = []
    for place, item in enumerate(values.get("items") or [], start=1):
        if not item:
            continue
        item_id = item.get("id") or (f"{prefix}-{place}" if place > 1 else prefix)
        value = item.get("value")
        wanted = item.get("checked") is not False and (
            (bool(chosen) and value in chosen) or (bool(one) and value == one)  # type: ignore[operator]
        )
        hint = item.get("hint") or {}
        has_hint = bool(hint.get("text") or hint.get("html"))
        items.append(
            {
                **item,
                "id": item_id,
                "name": item.get("name") or values.get("name"),
                "checked": bool(item.get("checked")) or wanted,
                "hint_id": f"{item_id}-item-hint" if has_hint else "",
            }
        )
    return items

from typing import Any

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.describing import describe_group


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The choices with their ids and descriptions."""
    found = describe_group(values)
    for item in found["items"]:
        own = (item.get("label") or {}).get("classes") or ""
        hint = (item.get("hint") or {}).get("classes") or ""
        item["label_classes"] = f"govuk-checkboxes__label {own}".strip()
        item["hint_classes"] = f"govuk-checkboxes__hint {hint}".strip()
        outer = "" if values.get("fieldset") else found["described"]
        item["described"] = " ".join(part for part in (outer, item["hint_id"]) if part)
    return found


SPEC = Spec(
    required=("name", "items"),
    optional=(
        "id_prefix",
        "fieldset",
        "hint",
        "error_message",
        "form_group",
        "classes",
        "attributes",
        "value",
        "values",
        "described_by",
    ),
    prepare=prepare,
    is_kept=True,
)

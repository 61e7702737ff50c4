from typing import Any

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.describing import describe_control


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The options, the chosen one marked."""
    chosen = values.get("value")
    options = []
    for item in values.get("items") or []:
        if not item:
            continue
        same = bool(chosen) and item.get("value", item.get("text")) == chosen and item.get("selected") is not False
        options.append({**item, "has_value": "value" in item, "chosen": bool(item.get("selected")) or same})
    return {**describe_control(values), "options": options}


SPEC = Spec(
    required=("name",),
    optional=(
        "items",
        "value",
        "label",
        "hint",
        "error_message",
        "form_group",
        "id",
        "classes",
        "attributes",
        "described_by",
        "disabled",
    ),
    prepare=prepare,
    is_kept=True,
)

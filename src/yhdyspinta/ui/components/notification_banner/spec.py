from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Focus moves to an alert unless told."""
    return {"disable_auto_focus": values.get("disable_auto_focus")}


SPEC = Spec(
    optional=(
        "text",
        "html",
        "title_text",
        "title_html",
        "title_id",
        "title_heading_level",
        "type",
        "role",
        "disable_auto_focus",
        "classes",
        "attributes",
    ),
    slots=("body",),
    prepare=prepare,
)

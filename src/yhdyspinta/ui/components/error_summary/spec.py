from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The title in the reader's language; focus moves to the summary unless told."""
    return {"disable_auto_focus": values.get("disable_auto_focus")}


SPEC = Spec(
    optional=(
        "title_text",
        "title_html",
        "description_text",
        "description_html",
        "error_list",
        "disable_auto_focus",
        "classes",
        "attributes",
    ),
    prepare=prepare,
)

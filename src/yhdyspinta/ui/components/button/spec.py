"""A button, or a link that looks like one."""

from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """`kind` is our word for the variant: main, quiet, secondary, warning, inverse."""
    names = ["govuk-button", values.get("classes") or ""]
    kinds = {"quiet": "govuk-button--secondary", "secondary": "govuk-button--secondary"}
    kinds |= {"warning": "govuk-button--warning", "inverse": "govuk-button--inverse", "accent": "y-button--accent"}
    names.append(kinds.get(values.get("kind") or "", ""))
    names.append("govuk-button--start" if values.get("is_start_button") else "")
    return {
        "class_names": " ".join(name for name in names if name),
        "prevent_double_click": values.get("prevent_double_click"),
    }


SPEC = Spec(
    optional=(
        "text",
        "html",
        "href",
        "type",
        "name",
        "value",
        "disabled",
        "prevent_double_click",
        "is_start_button",
        "id",
        "classes",
        "attributes",
        "kind",
    ),
    prepare=prepare,
)

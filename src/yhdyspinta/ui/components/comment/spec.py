from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The initial is that of the sender's name or capacity."""
    return {"initial": values.get("initial") or str(values["by"])}


SPEC = Spec(
    required=("by",),
    optional=("text", "meta", "when", "href", "initial", "colour", "quote", "tag", "id", "lang"),
    slots=("body", "actions", "answer", "replies"),
    prepare=prepare,
)

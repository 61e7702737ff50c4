from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The done part of a hundred, as a plain number."""
    whole = int(values["of"])
    share = 100 * int(values["value"]) // whole if whole else 0
    return {"width": str(max(0, min(100, share)))}


SPEC = Spec(
    required=("value", "of", "text"),
    prepare=prepare,
)

from typing import Any

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.text import together


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """In the foot, numbers stay with what they count."""
    return {side: together(str(values.get(side) or "")) for side in ("left", "right")}


SPEC = Spec(
    optional=("heading", "href", "text", "tag", "left", "right", "level", "colour", "current", "lang"),
    slots=("body", "footer"),
    prepare=prepare,
    is_kept=True,
)

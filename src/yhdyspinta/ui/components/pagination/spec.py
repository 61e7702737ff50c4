from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Without page numbers the arrows are blocks under each other."""
    arrows = values.get("next") or values.get("previous")
    return {"block_level": bool(not values.get("items") and arrows)}


SPEC = Spec(
    optional=("items", "previous", "next", "landmark_label", "classes", "attributes"),
    prepare=prepare,
)

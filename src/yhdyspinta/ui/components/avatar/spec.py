from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The first letter, for the eye only."""
    return {"initial": str(values["name"]).strip()[:1].upper()}


SPEC = Spec(
    required=("name",),
    optional=("colour",),
    prepare=prepare,
    is_kept=True,
)

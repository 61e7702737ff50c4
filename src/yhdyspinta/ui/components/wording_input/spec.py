"""One text in several languages side by side."""

from typing import Any

from yhdyspinta.ui.component import Spec, render_component


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """One control for each language."""
    return {"inputs": [render_component(item["component"], **item["values"]) for item in values["items"]]}


SPEC = Spec(
    required=("id", "legend", "items"),
    optional=("hint", "message"),
    prepare=prepare,
)

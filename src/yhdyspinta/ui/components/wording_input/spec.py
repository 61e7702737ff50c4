"""One text in several languages side by side."""

from typing import Any

from yhdyspinta.ui.component import Spec, render_component


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """One control for each language; those that may wait stand folded under their names."""
    shown = [
        render_component(item["component"], **item["values"]) for item in values["items"] if not item.get("folded")
    ]
    folded = [item for item in values["items"] if item.get("folded")]
    return {
        "inputs": shown,
        "folded": [render_component(item["component"], **item["values"]) for item in folded],
        "folded_names": ", ".join(str(item["values"]["label"]["text"]) for item in folded),
    }


SPEC = Spec(
    required=("id", "legend", "items"),
    optional=("hint", "message"),
    prepare=prepare,
)

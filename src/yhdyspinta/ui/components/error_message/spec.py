from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Without a word of its own the message begins with "Error"."""
    return {"visually_hidden_text": values.get("visually_hidden_text")}


SPEC = Spec(
    optional=("text", "html", "id", "classes", "attributes", "visually_hidden_text"),
    prepare=prepare,
)

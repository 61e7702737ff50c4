"""A state in a word or two; colours: amber, frost, rose, moss."""

from typing import Any

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.text import together


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Numbers stay with what they count."""
    return {"text": together(str(values.get("text") or ""))}


SPEC = Spec(
    optional=("text", "html", "colour", "classes", "attributes"),
    prepare=prepare,
    is_kept=True,
)

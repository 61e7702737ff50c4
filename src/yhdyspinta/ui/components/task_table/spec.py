"""What waits for me: items {task, about, href, why, due, colour}."""

from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Words for a day on which nothing waits."""
    return {
        "empty_heading": values.get("empty_heading") or _("Nothing waits for you"),
        "empty_text": values.get("empty_text") or "",
    }


SPEC = Spec(
    required=("caption", "items"),
    optional=("empty_heading", "empty_text"),
    prepare=prepare,
)

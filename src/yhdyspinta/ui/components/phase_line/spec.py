"""Each item: text, when, state (done, now or none), href. With `all_href` a phone shows only what goes on now."""

from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """A line with nothing going on is shown whole everywhere."""
    return {"has_now": any(item.get("state") == "now" for item in values["items"])}


SPEC = Spec(
    required=("items",),
    optional=("label", "all_href"),
    prepare=prepare,
    is_kept=True,
)

"""What just happened, told once."""

from typing import Any

from yhdyspinta.ui.component import Spec, render_component


def _one(place: int, message: Any) -> str:
    tags = getattr(message, "tags", "")
    return render_component(
        "notification_banner",
        text=str(message),
        title_id=f"message-{place}",
        **({"type": "success"} if "success" in tags else {"role": "alert"}),
    )


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """A banner for each message, success in green."""
    return {"banners": [_one(place, message) for place, message in enumerate(values["items"] or (), start=1)]}


SPEC = Spec(
    required=("items",),
    prepare=prepare,
)

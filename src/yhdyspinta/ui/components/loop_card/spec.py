"""You said, we decided, done; `matter` {text, href} names what it is about where that is not told around it."""

from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.text import together


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Three parts, each {text, link, strong, heading}; `done.done` tells that the measure is ready."""
    done = bool(values["done"].get("done"))
    words = (_("You said"), _("We decided"), _("Done") if done else _("In progress"))
    parts = [values["said"], values["decided"], values["done"]]
    return {
        "parts": [
            {**_whole(part), "heading": part.get("heading") or word} for part, word in zip(parts, words, strict=True)
        ]
    }


def _whole(part: dict[str, Any]) -> dict[str, Any]:
    """In the narrow columns numbers stay with what they count."""
    link = part.get("link")
    kept = {name: together(str(part[name])) for name in ("text", "html", "strong") if part.get(name)}
    return {**part, **kept, **({"link": {**link, "text": together(str(link["text"]))}} if link else {})}


SPEC = Spec(
    required=("said", "decided", "done"),
    optional=("level", "matter"),
    prepare=prepare,
    is_kept=True,
)

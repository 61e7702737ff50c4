"""You said, we decided, done; `matter` {text, href} names what it is about where that is not told around it."""

from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Three parts, each {text, link, strong, heading}; `done.done` tells that the measure is ready."""
    done = bool(values["done"].get("done"))
    words = (_("You said"), _("We decided"), _("Done") if done else _("In progress"))
    parts = [values["said"], values["decided"], values["done"]]
    return {
        "parts": [{**part, "heading": part.get("heading") or word} for part, word in zip(parts, words, strict=True)]
    }


SPEC = Spec(
    required=("said", "decided", "done"),
    optional=("level", "matter"),
    prepare=prepare,
    is_kept=True,
)

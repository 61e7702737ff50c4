"""Value lists of outcomes: stored keys and their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

OUTCOMES: Final = {
    "decided": _("Decided"),
    "taken_into_preparation": _("Taken into preparation"),
    "partly_taken": _("Taken into preparation in part"),
    "not_taken": _("Not taken forward"),
}

MEASURE_STATES: Final = {
    "planned": _("Planned"),
    "under_way": _("Under way"),
    "done": _("Done"),
    "given_up": _("Given up"),
}


def bare_section(number: str) -> str:
    """The section of the minutes without its sign, which some write and others leave to us."""
    return number.replace("§", "").strip()


def section_words(number: str) -> str:
    """The section of the minutes with its sign once; empty where there is none."""
    return f"§\N{NO-BREAK SPACE}{bare}" if (bare := bare_section(number)) else ""

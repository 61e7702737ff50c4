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

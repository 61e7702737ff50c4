"""In what capacity somebody takes part: asked, never assumed."""

from typing import Final

from django.utils.translation import gettext_lazy as _

CAPACITIES: Final = {
    "resident": _("Resident"),
    "service_user": _("Service user"),
    "close_person": _("Family member or other close person"),
    "organisation": _("Organisation's representative"),
    "professional": _("Professional"),
    "elected_official": _("Elected official"),
    "expert_by_experience": _("Expert by experience"),
    "volunteer": _("Volunteer"),
    "other": _("Other"),
}

#: The bands that the population data has, so that shares can be compared.
AGE_GROUPS: Final = {
    "under_15": _("Under 15"),
    "15_64": _("15–64"),
    "65_over": _("65 or over"),
    "not_told": _("Prefer not to say"),
}

#: How well somebody has shown who they are (`people.models.Person.Level`).
LEVELS: Final = {
    0: _("Not confirmed"),
    1: _("E-mail confirmed"),
    2: _("Strongly identified"),
}

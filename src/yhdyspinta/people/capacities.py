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

#: As people are asked.
AGE_GROUPS: Final = {
    "under_15": _("Under 15"),
    "15_17": _("15–17"),
    "18_29": _("18–29"),
    "30_44": _("30–44"),
    "45_64": _("45–64"),
    "65_74": _("65–74"),
    "75_over": _("75 or over"),
    "not_told": _("Prefer not to say"),
}

#: Whose own name is never shown.
MINORS: Final = frozenset({"under_15", "15_17"})

#: As the population data has them, so that shares can be compared.
AGE_BANDS: Final = {
    "under_15": _("Under 15"),
    "15_64": _("15–64"),
    "65_over": _("65 or over"),
}

#: As people were asked before the closer groups: answers given then, and on paper forms printed then, stay as they were told.
FORMER_AGE_GROUPS: Final = {"15_64": _("15–64 (earlier form)"), "65_over": _("65 or over (earlier form)")}

#: The band of what somebody told.
BAND_OF: Final = {
    **{key: key for key in AGE_BANDS},
    **dict.fromkeys(("15_17", "18_29", "30_44", "45_64"), "15_64"),
    **dict.fromkeys(("65_74", "75_over"), "65_over"),
}

#: How well somebody has shown who they are (`people.models.Person.Level`).
LEVELS: Final = {
    0: _("Not confirmed"),
    1: _("E-mail confirmed"),
    2: _("Strongly identified"),
}

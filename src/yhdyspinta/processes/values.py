"""Value lists of a process: stored keys and their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

#: Where the law names the six ways of taking part, by the kind of authority; a national one has no such section.
LAW_OF_WAYS: Final = {"county": "611/2021 29 §", "municipality": "410/2015 22 §"}

#: The six ways of taking part.
SIX_WAYS: Final = {
    "hearing": _("Discussions, hearings and residents' juries"),
    "opinions": _("Finding out opinions before decisions"),
    "representatives": _("Service users' representatives in bodies"),
    "co_planning": _("Planning and developing services together"),
    "finances": _("Taking part in planning the finances"),
    "own_initiative": _("Supporting residents' and organisations' own planning"),
}

INFLUENCE_LEVELS: Final = {
    "inform": _("You get information"),
    "consult": _("You are heard"),
    "involve": _("You take part in the work"),
    "co_develop": _("We develop together"),
    "decide": _("You decide"),
}

PHASE_KINDS: Final = {
    "preparation": _("Preparation"),
    "participation": _("Taking part"),
    "forum": _("Forum"),
    "workshops": _("Workshops"),
    "answers": _("Answers and further preparation"),
    "follow_up": _("Follow-up"),
}

PROCESS_STATES: Final = {
    "draft": _("Draft"),
    "upcoming": _("Upcoming"),
    "open": _("Open"),
    "paused": _("Paused"),
    "processing": _("Being processed"),
    "answered": _("Answered"),
    "cancelled": _("Cancelled"),
    "archived": _("Archived"),
}

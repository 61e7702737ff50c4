"""Value lists of working with the material: stored keys and their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.parts import TextPart

#: What a theme is called.
THEME: Final = TextPart(_("Name of the theme"), 100)

#: Deeds that put comments into an answer that is being written.
GROUPING: Final = frozenset({"answer_begun", "into_draft"})

#: Who may work on comments.
ABILITY: Final = "answer"

STANCES: Final = {
    "for": _("For"),
    "partly": _("For in part"),
    "against": _("Against"),
    "none": _("Takes no stance"),
    "question": _("A question"),
}

#: What a deed does to the comments; the last three are done on the page of themes.
KINDS: Final = {
    "theme_added": _("Theme added"),
    "theme_removed": _("Theme taken off"),
    "assigned": _("Assigned"),
    "stance": _("Stance marked"),
    "closed": _("Closed without an answer"),
    "to_translate": _("Put into the translator's file"),
    "answer_begun": _("Put into one answer"),
    "into_draft": _("Added to a draft answer"),
    "suggested": _("Suggested theme accepted"),
    "theme_gone": _("Theme removed"),
    "merged": _("Theme merged"),
}

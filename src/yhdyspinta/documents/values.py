"""Words that documents begin with, and the kinds of change and of files with their words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.fields import Wording

#: The heading of text that stands before the first heading of an imported draft, in the text's own language.
FIRST_HEADINGS: Final = {
    "fi": "Johdanto",
    "sv": "Inledning",
    "en": "Introduction",
    "fi-x-selko": "Johdanto",
    "sv-x-lattlast": "Inledning",
}

CHANGES: Final = {
    "same": _("Unchanged"),
    "changed": _("Text changed"),
    "added": _("New section"),
    "removed": _("Removed"),
    "moved": _("Moved"),
    "renamed": _("Renamed"),
    "split": _("Split"),
    "joined": _("Joined"),
}

SOURCES: Final = {
    "paste": _("Paste text"),
    "markdown": _("Text with Markdown marks"),
    "docx": _("Word file (.docx)"),
}


def draft_name(number: int) -> Wording:
    """What a version is called until staff give it another name."""
    return Wording(fi=f"luonnos {number}", sv=f"utkast {number}", en=f"draft {number}")


def first_heading(language: str) -> str:
    return FIRST_HEADINGS.get(language, FIRST_HEADINGS["fi"])

"""What staff write of documents in several languages, and how long each text may be."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.actions.sections import LONGEST_BODY, LONGEST_HEADING
from yhdyspinta.wording.parts import TextPart

DOCUMENT: Final = {
    "title": TextPart(_("Title"), 150),
    "summary": TextPart(_("Summary"), 2_000, is_long=True),
}
VERSION: Final = {
    "name": TextPart(_("Version's name"), 80),
    "what_changed": TextPart(_("What changed"), 2_000, is_long=True),
}
HEADING: Final = TextPart(_("Heading"), LONGEST_HEADING)
BODY: Final = TextPart(_("Text"), LONGEST_BODY, is_long=True)
QUESTIONS: Final = TextPart(_("Guiding questions"), 2_000, is_long=True)
ATTACHMENT: Final = {"name": TextPart(_("Name shown to readers"), 150)}

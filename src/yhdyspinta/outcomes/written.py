"""What staff write of decisions and measures in several languages, and how long each text may be."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.parts import TextPart

OUTCOME: Final = {
    "title": TextPart(_("The decision in one sentence"), 200),
    "body_name": TextPart(_("Who decided"), 200),
    "explanation": TextPart(_("What it means for residents"), 5_000, is_long=True),
}
MEASURE: Final = {
    "you_said": TextPart(_("You said"), 500),
    "we_decided": TextPart(_("We decided"), 500),
    "promise": TextPart(_("What will be done"), 500),
    "owner_name": TextPart(_("Who sees to it"), 120),
}
PROGRESS: Final = {"status_words": TextPart(_("In words"), 1_000, is_long=True)}

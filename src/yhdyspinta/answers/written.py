"""What staff write in answers in several languages, and how long each text may be."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.parts import TextPart

ANSWER: Final = {
    "title": TextPart(_("What the comments are about"), 150),
    "body": TextPart(_("Answer"), 8_000, is_long=True),
    "reason_words": TextPart(_("The reason in your own words"), 3_000, is_long=True),
    "passed_to": TextPart(_("Where the matter was passed on"), 300),
}
TEMPLATE: Final = {"body": TextPart(_("Words of the answer"), 4_000, is_long=True)}
SUMMARY: Final = {"body": TextPart(_("Summary"), 20_000, is_long=True)}

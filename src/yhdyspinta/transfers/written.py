"""What staff write of comments passed on in several languages, and how long each text may be."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.parts import TextPart

REASON: Final = TextPart(_("Why does it belong there?"), 2_000, is_long=True)
REPLY: Final = TextPart(_("Answer"), 8_000, is_long=True)
REPLY_CORRECTION: Final = TextPart(_("Correction of the answer"), 8_000, is_long=True)

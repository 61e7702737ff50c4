"""What staff write of a process in several languages, and how long each text may be."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.wording.parts import TextPart

_LINE: Final = 200
_TEXT: Final = 20_000
PROCESS: Final[Mapping[str, TextPart]] = {
    "title": TextPart(_("Title"), _LINE),
    "summary": TextPart(_("Summary"), _TEXT, is_long=True),
    "background": TextPart(_("Background"), _TEXT, is_long=True),
    "use_of_results": TextPart(_("What the results are used for"), _TEXT, is_long=True),
    "decided_by": TextPart(_("Who decides, and when"), _TEXT, is_long=True),
    "results_receiver": TextPart(_("Who receives the results"), _LINE),
    "keywords": TextPart(_("Keywords"), _LINE),
    "contact_title": TextPart(_("Contact person's title"), _LINE),
    "privacy_purposes": TextPart(_("Why personal data are handled"), _TEXT, is_long=True),
}
PHASE: Final[Mapping[str, TextPart]] = {
    "title": TextPart(_("Title"), 150),
    "description": TextPart(_("Description"), 5_000, is_long=True),
    "when_words": TextPart(_("When, in words"), 150),
    "place": TextPart(_("Place"), 150),
    "link_text": TextPart(_("Link's text"), 150),
}
STOP: Final[Mapping[str, TextPart]] = {
    "pause_reason": TextPart(_("Why it is paused"), 2_000, is_long=True),
    "cancel_reason": TextPart(_("Why it was cancelled"), 2_000, is_long=True),
}
ACTIVITY: Final[Mapping[str, TextPart]] = {"title": TextPart(_("Title"), 150)}

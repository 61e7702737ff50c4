"""The pages of open data in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import OPEN, RoundPage

ROUND_PAGES: Final = (
    RoundPage("preparing", _("Card for other sites"), "open_data:share", "see_desk", place=5, states=OPEN, held="here"),
)

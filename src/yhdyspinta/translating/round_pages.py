"""The pages of translating in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "preparing", _("Translations"), "translating:texts", "edit", place=6, under=("translating:",), of_process=True
    ),
)

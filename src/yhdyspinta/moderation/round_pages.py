"""The pages of checking in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import OPEN, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "material",
        _("Check comments"),
        "moderation:queue",
        "moderate",
        place=5,
        states=OPEN,
        under=("moderation:",),
        of_process=True,
    ),
)

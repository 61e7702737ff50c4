"""The pages of the launch pack in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import BEFORE, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "preparing",
        _("Launch pack"),
        "launch:edit",
        "edit",
        place=4,
        states=BEFORE,
        under=("launch:",),
        held="here",
    ),
)

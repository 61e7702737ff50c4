"""The pages of the comment round itself in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import BEFORE, OPEN, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "overview",
        _("Overview"),
        "comment_rounds:staff_round",
        "see_desk",
        place=1,
        states=OPEN,
        method="comment_rounds",
    ),
    RoundPage(
        "preparing",
        _("Opening times"),
        "comment_rounds:staff_times",
        "edit",
        place=2,
        states=BEFORE,
        method="comment_rounds",
        held="here",
    ),
    RoundPage("preparing", _("Settings"), "comment_rounds:staff_settings", "edit", place=3, method="comment_rounds"),
)

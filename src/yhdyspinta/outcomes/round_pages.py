"""The pages of decisions in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "results",
        _("Decisions and measures"),
        "outcomes:staff",
        "decide_outcome",
        place=4,
        under=("outcomes:",),
        of_process=True,
    ),
)

"""The pages of the report in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import AFTER, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "results",
        _("Report of the round"),
        "reports:edit",
        "decide_outcome",
        place=1,
        states=AFTER,
        under=("reports:",),
    ),
    RoundPage("results", _("Attachment for the agenda"), "reports:hearing", "decide_outcome", place=2),
    RoundPage(
        "results",
        _("Solutions and material"),
        "reports:manage_practices",
        "decide_outcome",
        place=3,
        under=("reports:edit_practice", "reports:remove_practice"),
    ),
)

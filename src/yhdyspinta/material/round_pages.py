"""The pages of the material in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import AFTER, OPEN, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "material",
        _("All comments"),
        "material:table",
        "see_desk",
        place=1,
        states=OPEN | AFTER,
        under=("material:", "transfers:"),
    ),
    RoundPage(
        "material",
        _("Themes"),
        "material:themes",
        "see_desk",
        place=2,
        under=("material:theme", "material:suggestion", "material:suggest"),
    ),
    RoundPage(
        "material",
        _("Like comments"),
        "material:similar",
        "see_desk",
        place=3,
        under=("material:bunch", "material:apart"),
    ),
    RoundPage("material", _("Compare two documents"), "material:compare", "see_desk", place=4),
)

"""The pages of documents in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import BEFORE, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "preparing",
        _("Documents"),
        "documents:documents",
        "edit_documents",
        place=1,
        states=BEFORE,
        under=("documents:",),
    ),
)

"""The pages of what came off line in the menu of a round."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.round_pages import OPEN, RoundPage

ROUND_PAGES: Final = (
    RoundPage(
        "channels", _("What came off line"), "intake:channels", "type_in", place=1, states=OPEN, under=("intake:",)
    ),
    RoundPage(
        "channels",
        _("Type one comment or a call"),
        "intake:enter",
        "type_in",
        place=2,
        states=OPEN,
        under=("intake:entered", "intake:add", "intake:mend", "intake:edit", "intake:withdraw"),
        held="here",
    ),
    RoundPage(
        "channels",
        _("Bring in a spreadsheet"),
        "intake:uploads",
        "take_in",
        place=3,
        under=("intake:upload", "intake:upload_import", "intake:upload_discard"),
        held="here",
    ),
    RoundPage(
        "channels",
        _("Bring in a round held elsewhere"),
        "intake:earlier",
        "take_in",
        place=3,
        under=(
            "intake:earlier_file",
            "intake:mapping",
            "intake:earlier_mistakes",
            "intake:earlier_import",
            "intake:earlier_discard",
            "intake:upload",
            "intake:upload_import",
            "intake:upload_discard",
        ),
        held="elsewhere",
    ),
    RoundPage("channels", _("Paper form for printing"), "intake:paper", "type_in", place=4, held="here"),
)

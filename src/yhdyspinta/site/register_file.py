"""The register's list as a file: its headings and its rows."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from yhdyspinta.site.register_rows import Received
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.tables import Cell


def head(*, named: bool) -> list[str]:
    """The headings of the export, in the reader's language; senders only when they are asked for."""
    return [
        _("Kind"),
        _("Case number"),
        _("Process"),
        _("Number"),
        _("Arrived"),
        _("Entered"),
        _("Channel"),
        _("Publicity"),
        _("Language"),
        *([_("Sender as shown"), _("Name known to the authority"), _("Whence the name is known")] if named else []),
        _("Text"),
        _("Capacity"),
        _("Organisation"),
        _("Entered by"),
        _("Pile or event"),
        _("Changed by its sender, or at their request"),
        _("Words received earlier"),
        _("Text as the public reads it, where a passage is masked"),
        _("Round"),
        _("What it is on"),
        _("Address"),
    ]


def cells(row: Received, language: str, *, named: bool) -> Sequence[Cell]:
    """A row of the export."""
    return [
        row.kind,
        row.case_number,
        row.process.text(language),
        row.number,
        _stamp(row.arrived),
        _stamp(row.entered_at),
        row.channel,
        row.publicity,
        row.language,
        *([row.sender, row.known_name, row.known_how] if named else []),
        row.text,
        row.capacities,
        row.organisation,
        row.entered_by,
        row.brought_in,
        _stamp(row.edited_at) if row.edited_at else "",
        "\n\n".join(f"{_stamp(since)}: {words}" for since, words in row.before),
        row.shown_text,
        row.round.text(language),
        row.place,
        row.address,
    ]


def _stamp(at: date | datetime) -> str:
    """An instant; where only the day is known, the day alone."""
    if not isinstance(at, datetime):
        return at.isoformat()
    return in_helsinki(at).isoformat(sep=" ", timespec="seconds")

"""The yearly summary of an authority as a Word file, for its annual report: what the page tells, as of a moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.values import SIX_WAYS
from yhdyspinta.reports import yearly_words as words
from yhdyspinta.reports.word import word_file, write_table
from yhdyspinta.reports.yearly import RoundOfYear, Year
from yhdyspinta.ui.dates import day, number
from yhdyspinta.wording.fields import Wording

if TYPE_CHECKING:
    from docx.document import Document

MOST: Final = 200  # rounds in the file; all are in the table of the page


def year_file(authority: Authority, told: Year, language: str, *, at: datetime) -> bytes:
    """The summary in a language."""
    with override(language):
        name = Wording(authority.name).text(language)
        title = _("Taking part in %(year)s: %(authority)s") % {"year": told.year, "authority": name}
        write = lambda file: _write(file, authority, told, language, at)  # noqa: E731
        return word_file([title], authority, at, language, write)


def _write(file: "Document", authority: Authority, told: Year, language: str, at: datetime) -> None:
    file.add_paragraph(words.as_of(at, language))
    file.add_paragraph(words.lead())
    file.add_heading(_("The year in figures"), 1)
    _figures(file, told, language)
    if reached := words.reach(words.population_of(authority), told.total.senders, language):
        file.add_paragraph(reached)
    file.add_paragraph(words.how_counted())
    file.add_heading(words.ways_title(authority), 1)
    _ways(file, told, language)
    file.add_heading(_("Rounds of the year"), 1)
    if told.rounds:
        _rounds(file, told.rounds, language)
    else:
        file.add_paragraph(_("No round closed in this year"))


def _figures(file: "Document", told: Year, language: str) -> None:
    total = words.cells(told.total, language)
    rows = [
        (_("Rounds"), total["rounds"]),
        (_("Comments"), total["comments"]),
        (_("Senders"), total["senders"]),
        (_("Answered in time"), total["in_time"]),
        (_("Changed something"), total["changed"]),
        (_("Measures promised in the year"), number(told.promised, language)),
        (_("Measures done in the year"), number(told.done, language)),
    ]
    write_table(file, (_("What"), _("How many")), rows)


def _ways(file: "Document", told: Year, language: str) -> None:
    names = ("rounds", "comments", "senders", "in_time", "changed")
    rows = []
    for line in told.ways:
        cells = words.cells(line, language)
        rows.append((str(SIX_WAYS[line.key]), *(cells[name] for name in names)))
    heads = (_("Way"), _("Rounds"), _("Comments"), _("Senders"), _("Answered in time"), _("Changed something"))
    write_table(file, heads, rows)
    file.add_paragraph(_("A round may be several of the ways."))


def _rounds(file: "Document", rounds: Sequence[RoundOfYear], language: str) -> None:
    heads = (_("Round"), _("Closed"), _("Comments"), _("Senders"), _("Answered"), _("Changed something"))
    rows = [
        (
            row.title.text(language), day(row.closed_on, language), number(row.comments, language),
            number(row.senders, language), words.answered(row, language), words.changed(row),
        )
        for row in rounds[:MOST]
    ]  # fmt: skip
    write_table(file, heads, rows)
    if more := max(len(rounds) - MOST, 0):
        said = ngettext(
            "%(more)s more round is in the table only.", "%(more)s more rounds are in the table only.", more
        )
        file.add_paragraph(said % {"more": number(more, language)})

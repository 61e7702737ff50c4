"""The parts of a report in their order, each with its words, notes and tables: page, Word, PDF and attachment read these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.reports import sentences
from yhdyspinta.reports import tables as of_figures
from yhdyspinta.reports.asked import AskedDocument, what_was_asked
from yhdyspinta.reports.words import NAMES, ReportWords
from yhdyspinta.wording.fields import Wording

Told = Mapping[str, Any]
#: What the attachment for an agenda has of the parts: those that tell what was heard and how it was handled.
OF_HEARING: Final = ("asked", "took_part", "said", "changed", "hidden")


@dataclass(frozen=True)
class Part:
    """A heading of the report with what must be told, staff's words and the tables of the data."""

    name: str
    heading: str
    text: Wording
    tables: Sequence[of_figures.Table] = ()
    notes: Sequence[str] = ()
    asked: Sequence[AskedDocument] = ()
    is_followed: bool = False  # something stands under the heading though there be neither words nor tables

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.tables or self.notes or self.asked or self.is_followed)


def parts_of(words: ReportWords, told: Told, language: str) -> list[Part]:
    """Every part, also an empty one; what happens next is last."""
    beside = {
        "took_part": of_figures.who_took_part(told, language),
        "said": of_figures.what_was_said(told, language),
        "changed": of_figures.what_was_done(told),
    }
    notes = {"took_part": sentences.of_senders(told, language), "changed": sentences.standing(told, language)}
    parts = [
        Part(
            name, str(NAMES[name]), getattr(words, name), beside.get(name, ()), notes.get(name, ()),
            asked=what_was_asked(told, language) if name == "asked" else (),
            is_followed=name == "next_steps" and bool(told["outcomes"] or told["measures"]),
        )
        for name in NAMES
    ]  # fmt: skip
    return [*parts[:-1], _hidden(told), parts[-1]]


def _hidden(told: Told) -> Part:
    """The part that staff write nothing in."""
    shown = of_figures.what_was_hidden(told)
    note = _("These comments are not in the figures above. Their senders were told the reason.")
    return Part("hidden", _("Hidden comments"), Wording(), shown, (note,) if shown else ())


def hearing_parts(told: Told, language: str) -> list[Part]:
    """The parts of the attachment for an agenda, with the words that were kept in it."""
    parts = parts_of(ReportWords.read(told.get("words", {})), told, language)
    handled = _("How the comments were handled")
    return [
        replace(part, heading=handled) if part.name == "changed" else part for part in parts if part.name in OF_HEARING
    ]

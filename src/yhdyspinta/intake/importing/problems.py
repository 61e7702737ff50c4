"""Mistakes of a file: where each stands, and what is wrong with it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.intake.importing.cells import column_number
from yhdyspinta.intake.models import Upload
from yhdyspinta.wording.refusals import Refusal

MOST_PROBLEMS: Final = 5_000  # that are kept: a file with more is wrong in the same way everywhere

REASONS: Final = {
    "column_missing": gettext_lazy("The column is missing. Take the template of this round and keep its headings."),
    "no_rows": gettext_lazy("There are no comments below the headings."),
    "another_round": gettext_lazy("The file is made for the round %(value)s. Take the template of this round."),
    "round_code_slip": gettext_lazy(
        "“%(value)s” is not the code of any round: it has a slip in it. The code of this round is %(code)s."
    ),
    "no_text_column": gettext_lazy("Choose at least one column that holds comments."),
    "no_parts": gettext_lazy(
        "The round has no published document to which comments could belong. Publish one, then check the file again."
    ),
    "part_untold": gettext_lazy(
        "Neither the row nor the page of columns tells which part this is about. Choose it on the page of columns."
    ),
    "moment_missing": gettext_lazy("The day and time are missing."),
    "comment_missing": gettext_lazy("The comment is missing."),
    "part_missing": gettext_lazy("The code of the part is missing."),
    "day_missing": gettext_lazy("The day of arrival is missing."),
    "unknown_place": gettext_lazy("The round has no part with the code “%(value)s”."),
    "place_of_another_version": gettext_lazy(
        "The version that was chosen for the file has no part “%(value)s”. Write which version it is: %(codes)s."
    ),
    "version_unclear": gettext_lazy(
        "“%(value)s” may be of either version that was there on its day: %(codes)s. Choose the version for the file."
    ),
    "not_in_that_version": gettext_lazy(
        "The version that is meant has no part “%(value)s”. There are: %(codes)s. Choose the version for the file."
    ),
    "unknown_value": gettext_lazy("“%(value)s” does not fit this column."),
    "value_not_listed": gettext_lazy(
        "“%(value)s” does not fit this column. What fits is listed on the sheet Values of the round's template."
    ),
    "unknown_value_near": gettext_lazy("“%(value)s” does not fit this column. Is it “%(near)s”?"),
    "unknown_town": gettext_lazy("There is no municipality “%(value)s”."),
    "unknown_town_near": gettext_lazy("There is no municipality “%(value)s”. Is it “%(near)s”?"),
    "not_a_day": gettext_lazy("“%(value)s” is no day. Write it as 5.9.2026 or 2026-09-05."),
    "too_long": gettext_lazy("The text has %(length)s characters; there can be %(most)s."),
    "too_many_values": gettext_lazy("The cell has more than %(most)s values divided by commas or semicolons."),
    "theme_too_long": gettext_lazy("The theme has %(length)s characters; there can be %(most)s."),
    "themes_too_many": gettext_lazy("With this file the round would have %(count)s themes; there can be %(most)s."),
    "odd_characters": gettext_lazy("The text holds characters that cannot be read."),
    "number_taken": gettext_lazy(
        "An earlier file has brought other words under the number “%(value)s”. Number this paper anew."
    ),
    "participant_changed": gettext_lazy(
        "An earlier file has brought other words of the participant “%(value)s”. Mend or withdraw what is here."
    ),
    "participant_missing": gettext_lazy("The file does not tell who answered: a Participant is missing."),
    "not_a_moment": gettext_lazy("“%(value)s” is no date and time."),
    "name_not_shown": gettext_lazy("Names are not shown in this round. Leave the name out."),
    "name_of_minor": gettext_lazy("The name of nobody under 18 is shown. Leave it empty."),
    "of_age_missing": gettext_lazy("A name is shown only of those who have told that they are 18 or over."),
    "reply_missing": gettext_lazy("Choose how the answer is sent, as there is an address or a number for it."),
    "not_an_address": gettext_lazy("“%(value)s” is no e-mail address."),
    "differs_from_first": gettext_lazy(
        "The same number of the paper has something else in this column on row %(row)s."
    ),
}


@dataclass(frozen=True)
class Problem:
    """A mistake in a file: row and column as the spreadsheet shows them, and what is wrong."""

    row: int
    column: str  # "C", or "" where it is the row or the file
    heading: str
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return str(REASONS[self.code]) % self.values if self.code in REASONS else Refusal(self.code).words

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands as one reads: by row, and in the row from left to right."""
        return self.row, column_number(self.column) if self.column else 0


def told(problems: list[Problem]) -> list[tuple[str, str, str, str]]:
    """The list of mistakes as cells: row, column, heading, reason."""
    return [(str(one.row), one.column, one.heading, one.reason) for one in problems]


def titles(kind: str) -> tuple[str, ...]:
    """The headings of the list of mistakes of a file: a list of statements has entries and fields, not rows."""
    if kind == Upload.Kind.SERVICE:
        return (_("Entry"), _("Column"), _("Field"), _("What to mend"))
    return (_("Row"), _("Column"), _("Heading"), _("What to mend"))

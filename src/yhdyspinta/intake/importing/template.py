"""The spreadsheet that is filled in for one round: headings, the codes of its parts, and the values of each column."""

from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.comments.languages import MARKED_IN
from yhdyspinta.comments.values import CHANNELS, TYPED_CHANNELS
from yhdyspinta.intake.codes import Place, round_code
from yhdyspinta.intake.importing.cells import MOST_ROWS
from yhdyspinta.intake.importing.columns import NEEDED, TEMPLATE
from yhdyspinta.intake.importing.of_senders import YES_OR_NO, columns_of
from yhdyspinta.intake.replies import REPLY_WORDS
from yhdyspinta.intake.shown_names import naming_in
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.tables import neutral
from yhdyspinta.wording.fields import Wording

_WIDTHS = {"id": 18, "section": 16, "text": 70, "organisation": 28, "municipality": 22, "capacity": 24,
           "display_name": 28, "reply_by": 28, "name": 28, "postal_address": 40, "email": 28}  # fmt: skip
_HEAD = 2  # the heading stands on row 3


def template_file(activity: Activity, places: list[Place], municipalities: list[str], language: str) -> bytes:
    """The workbook in the language of the page; the same round gives the same parts and codes."""
    import xlsxwriter

    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "bg_color": "#E4EFED", "border": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    day = book.add_format({"num_format": "d.m.yyyy", "valign": "top"})
    title = Wording(activity.title).text(language)
    heads = columns_of(naming_in(activity))
    lists = {key: values for key, values in _lists(places, municipalities).items() if key in heads}
    _first(book, (str(neutral(title)), round_code(activity)), heads, {"bold": bold, "text": text, "day": day}, lists)
    _instructions(book, heads, bold, text)
    _parts(book, places, bold, text)
    _values(book, lists, bold)
    book.close()
    return kept.getvalue()


def _lists(places: list[Place], municipalities: list[str]) -> dict[str, list[str]]:
    return {
        "section": [place.code for place in places],
        "language": [str(name) for name in MARKED_IN.values()],
        "channel": [str(CHANNELS[key]) for key in TYPED_CHANNELS],
        "capacity": [str(words) for words in CAPACITIES.values()],
        "municipality": municipalities,
        "age_group": [str(words) for words in AGE_GROUPS.values()],
        "of_age": [str(words) for words in YES_OR_NO.values()],
        "reply_by": [str(words) for words in REPLY_WORDS.values()],
    }


def _first(
    book: Any, above: tuple[str, str], heads: list[str], looks: dict[str, Any], lists: dict[str, list[str]]
) -> None:
    sheet = book.add_worksheet(_("Comments"))
    for row, words in enumerate(above):
        sheet.write_string(row, 0, words)
    for place, key in enumerate(heads):
        look = looks["day"] if key == "date" else looks["text"]
        sheet.set_column(place, place, _WIDTHS.get(key, 16), look)
        sheet.write_string(_HEAD, place, str(TEMPLATE[key]), looks["bold"])
        if lists.get(key):
            column = list(lists).index(key)
            source = f"='{_('Values')}'!${chr(65 + column)}$2:${chr(65 + column)}${len(lists[key]) + 1}"
            rule = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(_HEAD + 1, place, _HEAD + MOST_ROWS, place, rule)
    sheet.freeze_panes(_HEAD + 1, 0)


def _instructions(book: Any, heads: list[str], bold: Any, text: Any) -> None:
    sheet = book.add_worksheet(_("Instructions"))
    sheet.set_column(0, 0, 26, text)
    sheet.set_column(1, 1, 90, text)
    told = {
        "id": _(
            "The same number on several rows is one sender and one receipt. Empty: every row is a sender of its own."
        ),
        "section": _("From the sheet of parts. The letter alone is the document as a whole."),
        "text": _("In the sender's own words."),
        "language": _("Empty: what the words clearly tell, otherwise the language chosen when the file is brought in."),
        "channel": _("Empty: on paper."),
        "date": _("The day on which it arrived; the round was open then."),
        "capacity": _("One or several, divided by commas. Empty if it was not told."),
        "organisation": _("The organisation that the sender speaks for."),
        "municipality": _("Name or number. Empty if it was not told."),
        "age_group": _("Empty if it was not told."),
        "display_name": _("Only if the sender wants it beside the comment."),
        "of_age": _("A name is shown only of those who have told that they are 18 or over."),
        "reply_by": _("Empty: they look it up with the code, or need none. It is enough on the first row of a sender."),
        "name": _("For a letter or a call. It is not shown to anybody else."),
        "postal_address": _("Needed for a letter, together with the name."),
        "phone": _("Needed for a call."),
        "email": _("Needed for an answer by e-mail. The receipt is sent there when the file is brought in."),
    }
    for row, key in enumerate(heads):
        heading = _("%(heading)s (needed)") % {"heading": TEMPLATE[key]} if key in NEEDED else str(TEMPLATE[key])
        sheet.write_string(row, 0, heading, bold)
        sheet.write_string(row, 1, told[key], text)


def _parts(book: Any, places: list[Place], bold: Any, text: Any) -> None:
    sheet = book.add_worksheet(_("Parts"))
    sheet.set_column(1, 2, 60, text)
    for column, words in enumerate((_("Code"), _("Part"), _("Document"))):
        sheet.write_string(0, column, words, bold)
    for row, place in enumerate(places, start=1):
        for column, words in enumerate((place.code, place.words, place.document)):
            sheet.write_string(row, column, str(neutral(words)))


def _values(book: Any, lists: dict[str, list[str]], bold: Any) -> None:
    sheet = book.add_worksheet(_("Values"))
    sheet.set_column(0, len(lists) - 1, 24)
    for column, (key, values) in enumerate(lists.items()):
        sheet.write_string(0, column, str(TEMPLATE[key]), bold)
        for row, value in enumerate(values, start=1):
            sheet.write_string(row, column, str(neutral(value)))

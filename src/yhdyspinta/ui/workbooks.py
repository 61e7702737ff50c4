"""Tables as Excel files: every cell of text is text, whatever it begins with, and memory does not grow with the rows."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import IO, Any, Final

from django.http import FileResponse

from yhdyspinta.ui.downloads import made_for_one
from yhdyspinta.ui.tables import Cell, neutral

MOST_LETTERS: Final = 32_767
EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CUT: Final = " … [the rest is in the CSV file]"
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(file: IO[bytes]) -> Any:
    """A workbook to be written row by row, and closed by its writer."""
    import xlsxwriter  # here, so that web workers do without its memory until somebody asks

    return xlsxwriter.Workbook(file, _OPTIONS)


def write_lines(sheet: Any, bold: Any, head: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
    """The head in bold and the rows below it; empty cells are left out."""
    for place, name in enumerate(head):
        sheet.write_string(0, place, name, bold)
    write_string, write_number = sheet.write_string, sheet.write_number
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if isinstance(cell, int):
                write_number(line, place, cell)
            else:
                write_string(line, place, _fitting(str(neutral(cell))))


def excel_response(
    name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: str, widths: Mapping[int, int]
) -> FileResponse:
    """A download of one sheet; columns are wide by their place. For what is not long: it is made before it is sent."""
    file = BytesIO()
    book = workbook(file)
    page = book.add_worksheet(sheet)
    for place in range(len(head)):
        page.set_column(place, place, widths.get(place, 14))
    page.freeze_panes(1, 1)
    write_lines(page, book.add_format({"bold": True}), head, rows)
    book.close()
    file.seek(0)
    response = FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=EXCEL)
    return made_for_one(response)


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(_CUT)] + _CUT

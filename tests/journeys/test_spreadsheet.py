"""(m) The template of a round is filled in with mistakes, every one is told, nothing comes in; mended, everything does."""

import io
import zipfile
from datetime import timedelta
from html import escape

import pytest

from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.intake.importing.cells import column_letters
from yhdyspinta.intake.models import Upload
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.ui import dates

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHEET = "xl/worksheets/sheet1.xml"


def _filled(template, rows):
    """The template with rows below its headings, as a spreadsheet program saves them."""
    old, kept = zipfile.ZipFile(io.BytesIO(template)), io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == SHEET:
                content = content.replace(b"</sheetData>", _lines(rows).encode() + b"</sheetData>")
            new.writestr(name, content)
    return kept.getvalue()


def _lines(rows):
    return "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{column_letters(place)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for place, text in enumerate(row, start=1)
        )
        + "</row>"
        for number, row in enumerate(rows, start=4)
    )


def _check(bertta, content):
    bertta.page.set_input_files(
        "input[name='file']", {"name": "lomakkeet.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    )
    bertta.press("Check the file")
    bertta.page.locator("h1", has_text="lomakkeet.xlsx").wait_for()


def _mistakes(bertta):
    lines = bertta.page.locator("main tbody tr").all_inner_texts()
    return [tuple(line.split("\t")[:2]) for line in lines]


def test_a_spreadsheet_with_mistakes_is_mended_and_comes_in(walker):
    activity = examples.activity_at("open")
    day = dates.in_helsinki(activity.stages.get().opens_at + timedelta(days=1)).strftime("%-d.%-m.%Y")
    bertta = walker("coordinator")
    bertta.go(activity_address(activity, "intake:channels", language="fi"))
    receipts, comments = bertta.together()
    bertta.press("Bring in a spreadsheet", within=".y-stages__wide")
    with bertta.page.expect_download() as found:
        bertta.press("Take the template of this round (XLSX)")
    template = found.value.path().read_bytes()
    right = [["1", "A1", "Ovi on raskas.", "", "", day], ["1", "A1", "Valot ovat himmeät.", "", "", day]]

    _check(bertta, _filled(template, [*right, ["2", "Z9", "Bussi kulkee harvoin.", "", "kyyhkynen", "31.2.2026"]]))
    assert set(_mistakes(bertta)) == {("6", "B"), ("6", "E"), ("6", "F")}
    bertta.sees("Z9", "kyyhkynen", "31.2.2026")
    bertta.misses("Bring in everything")
    assert not Comment.objects.filter(text="Ovi on raskas.").exists()

    bertta.press("Back to the files")
    _check(bertta, _filled(template, [*right, ["2", "A1", "Bussi kulkee harvoin.", "", "", day]]))
    bertta.press("Bring in everything")
    bertta.sees("Brought in")
    upload = Upload.objects.get(imported_at__isnull=False, activity=activity, file_name="lomakkeet.xlsx")
    assert (upload.sender_count, upload.comment_count) == (2, 3)
    bertta.press("All piles and channels")
    assert bertta.together() == [receipts + 2, comments + 3]

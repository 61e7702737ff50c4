"""Files of a round as they are made, fetched and read in tests."""

import csv
import io
import zipfile
from uuid import uuid4

from defusedxml.ElementTree import fromstring
from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports import building
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.models import Activity

PAGE = "/keski-suomi/fi/processes/toimintamallit/data/kommentointi/"
XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(activity: Activity) -> Export:
    export = order_files(actor=None, activity=activity, at=clock.now())
    building.build(export.pk, worker=uuid4())
    export.refresh_from_db()
    return export


def body(path: str) -> bytes:
    response = Client().get(path)
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    return b"".join(response.streaming_content)


def table(text: bytes) -> list[dict[str, str]]:
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


def sheets(text: bytes) -> dict[str, list[list[str]]]:
    """What stands in each sheet, as text."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(text)) as archive:
        names = [one.get("name") for one in fromstring(archive.read("xl/workbook.xml")).iter(f"{XML}sheet")]
        for place, name in enumerate(names, 1):
            sheet = fromstring(archive.read(f"xl/worksheets/sheet{place}.xml"))
            assert not list(sheet.iter(f"{XML}f")), "a formula"
            found[name] = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{XML}row")]
    return found

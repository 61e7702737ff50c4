"""A round held in another service: its Excel file comes in, is answered here, and stands on the pages the same afternoon."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.audience import who_spoke
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import building
from yhdyspinta.demo.stories import STORIES
from yhdyspinta.documents.actions import publish_version
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
HEADS = ["Vastaaja", "Aika", "Ominaisuus", "Kieli", "Mitä mieltä kumppanuuspöydästä?", "Muuta"]
ROWS = [
    ["1", "3.3.2025", "Asukas", "suomi", "Pöytään myös ilman y-tunnusta.", "Kokousajat ajoissa."],
    ["2", "4.3.2025 14.30", "Asukas", "svenska", "Protokollen ska vara korta.", ""],
    ["3", "10.3.2025", "Ammattilainen", "suomi", "Kaksi edustajaa riittää.", ""],
]
COLUMNS = {
    "role_0": "id", "role_1": "date", "role_2": "capacity", "role_3": "language", "role_4": "text", "part_4": "A2.2",
    "role_5": "text", "part_5": "A", "language": "fi", "place": "", "name": "",
}  # fmt: skip
ANSWER = {
    "title-fi": "Paikka pöydässä", "title-sv": "En plats vid bordet", "body-fi": "Y-tunnusta ei vaadita.",
    "body-sv": "Inget FO-nummer krävs.", "handling": "accepted", "is_final": "yes", "then": "publish",
}  # fmt: skip
WORDS = {
    "fi": ("Kierros pidettiin muussa palvelussa: Kyselykone", "Paikka pöydässä", "4 kommenttia 3 lähettäjältä"),
    "sv": ("Rundan hölls i en annan tjänst: Kyselykone", "En plats vid bordet", "4 kommentarer från 3 avsändare"),
}


def _excel() -> bytes:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate([HEADS, *ROWS]):
            sheet.write_row(number, 0, row)
    return kept.getvalue()


@pytest.fixture
def draft(settings: Any, tmp_path: Any) -> Activity:
    """A whole draft whose document is published, as staff leave it before the answers come."""
    settings.MEDIA_ROOT = tmp_path
    county = factories.authority(bilingual=True, paper_way={"fi": "Kirjastosta.", "sv": "På biblioteket."})
    now = clock.now()
    bertta = factories.staff(county)
    process = building.prepare(STORIES["earlier"], county, bertta, now=now)
    document = process.activities.get().documents.get()
    publish_version(actor=bertta, version=document.versions.get(), at=now - timedelta(days=1))
    return Activity.objects.select_related("process__owner").get(process=process)


def _post(client: Client, path: str, data: dict[str, Any]) -> str:
    """Where the form leads once it is taken."""
    response = client.post(path, data)
    assert response.status_code in {302, 303}, _mistakes(response)
    return str(response.url).partition("#")[0]  # type: ignore[attr-defined]


def _mistakes(response: Any) -> str:
    summary = response.content.decode().partition("govuk-error-summary")[2].partition("</div>")[0]
    return " ".join(re.sub("<[^>]*>", "", summary).split())


def _at(field: str, day: int, clock_time: str) -> dict[str, str]:
    parts = {"day": str(day), "month": "3", "year": "2025", "time": clock_time}
    return {f"{field}-{name}": value for name, value in parts.items()}


def _bring_in(client: Client, draft: Activity) -> None:
    path = activity_address(draft, "intake:earlier", language="fi")
    held = {"source": "Kyselykone", **_at("opened_at", 1, "9.00"), **_at("closed_at", 31, "16.00")}
    _post(client, path, held)
    columns = _post(client, path, {"file": SimpleUploadedFile("kysely.xlsx", _excel()), "language": "fi"})
    file = _post(client, columns, COLUMNS)
    assert "Protokollen" in client.get(file).content.decode()
    _post(client, f"{file}import/", {})


def _answer(client: Client, draft: Activity) -> None:
    work = activity_address(draft, "answers:work", language="fi")
    every = list(Comment.objects.filter(activity=draft).values_list("pk", flat=True))
    edit = _post(client, f"{work}group/", {"do": "start", "comments": every})
    publish = _post(client, edit, {**ANSWER, "revision": _hidden(client, edit, "revision")})
    looked = {name: _hidden(client, publish, name) for name in ("revision", "seen")}
    _post(client, publish, {"do": "publish", **looked})
    _post(client, activity_address(draft, "answers:finish", language="fi"), {})


def _report(client: Client, draft: Activity) -> str:
    edit = activity_address(draft, "reports:edit", language="fi")
    words = {f"{name}-{tag}": f"{name} {tag}" for name in ("in_short", "asked") for tag in ("fi", "sv")}
    preview = _post(client, edit, {**words, "revision": "0", "then": "preview"})
    return _post(client, preview, {"revision": _hidden(client, preview, "revision")})


def _hidden(client: Client, path: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="(\w+)"', client.get(path).content.decode())
    assert found
    return found[1]


def test_an_old_round_gets_its_pages_the_same_afternoon(draft: Activity) -> None:
    client, reader = factories.signed_in(Person.objects.get(email="bertta@example.org")), Client()
    results = {tag: process_address(draft.process, "outcomes:results", language=tag) for tag in WORDS}
    assert reader.get(results["fi"]).status_code == 404
    _bring_in(client, draft)
    _post(client, process_address(draft.process, "processes:publish", language="fi"), {"now": "1"})
    _answer(client, draft)
    report = _report(client, draft)
    for tag, (held, title, counted) in WORDS.items():
        page = reader.get(results[tag]).content.decode()
        assert held in page
        assert title in page
        shown = reader.get(report.replace("/fi/", f"/{tag}/")).content.decode()
        assert counted in " ".join(shown.split())
        assert title in shown
        assert held in shown
    assert who_spoke([draft.pk]).off_line == 0  # the service was on line, whatever its name
    round_page = reader.get(activity_address(draft, "comment_rounds:round", language="fi")).content.decode()
    assert "puhelimitse" not in round_page

"""D3 over everything that tells of senders at once, on several dates with people who come and go."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from random import Random
from uuid import uuid4

import docx
import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.keeping_groups import keep_all_groups
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.people.capacities import AGE_BANDS, AGE_GROUPS
from yhdyspinta.places.models import Area
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.actions import make_hearing_summary
from yhdyspinta.reports.models import ReportFile
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db
LIMIT = 5
AGES = ("under_15", "15_17", "30_44", "75_over", "not_told", "")


class Rows(HTMLParser):
    """The cells of every row, the points of lists and the words of charts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self.is_cell = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag in {"tr", "li", "text", "dl", "p", "h2"}:
            self.found.append([])
        if tag in {"td", "th", "li", "text", "dt", "dd", "p", "h2"} and self.found:
            self.found[-1].append("")
            self.is_cell = True

    def handle_data(self, data):
        if self.is_cell and self.found and self.found[-1]:
            self.found[-1][-1] += data


def _words(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code == 200
    return content.decode("utf-8-sig")


def _of_word(content: bytes) -> list[list[str]]:
    file = docx.Document(io.BytesIO(content))
    return [[cell.text for cell in row.cells] for table in file.tables for row in table.rows]


def _of_json(value) -> list[list[str]]:
    if isinstance(value, list):
        return [row for one in value for row in _of_json(one)]
    if isinstance(value, dict):
        plain = [str(one) for one in value.values() if not isinstance(one, dict | list)]
        return [plain, *(row for one in value.values() for row in _of_json(one))]
    return []


class Reader:
    """Reads everything that anybody or the staff can read, and keeps what it tells of age groups and municipalities."""

    def __init__(self, bertta, document, homes) -> None:
        self.desk, self.document, self.process = factories.signed_in(bertta), document, document.activity.process
        with override("fi"):
            self.labels = {str(words) for words in (*AGE_GROUPS.values(), *AGE_BANDS.values())}
        self.labels |= {home.name["fi"] for home in homes} | {home.code for home in homes} | {*AGE_GROUPS, *AGE_BANDS}

    def told(self, number: int, made) -> dict[str, set[str]]:
        """Each group with the numbers told of it, by where they are told."""
        rows = [row for part in (self._pages(number), self._files(), self._word(number, made)) for row in part]
        found: dict[str, set[str]] = {}
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            for label in self.labels.intersection(cells):
                numbers = {cell for cell in cells if re.fullmatch(r"\d+", cell) and cell != label}
                found.setdefault(label, set()).update(numbers)
        for name, number_of_senders in self._table():
            found.setdefault(name, set()).add(number_of_senders)
        return found

    def _table(self) -> list[tuple[str, str]]:
        """How many senders staff's table of comments finds of each municipality that it is narrowed by."""
        path, found = activity_address(self.document.activity, "material:table"), []
        homes = self.desk.get(path).context["filtering"].fields.get("municipality")
        for key, name in homes.choices if homes else ():
            if key:
                rows = self.desk.get(path, {"municipality": key}).context["rows"]
                found.append((str(name), str(len({row["comment"].sender_id for row in rows}))))
        return found

    def _pages(self, number: int) -> list[list[str]]:
        visitor, path = Client(), scene.path_of(self.document, version=number)
        year = clock.now().year
        start = f"/{self.process.owner.slug}/fi"
        pages = [visitor.get(path)]
        pages += [visitor.get(f"{path}for/{name}/") for name in ("residents", "deciders", "professionals")]
        pages += [visitor.get(process_address(self.process, name)) for name in ("outcomes:results",)]
        pages += [visitor.get(process_address(self.process)), visitor.get(f"{start}/results/{year}/")]
        pages.append(self.desk.get(f"{start}/desk/"))
        return [row for page in pages for row in Rows(_words(page)).found]

    def _files(self) -> list[list[str]]:
        visitor, path = Client(), activity_address(self.document.activity, "open_data:file", kind="csv", language="fi")
        start = f"/{self.process.owner.slug}/fi"
        tables = [visitor.get(path), visitor.get(f"{start}/results/{clock.now().year}/rounds.csv")]
        tables.append(visitor.get(scene.path_of(self.document, "annex"), follow=True))
        found = [row for table in tables for row in csv.reader(io.StringIO(_words(table)), delimiter=";")]
        api = f"/api/v1/processes/{self.process.owner.slug}/{self.process.slug}/"
        comments = f"{api}activities/{self.document.activity.slug}/comments/"
        answers = [path.replace(".csv", ".json"), "/api/v1/processes/", api, comments]
        return found + [row for one in answers for row in _of_json(json.loads(_words(visitor.get(one))))]

    def _word(self, number: int, made) -> list[list[str]]:
        files = ReportFile.objects.filter(language="fi")
        kept = [*files.filter(version__number=number), *files.filter(hearing=made)]
        return [row for file in kept for row in _of_word(bytes(file.content))]


def _come_and_go(chance: Random, document, homes, *, coming: int) -> None:
    section = document.versions.first().sections.first()
    for _ in range(coming):
        sender = factories.comment(factories.guest(), section).sender_id
        Sender.objects.filter(pk=sender).update(
            age_group=chance.choice(AGES), municipality=chance.choice([*homes, None])
        )
    staying = Comment.objects.filter(activity=document.activity, state="visible", answered=None).order_by("pk")
    for one in chance.sample(list(staying), k=min(chance.choice((0, 0, 1, 3)), len(staying))):
        change_state(one, "withdrawn")


def _made(bertta, document, *, attachment_first: bool):
    """A version of the report and an attachment, in either order."""
    version = None if attachment_first else scene.publish(bertta, document)
    made = make_hearing_summary(actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True)
    return version or scene.publish(bertta, document), made


@pytest.mark.parametrize("seed", [3])
def test_d3_nothing_under_the_limit_comes_out_of_everything_together(bertta, document, tmp_path, settings, seed):
    settings.MEDIA_ROOT = tmp_path
    chance = Random(seed)
    owner = document.activity.process.owner
    homes = list(Area.objects.filter(kind="municipality", county=owner.area).order_by("pk")[:3])
    reader, former, senders_then, revision = Reader(bertta, document, homes), None, 0, 0
    scene.answered(bertta, document, 12)
    Sender.objects.update(municipality=homes[0], age_group="30_44")
    changes = 0
    for coming in (*(chance.choice((1, 2, 4, 5, 9)) for _ in range(3)), 30):  # so many that the last is told of
        _come_and_go(chance, document, homes, coming=coming)
        if chance.random() < 0.5:
            keep_all_groups(at=clock.now())
        scene.save(bertta, document, revision=revision)
        revision = 1
        version, made = _made(bertta, document, attachment_first=chance.random() < 0.5)
        build(order_files(actor=bertta, activity=document.activity, at=clock.now()).pk, worker=uuid4())
        told = reader.told(version.number, made)
        senders = Activity.objects.get(pk=document.activity_id).sender_count
        for label, numbers in told.items():
            assert len(numbers) <= 1, (label, numbers)  # every place tells the same
            assert all(int(number) >= LIMIT and int(number) % LIMIT == 0 for number in numbers), (label, numbers)
        if told != former:
            assert former is None or abs(senders - senders_then) >= LIMIT
            former, senders_then, changes = told, senders, changes + 1
    assert any(former.values())
    assert changes > 1

"""A4: a hall of people behind one address takes part. I5: what is too much is refused at once, and nothing breaks."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from tests.work import work_within
from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment, CommentDraft, Sender
from yhdyspinta.intake.models import Upload
from yhdyspinta.material.models import Theme
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity, Process

pytestmark = pytest.mark.django_db
AT_ONCE = 1.0  # seconds of work


def test_a4_two_hundred_people_behind_one_address_take_part(world):
    with work_within(120):
        for number in range(200):
            client = Client(REMOTE_ADDR="192.0.2.7")
            text = f"Oppilas {number} ehdottaa määräaikaa."
            assert client.post(world.write_path(), {"text": text}).status_code == 303
            assert client.post(world.path("write/about-you/"), {"capacities": ["resident"]}).status_code == 303
            world.age_drafts()
            answer = client.post(world.path("write/send/"), {"key": str(CommentDraft.objects.latest("pk").key)})
            assert answer.status_code == 303
    assert Comment.objects.filter(state="visible").count() == 200
    assert Sender.objects.count() == 200


@pytest.fixture
def quick():
    """Ask, and tell the status; more than a second of work is a failure."""

    def ask(client, path, *arguments, **options):
        with work_within(AT_ONCE, path):
            response = client.post(path, *arguments, **options)
        assert response.status_code < 500, path
        return response.status_code

    return ask


def doors(world):
    county = f"/{world.county.slug}/fi"
    return [
        world.write_path(), world.path("write/about-you/"), world.path("write/send/"),
        f"{county}/receipt/", f"{county}/accessibility/", f"{county}/processes/{world.activity.process.slug}/follow/",
        "/account/login/", "/account/signup/",
    ]  # fmt: skip


DEEP = "[" * 50 + "]" * 50
STRANGE = ["1" + "0" * 30, "1e309", "-0", "٣", "１２", "NaN", "0x10", DEEP, json.dumps({"a": DEEP})]


def try_all(quick, client, path, fields):
    """Everything that is too much or strange, at one door; nothing of it breaks, and too many are refused."""
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(101)]
    assert quick(client, path, {f"field-{number}": "x" for number in range(1_001)}) in {400, 413}, path
    assert quick(client, path, {"file": files}) in {400, 413}, path
    quick(client, path, dict.fromkeys(("text", "email", "code", *fields), "a" * 200_000) | {"text": "a" * 1_000_000})
    quick(client, path, DEEP, content_type="application/json")
    quick(client, path, DEEP * 10_000, content_type="application/json")
    for text in STRANGE:
        quick(client, path, dict.fromkeys(fields, text))


def test_i5_too_much_is_refused_within_a_second_of_work_at_every_door(world, quick):
    client = Client()
    for path in doors(world):
        client.get(path)  # what is made at the first request only is not counted
        try_all(quick, client, path, ("text", "key", "code", "number", "email", "capacities", "age_group"))
    assert not Comment.objects.exists()


def test_i5_nor_do_staffs_forms_and_uploads_take_it(world, quick):
    """Forms of staff and of files: what is not refused keeps nothing that is not as its field has it."""
    factories.comment(factories.guest(), world.section)
    client = factories.signed_in(factories.staff(world.county, "county_admin"))
    made = (Process, Activity, Comment, Answer, Upload)
    before = [model.objects.count() for model in made]
    of_process = lambda name: process_address(world.activity.process, name, language="fi")  # noqa: E731
    of_round = lambda name: activity_address(world.activity, name, language="fi")  # noqa: E731
    for path, fields in {
        of_process("processes:edit"): ("title-fi", "summary-fi", "revision", "link", "answers_promised_on-day"),
        of_round("comment_rounds:staff_times"): ("opens_at-day", "opens_at-year", "opens_at-time", "revision"),
        of_round("material:change"): ("comments", "number", "theme", "stance", "assignee", "due_on-day", "key", "do"),
        of_round("material:themes"): ("name-fi", "name-sv"),
        of_round("intake:enter"): ("key", "text_1", "place_1", "arrived_at-day", "arrived_at-time", "boxes"),
        of_round("intake:uploads"): ("file", "language"),
    }.items():
        client.get(path)
        try_all(quick, client, path, fields)
    assert [model.objects.count() for model in made] == before
    assert {theme.name["fi"] for theme in Theme.objects.all()} <= set(STRANGE)  # a theme may be called so


def test_i5_the_browsers_reports_take_deep_json(world, quick):
    for body in ("[" * 50 + "]" * 50, "[" * 100_000, '{"a":' * 50 + "1" + "}" * 50, "1e309", "1" + "0" * 30):
        quick(Client(), world.path("write/save/"), body, content_type="application/json")
        quick(Client(), world.path("comments/1/mark/"), body, content_type="application/json")

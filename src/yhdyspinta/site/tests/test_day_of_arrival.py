"""Of what came on paper the day is known: no page, receipt or file tells a time of day that nobody wrote down."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import Reply, Words
from yhdyspinta.intake.models import Upload
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.ui.dates import day, in_helsinki, moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_():
    found = factories.activity(factories.process(factories.authority()))
    factories.document(found)
    return found


@pytest.fixture
def bertta(round_):
    return factories.signed_in(factories.staff(round_.process.owner))


@pytest.fixture
def came():
    return in_helsinki(clock.now() - timedelta(days=1)).date()


def bring_in(client, activity, when):
    rows = f"Kohdan tunnus;Kommentti;Saapumispäivä\r\nA1;Paperilla tullut.;{when}".encode()
    file = SimpleUploadedFile("lomakkeet.csv", rows)
    client.post(activity_address(activity, "intake:uploads", language="fi"), {"file": file, "language": "fi"})
    client.post(activity_address(activity, "intake:upload_import", language="fi", upload=Upload.objects.get().pk))
    return Comment.objects.get()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_day_stands_alone_on_pages_and_receipts(round_, bertta, came, language):
    one = bring_in(bertta, round_, f"{came:%d.%m.%Y}")
    assert (one.is_day_only, one.receipt.is_day_only, one.arrived, one.receipt.arrived) == (True, True, came, came)
    invented = moment(one.arrived_at, language)
    paths = [
        activity_address(round_, "material:comment", language=language, number=one.number),
        activity_address(round_, "material:table", language=language),
        process_address(round_.process, "intake:entered", language=language, receipt=one.receipt_id),
    ]
    registrar = factories.signed_in(factories.staff(round_.process.owner, "registrar", "kirjaaja@example.org"))
    asked = [(bertta, path) for path in paths] + [(registrar, f"/keski-suomi/{language}/desk/received/")]
    for client, path in asked:
        page = client.get(path).content.decode()
        assert day(came, language) in page, path
        assert invented not in page, path


def test_the_registers_file_and_the_tables_tell_the_day(round_, came):
    registrar = factories.signed_in(factories.staff(round_.process.owner, "registrar", "kirjaaja@example.org"))
    bertta = factories.signed_in(factories.staff(round_.process.owner))
    bring_in(bertta, round_, f"{came:%d.%m.%Y}")
    written = b"".join(registrar.post("/keski-suomi/fi/desk/received/export/")).decode()
    (line,) = [row for row in written.splitlines() if "Paperilla tullut." in row]
    assert f'"{came.isoformat()}";' in line
    assert f"{came.isoformat()} 12" not in line
    table = bertta.get(activity_address(round_, "material:download", language="fi"))
    assert f"{came.isoformat()} 12" not in b"".join(table).decode()


def test_what_is_typed_with_its_time_keeps_it(round_, bertta):
    at = clock.now().replace(microsecond=0)
    thread = round_.threads.order_by("pk")[0]
    receipt = actions.enter_comments(
        actor=factories.staff(round_.process.owner, email="toinen@example.org"), activity=round_, key=uuid4(), channel="phone",
        arrived_at=at - timedelta(hours=1), words=[Words(thread.pk, "Soitettu.")], facts=SenderFacts(language="fi"),
        reply=Reply(), read_back=True, at=at,
    )  # fmt: skip
    assert (receipt.is_day_only, receipt.arrived) == (False, at - timedelta(hours=1))
    assert Receipt.objects.get().comments.get().arrived == at - timedelta(hours=1)
    page = bertta.get(
        process_address(round_.process, "intake:entered", language="fi", receipt=receipt.pk)
    ).content.decode()
    assert moment(receipt.at, "fi") in page


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "1 päivä sitten"), ("sv", "för 1 dag sedan"), ("en", "1 day ago")]
)
def test_readers_are_told_the_day_and_no_hours(round_, bertta, came, language, words):
    one = bring_in(bertta, round_, f"{came:%d.%m.%Y}")
    for name, more in (("comments", {}), ("comment", {"number": one.number})):
        page = Client().get(activity_address(round_, f"comment_rounds:{name}", language=language, **more))
        text = page.content.decode()
        assert words in text, name
        assert moment(one.arrived_at, language) not in text, name
    late = in_helsinki(clock.now()).date()
    Comment.objects.update(arrived_at=clock.now() - timedelta(seconds=5))
    page = Client().get(activity_address(round_, "comment_rounds:comments", language=language)).content.decode()
    assert {"fi": "tänään", "sv": "i dag", "en": "today"}[language] in page
    assert late == Comment.objects.get().arrived


def test_lists_of_statements_tell_a_day_alone_and_read_it_so(round_, bertta, came):
    one = bring_in(bertta, round_, f"{came:%d.%m.%Y}")
    path = activity_address(round_, "open_data:received_statements", language="fi")
    told = b"".join(bertta.post(path).streaming_content).decode()
    assert f"SubmittedOn>{came.isoformat()}</" in told
    assert one.arrived_at.isoformat()[:16] not in told
    assert in_helsinki(one.arrived_at).isoformat()[:16] not in told
    other = told.replace(f"/{round_.process.slug}", "/muu").replace("Paperilla tullut.", "Muualta tullut.")
    file = SimpleUploadedFile("lausunnot.xml", other.encode())
    bertta.post(activity_address(round_, "intake:uploads", language="fi"), {"file": file, "language": "fi"})
    upload = Upload.objects.get(kind="service")
    bertta.post(activity_address(round_, "intake:upload_import", language="fi", upload=upload.pk))
    assert Comment.objects.get(text="Muualta tullut.").arrived == came

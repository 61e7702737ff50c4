"""D5: what was begun and never sent goes in its time: files, notes from tables, statements, invitations to them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.models import Batch, TableLink, TableNote, Upload
from yhdyspinta.people.models import Organisation
from yhdyspinta.processes.models import Stage
from yhdyspinta.site import retention
from yhdyspinta.statements.models import Colleague, Statement, StatementNote

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


def after(days):
    run = retention.run(at=clock.now() + timedelta(days=days))
    return {line.kind: (line.count, line.authority_id) for line in run.counts.all()}


def test_d5_a_file_that_was_never_brought_in_goes_and_one_that_was_stays(county, section):
    now = clock.now()
    for digest, imported_at in (("a", None), ("b", now)):
        Upload.objects.create(
            activity=section.version.document.activity, kind="template", digest=digest * 64, file_name="a.xlsx",
            uploaded_at=now, rows=[["A1", "Sanottua."]], imported_at=imported_at,
        )  # fmt: skip
    assert "files" not in after(29)
    assert after(31)["files"] == (1, county.pk)
    assert Upload.objects.get().imported_at is not None


def test_d5_notes_from_tables_go_when_they_are_settled_or_their_link_is_long_gone(county, section):
    now = clock.now()
    batch = Batch.objects.create(
        activity=section.version.document.activity, key=uuid4(), kind="event", name="Foorumi", channel="event",
        arrived_on=now.date(), language="fi", begun_at=now,
    )  # fmt: skip
    link = TableLink.objects.create(
        batch=batch, table="1", nonce="n" * 22, token_hash="h" * 64, made_at=now, expires_at=now + timedelta(hours=1)
    )
    for number, settled_at in ((1, now), (2, None)):
        TableNote.objects.create(
            link=link, key=uuid4(), number=number, thread=section.thread, text="Sanottua.", name="Aino", came_at=now,
            settled_at=settled_at,
        )  # fmt: skip
    assert "tables" not in after(29)
    assert after(31)["tables"] == (1, county.pk)
    assert TableNote.objects.get().settled_at is None
    assert after(91)["tables"] == (1, county.pk)
    assert TableLink.objects.count() == 0
    assert Batch.objects.count() == 1


def test_d5_an_unsent_statement_goes_a_month_after_its_round_closed(county, section):
    now = clock.now()
    activity = section.version.document.activity
    Stage.objects.filter(activity=activity).update(closes_at=now + timedelta(hours=1))
    sent = factories.comment(factories.guest(), section)
    for name, receipt in (("Yhdistys ry", None), ("Seura ry", sent.receipt)):
        organisation = Organisation.objects.create(authority=county, name=name, skeleton=name, created_at=now)
        statement = Statement.objects.create(
            activity=activity, organisation=organisation, language="fi", opened_at=now, receipt=receipt
        )
        StatementNote.objects.create(statement=statement, text="Kysytään vielä.", at=now)
        Colleague.objects.create(
            statement=statement, email="kollega@example.org", nonce=name.ljust(22, "x")[:22], invited_at=now,
            expires_at=now + timedelta(days=14),
        )  # fmt: skip
    assert "statements" not in after(29)
    assert after(31)["statements"] == (1, county.pk)
    assert Statement.objects.get().receipt == sent.receipt
    assert Colleague.objects.count() == 1
    assert after(45)["colleagues"] == (1, county.pk)
    assert (Comment.objects.count(), StatementNote.objects.count()) == (1, 1)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_officer_s_page_tells_the_periods(county, language):
    page = signed_in(factories.staff(county, "data_protection_officer")).get(
        f"/keski-suomi/{language}/desk/data-protection/"
    )
    words = {"fi": "30 päivää lataamisesta", "sv": "30 dagar efter uppladdningen", "en": "30 days after the upload"}
    assert words[language] in page.content.decode()
    assert Client().get(f"/keski-suomi/{language}/privacy/").status_code == 200

"""What is printed, and what is taken as a file, tells Helsinki's day and hour as pages do (T4)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.db.models import Q
from django.test import Client

from tests import factories
from yhdyspinta.comments.models import Comment
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.reports import actions
from yhdyspinta.reports.actions import pdf_files
from yhdyspinta.reports.models import ReportFile
from yhdyspinta.reports.tests import scene
from yhdyspinta.site.tests.received import table

pytestmark = pytest.mark.django_db
#: Late in the evening by UTC: in Helsinki the next day has begun, in summer and in winter.
NIGHTS = [
    (datetime(2031, 7, 1, 21, 30, tzinfo=UTC), "ke 2.7.2031", "klo 0.30", "2031-07-02", "2031-07-02 00:30:00+03:00"),
    (datetime(2031, 12, 1, 22, 30, tzinfo=UTC), "ti 2.12.2031", "klo 0.30", "2031-12-02", "2031-12-02 00:30:00+02:00"),
]  # fmt: skip


@pytest.mark.usefixtures("extra")
@pytest.mark.parametrize(("at", "day", "hour", "_iso", "_stamp"), NIGHTS)
def test_t4_a_report_tells_its_day_with_the_weekday_on_paper_too(bertta, document, at, day, hour, _iso, _stamp):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    version = actions.publish_report(actor=bertta, activity=document.activity, revision=1, at=at)
    pdf_files.make_pdf(version.pk, at=at)
    agenda = actions.make_hearing_summary(actor=bertta, activity=document.activity, at=at)
    told = f"{day} {hour}"
    files = ReportFile.objects.filter(Q(version=version) | Q(hearing=agenda), language="fi")
    words = [bytes(file.content) for file in files if bytes(file.content).startswith(b"PK")]
    assert len(words) == 2
    for content in words:
        assert told in _plain(one.text for one in docx.Document(BytesIO(content)).paragraphs)
    drawn = [html for html, _fetch in scene.Drawn.asked if '<html lang="fi">' in html]
    assert len(drawn) == 1
    assert told in _plain(drawn)


def _plain(parts: Iterable[str]) -> str:
    """The words; a line may break at other spaces on paper than on the page."""
    return " ".join(parts).replace("\xa0", " ").replace("&nbsp;", " ")


@pytest.mark.parametrize(("at", "_day", "_hour", "iso", "stamp"), NIGHTS)
def test_t4_files_and_the_api_tell_the_day_of_helsinki(
    bertta, document, tmp_path, settings, at, _day, _hour, iso, stamp
):
    settings.MEDIA_ROOT = tmp_path
    activity = document.activity
    made = factories.comment(factories.person(), document.versions.get().sections.first())
    Comment.objects.filter(pk=made.pk).update(arrived_at=at, entered_at=at)
    build(order_files(actor=None, activity=activity, at=at).pk, worker=uuid4())
    process = activity.process
    page = f"/{process.owner.slug}/fi/processes/{process.slug}/data/{activity.slug}/comments.csv"
    head, row = table(Client().get(page))
    assert dict(zip(head, row, strict=True))["arrived_on"] == iso
    api = f"/api/v1/processes/{process.owner.slug}/{process.slug}/activities/{activity.slug}/comments/{made.number}/"
    assert Client().get(api).json()["arrived_on"] == iso
    risto = factories.signed_in(factories.staff(process.owner, "registrar", "risto@example.org"))
    head, row = table(risto.post(f"/{process.owner.slug}/fi/desk/received/export/"))
    assert dict(zip(head, row, strict=True))["Saapunut"] == stamp

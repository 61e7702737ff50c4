"""A process that nobody outside has seen can be removed; what people have seen or said stays."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.documents import actions as documents
from yhdyspinta.processes import actions
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk"


@pytest.fixture
def county():
    return factories.authority(bilingual=True)


@pytest.fixture
def staff(county):
    return factories.staff(county)


@pytest.fixture
def draft(county, staff):
    return actions.create_process(
        actor=staff,
        owner=county,
        title=Wording(fi="Malli", sv="Modell"),
        blueprint="round_with_forum",
        at=clock.now(),
    )


def test_a_draft_goes_after_asking_with_a_line_in_the_trail(staff, draft):
    bertta = signed_in(staff)
    page = f"{DESK}/processes/{draft.slug}/remove/"
    activity = draft.activities.get()
    documents.create_document(actor=staff, activity=activity, title=Wording(fi="Luonnos"), at=clock.now())
    assert "Poistetaanko prosessi?" in bertta.get(page).content.decode()
    assert Process.objects.count() == 1
    answer = bertta.post(page)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{DESK}/")
    assert not Process.objects.exists()
    assert not Activity.objects.exists()
    assert Entry.objects.filter(verb="processes.removed", process_id=draft.pk).count() == 1


def test_a_public_process_stays(staff, county):
    process = factories.process(county)
    with pytest.raises(Refusal, match="was_published"):
        actions.remove_process(actor=staff, process=process, at=clock.now())
    bertta = signed_in(staff)
    assert bertta.post(f"{DESK}/processes/{process.slug}/remove/").status_code == 409
    assert "Poista prosessi</button>" not in bertta.get(f"{DESK}/processes/{process.slug}/remove/").content.decode()
    assert Process.objects.filter(pk=process.pk).exists()


def test_a_draft_with_a_published_document_stays(staff, county):
    process = factories.process(county, published_at=None)
    factories.document(factories.activity(process))
    with pytest.raises(Refusal, match="taken_part_in"):
        actions.remove_process(actor=staff, process=process, at=clock.now())
    assert Process.objects.filter(pk=process.pk).exists()


def test_a_viewer_and_a_partner_remove_nothing(county, draft):
    viewer = factories.staff(county, role="viewer", email="katselija@example.org")
    assert signed_in(viewer).post(f"{DESK}/processes/{draft.slug}/remove/").status_code in {403, 404}
    with pytest.raises(Refusal, match="not_your_role"):
        actions.remove_process(actor=viewer, process=draft, at=clock.now())
    assert Process.objects.filter(pk=draft.pk).exists()

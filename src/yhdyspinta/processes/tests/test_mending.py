"""What is missing is told to those who may edit, with a link for those who can mend it and a name for the others."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.processes import actions
from yhdyspinta.processes.timeline import runs_in
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk"
PHONE = "Viranomaisen ohje puhelimitse osallistumiseen puuttuu"
FIELD = f'href="{DESK}/authority/contact/#id_phone"'


@pytest.fixture
def county():
    return factories.authority(bilingual=True, phone="", postal_address={"fi": "Esimerkkikatu 1", "sv": "Exempelg. 1"})


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def draft(county, bertta):
    title = Wording(fi="Malli", sv="Modell")
    return actions.create_process(actor=bertta, owner=county, title=title, blueprint="round_with_forum", at=clock.now())


@pytest.fixture
def admin(county):
    return factories.staff(county, "county_admin", "paula@example.org")


def page_of(who, process, page=""):
    return signed_in(who).get(f"{DESK}/processes/{process.slug}/{page}").content.decode()


@pytest.mark.parametrize("page", ["", "publish/"])
def test_a_coordinator_is_told_who_adds_the_phone(bertta, admin, draft, page):
    shown = page_of(bertta, draft, page)
    assert PHONE in shown
    assert "Paula, paula@example.org" in shown
    assert f"{DESK}/authority/" not in shown


def test_without_an_administrator_the_operator_is_named(bertta, draft):
    assert "palvelun ylläpitäjä" in page_of(bertta, draft, "publish/")


def test_an_administrator_gets_the_field(admin, draft):
    shown = page_of(admin, draft, "publish/")
    assert FIELD in shown
    assert 'id="id_phone"' in signed_in(admin).get(f"{DESK}/authority/contact/").content.decode()


@pytest.mark.parametrize("role", ["viewer", "data_protection_officer", "moderator"])
def test_those_who_may_not_edit_are_told_nothing_of_gaps(county, draft, role):
    who = factories.staff(county, role, "katsoja@example.org")
    for shown in (page_of(who, draft), page_of(who, factories.process(county, "julkinen"))):
        assert "puuttuu" not in shown


def test_a_public_process_is_not_before_publishing(county, bertta, admin):
    process = factories.process(county)
    factories.activity(process)
    shown = page_of(admin, process)
    assert "ennen julkaisemista" not in shown
    assert "Prosessi on julkinen, mutta" in shown
    assert FIELD in shown
    assert PHONE not in page_of(bertta, process)


def test_a_process_that_is_over_is_not_called_unfinished(county, admin):
    assert "puuttuu" not in page_of(admin, factories.process(county, archived_at=clock.now()))


def test_only_what_applies_is_offered(county, bertta, draft):
    def offered(process):
        shown = page_of(bertta, process, "publish/")
        pages = ("unpublish", "pause", "resume", "cancel", "archive", "renew-preview", "remove")
        return {page for page in pages if f"/{process.slug}/{page}/" in shown}

    now = clock.now()
    assert offered(draft) == {"renew-preview", "remove"}
    assert offered(factories.process(county, "a")) == {"unpublish", "pause", "cancel", "archive"}
    assert offered(factories.process(county, "b", paused_at=now)) == {"unpublish", "resume", "cancel", "archive"}
    assert offered(factories.process(county, "c", cancelled_at=now)) == {"unpublish", "archive"}
    assert offered(factories.process(county, "d", archived_at=now)) == {"unpublish"}
    assert offered(factories.process(county, "e", unpublished_at=now)) == {"archive", "renew-preview"}


def test_the_timeline_has_one_order_everywhere(bertta, draft):
    def order(shown):
        heads = {phase.title["fi"]: shown.rfind(f">{phase.title['fi']}<") for phase in draft.phases.all()}
        return sorted(heads, key=heads.__getitem__)

    client = signed_in(bertta)
    staff = order(client.get(f"{DESK}/processes/{draft.slug}/timeline/").content.decode())
    assert staff == [run.phase.title["fi"] for run in runs_in(draft)]


def test_only_a_phase_without_times_is_moved(bertta, draft):
    client = signed_in(bertta)
    path = f"{DESK}/processes/{draft.slug}/timeline/"
    assert 'value="up"' not in client.get(path).content.decode()
    client.post(f"{path}new/", {"kind": "forum", "title-fi": "Ilta", "title-sv": "Kväll"})
    phase = draft.phases.get(title__fi="Ilta")
    shown = client.get(path).content.decode()
    assert shown.count('value="up"') == 1
    before = [run.phase.pk for run in runs_in(draft)]
    client.post(f"{path}{phase.pk}/move/", {"direction": "up"})
    after = [run.phase.pk for run in runs_in(draft)]
    assert after.index(phase.pk) == before.index(phase.pk) - 1

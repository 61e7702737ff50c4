from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.processes import actions
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.preview import preview_token
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk"


@pytest.fixture
def county():
    return factories.authority(bilingual=True, postal_address={"fi": "Esimerkkikatu 1", "sv": "Esimerkkikatu 1"})


@pytest.fixture
def bertta(county):
    return signed_in(factories.staff(county))


@pytest.fixture
def draft(county, bertta):
    bertta.post(f"{DESK}/new-process/", {"title-fi": "Malli", "title-sv": "Modell", "blueprint": "round_with_forum"})
    return Process.objects.get()


def everything(**changed):
    texts = ("title", "summary", "background", "use_of_results", "decided_by", "results_receiver", "keywords",
             "contact_title", "privacy_purposes")  # fmt: skip
    data = {f"{name}-{tag}": f"{name} {tag}" for name in texts for tag in ("fi", "sv", "en")}
    data |= {
        "takes_minutes": "10", "answers_promised_on-day": "29", "answers_promised_on-month": "1", "answers_promised_on-year": "2027",
        "six_ways": ["opinions"], "influence": "consult", "case_number": "ESIM-1", "contact_name": "Esimerkki",
        "contact_phone": "000", "contact_email": "a@example.org", "retention_months": "60", "revision": "1",
    }  # fmt: skip
    return {**data, **changed}


def test_a_new_process_begins_with_its_gaps(bertta, draft):
    page = bertta.get(f"{DESK}/processes/{draft.slug}/").content.decode()
    assert "Malli" in page
    assert f"{DESK}/processes/{draft.slug}/edit/#id_" in page


def test_a_title_is_asked_and_the_words_stay(county, bertta):
    answer = bertta.post(
        f"{DESK}/new-process/", {"title-fi": "", "title-sv": "Bara svenska " * 40, "blueprint": "round"}
    )
    assert answer.status_code == 422
    assert "Bara svenska" in answer.content.decode()


def test_what_publishing_needs_is_not_called_optional(bertta, draft):
    page = bertta.get(f"{DESK}/processes/{draft.slug}/edit/").content.decode()
    assert "Tiivistelmä (tarvitaan ennen julkaisua)" in page
    assert "Asianumero (tarvitaan ennen julkaisua)" in page
    assert "Asiasanat (vapaaehtoinen)" in page


def test_saving_texts_and_facts(bertta, draft):
    answer = bertta.post(f"{DESK}/processes/{draft.slug}/edit/", everything())
    assert answer.status_code == 302, answer.content.decode()[:3000]
    draft.refresh_from_db()
    assert draft.summary == {"fi": "summary fi", "sv": "summary sv", "en": "summary en"}
    assert draft.six_ways == ["opinions"]


def test_f10_the_second_editor_sees_both_texts(bertta, draft):
    bertta.post(f"{DESK}/processes/{draft.slug}/edit/", everything())
    answer = bertta.post(f"{DESK}/processes/{draft.slug}/edit/", everything(**{"summary-fi": "Toisen sanat"}))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Toisen sanat" in page
    assert "summary fi" in page
    again = bertta.post(
        f"{DESK}/processes/{draft.slug}/edit/", everything(**{"summary-fi": "Toisen sanat"}, revision="2")
    )
    assert again.status_code == 302


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "page",
    [
        "",
        "edit/",
        "timeline/",
        "timeline/new/",
        "publish/",
        "partners/",
        "pause/",
        "cancel/",
        "resume/",
        "unpublish/",
        "archive/",
        "renew-preview/",
        "copy/",
        "hand-over/",
    ],
)
def test_every_page_opens_in_every_language(bertta, draft, page, language):
    answer = bertta.get(f"/keski-suomi/{language}/desk/processes/{draft.slug}/{page}")
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()


def test_publishing_lists_what_is_missing_and_changes_nothing(bertta, draft):
    answer = bertta.post(f"{DESK}/processes/{draft.slug}/publish/", {"now": "yes"})
    assert answer.status_code in {200, 422}
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_public_process_is_not_published_again_nor_hidden_by_a_later_time(bertta, county):
    process = factories.process(county)
    factories.activity(process)
    path = f"{DESK}/processes/{process.slug}/publish/"
    shown = bertta.get(path).content.decode()
    assert "Prosessi on ollut julkinen" in shown
    assert "Julkaise nyt" not in shown
    later = {"schedule": "", "publish_at_0": "1", "publish_at_1": "6", "publish_at_2": "2030", "publish_at_3": "9.00"}
    bertta.post(path, later)
    process.refresh_from_db()
    assert process.is_public(clock.now())


def test_a_set_time_is_told_and_can_be_taken_back(bertta, county):
    process = factories.process(county, published_at=clock.now() + timedelta(days=2))
    factories.activity(process)
    shown = bertta.get(f"{DESK}/processes/{process.slug}/publish/").content.decode()
    assert "Peru julkaisuaika" in shown
    bertta.post(f"{DESK}/processes/{process.slug}/unpublish/")
    process.refresh_from_db()
    assert not process.is_public(clock.now() + timedelta(days=3))


def test_a_phase_can_be_added_moved_and_removed(bertta, draft):
    path = f"{DESK}/processes/{draft.slug}/timeline/"
    added = bertta.post(f"{path}new/", {"kind": "forum", "title-fi": "Ilta", "title-sv": "Kväll"})
    assert added.status_code == 302
    phase = draft.phases.last()
    bertta.post(f"{path}{phase.pk}/move/", {"direction": "up"})
    assert [each.pk for each in draft.phases.all()][-2] == phase.pk
    bertta.post(f"{path}{phase.pk}/remove/")
    assert not draft.phases.filter(pk=phase.pk).exists()


def test_a_draft_is_seen_only_by_staff_and_with_its_link(county, bertta, draft):
    path = f"/keski-suomi/fi/processes/{draft.slug}/"
    visitor = Client()
    assert visitor.get(path).status_code == 404
    assert visitor.get(f"{path}?preview={preview_token(draft)}", follow=True).status_code == 200
    assert visitor.get(path).status_code == 200  # the link is remembered in the session
    bertta.post(f"{DESK}/processes/{draft.slug}/renew-preview/")
    assert visitor.get(path).status_code == 404
    assert Client().get(f"{path}?preview=nonsense").status_code == 404


def test_an_old_address_leads_to_the_successor(county, bertta):
    process = factories.process(county)
    factories.activity(process)
    successor = factories.authority("uusi", code="02")
    bertta.post(f"{DESK}/processes/{process.slug}/hand-over/", {"authority": "uusi"})
    process.refresh_from_db()
    assert process.owner == successor
    moved = Client().get(f"/keski-suomi/fi/processes/{process.slug}/comment-round/kommentointi/")
    assert moved.status_code == 301
    assert moved.url == f"/uusi/fi/processes/{process.slug}/comment-round/kommentointi/"


def test_a_scheduled_process_opens_by_the_clock(county):
    at = clock.now()
    process = factories.process(county, published_at=at + timedelta(hours=1))
    assert not process.is_public(at)
    assert process.is_public(at + timedelta(hours=1))


def test_copying_moves_the_dates_forward(county, draft):
    actor = factories.person("kopio@example.org", is_operator=True)
    made = actions.copy_process(
        actor=actor, source=draft, title=Wording(fi="Uusi", sv="Ny"), at=clock.now() + timedelta(days=30)
    )
    assert [phase.kind for phase in made.phases.all()] == [phase.kind for phase in draft.phases.all()]
    first, again = draft.phases.first(), made.phases.first()
    assert (again.starts_at - first.starts_at).days % 7 in {0, 6}
    assert made.case_number == ""
    assert made.published_at is None


def test_somebody_of_another_county_finds_nothing(county, draft):
    cai = signed_in(factories.staff(factories.authority("uusi", code="02"), email="cai@example.org"))
    for page in ("", "edit/", "publish/"):
        assert cai.get(f"{DESK}/processes/{draft.slug}/{page}").status_code == 404

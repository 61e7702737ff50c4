"""The timeline: ways of taking part are placed in phases, two editors see each other, and no language is forgotten."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.processes import actions
from yhdyspinta.processes.actions import PhaseFacts
from yhdyspinta.processes.gaps import gaps_of
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.tests.test_staff_pages import DESK, signed_in
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
TITLE = Wording(fi="Toinen kierros", sv="Andra rundan")


@pytest.fixture
def county():
    return factories.authority(bilingual=True, postal_address={"fi": "Esimerkkikatu 1", "sv": "Esimerkkikatu 1"})


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def draft(county, bertta):
    title = Wording(fi="Malli", sv="Modell")
    return actions.create_process(actor=bertta, owner=county, title=title, blueprint="round", at=clock.now())


@pytest.fixture
def public(draft):
    Process.objects.filter(pk=draft.pk).update(published_at=clock.now())
    draft.refresh_from_db()
    return draft


def place(actor, phase, **changed):
    now = clock.now()
    facts = {"method_key": "comment_rounds", "title": TITLE, "opens_at": now, "closes_at": now + timedelta(days=9)}
    return actions.place_method(actor=actor, phase=phase, at=now, **{**facts, **changed})


def test_a_round_is_added_to_a_phase_in_the_interface(bertta, draft):
    client, phase = signed_in(bertta), draft.phases.get(kind="answers")
    page = f"{DESK}/processes/{draft.slug}/timeline/{phase.pk}/new-activity/"
    assert page in client.get(f"{DESK}/processes/{draft.slug}/timeline/").content.decode()
    assert client.get(page).status_code == 200
    times = {f"{name}-{part}": value for name, year in (("opens_at", "2097"), ("closes_at", "2098"))
             for part, value in (("day", "1"), ("month", "2"), ("year", year), ("time", "9:00"))}  # fmt: skip
    form = {"method_key": "comment_rounds", "title-fi": TITLE["fi"], "title-sv": TITLE["sv"], **times}
    wrong = client.post(page, {**form, "closes_at-year": "2096"})
    assert wrong.status_code == 422
    assert TITLE["sv"] in wrong.content.decode()
    added = client.post(page, form)
    assert added.status_code == 302, added.content.decode()
    activity = phase.activities.get()
    assert (activity.title, activity.stages.get().opens_at.year) == (TITLE, 2097)
    assert Entry.objects.filter(verb="processes.method_placed").count() == 1
    assert TITLE["fi"] in client.get(f"{DESK}/processes/{draft.slug}/timeline/").content.decode()


def test_a_way_of_taking_part_is_refused_when_it_makes_no_sense(bertta, public):
    phase, now = public.phases.first(), clock.now()
    for code, changed in {
        "unknown_method": {"method_key": "guessing"},
        "title_missing": {"title": Wording()},
        "language_missing": {"title": Wording(fi="Vain suomeksi")},
        "closes_before_it_opens": {"closes_at": now - timedelta(days=1)},
        "time_has_passed": {"opens_at": now - timedelta(days=3), "closes_at": now - timedelta(days=1)},
    }.items():
        with pytest.raises(Refusal, match=code):
            place(bertta, phase, **changed)
    with pytest.raises(Refusal):
        place(factories.person("muu@example.org"), phase)
    assert not phase.activities.exists()
    assert place(bertta, phase).process_id == public.pk


def test_f10_the_second_editor_of_a_phase_sees_both_texts(bertta, draft):
    client, phase = signed_in(bertta), draft.phases.first()
    page = f"{DESK}/processes/{draft.slug}/timeline/{phase.pk}/"
    words = {"kind": phase.kind, "title-fi": "Ensimmäisen sanat", "title-sv": "Den förstas ord", "revision": "1"}
    assert client.post(page, words).status_code == 302
    second = client.post(page, {**words, "title-fi": "Toisen sanat"})
    shown = second.content.decode()
    assert second.status_code == 409
    assert "Ensimmäisen sanat" in shown
    assert "Toisen sanat" in shown
    phase.refresh_from_db()
    assert (phase.title["fi"], phase.revision) == ("Ensimmäisen sanat", 2)
    assert client.post(page, {**words, "title-fi": "Toisen sanat", "revision": "²"}).status_code == 409
    assert client.post(page, {**words, "title-fi": "Toisen sanat", "revision": "2"}).status_code == 302


def test_a_text_begun_in_one_language_is_owed_in_the_others(draft):
    before = {gap.words for gap in gaps_of(draft, at=clock.now())}
    Process.objects.filter(pk=draft.pk).update(
        background=Wording(fi="Tausta."), contact_title=Wording(fi="Suunnittelija"), keywords=Wording(sv="delaktighet")
    )
    draft.phases.filter(kind="answers").update(place=Wording(fi="Talo"), link_text=Wording(sv="Länk"))
    draft.refresh_from_db()
    found = [gap for gap in gaps_of(draft, at=clock.now()) if gap.words not in before]
    assert [gap.path.rpartition("/")[2] for gap in found][:3] == [
        "#id_background-sv",
        "#id_keywords-fi",
        "#id_contact_title-sv",
    ]
    assert len(found) == 4
    assert str(draft.phases.get(kind="answers").pk) in found[3].path


def test_a_phase_of_a_public_process_keeps_every_language(bertta, public):
    phase = public.phases.first()
    facts = PhaseFacts(kind=phase.kind, title=TITLE, place=Wording(fi="Talo"))
    with pytest.raises(Refusal, match="language_missing") as refusal:
        actions.save_phase(actor=bertta, process=public, facts=facts, phase=phase, revision=1, at=clock.now())
    assert refusal.value.field == "place"
    facts = PhaseFacts(kind=phase.kind, title=TITLE, place=Wording(fi="Talo", sv="Huset"))
    actions.save_phase(actor=bertta, process=public, facts=facts, phase=phase, revision=1, at=clock.now())

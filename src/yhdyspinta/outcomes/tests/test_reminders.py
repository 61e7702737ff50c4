from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.outcomes import measures, reminders
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.personal import erase, export
from yhdyspinta.outcomes.reminders import remind_owners
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.follows import follow_process
from yhdyspinta.processes.models import Follow, Process, ProcessRole
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
WORDS = Wording(fi="Järjestetään iltoja.", sv="Kvällar ordnas.", en="Evenings are held.")


@pytest.fixture
def process():
    return factories.process(factories.authority())


@pytest.fixture
def bertta(process):
    return factories.staff(process.owner)


def measure(process, owner, days, **fields):
    today = in_helsinki(clock.now()).date()
    values = {
        "you_said": WORDS, "we_decided": WORDS, "promise": WORDS, "owner_name": Wording(fi="Bertta"), "owner": owner,
        "due_on": today + timedelta(days=days), "created_at": clock.now(), "published_at": clock.now(), **fields,
    }  # fmt: skip
    return Measure.objects.create(process=process, **values)


@pytest.mark.parametrize(("days", "kind"), [(10, "outcomes.measure_soon"), (-1, "outcomes.measure_late")])
def test_the_owner_is_reminded_once(process, bertta, days, kind):
    measure(process, bertta, days)
    assert remind_owners(at=clock.now()) == 1
    assert remind_owners(at=clock.now()) == 0
    notice = Notice.objects.get()
    assert (notice.kind, notice.person) == (kind, bertta)
    letter = kind_of(notice).words(notice)
    assert any("Järjestetään iltoja." in line for line in letter.paragraphs)
    assert "/outcomes/measures/" in letter.path


def test_a_late_one_is_told_again_after_a_month(process, bertta):
    measure(process, bertta, -1)
    remind_owners(at=clock.now())
    assert remind_owners(at=clock.now() + timedelta(days=10)) == 0
    assert remind_owners(at=clock.now() + timedelta(days=30)) == 1


def mail_of(notice, language="fi"):
    with override(language):
        return kind_of(notice).words(notice)


@pytest.mark.parametrize("left", [0, 3])
def test_several_come_in_one_message_and_each_is_told_once(process, bertta, left):
    """Eighty late measures are no eighty letters; whoever else coordinates gets one too."""
    factories.staff(process.owner, email="cai@example.org")
    far = measure(process, None, -40)
    for days in range(1, reminders.MOST + left):
        measure(process, None, -days % 10)
    measure(factories.process(process.owner, slug="toinen"), None, -1)
    assert remind_owners(at=clock.now()) == 4
    assert remind_owners(at=clock.now()) == 0
    notice = Notice.objects.filter(person=bertta, values__process=process.slug).get()
    letter = mail_of(notice)
    assert (letter.subject, len(letter.items)) == ("Toimenpiteitäsi on myöhässä", reminders.MOST)
    assert letter.items[0].heading == "Järjestetään iltoja."
    assert letter.items[0].path.endswith(f"/outcomes/measures/{far.pk}/progress/")
    assert "eikä toimenpidettä ole merkitty tehdyksi" in letter.items[0].text
    assert ("3 muuta" in " ".join(letter.paragraphs)) == bool(left)
    measure(process, None, -2)  # only what is new is told
    assert remind_owners(at=clock.now()) == 2
    assert {len(mail_of(one).items) for one in Notice.objects.order_by("-pk")[:2]} == {0}


def test_those_that_are_only_near_say_so(process, bertta):
    for days in (3, 4):
        measure(process, bertta, days)
    remind_owners(at=clock.now())
    notice = Notice.objects.get()
    assert notice.kind == "outcomes.measure_soon"
    assert mail_of(notice, "sv").subject == "Dina åtgärder ska snart vara klara"


@pytest.mark.parametrize("suffix", ["", ":{person}"])
def test_what_an_earlier_version_told_is_not_told_again(process, bertta, suffix):
    row = measure(process, bertta, -1)
    remind_owners(at=clock.now())
    key = f"outcomes.measure_late:{row.pk}:{row.due_on.isoformat()}:0"
    Notice.objects.update(once_key=key + suffix.format(person=bertta.pk))
    assert remind_owners(at=clock.now()) == 0


@pytest.mark.parametrize("field", ["cancelled_at", "archived_at"])
def test_of_a_matter_that_is_cancelled_or_archived_nobody_is_reminded(process, bertta, field):
    measure(process, bertta, -1)
    Process.objects.update(**{field: clock.now()})
    assert remind_owners(at=clock.now()) == 0


def test_moving_the_day_does_not_silence_the_reminder(process, bertta):
    """The desk, the public page and the letter measure by the same day: the first that was promised."""
    today = in_helsinki(clock.now()).date()
    measure(process, bertta, 200, first_due_on=today - timedelta(days=3))
    assert remind_owners(at=clock.now()) == 1
    notice = Notice.objects.get()
    assert (notice.kind, notice.values["due_on"]) == (
        "outcomes.measure_late", (today - timedelta(days=3)).isoformat()
    )  # fmt: skip
    assert remind_owners(at=clock.now() + timedelta(days=27)) == 1


@pytest.mark.parametrize(
    ("language", "reminded", "nobody"),
    [
        ("fi", "saa muistutuksen", "Ketään ei ole valittu, joten koordinaattorit saavat muistutuksen"),
        ("sv", "får en påminnelse", "Ingen har valts, så koordinatorerna får en påminnelse"),
        ("en", "is reminded", "Nobody is chosen, so the coordinators are reminded"),
    ],
)
def test_staff_see_who_is_reminded(process, bertta, language, reminded, nobody, django_assert_max_num_queries):
    measure(process, bertta, 30)
    row = measure(process, None, 30, owner_name=Wording(fi="Kotihoidon palveluyksikkö"), published_at=None)
    measure(process, bertta, -1, state="done")
    client = factories.signed_in(bertta)
    with django_assert_max_num_queries(15):
        page = client.get(process_address(process, "outcomes:staff", language=language)).content.decode()
    assert page.count(f"{bertta.name} {reminded}") == 1
    assert page.count(nobody) == 1
    preview = process_address(process, "outcomes:publish_measure", language=language, measure=row.pk)
    assert nobody in client.get(preview).content.decode()


@pytest.mark.parametrize("fields", [{"state": "done"}, {"state": "given_up"}, {"published_at": None}, {"due_on": None}])
def test_nobody_is_reminded_of_what_does_not_wait(process, bertta, fields):
    measure(process, **{"owner": bertta, "days": -1} | fields)
    assert remind_owners(at=clock.now()) == 0


def test_f4_one_that_fails_keeps_no_other_owner_waiting(process, bertta, monkeypatch):
    broken, _other = measure(process, bertta, 3), measure(factories.process(process.owner, slug="toinen"), bertta, 4)
    owe = reminders.owe

    def failing(kind, *, once_key, **values):
        if f":{broken.pk}:" in once_key:
            raise ZeroDivisionError
        return owe(kind, once_key=once_key, **values)

    with monkeypatch.context() as patched:
        patched.setattr(reminders, "owe", failing)
        assert remind_owners(at=clock.now()) == 1
    assert remind_owners(at=clock.now()) == 1  # the next morning's run


@pytest.fixture
def daniel(process):
    who = factories.staff(process.owner, "county_admin", "daniel@example.org")
    Person.objects.filter(pk=who.pk).update(name="Daniel Esimerkki")
    return Person.objects.get(pk=who.pk)


def told():
    """Who has been owed a reminder."""
    return {notice.person.email for notice in Notice.objects.select_related("person")}


def chosen(actor, row, who):
    text = measures.MeasureText(**{**vars(measures.MeasureText.of(row)), "reminded_id": who.pk if who else None})
    return measures.save_measure(
        actor=actor, process=row.process, measure=row, text=text, revision=row.revision, at=clock.now()
    )


def test_whoever_is_chosen_is_reminded_and_not_the_one_who_is_named(process, bertta, daniel):
    chosen(bertta, measure(process, bertta, -1), daniel)
    assert remind_owners(at=clock.now()) == 1
    assert told() == {"daniel@example.org"}
    line = Entry.objects.get(verb="outcomes.reminded_chosen")
    assert line.detail == {"person": daniel.pk}


def test_nobody_chosen_means_the_coordinators_first_those_of_the_process(process, bertta, daniel):
    measure(process, None, -1)
    assert remind_owners(at=clock.now()) == 1
    assert told() == {"bertta@example.org"}
    cai = factories.person("cai@example.org")
    ProcessRole.objects.create(person=cai, process=process, role="coordinator", given_at=clock.now())
    measure(process, None, -1)
    remind_owners(at=clock.now())
    assert "cai@example.org" in told()
    RoleGrant.objects.filter(person=bertta).update(ended_at=clock.now())
    ProcessRole.objects.update(ended_at=clock.now())
    measure(process, None, -1)
    remind_owners(at=clock.now())
    assert "daniel@example.org" in told()


@pytest.mark.parametrize("how", ["role", "account"])
def test_who_has_left_falls_back_to_the_coordinators(process, bertta, daniel, how):
    row = chosen(bertta, measure(process, daniel, -1, owner_name=Wording(fi="Daniel Esimerkki")), daniel)
    if how == "role":
        RoleGrant.objects.filter(person=daniel).update(ended_at=clock.now())
    else:
        Person.objects.filter(pk=daniel.pk).update(is_active=False)
    remind_owners(at=clock.now())
    assert told() == {"bertta@example.org"}
    page = factories.signed_in(bertta).get(process_address(process, "outcomes:staff", language="fi")).content.decode()
    assert "ei enää työskentele" in page
    assert chosen(bertta, row, daniel).reminded_id == daniel.pk  # saved again, nothing else is asked


def test_another_edit_keeps_who_was_chosen_and_has_left(process, bertta, daniel):
    row = chosen(bertta, measure(process, None, 30, published_at=None), daniel)
    RoleGrant.objects.filter(person=daniel).update(ended_at=clock.now())
    client = factories.signed_in(bertta)
    path = process_address(process, "outcomes:measure", language="fi", measure=row.pk)
    form = client.get(path).content.decode()
    assert f'<option value="{daniel.pk}" selected>Daniel Esimerkki (ei enää työskentele tämän parissa)' in form
    typed = {"you_said-fi": "Uudet sanat.", "revision": row.revision, "reminded": daniel.pk}
    assert client.post(path, typed).status_code == 302
    row.refresh_from_db()
    assert (row.reminded, row.you_said["fi"]) == (daniel, "Uudet sanat.")
    assert client.post(path, typed | {"reminded": "", "revision": row.revision}).status_code == 302
    assert "Daniel" not in client.get(path).content.decode()


def test_whoever_was_chosen_and_may_tell_nothing_any_more_is_not_reminded(process, bertta, daniel):
    chosen(bertta, measure(process, None, -1), daniel)
    RoleGrant.objects.filter(person=daniel).update(role="viewer")
    remind_owners(at=clock.now())
    assert told() == {"bertta@example.org"}


def test_only_those_are_chosen_who_can_tell_how_far_it_is(process, bertta, daniel):
    viewer = factories.staff(process.owner, "viewer", "viewer@example.org")
    stranger = factories.staff(factories.authority("pohjanmaa", code="15"), email="muu@example.org")
    row = measure(process, None, 30)
    for who in (viewer, stranger):
        with pytest.raises(Refusal, match="reminded_not_here"), transaction.atomic():
            chosen(bertta, row, who)
    form = factories.signed_in(bertta).get(
        process_address(process, "outcomes:measure", language="fi", measure=row.pk)
    ).content.decode()  # fmt: skip
    assert "Kuka saa muistutuksen" in form
    assert "Daniel Esimerkki" in form
    assert "viewer@example.org" not in form
    assert "muu@example.org" not in form


def test_who_was_chosen_stands_in_the_history_and_goes_with_the_person(process, bertta, daniel):
    row = chosen(bertta, measure(process, None, -1), daniel)
    client = factories.signed_in(bertta)
    path = process_address(process, "outcomes:progress", language="fi", measure=row.pk)
    assert "Muistutuksen saajaksi valittiin Daniel Esimerkki." in client.get(path).content.decode()
    assert [one["state"] for one in export(daniel)["measures"]] == ["planned"]
    erase(daniel, at=clock.now())
    row.refresh_from_db()
    assert row.reminded is None
    chosen(bertta, row, bertta)
    row.refresh_from_db()
    chosen(bertta, row, None)
    assert "Kukaan erikseen valittu ei enää saa muistutusta." in client.get(path).content.decode()


def test_the_desk_tells_which_late_measures_are_ones_own(process, bertta, daniel):
    for who in (daniel, None):
        chosen(bertta, measure(process, None, -1), who)
    desk = {}
    for who in (bertta, daniel):
        desk[who] = factories.signed_in(who).get(f"/{process.owner.slug}/fi/desk/").content.decode()
    assert "Kerro toimenpiteidesi vaihe" in desk[daniel]
    assert "1 sinun toimenpiteesi on myöhässä" in desk[daniel]
    assert "1 toimenpide on myöhässä" in desk[daniel]
    assert "toimenpiteidesi" not in desk[bertta]
    assert "2 toimenpidettä on myöhässä" in desk[bertta]


def test_a_far_day_waits(process, bertta):
    measure(process, bertta, 15)
    assert remind_owners(at=clock.now()) == 0


def test_whoever_asked_only_of_what_is_done_hears_of_nothing_else(process, bertta):
    aino = factories.person()
    follow_process(actor=aino, process=process, what=Follow.What.DONE, at=clock.now())
    row = measure(process, bertta, 20, published_at=None)
    measures.publish_measure(actor=bertta, measure=row, at=clock.now())
    assert not Notice.objects.filter(person=aino).exists()
    row.refresh_from_db()
    done = measures.Progress("done", WORDS, None)
    measures.update_measure(actor=bertta, measure=row, progress=done, revision=row.revision, at=clock.now())
    assert [notice.kind for notice in Notice.objects.filter(person=aino)] == ["outcomes.done"]


def test_promised_against_done_with_history(process, bertta, django_assert_max_num_queries):
    row = measure(process, bertta, -3)
    measure(process, None, 5, promise=Wording(fi="Luonnos ei näy."), published_at=None)
    going = measures.Progress("under_way", Wording(fi="Ensimmäinen ilta pidetty."), None)
    measures.update_measure(actor=bertta, measure=row, progress=going, revision=row.revision, at=clock.now())
    with django_assert_max_num_queries(10):
        page = Client().get(process_address(process, "outcomes:measures", language="fi")).content.decode()
    assert "Ensimmäinen ilta pidetty." in page
    assert "Myöhässä" in page
    assert "Luonnos ei näy." not in page

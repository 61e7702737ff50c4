"""Who only types: enters, types and checks paper of their rounds, and gets nothing else of them."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.tests.test_piles import ROUND, begun, day, pile_of, sheet
from yhdyspinta.intake.tests.typing_in import ENTER, enter, typed
from yhdyspinta.moderation.actions import mask
from yhdyspinta.people.models import RoleGrant
from yhdyspinta.processes.models import Process, ProcessRole
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk/"


@pytest.fixture
def lasse(county):
    return factories.staff(county, "typist", "lasse@example.org")


def test_rounds_called_the_same_tell_their_days_and_drafts_are_not_typed_into(county, lasse, section):
    def links():
        return re.findall(r'href="[^"]*/channels/">([^<]*)</a>', signed_in(lasse).get(DESK).content.decode())

    for slug in ("luonnos", "arkistoitu"):
        factories.activity(factories.process(county, slug=slug, published=False))
    assert [name.count("(") for name in links()] == [0]
    closes_at = clock.now() + timedelta(days=40)
    factories.activity(factories.process(county, slug="toinen"), closes_at=closes_at)
    names = links()
    assert len(set(names)) == len(names) == 2
    assert all(re.search(r"\(.*20\d\d – .*20\d\d\)", name) for name in names)


def test_a_pile_is_typed_and_another_s_checked_and_the_desk_leads_there(bertta, lasse, section):
    client = signed_in(lasse)
    desk = client.get(DESK).content.decode()
    assert "Kierrokset, joihin kirjaat" in desk
    assert f"{ROUND}channels/" in desk
    page = client.get(f"{ROUND}channels/").content.decode()
    for other in ("events/", "earlier/", "files/", "material/", "answers/", "/overview"):
        assert f'kommentointi/intake/{other}"' not in page
        assert f'activities/kommentointi/{other}"' not in page
    batch = begun(client)
    assert client.post(f"{ROUND}piles/{batch.pk}/", sheet("Ovet auki.")).status_code == 302
    assert client.post(f"{ROUND}piles/{batch.pk}/finish/").status_code == 302
    receipt = Receipt.objects.get()
    shown = client.get(f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/")
    assert "Korjaa kirjaus" in shown.content.decode()
    for away in ("withdraw", "find/", "letter/", '/desk/processes/toimintamallit/"'):
        assert away not in shown.content.decode()
    other = pile_of(bertta, "Bertan kirjaama.")
    assert client.post(f"{ROUND}piles/{other.pk}/check/", {"percent": "100"}).status_code == 302
    assert "odottaa tarkistusta" in client.get(DESK).content.decode()
    one = Comment.objects.latest("pk")
    again = day(**{f"place_{one.number}": "A1", f"text_{one.number}": one.text, "language": "fi"})
    assert client.post(f"{ROUND}piles/{other.pk}/check/1/", again).status_code == 302
    assert Sheet.objects.get(batch=other).checked_by == lasse


def test_a_call_is_entered_and_only_own_calls_are_seen(bertta, lasse, section):
    client = signed_in(lasse)
    assert client.post(ENTER, typed(section, step="send", read_back="on")).status_code == 302
    own = Receipt.objects.get()
    theirs = enter(bertta, section)
    path = "/keski-suomi/fi/desk/processes/toimintamallit/intake/{}/{}"
    assert client.get(path.format(own.pk, "")).status_code == 200
    assert client.get(path.format(own.pk, "add/")).status_code == 200
    for rest in ("", "add/", "mend/"):
        assert client.get(path.format(theirs.pk, rest)).status_code == 404
    number = own.comments.get().number
    for rest in (f"comments/{number}/", "letter/"):
        assert client.get(path.format(own.pk, rest)).status_code == 403
    assert client.post(path.format(own.pk, f"comments/{number}/withdraw/")).status_code == 403


def test_p2_nothing_else_of_the_round_opens(bertta, lasse, section):
    client, activity = signed_in(lasse), section.version.document.activity
    event = actions.begin_batch(
        actor=bertta, activity=activity, key="0" * 32, kind="event", name="Ilta", channel="event",
        arrived_on=clock.now().date(), language="fi", at=clock.now(),
    )  # fmt: skip
    actions.note_at_table(
        actor=bertta, batch=event, key=uuid4(), table="1", thread_id=section.thread_id, text="Sanottua.", at=clock.now()
    )
    actions.finish_batch(actor=bertta, batch=event, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=event, percent=100, at=clock.now())
    assert "odotta" not in client.get(DESK).content.decode().split("<main")[1].split("Kierrokset")[0]
    Sheet.objects.filter(batch=event).update(second={"1": {}})
    assert "1 pöydän muistiinpanot odottavat tarkistusta" in signed_in(bertta).get(DESK).content.decode()
    base = ROUND.removesuffix("intake/")
    for rest in ("material/", "answers/", "intake/events/", "intake/files/", f"intake/events/{event.pk}/"):
        assert client.get(base + rest).status_code in {403, 404}, rest
    for rest in ("check/", "sheets/", "reopen/"):
        assert client.get(f"{ROUND}piles/{event.pk}/{rest}").status_code == 404
    for rest in ("processes/", "answers/", "intake/find/", "intake/letters/", "checking/"):
        assert client.get(DESK + rest).status_code == 404, rest
    with pytest.raises(Refusal, match="not_your_role"), transaction.atomic():
        actions.finish_batch(actor=lasse, batch=Batch.objects.get(pk=event.pk), at=clock.now())
    with pytest.raises(Refusal, match="not_your_role"), transaction.atomic():
        actions.settle_notes(actor=lasse, batch=event, notes=[1], take=True, at=clock.now())
    Process.objects.update(published_at=None)
    assert client.get("/keski-suomi/fi/processes/toimintamallit/").status_code == 404


@pytest.mark.parametrize("other", ["viewer", "moderator", "answerer", "registrar", "data_protection_officer"])
def test_p2_a_second_role_that_reads_opens_no_receipt_of_others(county, bertta, lasse, section, other):
    RoleGrant.objects.create(person=lasse, authority=county, role=other, given_at=factories.EPOCH)
    theirs, activity = enter(bertta, section), section.version.document.activity
    event = actions.begin_batch(
        actor=bertta, activity=activity, key="0" * 32, kind="event", name="Ilta", channel="event",
        arrived_on=clock.now().date(), language="fi", at=clock.now(),
    )  # fmt: skip
    path, client = "/keski-suomi/fi/desk/processes/toimintamallit/intake/{}/{}", signed_in(lasse)
    for rest in ("", "add/", "mend/"):
        assert client.get(path.format(theirs.pk, rest)).status_code == 404
    one = theirs.comments.get()
    for action, more in (
        (actions.mend_typing, {"mark": "", "stands": {one.number: Typed(one.thread_id, "Toiset.")}}),
        (actions.add_to_receipt, {"after": 1, "channel": "phone", "arrived_at": clock.now(), "words": [],
                                  "language": "fi", "read_back": True}),
    ):  # fmt: skip
        with pytest.raises(Refusal, match="not_your_role"), transaction.atomic():
            action(actor=lasse, receipt=theirs, at=clock.now(), **more)
    page = client.get(f"{ROUND}channels/").content.decode()
    for away in ("/intake/events/", "/intake/earlier/", f"/events/{event.pk}/"):
        assert away not in page
    assert "/intake/find/" not in client.get(ENTER).content.decode()


def test_a_sheet_that_waits_for_its_check_is_closed_to_who_may_check_it(bertta, lasse, section):
    batch, client = pile_of(bertta, "Bertan kirjaama."), signed_in(lasse)
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{Receipt.objects.get().pk}/"
    assert client.get(path).status_code == 200
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    assert client.get(path).status_code == 404
    Sheet.objects.update(checked_at=clock.now())
    assert client.get(path).status_code == 200


def test_d6_of_others_a_typist_reads_what_was_typed_and_everybody_may_read(bertta, lasse, section):
    pile_of(bertta, "Naapuri Pekka Virtanen soitti. Muuten hyvä.")
    one, client = Comment.objects.get(), signed_in(lasse)
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{one.receipt_id}/"

    def reads(words="Pekka Virtanen"):
        return [words in client.get(path + rest).content.decode() for rest in ("", "mend/")]

    assert reads() == [True, True]
    mask(actor=bertta, comment=one, spans=[(8, 22)], reason="personal_data", revision=one.revision, at=clock.now())
    assert reads() == [False, False]
    assert reads("Muuten hyvä.") == [True, False]
    assert "Pekka Virtanen" in signed_in(bertta).get(path + "mend/").content.decode()
    Sheet.objects.update(is_drawn=True)
    sheet_path = f"{ROUND}piles/{Batch.objects.get().pk}/check/1/?how=compare"
    assert "Pekka Virtanen" not in client.get(sheet_path).content.decode()
    Sheet.objects.update(is_drawn=False)
    Comment.objects.update(public_text=one.text)
    for changed in ({"state": "hidden"}, {"state": "withdrawn"}, {"state": "visible", "channel": "online"}):
        Comment.objects.update(**changed)
        assert reads() == [False, False]


def test_a_role_in_one_process_types_there_only(county, section):
    who = factories.person("yksi@example.org")
    process = section.version.document.activity.process
    other = factories.process(county, slug="toinen")
    role = ProcessRole.objects.create(person=who, process=other, role="typist", given_at=factories.EPOCH)
    client = signed_in(who)
    assert client.get(f"{ROUND}channels/").status_code == 404
    ProcessRole.objects.filter(pk=role.pk).update(process=process)
    assert client.get(f"{ROUND}channels/").status_code == 200

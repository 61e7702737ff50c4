"""A table of an event is one sender: how many people were there is asked, and told beside the senders."""

from uuid import uuid4

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import Batch
from yhdyspinta.intake.tests.test_events_and_paper import begun, note
from yhdyspinta.intake.tests.test_piles import ROUND, day
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.sentences import of_senders

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum(bertta, section):
    """An event with notes from two tables."""
    client = signed_in(bertta)
    batch = begun(client)
    for table in ("1", "2"):
        assert client.post(f"{ROUND}events/{batch.pk}/", note("Sanottua.", table=table)).status_code == 302
    return batch


def told():
    """What the report says of who took part."""
    return " ".join(of_senders(figures_of(Activity.objects.get(), at=clock.now()), "fi"))


def test_it_is_asked_when_the_event_is_begun_and_may_be_left_out(bertta, section):
    client = signed_in(bertta)
    event = day(key=str(uuid4()), name="Foorumi", language="fi", people="120")
    assert client.post(ROUND + "events/", event).status_code == 302
    assert Batch.objects.get().people == 120
    wrong = client.post(ROUND + "events/", {**event, "key": str(uuid4()), "people": "monta"})
    assert wrong.status_code == 422
    assert "people" not in client.get(ROUND + "piles/").context["form"].fields


def test_it_is_told_later_beside_senders_and_never_added_to_them(bertta, forum):
    client, path = signed_in(bertta), f"{ROUND}events/{forum.pk}/people/"
    actions.finish_batch(actor=bertta, batch=forum, at=clock.now())
    before = Activity.objects.values_list("sender_count", "comment_count").get()
    assert "Tilaisuuksissa: 2 pöytää. Jokainen pöytä on laskettu yhdeksi lähettäjäksi." in told()
    for _twice in range(2):
        assert client.post(path, {"people": "120"}).status_code == 302
    assert Line.objects.filter(verb="intake.people_told").count() == 1
    assert Activity.objects.values_list("sender_count", "comment_count").get() == before == (2, 2)
    page = client.get(ROUND + "channels/").content.decode()
    row = page.split("<tbody>")[1].split("Tapahtuma")[1].split("</tr>")[0]
    assert "2 pöytää, noin 120 ihmistä" in row
    assert "120" not in row.split("</th>")[1]
    assert "2 pöytää, noin 120 ihmistä" in told()
    assert "2 lähettäjältä" in told()
    for language, words in (("sv", "2 bord, ungefär 120 personer"), ("en", "2 tables, about 120 people")):
        assert words in client.get(ROUND.replace("/fi/", f"/{language}/") + "channels/").content.decode()
    assert "Paikalla oli noin 120 ihmistä." in client.get(f"{ROUND}events/{forum.pk}/").content.decode()
    assert client.post(path, {"people": ""}).status_code == 302  # nobody knows after all
    assert Batch.objects.get().people is None


def test_of_fewer_than_a_small_group_the_report_tells_nothing(bertta, forum):
    actions.tell_people_present(actor=bertta, batch=forum, people=4, at=clock.now())
    assert "2 pöytää." in told()
    assert "noin" not in told()


def test_d3_nor_can_a_small_event_be_told_from_two_versions_of_the_report(bertta, forum):
    actions.tell_people_present(actor=bertta, batch=forum, people=40, at=clock.now())
    assert "2 pöytää, noin 40 ihmistä" in told()
    client = signed_in(bertta)
    other = begun(client)
    client.post(f"{ROUND}events/{other.pk}/", note("Muuta."))
    actions.tell_people_present(actor=bertta, batch=other, people=2, at=clock.now())
    assert "3 pöytää, niissä tilaisuuksissa, joissa laskettiin, noin 40 ihmistä" in told()
    actions.tell_people_present(actor=bertta, batch=other, people=5, at=clock.now())
    assert "3 pöytää, noin 45 ihmistä" in told()


def test_where_some_events_were_not_counted_it_is_told(bertta, forum):
    actions.tell_people_present(actor=bertta, batch=forum, people=50, at=clock.now())
    client = signed_in(bertta)
    other = begun(client)
    client.post(f"{ROUND}events/{other.pk}/", note("Muuta."))
    assert "3 pöytää, niissä tilaisuuksissa, joissa laskettiin, noin 50 ihmistä" in told()


def test_a_pile_has_nobody_present(bertta, forum):
    Batch.objects.update(kind="pile")
    assert signed_in(bertta).post(f"{ROUND}events/{forum.pk}/people/", {"people": "5"}).status_code == 404

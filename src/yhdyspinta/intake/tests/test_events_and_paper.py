"""Notes of an event by table, and the paper form of a round."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import round_code
from yhdyspinta.intake.models import Batch, Note
from yhdyspinta.intake.table_links import latest_end
from yhdyspinta.intake.tests.test_piles import ROUND, day
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
PAPER = "/keski-suomi/fi/processes/toimintamallit/activities/kommentointi/paper-form/"


def begun(client):
    answer = client.post(ROUND + "events/", day(key=str(uuid4()), name="Osallisuusfoorumi", language="fi"))
    assert answer.status_code == 302, answer.content.decode()
    return Batch.objects.latest("pk")


def note(text, table="1", part="A1", key=None):
    return {"key": str(key or uuid4()), "table": table, "part": part, "text": text}


def test_links_end_at_the_last_minute_of_a_day_and_not_at_midnight_of_the_next():
    assert latest_end(date(2026, 11, 22)).isoformat() == "2026-11-23T23:59:00+02:00"


def test_a_table_is_one_sender_however_many_notes(bertta, section):
    client = signed_in(bertta)
    here = f"{ROUND}events/{begun(client).pk}/"
    twice = note("Pöydän toinen.", part="A2")
    for sent in (note("Pöydän ensimmäinen."), twice, twice, note("Toinen pöytä.", table="2")):
        assert client.post(here, sent).status_code == 302
    assert (Receipt.objects.filter(channel="event").count(), Comment.objects.count(), Note.objects.count()) == (2, 3, 3)
    row, batch = Activity.objects.get(), Batch.objects.get()
    assert (row.sender_count, row.comment_count) == (2, 3)
    assert (batch.sheet_count, batch.comment_count) == (2, 3)
    page = client.get(here + "?table=2&part=A3").content.decode()
    assert "Toinen pöytä." in page
    assert '<option value="A3" selected' in page


def test_what_is_missing_of_a_note_is_told_and_an_event_ends(bertta, section):
    client = signed_in(bertta)
    batch = begun(client)
    here = f"{ROUND}events/{batch.pk}/"
    for sent in (note(""), note("Säilyy.", table=""), note("Säilyy.", part="Z9"), note("Säilyy.", part="")):
        answer = client.post(here, sent)
        assert answer.status_code == 422
        assert not sent["text"] or "Säilyy." in answer.content.decode()
    assert client.post(here, note("Ainoa.")).status_code == 302
    assert client.post(here + "finish/").status_code == 302
    assert client.post(here, note("Myöhässä.")).status_code == 422
    assert client.get(f"{ROUND}piles/{batch.pk}/").status_code == 404
    with pytest.raises(Refusal, match="batch_finished"):
        actions.note_at_table(
            actor=bertta, batch=batch, key=uuid4(), table="1", thread_id=section.thread_id, text="x", at=clock.now()
        )


@pytest.mark.parametrize(("language", "heading"), [("fi", "Kohta 2 (fi)"), ("sv", "Kohta 2 (sv)"), ("en", "Kohta 2")])
def test_the_paper_form_has_every_part_with_its_code(county, section, language, heading):
    county.postal_address = {"fi": "Esimerkkitie 1\n00000 Esimerkkilä", "sv": "Exempelvägen 1"}
    county.save()
    page = Client().get(PAPER.replace("/fi/", f"/{language}/", 1)).content.decode()
    assert heading in page
    for code in ("A", "A1", "A2", "A3"):
        assert f'<span class="y-paper__number">{code}</span>' in page
    assert round_code(Activity.objects.get()) in page
    assert "Esimerkkitie 1" in page or "Exempelvägen 1" in page


def test_the_paper_form_asks_what_the_web_asks_and_each_part_tells_its_round(county):
    document = factories.document(factories.activity(factories.process(county)), published=False)
    first = document.versions.get().sections.order_by("position")[0]
    first.questions = {"fi": "Mitä puuttuu?\nKuka tekee?", "sv": "Vad saknas?"}
    first.save()
    document.versions.update(published_at=clock.now())
    page = Client().get(PAPER).content.decode()
    part = page.split("y-paper__part")[2]
    assert "<li>Mitä puuttuu?</li><li>Kuka tekee?</li>" in part
    assert page.count(round_code(Activity.objects.get())) == 2 + page.count('class="y-paper__part"')


def test_a_hidden_round_has_no_paper_form(county, section, bertta):
    section.version.document.activity.process.__class__.objects.update(published_at=None)
    assert Client().get(PAPER).status_code == 404
    assert signed_in(bertta).get(PAPER).status_code == 200
    assert "intake/paper" in signed_in(bertta).get(ROUND + "channels/").content.decode()

"""What another authority passes on is received too, and an organisation's statement is told as one."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Organisation
from yhdyspinta.site.tests.received import EXPORT, RECEIVED, World, table
from yhdyspinta.statements.models import Statement
from yhdyspinta.transfers.actions.giving_back import give_back
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.actions.recording import record_from_outside, take_record_back
from yhdyspinta.transfers.tests.scene import passed, replied
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


def test_what_another_authority_passes_on_is_received_with_its_words_and_case_number(world):
    town = factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelman kaupunki"})
    comment = world.comment("Koulun pihassa ei ole telineitä.")
    transfer = passed(comment, town, factories.staff(world.county))
    rauha = signed_in(factories.staff(town, "registrar", "rauha@example.org"))
    own, export = "/kuvitelma/fi/desk/received/", "/kuvitelma/fi/desk/received/export/"
    assert "viime viennin jälkeen" in rauha.get("/kuvitelma/fi/desk/").content.decode()
    (row,) = table(rauha.post(export))[1:]
    assert "viime viennin jälkeen" not in rauha.get("/kuvitelma/fi/desk/").content.decode()
    assert row[0] == "Kommentti, jonka siirsi Keski-Suomen hyvinvointialue"
    assert (row[1], row[3], row[7]) == ("KSHVA/123/2026", str(comment.number), "Julkinen")
    assert row[9] == "Koulun pihassa ei ole telineitä."
    assert f"hyvinvointialue {comment.number}" in rauha.get(own).content.decode()
    chosen = {"process": f"keski-suomi/{world.process.slug}"}
    page = rauha.get(own, chosen)
    assert "(Keski-Suomen hyvinvointialue)" in page.content.decode()
    assert [item["row"].number for item in page.context["rows"]] == [comment.number]
    assert len(table(rauha.post(export, chosen))) == 2
    assert not Entry.objects.filter(process_id=world.process.pk, authority_id=town.pk).exists()
    give_back(
        actor=factories.staff(town, "answerer", "veikko@example.org"),
        transfer=transfer,
        reason="Ei meidän.",
        at=clock.now(),
    )
    Comment.objects.filter(pk=comment.pk).update(state="hidden")
    (row,) = table(rauha.post(export))[1:]  # it has arrived all the same; what is hidden there is not told here
    assert (row[7], row[9]) == ("Piilotettu", "")
    for choice in ({"channel": "paper"}, {"since-day": "1", "since-month": "1", "since-year": "2090"}):
        assert rauha.get(own, choice).context["rows"] == [], choice
    # Whom it came to first has it once, and what came back.
    first, back = table(signed_in(world.risto).post(EXPORT))[1:]
    assert (first[0], back[0], back[9]) == ("Kommentti", "Kommentti, jonka palautti Kuvitelman kaupunki", "Ei meidän.")


def test_a_copy_of_the_passing_process_covers_what_was_passed_and_nothing_else(world):
    """M49, M51: the receiver's copy of another's process covers that process, and stands in no trail of theirs."""
    town = factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelman kaupunki"})
    for section in (world.section, factories.document(factories.activity(factories.process(world.county, "b")))):
        words = section if section is world.section else section.versions.get().sections.first()
        comment = factories.comment(factories.person(f"x{words.pk}@example.org"), words)
        passed(comment, town, factories.staff(world.county, email=f"b{words.pk}@example.org"))
    rauha = signed_in(factories.staff(town, "registrar", "rauha@example.org"))
    own, export = "/kuvitelma/fi/desk/received/", "/kuvitelma/fi/desk/received/export/"
    assert len(rauha.get(own).context["waiting"]) == 2
    rauha.post(export, {"process": "keski-suomi/b"})
    (left,) = rauha.get(own).context["waiting"]
    assert left["url"].endswith(f"process=keski-suomi%2F{world.process.slug}")
    rauha.post(export, {"channel": "paper"})
    assert rauha.get(own).context["waiting"] == [left]


def test_a_statement_is_told_as_one(world):
    comment = world.comment("Järjestömme lausuu.")
    organisation = Organisation.objects.create(
        authority=world.county, name="Esimerkki ry", skeleton="esimerkki", created_at=clock.now()
    )
    Statement.objects.create(
        activity=world.activity, organisation=organisation, language="fi", opened_at=clock.now(),
        receipt=comment.receipt,
    )  # fmt: skip
    world.comment("Asukas sanoo.")
    kinds = [row[0] for row in table(signed_in(world.risto).post(EXPORT))[1:]]
    assert kinds == ["Järjestön lausunto", "Kommentti"]
    assert "Organisation" not in signed_in(world.risto).get(RECEIVED.format("fi")).content.decode()


def test_what_other_authorities_answer_is_received_in_its_place(world):
    """An answer in the service with its correction, one that came by post on a day, and a comment given back."""
    bertta = factories.staff(world.county)
    town = factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelman kaupunki"})
    veikko = factories.staff(town, "answerer", "veikko@example.org")
    there, outside, back = (world.comment(f"Kommentti {place}.") for place in range(3))
    risto = signed_in(world.risto)
    risto.post(EXPORT)
    assert "viime viennin jälkeen" not in risto.get("/keski-suomi/fi/desk/").content.decode()
    first = replied(passed(there, town, bertta), veikko)
    replied(first, veikko, Wording(fi="Telineet tulevat syksyllä."))
    today = in_helsinki(clock.now()).date()
    record_from_outside(
        actor=bertta, transfer=passed(outside, None, bertta, name="Valtion virasto", where="kirjaamo@example.org"),
        answer=Wording(fi="Tuki jatkuu."), answered_on=today, due_on=None, at=clock.now(),
    )  # fmt: skip
    give_back(actor=veikko, transfer=passed(back, town, bertta), reason="Ei meidän.", at=clock.now())
    assert "viime viennin jälkeen" in risto.get("/keski-suomi/fi/desk/").content.decode()
    rows = {row[0]: row for row in table(risto.post(EXPORT))[1:] if row[0] != "Kommentti"}
    assert "viime viennin jälkeen" not in risto.get("/keski-suomi/fi/desk/").content.decode()
    here = rows.pop("Toisen viranomaisen vastaus: Kuvitelman kaupunki")
    assert (here[1], here[3], here[6], here[7]) == ("KSHVA/123/2026", str(there.number), "Verkko", "Julkinen")
    assert (here[9], here[11]) == ("Telineet tulevat syksyllä.", "Kuvitelman kaupunki")
    assert here[14]
    assert here[15].endswith(": Telineet tulevat keväällä.")
    post = rows.pop("Toisen viranomaisen vastaus: Valtion virasto")
    assert (post[4], post[6], post[9], post[12]) == (
        today.isoformat(), "Postilla tai sähköpostilla", "Tuki jatkuu.", bertta.name,
    )  # fmt: skip
    given = rows.pop("Kommentti, jonka palautti Kuvitelman kaupunki")
    assert (given[3], given[7], given[9]) == (str(back.number), "Ei julkinen", "Ei meidän.")
    assert rows == {}
    page = "/keski-suomi/fi/desk/received/"
    kinds = {channel: {item["row"].kind for item in risto.get(page, {"channel": channel}).context["rows"]}
             for channel in ("online", "paper", "event")}  # fmt: skip
    assert {"Toisen viranomaisen vastaus: Kuvitelman kaupunki", given[0]} <= kinds["online"]
    assert kinds["paper"] == {"Toisen viranomaisen vastaus: Valtion virasto"}
    assert kinds["event"] == set()
    rauha = signed_in(factories.staff(town, "registrar", "rauha@example.org"))
    assert [item["row"].kind for item in rauha.get("/kuvitelma/fi/desk/received/").context["rows"]] == [
        "Kommentti, jonka siirsi Keski-Suomen hyvinvointialue"
    ] * 2  # what it answered is its own


def test_an_answer_that_was_registered_and_is_then_taken_back_is_told_of(world):
    bertta = factories.staff(world.county)
    comment, risto = world.comment("Kommentti."), signed_in(world.risto)
    away = passed(comment, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")
    today, due = in_helsinki(clock.now()).date(), "viime viennin jälkeen"
    recorded = record_from_outside(
        actor=bertta, transfer=away, answer=Wording(fi="Tuki jatkuu."), answered_on=today, due_on=None, at=clock.now()
    )
    risto.post(EXPORT)
    desk = "/keski-suomi/fi/desk/"
    assert due not in risto.get(desk).content.decode()
    take_record_back(actor=bertta, transfer=recorded, why="Väärä.", revision=recorded.revision, at=clock.now())
    assert due in risto.get(desk).content.decode()
    seen = {item["row"].kind for item in risto.get(f"{desk}received/").context["rows"]}
    kind = "Erehdyksessä kirjattu ja peruttu: vastaus viranomaiselta Valtion virasto"
    assert kind in seen
    rows = {row[0]: row for row in table(risto.post(EXPORT))[1:]}
    assert (rows[kind][3], rows[kind][4], rows[kind][9]) == (str(comment.number), today.isoformat(), "Tuki jatkuu.")
    assert "Väärä." not in rows[kind]
    assert due not in risto.get(desk).content.decode()
    take_back(actor=bertta, transfer=away, at=clock.now())
    assert kind in {item["row"].kind for item in risto.get(f"{desk}received/").context["rows"]}


def test_a_copy_without_answers_of_others_does_not_cover_them(world):
    bertta = factories.staff(world.county)
    town = factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelman kaupunki"})
    comment = world.comment("Kommentti.", channel="paper")
    risto = signed_in(world.risto)
    risto.post(EXPORT)
    replied(passed(comment, town, bertta), factories.staff(town, "answerer", "veikko@example.org"))
    risto.post(EXPORT, {"channel": "paper"})
    (left,) = risto.get("/keski-suomi/fi/desk/received/").context["waiting"]
    risto.post(EXPORT, {"channel": "online"})
    assert risto.get("/keski-suomi/fi/desk/received/").context["waiting"] == []
    assert left["url"]

"""What a sheet tells of its sender, language and day is typed twice too, and differences are decided."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.facts import Facts
from yhdyspinta.intake.tests.test_piles import ROUND, activity, again, begun, cecilia, drawn, sheet  # noqa: F401
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db
TOLD = {"capacities": ["resident"], "municipality": "Jyväskylä", "age_group": "30_44"}


def test_same_facts_are_checked_and_counted(bertta, cecilia, section):
    batch, page = drawn(bertta, **TOLD)
    client = signed_in(cecilia)
    assert "Jyväskylä</" not in client.get(f"{page}1/").content.decode()  # typed without seeing the first
    assert client.post(f"{page}1/", again(**TOLD)).url == page
    kept = batch.sheets.get()
    assert (kept.marks, kept.marks_differing, kept.was_corrected) == (6, 0, False)
    assert "6 lähettäjiä, kieliä ja päiviä koskevasta tiedosta 0 poikkesi" in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "Onko se ”Jyväskylä”?"), ("sv", "Är det ”Jyväskylä”?"), ("en", "Is it “Jyväskylä”?")],
)
def test_a_slip_in_the_name_of_a_municipality_is_answered_with_the_name_meant(bertta, section, language, told):
    client = signed_in(bertta)
    batch = begun(client)
    page = f"{ROUND}piles/{batch.pk}/".replace("/fi/", f"/{language}/")
    answer = client.post(page, sheet("Sanat.", **{**TOLD, "municipality": "Jyväskyllä"}))
    assert told in answer.content.decode()
    assert 'value="Jyväskyllä"' in answer.content.decode()


def test_facts_that_differ_are_shown_and_what_stands_is_counted(bertta, cecilia, section):
    batch, page = drawn(bertta, **TOLD)
    client = signed_in(cecilia)
    other = again(capacities=["professional"], municipality="Muurame", age_group="75_over", language="sv")
    assert client.post(f"{page}1/", other).url == f"{page}1/"
    shown = client.get(f"{page}1/").content.decode()
    assert "Kotikunta: Jyväskylä ensimmäisessä kirjauksessa, Muurame toisessa." in shown
    assert "Ikäryhmä: 30–44 ensimmäisessä" in shown
    assert client.post(f"{page}1/", {**other, "stands": "second"}).url == page
    sender, comment = Sender.objects.get(), Comment.objects.get()
    assert (sender.capacities, sender.age_group, sender.language) == (["professional"], "75_over", "sv")
    assert sender.municipality.name["fi"] == "Muurame"
    assert comment.language == comment.receipt.language == "sv"
    assert Line.objects.get(verb="intake.sheet_checked").detail["facts"] == [
        "capacities", "municipality", "age_group", "language",
    ]  # fmt: skip
    assert batch.sheets.get().was_corrected


def test_the_first_typing_may_stand_and_a_day_must_be_one_of_the_round(bertta, cecilia, section):
    _batch, page = drawn(bertta, **TOLD)
    client = signed_in(cecilia)
    long_ago = {**again(**TOLD), "arrived_on-year": "1999"}
    assert client.post(f"{page}1/", long_ago).url == f"{page}1/"
    refused = client.post(f"{page}1/", {**long_ago, "stands": "second"})
    assert refused.status_code == 422
    assert "#id_arrived_on" in refused.content.decode()
    assert client.post(f"{page}1/", {**long_ago, "stands": "first"}).url == page
    assert in_helsinki(Comment.objects.get().arrived_at).year != 1999


def test_a_mended_day_moves_the_sheets_own_comments_only(bertta, cecilia, section):
    batch, _page = drawn(bertta)
    kept, comment = batch.sheets.get(), Comment.objects.get()
    facts = Facts.of(kept.receipt)
    stages = batch.activity.stages.all()
    stages.update(opens_at=clock.now() - timedelta(days=9))
    earlier = facts.arrived_on - timedelta(days=2)
    typed = {comment.number: Typed(comment.thread_id, comment.text)}
    actions.type_again(
        actor=cecilia, sheet=kept, typed=typed, how="compared", at=clock.now(),
        facts=Facts((), None, "", facts.language, earlier),
    )  # fmt: skip
    comment.refresh_from_db()
    assert in_helsinki(comment.arrived_at).date() == in_helsinki(comment.receipt.at).date() == earlier
    assert batch.sheets.get().checked_at is not None


def test_an_organisation_is_typed_twice_and_a_name_that_was_typed_wrong_goes(bertta, cecilia, section):
    batch, page = drawn(bertta, capacities=["organisation"], organisation="Omaishoitjat ry")
    client = signed_in(cecilia)
    other = again(capacities=["organisation"], organisation="Omaishoitajat  ry")
    assert client.post(f"{page}1/", other).url == f"{page}1/"
    assert (
        "Järjestö: Omaishoitjat ry ensimmäisessä kirjauksessa, Omaishoitajat ry"
        in client.get(f"{page}1/").content.decode()
    )
    wrong = client.post(f"{page}1/", {**other, "organisation": "!", "stands": "second"})
    assert (wrong.status_code, "#id_organisation" in wrong.content.decode()) == (422, True)
    assert client.post(f"{page}1/", {**other, "stands": "second"}).url == page
    kept = batch.sheets.get()
    assert (kept.marks_differing, Sender.objects.get().organisation.name) == (1, "Omaishoitajat ry")
    assert [one.name for one in Organisation.objects.all()] == ["Omaishoitajat ry"]
    assert Representation.objects.get().organisation.name == "Omaishoitajat ry"
    assert Line.objects.get(verb="intake.sheet_checked").detail["facts"] == ["organisation"]


def test_an_unknown_part_and_municipality_are_told_at_their_fields_in_the_order_of_the_page(bertta, cecilia, section):
    _batch, page = drawn(bertta)
    answer = signed_in(cecilia).post(f"{page}1/", again(municipality="Olematon", place_1="Z9"))
    assert answer.status_code == 422
    told = answer.content.decode()
    assert 0 < told.index("#id_place_1") < told.index("#id_municipality")
    assert "y-sheet--wrong" in told  # the message has the width of the page


def test_who_decides_holds_comments_then_the_activity_then_the_sender(bertta, cecilia, section):
    batch, _page = drawn(bertta, **TOLD)
    one = Comment.objects.get()
    with CaptureQueriesContext(connection) as asked:
        actions.type_again(
            actor=cecilia, sheet=batch.sheets.get(), typed={one.number: Typed(one.thread_id, one.text)}, how="compared",
            facts=replace(Facts.of(one.receipt), age_group="75_over"), at=clock.now(),
        )  # fmt: skip
    said = [query["sql"] for query in asked]
    comments, activity, sender = (
        next(place for place, sql in enumerate(said) if all(words in sql for words in marks))
        for marks in (
            ('FROM "comments_comment"', "FOR NO KEY UPDATE"),
            ('FROM "processes_activity"', "FOR NO KEY UPDATE"),
            ('UPDATE "comments_sender"',),
        )
    )
    assert comments < activity < sender

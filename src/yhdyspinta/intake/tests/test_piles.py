"""A pile of paper typed, left and continued, counted, and checked by a second person."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Receipt, Revision, Sender, Thread
from yhdyspinta.documents.models import Document
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed, draw_of
from yhdyspinta.intake.codes import letter_of, place_named, places_of, round_code, round_numbered
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.moderation.actions import mask
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
ROUND = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/intake/"


@pytest.fixture
def activity(section):
    return section.version.document.activity


@pytest.fixture
def cecilia(county):
    return factories.staff(county, email="cecilia@example.org")


def day(**more):
    today = dates.in_helsinki(clock.now()).date()
    return {"arrived_on-day": today.day, "arrived_on-month": today.month, "arrived_on-year": today.year, **more}


def begun(client, **more):
    data = day(key=str(uuid4()), name="Kirjaston laatikko", channel="paper", language="fi", **more)
    answer = client.post(ROUND + "piles/", data)
    assert answer.status_code == 302, answer.content.decode()
    return Batch.objects.latest("pk")


def sheet(text="Paperilla sanottua.", place="A1", **more):
    given = {"key": str(uuid4()), "place_1": place, "text_1": text, "language": "fi", "reply_by": "none"}
    return {**day(), **given, **more}


def drawn(bertta, **told):
    client = signed_in(bertta)
    batch = begun(client)
    assert client.post(f"{ROUND}piles/{batch.pk}/", sheet("Sanat.", **told)).status_code == 302
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    return batch, f"{ROUND}piles/{batch.pk}/check/"


def again(**told):
    number = Comment.objects.get().number
    return day(**{f"place_{number}": "A1", f"text_{number}": "Sanat.", "language": "fi", **told})


def pile_of(bertta, *texts, place="A1"):
    client = signed_in(bertta)
    batch = begun(client)
    for text in texts:
        assert client.post(f"{ROUND}piles/{batch.pk}/", sheet(text, place)).status_code == 302
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    batch.refresh_from_db()
    return batch


def test_every_comment_of_a_sheet_is_held_before_the_round_is(bertta, cecilia, activity, section):
    client = signed_in(bertta)
    batch = begun(client)
    client.post(f"{ROUND}piles/{batch.pk}/", sheet("Yksi.", place_2="A1", text_2="Kaksi.", boxes="2"))
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    one, two = Comment.objects.order_by("number")
    reply = factories.comment(factories.guest(), section)
    Comment.objects.filter(pk=reply.pk).update(parent=two)
    there = Typed(section.version.sections.all()[1].thread_id, "Yksi.")
    with CaptureQueriesContext(connection) as asked:
        actions.type_again(
            actor=cecilia, sheet=Sheet.objects.get(), how=Sheet.How.COMPARED, at=clock.now(),
            typed={one.number: there, two.number: Typed(two.thread_id, "Kaksi!")},
        )  # fmt: skip
    locks = [query["sql"] for query in asked if query["sql"].endswith("UPDATE") or " UPDATE OF " in query["sql"]]
    first = next(sql for sql in locks if "comments_comment" in sql)
    assert all(str(each.pk) in first for each in (one, two, reply))
    assert locks.index(first) < next(n for n, sql in enumerate(locks) if 'FROM "processes_activity"' in sql)


def test_sheets_follow_each_other_and_keep_their_beginnings(bertta, activity):
    client = signed_in(bertta)
    batch = begun(client)
    here = f"{ROUND}piles/{batch.pk}/"
    assert client.post(here, sheet(capacities=["resident"], municipality="jyväskylä")).status_code == 302
    second = sheet("Toinen.", "2", text_2="Kolmas.", place_2="a", language="sv")
    assert client.post(here, second).status_code == 302
    assert client.post(here, second).status_code == 302  # sent twice, stored once
    page = client.get(here).content.decode()
    assert "<b>2 lomaketta</b>" in page
    assert "Sanoista, muuten svenska" in page
    batch.refresh_from_db()
    assert (batch.sheet_count, batch.comment_count) == (2, 3)
    assert Receipt.objects.filter(channel="paper").count() == 2
    places = places_of(activity, "fi")
    assert Comment.objects.get(text="Toinen.").thread_id == place_named(places, "A2").thread_id
    assert Comment.objects.get(text="Kolmas.").thread_id == place_named(places, "A").thread_id
    assert Sender.objects.get(municipality__isnull=False).capacities == ["resident"]


def test_what_is_wrong_is_told_and_nothing_typed_is_lost(bertta, section):
    client = signed_in(bertta)
    here = f"{ROUND}piles/{begun(client).pk}/"
    for more, place in (
        ({"place_1": "Z9"}, "place_1"), ({"text_1": ""}, "text_1"), ({"municipality": "Olematon"}, "municipality"),
        ({"text_2": "Ilman kohtaa."}, "place_2"), ({"place_2": "A1"}, "text_2"), ({"arrived_on-year": "1999"}, None),
        ({"reply_by": "letter"}, None),
    ):  # fmt: skip
        answer = client.post(here, {**sheet("Säilyvät sanat."), **more})
        assert answer.status_code == 422, more
        assert "text_1" in more or "Säilyvät sanat." in answer.content.decode()
        assert place is None or f"#id_{place}" in answer.content.decode()
    assert not Sheet.objects.exists()
    more = client.post(here, {**sheet("Säilyvät sanat."), "boxes": "3", "step": "more"}).content.decode()
    assert 'name="text_4"' in more
    assert "Säilyvät sanat." in more


def test_v3_the_way_back_in_a_browser_loses_no_sheet(bertta, activity):
    client = signed_in(bertta)
    here = f"{ROUND}piles/{begun(client).pk}/"
    first = sheet("Ensimmäinen paperi.")
    for words in ("Ensimmäinen paperi.", "Toinen paperi.", "Toinen paperi."):
        assert client.post(here, {**first, "text_1": words}).status_code == 302
    assert [sheet.number for sheet in Sheet.objects.order_by("pk")] == [1, 2]
    assert Comment.objects.filter(text="Toinen paperi.").count() == 1


def test_a_pile_is_not_finished_over_a_sheet_that_is_begun_and_not_saved(bertta, section):
    client = signed_in(bertta)
    batch = begun(client)
    path = f"{ROUND}piles/{batch.pk}/"
    client.post(path, sheet("Ensimmäinen."))
    client.post(path, sheet("Toinen on kesken.") | {"unsent": "keep"})
    page = client.post(f"{path}finish/", follow=True).content.decode()
    assert "Lomake on kesken eikä sitä ole tallennettu" in page
    assert "Toinen on kesken." in page
    batch.refresh_from_db()
    assert batch.finished_at is None
    client.post(path, sheet("Toinen on kesken."))
    assert client.post(f"{path}finish/").url.endswith("/check/")
    assert Comment.objects.count() == 2


def test_a_finished_pile_takes_no_more(bertta, section):
    batch = pile_of(bertta, "Yksi.")
    client = signed_in(bertta)
    assert client.get(f"{ROUND}piles/{batch.pk}/").url.endswith("/check/")
    with pytest.raises(Refusal, match="batch_finished"):
        actions.type_sheet(
            actor=bertta, batch=batch, key=uuid4(), arrived_on=batch.arrived_on, words=[], facts=None,
            organisation="", background=None, reply=None, at=clock.now(),
        )  # fmt: skip


def test_a_draw_can_be_repeated_and_a_bigger_share_holds_the_smaller():
    small, big = (draw_of(200, percent=share, seed="abc") for share in (5, 25))
    assert (len(small), len(big)) == (10, 50)
    assert set(small) < set(big)
    assert draw_of(3, percent=1, seed="x") == draw_of(3, percent=1, seed="x")
    assert draw_of(3, percent=100, seed="x") == [1, 2, 3]


def test_the_second_person_types_and_differences_are_decided(bertta, cecilia, section):
    batch = pile_of(bertta, "Ovet auki iltaisin.", "Sama teksti.")
    client = signed_in(cecilia)
    page = f"{ROUND}piles/{batch.pk}/check/"
    assert client.post(page, {"percent": "100"}).status_code == 302
    numbers = list(Comment.objects.order_by("number").values_list("number", flat=True))
    data = day(**{f"place_{numbers[0]}": "A2", f"text_{numbers[0]}": "Ovet auki illalla.", "language": "fi"})
    answer = client.post(f"{page}1/", data)
    shown = client.get(answer.url).content.decode()
    assert "<ins>" in shown
    assert "illalla" in shown
    assert client.post(f"{page}1/", {**data, "stands": "second"}).status_code == 302
    comment = Comment.objects.get(number=numbers[0])
    assert comment.text == comment.public_text == "Ovet auki illalla."
    assert Revision.objects.get(comment=comment).text == "Ovet auki iltaisin."
    assert comment.thread.visible_count == 1
    assert Thread.objects.get(pk=section.thread_id).visible_count == 1
    same = day(**{f"place_{numbers[1]}": "A1", f"text_{numbers[1]}": "Sama teksti.", "language": "fi"})
    assert client.post(f"{page}2/", same).status_code == 302
    batch.refresh_from_db()
    assert batch.checked_at is not None
    first, second = batch.sheets.all()
    assert (first.was_corrected, first.differing, second.was_corrected, second.differing) == (True, 1, False, 0)
    assert "tarkistettiin" in client.get(page).content.decode()


def test_p4_the_first_typist_does_not_check_but_may_decide(bertta, cecilia, section):
    batch = pile_of(bertta, "Ovet auki.")
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    one, number = batch.sheets.get(), Comment.objects.get().number
    typed = {number: Typed(section.thread_id, "Ovet kiinni.")}
    with pytest.raises(Refusal, match="second_is_first"):
        actions.type_again(actor=bertta, sheet=one, typed=typed, how="typed", at=clock.now())
    actions.type_again(actor=cecilia, sheet=one, typed=typed, how="typed", at=clock.now())
    answer = signed_in(bertta).post(
        f"{ROUND}piles/{batch.pk}/check/1/",
        {f"place_{number}": "A1", f"text_{number}": "Ovet kiinni.", "stands": "first"},
    )
    assert answer.status_code == 302
    assert Comment.objects.get().text == "Ovet auki."
    assert batch.sheets.get().checked_at


def test_compared_by_eye_stands_at_once_and_waits_when_it_must(bertta, cecilia, section):
    batch = pile_of(bertta, "Ovet auki.")
    actions.draw_sheets(actor=cecilia, batch=batch, percent=5, at=clock.now())
    number = Comment.objects.get().number
    client = signed_in(cecilia)
    page = f"{ROUND}piles/{batch.pk}/check/1/?how=compare"
    assert "Ovet auki." in client.get(page).content.decode()
    data = day(**{f"place_{number}": "A1", f"text_{number}": "Ovet auki, soita 040 123 4567.", "language": "fi"})
    assert client.post(page, data).status_code == 302
    comment = Comment.objects.get()
    assert (comment.state, comment.warnings) == ("waiting", ["phone"])
    assert Activity.objects.get().waiting_count == 1


def test_channels_add_up(bertta, activity, section):
    pile_of(bertta, "Yksi.", "Kaksi.")
    factories.comment(factories.person(), section)
    page = signed_in(bertta).get(ROUND + "channels/").content.decode()
    last = page.split("<tbody>")[1].split("</tbody>")[0].split("<tr>")[-1]
    assert last.count("<b>3</b>") == 3
    assert round_code(activity) in page


def test_codes_are_read_as_people_write_them(activity, section):
    assert [letter_of(Document(letter_number=number)) for number in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
    places = places_of(activity, "fi")
    assert place_named(places, " a 2. ").code == "A2"
    assert place_named(places, "2").code == "A2"
    assert place_named(places, "") is None
    factories.document(activity, "toinen")
    places = places_of(activity, "fi")
    assert place_named(places, "2") is None
    assert place_named(places, "b3").code == "B3"
    assert round_numbered(f" {round_code(activity).lower()} ") == activity.pk
    for no_code in ("", "Rakennus-asiat", "R-3", "R12", "R" + "9" * 40 + "-3"):
        assert round_numbered(no_code) is None, no_code


def test_no_wrong_digit_and_no_swap_keeps_the_sign_of_a_rounds_code():
    for number in (*range(1, 1200), 90417, 1_000_001):
        digits = str(number)
        sign = round_code(Activity(pk=number))[-1]
        assert round_numbered(f"R{number}-{sign}") == number
        changed = {f"{digits[:at]}{new}{digits[at + 1 :]}" for at in range(len(digits)) for new in "0123456789"}
        changed |= {f"{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}" for at in range(len(digits) - 1)}
        for slip in changed - {digits}:
            assert round_numbered(f"R{slip}-{sign}") == 0, (number, slip)


def lines_of(comment: Comment) -> list[tuple[str, str]]:
    found = Line.objects.filter(target=f"comment:{comment.pk}").order_by("pk")
    return list(found.values_list("verb", "actor"))


def test_a_correction_is_the_second_persons_deed_and_never_the_senders(bertta, cecilia, section):
    batch = pile_of(bertta, "Ovet auki iltaisin.", "Toinen.")
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    here = section.thread_id
    other = Thread.objects.filter(activity=batch.activity).exclude(pk=here).order_by("pk").first().pk
    words, place = Comment.objects.order_by("number")
    one, two = batch.sheets.order_by("number")
    for sheet, number, stands in (
        (one, words.number, Typed(here, "Ovet auki illalla.")), (two, place.number, Typed(other, "Toinen.")),
    ):  # fmt: skip
        actions.type_again(actor=cecilia, sheet=sheet, typed={number: stands}, how="compared", at=clock.now())
    assert lines_of(words) == lines_of(place) == [("intake.corrected", f"person:{cecilia.pk}")]
    detail = Line.objects.get(target=f"comment:{place.pk}").detail
    assert (detail["was"], detail["now"]) == (here, other)
    assert not Line.objects.filter(verb="comments.edited").exists()


def test_words_that_were_masked_wait_when_a_slip_is_mended(bertta, cecilia, section, county):
    batch = pile_of(bertta, "Naapuri Kalle meluaa iltaisim.")
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    comment, text = Comment.objects.get(), "Naapuri Kalle meluaa iltaisin."
    moderator = factories.staff(county, "moderator", "moderoi@example.org")
    mask(actor=moderator, comment=comment, spans=((8, 13),), reason="personal_data", revision=1, at=clock.now())
    typed = {comment.number: Typed(section.thread_id, text)}
    actions.type_again(actor=cecilia, sheet=batch.sheets.get(), typed=typed, how="compared", at=clock.now())
    comment.refresh_from_db()
    assert (comment.text, comment.state) == (text, "waiting")

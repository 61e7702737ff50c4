from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone, translation

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.answers.values import CLOSURE_REASONS, HANDLINGS, REASONS
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake import actions, queries
from yhdyspinta.intake.actions import Reply, Words
from yhdyspinta.intake.models import Entry
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
ENTER = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/intake/"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


@pytest.fixture
def bertta(county):
    return factories.staff(county)


def enter(bertta, section, *, at=None, arrived_at=None, **more):
    now = clock.now()
    given = {
        "actor": bertta,
        "activity": section.version.document.activity,
        "key": uuid4(),
        "channel": "phone",
        "arrived_at": arrived_at or now,
        "words": [Words(section.thread_id, "Puhelimessa sanottua.")],
        "facts": SenderFacts(language="sv", capacities=("resident",)),
        "reply": Reply("letter", "Aino Esimerkki", "Esimerkkitie 1\n00000 Esimerkkilä"),
        "read_back": True,
        "at": at or now,
    }
    return actions.enter_comments(**{**given, **more})


def test_a_caller_gets_a_code_and_the_comment_is_counted(bertta, section):
    receipt = enter(bertta, section)
    comment = receipt.comments.get()
    assert (comment.channel, comment.entered_by, comment.state) == ("phone", bertta, "visible")
    assert receipt.entry.read_back_at
    assert receipt.sender.person.is_guest
    comment.activity.refresh_from_db()
    assert comment.activity.comment_count == 1


def test_the_same_key_is_typed_once(bertta, section):
    key = uuid4()
    assert enter(bertta, section, key=key) == enter(bertta, section, key=key)
    assert Comment.objects.count() == 1
    assert Person.objects.filter(is_guest=True).count() == 1


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"read_back": False}, "not_read_back"),
        ({"channel": "online"}, "unknown_channel"),
        ({"words": []}, "comments_missing"),
        ({"words": [Words(0, "x")]}, "place_missing"),
        ({"reply": Reply("letter")}, "postal_address_missing"),
        ({"reply": Reply("phone")}, "phone_missing"),
        ({"reply": Reply("email")}, "email_missing"),
    ],
)
def test_what_is_missing_is_refused_and_nothing_stored(bertta, section, more, why):
    with pytest.raises(Refusal, match=why):
        enter(bertta, section, **more)
    assert not Receipt.objects.exists()
    assert not Person.objects.filter(is_guest=True).exists()


def test_arrival_counts_and_not_typing(bertta, section):
    activity = section.version.document.activity
    closes_at = activity.stages.get().closes_at
    in_time, late = closes_at - timedelta(milliseconds=1), closes_at + timedelta(days=20)
    assert enter(bertta, section, arrived_at=in_time, at=late).at == in_time
    for arrived_at, at, why in [
        (closes_at, late, "arrived_too_late"),
        (in_time, closes_at + timedelta(days=30), "typed_too_late"),
        (late, closes_at, "arrived_in_the_future"),
        (closes_at - timedelta(days=99), late, "arrived_too_early"),
    ]:
        with pytest.raises(Refusal, match=why):
            enter(bertta, section, arrived_at=arrived_at, at=at)


def test_others_may_not_type(county, section):
    for role, email in (("moderator", "m@example.org"), ("viewer", "v@example.org")):
        with pytest.raises(Refusal, match="not_your_role"):
            enter(factories.staff(county, role, email), section)


def test_editing_and_withdrawing_for_the_sender_is_in_the_trail(bertta, section):
    comment = enter(bertta, section).comments.get()
    actions.edit_for_sender(actor=bertta, comment=comment, text="Uudet sanat.", revision=1, at=clock.now())
    comment.refresh_from_db()
    assert (comment.text, comment.state) == ("Uudet sanat.", "waiting")
    actions.withdraw_for_sender(actor=bertta, comment=comment, at=clock.now())
    assert Line.objects.filter(verb__startswith="intake.", actor=f"person:{bertta.pk}").count() == 3


def answer(comment):
    now = clock.now()
    made = Answer.objects.create(
        activity=comment.activity,
        number=1,
        body={"fi": "Lisätään määräaika.", "sv": "En tidsfrist läggs till."},
        handling="partly_accepted",
        reason="cost",
        created_at=now,
        saved_at=now,
        published_at=now,
    )
    AnsweredComment.objects.create(answer=made, comment=comment)


def test_a_published_answer_waits_to_be_told(county, bertta, section):
    receipt = enter(bertta, section)
    with pytest.raises(Refusal, match="nothing_to_tell"):
        actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    answer(receipt.comments.get())
    assert list(queries.letters_due(county)) == [receipt.entry]
    client = signed_in(bertta)
    assert "Aino Esimerkki" in client.get("/keski-suomi/fi/desk/intake/letters/").content.decode()
    letter = client.get(f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/letter/").content.decode()
    assert "En tidsfrist läggs till." in letter
    assert "Esimerkkitie 1" in letter
    with translation.override("sv"):  # the letter's own language
        assert str(HANDLINGS["partly_accepted"]) in letter
        assert str(REASONS["cost"]) in letter
    assert "Takaisin kuittiin" in letter
    told = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/told/"
    assert client.post(told).status_code == 302
    assert client.post(told).status_code == 302
    assert not queries.letters_due(county)


def typed(section, **more):
    now = timezone.localtime(clock.now() - timedelta(hours=2))
    return {
        "key": str(uuid4()), "channel": "phone", "arrived_at-day": now.day, "arrived_at-month": now.month,
        "arrived_at-year": now.year, "arrived_at-time": f"{now.hour}.{now.minute:02}", "language": "fi",
        "capacities": ["resident"], "reply_by": "none", "place_1": section.thread_id, "text_1": "Soitettu kommentti.",
        **more,
    }  # fmt: skip


def test_a_call_is_read_back_before_it_is_sent(bertta, section):
    client, data = signed_in(bertta), typed(section)
    page = client.post(ENTER, data)
    assert page.status_code == 200
    assert "Soitettu kommentti." in page.content.decode()
    assert not Receipt.objects.exists()
    assert client.post(ENTER, {**data, "step": "send"}).status_code == 422
    assert "Soitettu kommentti." in client.post(ENTER, {**data, "step": "back"}).content.decode()
    response = client.post(ENTER, {**data, "step": "send", "read_back": "on"})
    assert response.status_code == 302
    receipt = Receipt.objects.get()
    assert shown_code(receipt) in client.get(response["Location"]).content.decode()
    again = client.post(ENTER, {**data, "step": "send", "read_back": "on"})
    assert again["Location"] == response["Location"]


def test_paper_is_sent_at_once_and_bad_input_keeps_the_words(bertta, section):
    client = signed_in(bertta)
    bad = client.post(ENTER, typed(section, channel="paper", reply_by="letter"))
    assert bad.status_code == 422
    assert "Soitettu kommentti." in bad.content.decode()
    for more in (
        {"arrived_at-day": "31", "arrived_at-month": "2"},
        {"place_1": "x"},
        {"key": "x", "language": "zz"},
        {"text_1": "\x00"},
        {"arrived_at-year": "9" * 30},
    ):
        assert client.post(ENTER, typed(section, **more)).status_code == 422
    assert client.post(ENTER, typed(section, channel="paper")).status_code == 302
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_pages_open_in_three_languages(bertta, section, language):
    client, receipt = signed_in(bertta), enter(bertta, section)
    answer(receipt.comments.get())
    base = f"/keski-suomi/{language}/desk"
    own = f"{base}/processes/toimintamallit/intake/{receipt.pk}"
    for path in (
        ENTER.replace("/fi/", f"/{language}/", 1),
        f"{own}/",
        f"{own}/comments/1/",
        f"{own}/letter/",
        f"{base}/intake/find/",
        f"{base}/intake/letters/",
    ):
        assert client.get(path).status_code == 200, path


def test_a_receipt_is_found_by_its_code_only_here(county, bertta, section):
    receipt, client = enter(bertta, section), signed_in(bertta)
    find = "/keski-suomi/fi/desk/intake/find/"
    assert client.post(find, {"code": "AAAA-BBBB-CCCC"}).status_code == 422
    assert client.post(find, {"code": shown_code(receipt).lower()}).status_code == 302
    elsewhere = signed_in(factories.staff(factories.authority("uusimaa", code="02"), email="muu@example.org"))
    for path in (find, ENTER, f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/"):
        assert elsewhere.get(path).status_code == 404
        assert Client().get(path).status_code == 404
    assert elsewhere.post("/uusimaa/fi/desk/intake/find/", {"code": shown_code(receipt)}).status_code == 422


def test_a_caller_whose_comment_gets_no_answer_is_told_why(county, bertta, section):
    comment = enter(bertta, section).comments.get()
    close_without_answer(
        actor=bertta, activity=comment.activity, comments=[comment.pk], reason="thanks", at=clock.now()
    )
    assert list(queries.letters_due(county)) == [comment.receipt.entry]
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{comment.receipt_id}/letter/"
    with translation.override(comment.receipt.language):
        assert str(CLOSURE_REASONS["thanks"]) in signed_in(bertta).get(path).content.decode()
    actions.mark_told(actor=bertta, entry=comment.receipt.entry, at=clock.now())
    assert not queries.letters_due(county)


def boxes(section, count, **more):
    return {f"place_{n}": section.thread_id for n in range(1, count + 1)} | {
        f"text_{n}": f"Paperilla numero {n}." for n in range(1, count + 1)
    } | {"boxes": count, **more}  # fmt: skip


def test_a_paper_with_many_comments_is_one_sender_and_one_code(bertta, section):
    client = signed_in(bertta)
    page = client.post(ENTER, typed(section, channel="paper", boxes="3", step="more", text_2="Toinen asia."))
    shown = page.content.decode()
    assert page.status_code == 200
    assert 'name="text_4"' in shown
    assert "Soitettu kommentti." in shown
    assert "Toinen asia." in shown
    assert "govuk-error" not in shown
    assert 'name="text_5"' in client.post(ENTER, typed(section, boxes="4", step="more")).content.decode()
    assert 'name="text_31"' not in client.post(ENTER, typed(section, boxes="999", step="more")).content.decode()
    assert not Receipt.objects.exists()
    lacking = client.post(ENTER, typed(section, channel="paper", boxes="4", text_4="Ilman paikkaa."))
    assert lacking.status_code == 422
    assert "#place_4" in lacking.content.decode() or "id_place_4" in lacking.content.decode()
    assert client.post(ENTER, typed(section, **boxes(section, 12, channel="paper"))).status_code == 302
    assert Receipt.objects.get().comments.count() == 12


def test_the_words_survive_a_change_of_language(bertta, section):
    client = signed_in(bertta)
    assert 'name="switch_to"' in client.get(ENTER).content.decode()
    answer = client.post(ENTER, typed(section, **boxes(section, 5, switch_to="sv")))
    assert answer.status_code == 303
    swedish = client.get(answer.headers["Location"]).content.decode()
    assert "Paperilla numero 5." in swedish
    assert "govuk-error" not in swedish
    read = client.post(ENTER, typed(section)).content.decode()
    assert 'form="words" name="switch_to"' in read
    assert 'id="words"' in read


def more_of(section, **more):
    data = typed(section, **more)
    return {name: data[name] for name in data if name not in {"key", "capacities", "reply_by"}} | {"after": "1", **more}


def test_a_second_call_joins_the_same_sender_and_code(bertta, section):
    receipt, client = enter(bertta, section), signed_in(bertta)
    own = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/"
    found = client.post("/keski-suomi/fi/desk/intake/find/", {"code": shown_code(receipt)})
    assert f'href="{own}add/"' in client.get(found["Location"]).content.decode()
    assert client.get(f"{own}add/").status_code == 200
    data = more_of(section, text_1="Vielä yksi asia.")
    read = client.post(f"{own}add/", data)
    assert "Vielä yksi asia." in read.content.decode()
    assert receipt.comments.count() == 1
    assert client.post(f"{own}add/", {**data, "step": "send"}).status_code == 422
    sent = {**data, "step": "send", "read_back": "on"}
    for _once_and_again in range(2):
        assert client.post(f"{own}add/", sent)["Location"] == own
    assert [one.text for one in receipt.comments.order_by("number")] == ["Puhelimessa sanottua.", "Vielä yksi asia."]
    assert (Receipt.objects.count(), Person.objects.filter(is_guest=True).count()) == (1, 1)
    receipt.activity.refresh_from_db()
    assert receipt.activity.comment_count == 2
    assert Line.objects.filter(verb="intake.added").count() == 1
    other = client.post(f"{own}add/", {**sent, "text_1": "Toisen virkailijan lisäys."})
    assert other.status_code == 422
    assert "Toisen virkailijan lisäys." in other.content.decode()


def test_adding_follows_the_same_rules(county, bertta, section):
    receipt, now = enter(bertta, section), clock.now()
    closes_at = section.version.document.activity.stages.get().closes_at
    given = {
        "receipt": receipt, "after": 1, "channel": "phone", "arrived_at": now, "read_back": True, "at": now,
        "words": [Words(section.thread_id, "Lisää.")], "language": "fi",
    }  # fmt: skip
    for more, why in (
        ({"read_back": False}, "not_read_back"),
        ({"words": []}, "comments_missing"),
        ({"arrived_at": closes_at, "at": closes_at}, "arrived_too_late"),
        ({"actor": factories.staff(county, "viewer", "v@example.org")}, "not_your_role"),
    ):
        with pytest.raises(Refusal, match=why):
            actions.add_to_receipt(**{"actor": bertta, **given, **more})
    assert receipt.comments.count() == 1


def test_an_answer_to_what_was_added_later_is_told_too(county, bertta, section):
    receipt = enter(bertta, section)
    answer(receipt.comments.get())
    actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    assert not queries.letters_due(county)
    now = clock.now()
    actions.add_to_receipt(
        actor=bertta, receipt=receipt, after=1, channel="paper", arrived_at=now, language="fi", read_back=False, at=now,
        words=[Words(section.thread_id, "Lisää.")],
    )  # fmt: skip
    assert not queries.letters_due(county)
    close_without_answer(
        actor=bertta, activity=receipt.activity, comments=[receipt.comments.latest("number").pk], reason="thanks",
        at=clock.now(),
    )  # fmt: skip
    assert list(queries.letters_due(county)) == [receipt.entry]
    actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    assert not queries.letters_due(county)

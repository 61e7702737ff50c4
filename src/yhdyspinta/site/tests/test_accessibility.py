from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import AccessibilityFeedback
from yhdyspinta.notices.models import Notice
from yhdyspinta.site.accessibility_actions import due_after
from yhdyspinta.site.desk_signals import authority_items
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db
PAGE = "/keski-suomi/fi/accessibility/"


def send(client, **fields):
    return client.post(PAGE, {"key": str(uuid4()), "text": "Ruudunlukija ohittaa taulukon.", **fields})


def test_feedback_gets_a_number_a_time_and_two_weeks(client, authority):
    assert send(client, email="aino@example.org").status_code == 302
    feedback = AccessibilityFeedback.objects.get()
    assert feedback.number == 1
    assert timedelta(days=14) <= feedback.due_at - feedback.arrived_at < timedelta(days=15)
    assert "Numero 1" in client.get(PAGE).content.decode()
    assert Notice.objects.get().kind == "site.feedback_received"
    assert Entry.objects.filter(verb="site.feedback_received").exists()


def test_due_ends_the_fourteenth_day_in_helsinki_across_the_change_of_the_clock():
    from datetime import UTC, datetime

    due = in_helsinki(due_after(datetime(2026, 3, 20, 8, tzinfo=UTC)))
    assert (due.month, due.day, due.hour, due.minute) == (4, 3, 23, 59)


def test_the_same_form_sent_twice_is_one_feedback(client, authority):
    key = str(uuid4())
    for _ in range(2):
        assert client.post(PAGE, {"key": key, "text": "Sama viesti"}).status_code == 302
    assert AccessibilityFeedback.objects.count() == 1


def test_a_key_of_another_authority_opens_nothing_there(client, authority):
    factories.authority("toinen", code="14")
    key = str(uuid4())
    assert client.post(PAGE, {"key": key, "text": "Täällä"}).status_code == 302
    assert client.post(PAGE.replace("keski-suomi", "toinen"), {"key": key, "text": "Siellä"}).status_code == 302
    assert sorted(AccessibilityFeedback.objects.values_list("text", flat=True)) == ["Siellä", "Täällä"]


def test_h2_a_broken_key_loses_nobodys_words(client, authority):
    for key in ("nope", "", "\u202e"):
        assert client.post(PAGE, {"key": key, "text": "Painike ei toimi."}).status_code == 302
    assert AccessibilityFeedback.objects.count() == 3


def test_bad_forms_keep_what_was_typed(client, authority):
    response = client.post(PAGE, {"key": str(uuid4()), "text": "Teksti jää", "email": "ei-osoite"})
    assert response.status_code == 422
    assert "Teksti jää" in response.content.decode()
    for bad in ({"text": ""}, {"text": "x" * 4001}, {"text": "\u202e"}, {}):
        assert client.post(PAGE, {"key": str(uuid4()), **bad}).status_code == 422
    assert not AccessibilityFeedback.objects.exists()


def test_a_trapped_machine_stores_nothing(client, authority):
    assert send(client, website="http://spam.example").status_code == 302
    assert not AccessibilityFeedback.objects.exists()


def test_staff_extend_once_and_answer_once(client, sign_in, authority):
    send(client, email="aino@example.org")
    due = AccessibilityFeedback.objects.get().due_at
    admin = sign_in(factories.staff(authority, "county_admin"))
    able = frozenset({"administer"})
    (item,) = authority_items(authority, able, at=clock.now())
    assert (item.due_at, item.path, item.ability) == (due, "/keski-suomi/fi/desk/accessibility/", "administer")
    assert authority_items(authority, frozenset(), at=clock.now()) == []
    extend = "/keski-suomi/fi/desk/accessibility/1/extend/"
    assert admin.post(extend).status_code == 302
    assert admin.post(extend).status_code == 409
    assert AccessibilityFeedback.objects.get().due_at - due >= timedelta(days=13, hours=22)
    one = "/keski-suomi/fi/desk/accessibility/1/"
    assert admin.post(one, {"answer": "Korjattu."}).status_code == 302
    assert admin.post(one, {"answer": "Toinen."}).status_code == 422
    assert AccessibilityFeedback.objects.get().answer == "Korjattu."
    assert [notice.kind for notice in Notice.objects.order_by("pk")] == [
        "site.feedback_received", "site.feedback_extended", "site.feedback_answered",
    ]  # fmt: skip
    assert authority_items(authority, able, at=clock.now()) == []
    for page in (one, "/keski-suomi/fi/desk/accessibility/"):
        assert admin.get(page).status_code == 200


def test_only_staff_of_the_authority_see_feedback_p2(client, sign_in, authority):
    send(client)
    assert client.get("/keski-suomi/fi/desk/accessibility/1/").url.startswith("/account/login/")
    elsewhere = factories.authority("toinen", code="14")
    cai = sign_in(factories.staff(elsewhere, "county_admin", "cai@example.org"))
    assert cai.get("/keski-suomi/fi/desk/accessibility/1/").status_code == 404
    assert cai.post("/keski-suomi/fi/desk/accessibility/1/", {"answer": "Ei"}).status_code == 404
    assert cai.get("/toinen/fi/desk/accessibility/1/").status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_letters_are_worded_in_each_language(client, authority, language):
    from django.utils import translation

    from yhdyspinta.notices.outbox import kind_of

    send(client, email="aino@example.org")
    with translation.override(language):
        message = kind_of(Notice.objects.get()).words(Notice.objects.get())
    assert message.path == f"/keski-suomi/{language}/accessibility/"
    assert "1" in message.paragraphs[0]


def test_o7_an_address_that_is_not_confirmed_gets_a_few_letters_a_day(authority):
    factories.authority("toinen", code="14")
    for number in range(5):
        page = PAGE if number % 2 else PAGE.replace("keski-suomi", "toinen")
        response = Client().post(page, {"key": str(uuid4()), "text": "Kuva", "email": "Aino@example.org"})
        assert response.status_code == 302
        assert response["Location"] == f"{page}#receipt"
    assert AccessibilityFeedback.objects.count() == 5
    assert Notice.objects.filter(kind="site.feedback_received").count() == 3

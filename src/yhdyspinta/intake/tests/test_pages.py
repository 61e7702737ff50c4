"""The pages on which staff type in."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Receipt, Sender
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.tests.typing_in import ENTER, answer, boxes, enter, typed
from yhdyspinta.methods.comment_rounds.settings import RoundSettings

pytestmark = pytest.mark.django_db


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


def test_a_caller_hears_also_who_they_are_and_how_the_answer_comes(bertta, section):
    reply = {"reply_by": "letter", "name": "Aino Esimerkki", "postal_address": "Esimerkkitie 1\n00000 Esimerkkilä"}
    page = signed_in(bertta).post(ENTER, typed(section, capacities=["resident", "volunteer"], **reply))
    read = page.content.decode().split("<dl")[1].split("</dl>")[0]
    for words in ("Asukas, Vapaaehtoinen", "Kirjeellä", "Aino Esimerkki", "Esimerkkitie 1\n00000 Esimerkkilä"):
        assert words in read, words
    assert "Puhelinnumero" not in read


def test_d7_a_name_is_typed_only_of_a_sender_who_told_to_be_of_age(bertta, section):
    client, data = signed_in(bertta), typed(section, channel="paper", display_name="Aino Esimerkki")
    activity = section.version.document.activity
    assert "of_age" not in client.get(ENTER).content.decode()  # names are not shown in this round
    activity.settings = RoundSettings(naming="named").stored()
    activity.save()
    refused = client.post(ENTER, data)
    assert refused.status_code == 422
    assert 'href="#id_display_name"' in refused.content.decode()
    assert "Aino Esimerkki" in refused.content.decode()
    assert client.post(ENTER, data | {"display_name": ""}).status_code == 302
    assert client.post(ENTER, data | {"of_age": "on"}).status_code == 302
    assert list(Sender.objects.order_by("pk").values_list("display_name", flat=True)) == ["", "Aino Esimerkki"]


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
    good = typed(section, channel="paper")
    assert client.post(ENTER, good).status_code == 302
    assert client.post(ENTER, good).status_code == 302
    assert Entry.objects.count() == 1
    assert client.post(ENTER, {**good, "text_1": "Toinen paperi."}).status_code == 302  # a browser's way back: V3
    assert Entry.objects.count() == 2


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
        assert Client().get(path).url.startswith("/account/login/")
    assert elsewhere.post("/uusimaa/fi/desk/intake/find/", {"code": shown_code(receipt)}).status_code == 422


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
    assert 'href="#id_place_4"' in lacking.content.decode()
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


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_parts_are_chosen_by_the_codes_that_stand_on_the_paper(bertta, section, language):
    page = signed_in(bertta).get(ENTER.replace("/fi/", f"/{language}/")).content.decode()
    version = section.version
    assert f'<option value="{version.thread_id}">A ' in page
    for one in version.sections.all():
        assert f'<option value="{one.thread_id}">A{one.number} ' in page


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "verkossa lähetettyihin"), ("sv", "skickades på nätet"), ("en", "were sent online")]
)
def test_the_code_of_what_was_sent_online_is_told_to_be_so_and_nothing_of_it(bertta, section, language, words):
    comment = factories.comment(factories.guest(), section, "Salainen lause.")
    given = {"code": shown_code(comment.receipt)}
    answered = signed_in(bertta).post(f"/keski-suomi/{language}/desk/intake/find/", given)
    page = answered.content.decode()
    assert answered.status_code == 422
    assert words in page
    assert "Salainen lause." not in page
    assert not Line.objects.filter(verb="intake.receipt_opened").exists()

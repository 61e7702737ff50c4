"""(b) Aino reads on her phone, without an account and without JavaScript, comments and comes back with her code."""

import re
from dataclasses import replace

import pytest

from tests.browser import beyond_the_edge
from tests.journeys.walking import ten_minutes_of_writing
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo import examples
from yhdyspinta.methods.comment_rounds.settings import RoundSettings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Kirjatkaa malliin, missä ajassa asukas saa vastauksen."


@pytest.fixture
def aino(walker):
    return walker(width=390, javascript=False)


def _writes_about_the_second_passage(aino):
    aino.go(examples.pages()["section"])
    aino.sees("Other ways to take part", "000 000 0000", "Paperilomakkeen saa kirjastosta")
    aino.write("text", TEXT)
    aino.choose("passage", "2")
    aino.press("Continue")


def test_reads_comments_and_comes_back(aino, walker):
    aino.go(examples.pages()["home"])
    aino.press("Järjestöyhteistyön ja osallisuuden toimintamallit", exact=False)
    aino.sees("Kommentoi kahden toimintamallin luonnosta kohta kohdalta.", "Mallista päättää aluehallitus.")
    assert beyond_the_edge(aino.page) == []
    _writes_about_the_second_passage(aino)
    aino.choose("capacities", "resident")
    aino.choose("capacities", "close_person")
    aino.press("Continue")
    aino.sees(TEXT, "Rooli kysytään, sitä ei oleteta.", "Not shown on the page")
    aino.press(aino.page.locator("form[action$='/send/'] button").inner_text())
    aino.sees("Thank you. Your comment was received", TEXT, "Edit")
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", aino.text)
    assert code, aino.text

    elsewhere = walker(width=390, javascript=False)
    elsewhere.go("/keski-suomi/fi/receipt/")
    elsewhere.write("code", code[0].lower().replace("-", " "))
    elsewhere.press("Open the receipt")
    elsewhere.sees(TEXT)
    elsewhere.press("Edit")
    elsewhere.write("text", f"{TEXT} Kaksi viikkoa riittää.")
    elsewhere.press("Save")
    elsewhere.sees("Your comment was changed.", f"{TEXT} Kaksi viikkoa riittää.", "edited")
    assert Comment.objects.order_by("-pk")[0].revision == 2


def test_where_comments_are_checked_first_an_edited_one_waits_on(aino, walker):
    """Moderation before publishing: nobody reads the comment before its edit, nor after."""
    activity = examples.activity_at("open")
    activity.settings = replace(RoundSettings.of(activity), checked_before=True).stored()
    activity.save()
    _writes_about_the_second_passage(aino)
    aino.choose("capacities", "resident")
    aino.press("Continue")
    ten_minutes_of_writing()  # it waits for the round's sake, not for having come in a moment
    aino.page.locator("form[action$='/send/'] button").click()
    aino.sees(TEXT, "Waiting to be checked")
    comment = Comment.objects.order_by("-pk")[0]
    assert comment.state == "waiting"
    reader = walker()
    reader.may_not(f"{examples.pages()['round']}comments/{comment.number}/")

    aino.press("Edit")
    aino.write("text", f"{TEXT} Kaksi viikkoa riittää.")
    aino.press("Save")
    aino.sees("Your comment was changed.", "Kaksi viikkoa riittää.", "Waiting to be checked")
    comment.refresh_from_db()
    assert (comment.state, comment.revision) == ("waiting", 2)
    reader.may_not(f"{examples.pages()['round']}comments/{comment.number}/")
    reader.go(examples.pages()["section"])
    reader.misses(TEXT)


def test_sending_twice_gives_the_same_receipt(aino):
    _writes_about_the_second_passage(aino)
    aino.choose("capacities", "resident")
    aino.press("Continue")
    check = aino.path
    before = Receipt.objects.count()
    form = aino.page.locator("form[action$='/send/']")
    sent = {name: form.locator(f"[name='{name}']").input_value() for name in ("csrfmiddlewaretoken", "key")}
    address = aino.base + form.get_attribute("action")
    headers = {"Referer": aino.base + check, "Origin": aino.base}
    first = aino.page.request.post(address, form=sent, headers=headers)
    second = aino.page.request.post(address, form=sent, headers=headers)
    assert first.ok
    assert second.ok
    assert first.url == second.url
    assert "/receipt/" in first.url
    assert Receipt.objects.count() == before + 1


def test_changing_the_language_keeps_what_was_typed(aino):
    _writes_about_the_second_passage(aino)
    aino.page.locator("header :is(a, button)[lang='sv']").first.click()
    assert aino.language == "sv"
    aino.choose("capacities", "resident")
    aino.press("Continue")
    aino.sees(TEXT)
    aino.press("Change", exact=False)
    assert aino.page.locator("textarea[name='text']").input_value() == TEXT


def test_typed_text_survives_the_language_switch_in_the_middle_of_writing(walker):
    aino = walker(width=390)
    aino.go(examples.pages()["section"])
    area = aino.page.locator("textarea[name='text']")
    with aino.page.expect_response(lambda response: "/write/draft/" in response.url):
        area.press_sequentially(TEXT)
    aino.page.locator("header :is(a, button)[lang='sv']").first.click()
    assert aino.language == "sv"
    assert aino.page.locator("textarea[name='text']").input_value() == TEXT


def test_an_empty_comment_is_told_and_the_form_stays(aino):
    aino.go(examples.pages()["section"])
    aino.press("Continue")
    assert aino.page.title().startswith(aino.said("Error"))
    aino.sees("There is a problem", "Write your comment.")
    aino.sees("Other ways to take part", "000 000 0000")

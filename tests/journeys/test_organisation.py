"""(c) Olli speaks for an organisation: ten sections commented on one page, sent once."""

import pytest

from tests.journeys.walking import ten_minutes_of_writing
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo import examples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME = "Esimerkkilän omaishoitajat ry"
TEN = [f"Yhdistyksen {number}. huomio: kirjatkaa tähän järjestöjen osuus." for number in range(1, 11)]


def test_ten_sections_at_once(walker):
    olli = walker("organisation")
    olli.go(examples.pages()["round"])
    olli.press("Comment on many sections at once", exact=False)
    boxes = olli.page.locator("textarea[name^='text-']")
    assert boxes.count() >= 10
    for place, words in enumerate(TEN):
        boxes.nth(place).fill(words)
    olli.press("Save the draft")
    olli.sees("Saved")
    assert olli.page.locator("textarea[name^='text-']").nth(9).input_value() == TEN[9]

    receipts = Receipt.objects.count()
    olli.press("Continue")
    if "/about-you/" not in olli.path:
        olli.page.locator("main button[name='first'][value='about']").click()
    olli.page.locator("input[name='capacities']:checked").evaluate_all("all => all.forEach((one) => one.click())")
    olli.choose("capacities", "organisation")
    olli.write("organisation", "")
    olli.press("Continue")
    olli.sees("Write the name of the organisation you speak for.")
    olli.write("organisation", NAME)
    olli.press("Continue")
    olli.sees(NAME, *TEN)
    ten_minutes_of_writing()
    olli.page.locator("form[action$='/send/'] button").click()
    olli.sees("Your code", *TEN)
    assert Receipt.objects.count() == receipts + 1
    sent = Comment.objects.filter(text__in=TEN)
    assert sent.count() == 10
    assert len(set(sent.values_list("sender", flat=True))) == 1

    reader = walker(language="fi")
    reader.go(examples.pages()["round"])
    reader.press("Read all comments")
    reader.sees(TEN[0], NAME, "unconfirmed")

"""(d) Maija hides a comment, its sender is told and appeals, and Mikko finds the sender right."""

import pytest

from tests.journeys.walking import confirms_address, letters_to, post_goes, ten_minutes_of_writing
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.processes.addresses import activity_address, process_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Foorumi on pelkkää teatteria, kun päätös on jo tehty."
WORDS = "Pyydämme asiallista sävyä."
APPEAL = "Arvostelin valmistelua, en ketään ihmistä."
EMAIL = "kirjoittaja@example.org"


def _sends(one, *, slowly):
    """Somebody sends the comment with an e-mail address and confirms it; what is sent in a moment waits to be checked."""
    one.go(examples.pages()["section"])
    one.write("text", TEXT)
    one.press("Continue")
    one.choose("capacities", "resident")
    one.write("email", EMAIL)
    one.press("Continue")
    if slowly:
        ten_minutes_of_writing()
    one.page.locator("form[action$='/send/'] button").click()
    one.sees("Your code")
    confirms_address(one, EMAIL)
    one.sees("Your code")


def _queue(kind=""):
    return process_address(examples.activity_at("open").process, "moderation:queue", language="fi") + kind


def test_hidden_appealed_and_shown_again(walker):
    sender = walker(width=390)
    _sends(sender, slowly=True)
    receipt = sender.path
    comment = Comment.objects.get(text=TEXT)
    reader = walker()
    reader.go(f"{examples.pages()['round']}comments/{comment.number}/")
    reader.page.locator("main a[href$='/report/']").first.click()
    reader.choose("reason", "insult")
    reader.press("Send the report")

    maija = walker("moderator")
    maija.go(_queue("?kind=reported"))
    maija.sees(TEXT)
    mine = maija.page.locator(f"#comment-{comment.pk}")
    mine.locator("summary").click()
    mine.locator("button[value='hide']").click()
    assert maija.page.title().startswith(maija.said("Error"))  # a reason is needed
    maija.go(_queue("?kind=reported"))
    mine = maija.page.locator(f"#comment-{comment.pk}")
    mine.locator("summary").click()
    mine.locator("input[name='reason'][value='insult']").check(force=True)
    mine.locator("textarea[name='words']").fill(WORDS)
    mine.locator("button[value='hide']").click()
    comment.refresh_from_db()
    assert comment.state == Comment.State.HIDDEN

    reader.go(examples.pages()["section"])
    reader.misses(TEXT)
    reader.go(examples.pages()["round"])
    reader.sees("Insulting or threatening")

    post_goes()
    told = letters_to(walker(), EMAIL)
    assert WORDS in told, told
    sender.go(receipt)
    sender.press("Ask that the hiding be looked at again")
    sender.sees(WORDS, TEXT)
    sender.write("text", APPEAL)
    sender.press("Send the appeal")
    sender.sees(APPEAL)

    mikko = walker("second_moderator")
    mikko.go(_queue("?kind=appealed"))
    mikko.sees(APPEAL)
    mikko.page.locator(f"#comment-{comment.pk} a[href*='/moderation/']").first.click()
    mikko.choose("result", "upheld")
    mikko.write("reply", "Kirjoitit valmistelusta. Palautimme kommentin.")
    mikko.press("Decide and tell the sender")
    comment.refresh_from_db()
    assert comment.state == Comment.State.VISIBLE
    assert comment.text == TEXT
    reader.go(examples.pages()["section"])
    reader.sees(TEXT)
    post_goes()
    assert "Palautimme kommentin." in letters_to(walker(), EMAIL)
    sender.go(receipt)
    sender.sees("See it on the page")


def test_the_queue_with_keys_alone(walker):
    _sends(walker(), slowly=False)
    comment = Comment.objects.get(text=TEXT)
    assert comment.state == Comment.State.WAITING
    maija = walker("moderator")
    page = maija.page
    maija.go(_queue("?kind=waiting"))
    items = page.locator("[data-queue] > li")
    assert items.count() >= 1
    page.evaluate("document.querySelector('[data-queue] > li').focus()")
    for _step in range(items.count()):
        if page.evaluate("document.activeElement.id") == f"comment-{comment.pk}":
            break
        page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == f"comment-{comment.pk}"
    page.keyboard.press("h")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.evaluate(f"document.getElementById('comment-{comment.pk}').focus()")
    with page.expect_navigation():
        page.keyboard.press("a")
    comment.refresh_from_db()
    assert comment.state == Comment.State.VISIBLE


MASKED = "Soita Matti Esimerkille. Matti tietää paremmin, kirjatkaa määräaika."


@pytest.mark.parametrize("width", [1280, 390])
def test_chosen_words_are_masked_after_a_look_at_what_stays(walker, width):
    activity = examples.activity_at("open")
    comment = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, masks=None).earliest("pk")
    Comment.objects.filter(pk=comment.pk).update(text=MASKED, public_text=MASKED, state=Comment.State.WAITING)
    maija = walker("moderator", width=width)
    page = maija.page
    maija.go(activity_address(activity, "moderation:comment", language="fi", number=comment.number))
    _cards_stand_apart(page, in_columns=width > 900)
    words = page.locator("[data-maskable]")
    assert page.locator("[data-mask-add]").is_hidden()
    words.evaluate(
        """(element) => {
          const range = document.createRange();
          range.setStart(element.firstChild, 6);
          range.setEnd(element.firstChild, 11);
          document.getSelection().addRange(range);
        }"""
    )
    page.locator("[data-mask-add] button").click()
    field = page.locator("textarea[name='passages']")
    assert field.input_value() == "Matti"
    field.fill("Matti\nEsimerkille\nMaija")
    page.locator("#mask input[name='reason'][value='personal_data']").check(force=True)
    maija.press("Check what stays")
    maija.sees("Maija")
    assert page.title().startswith(maija.said("Error"))
    field.fill(field.input_value().replace("Maija", ""))
    maija.press("Check what stays")
    shown = page.locator("[data-stays]").inner_text()
    assert "Matti" not in shown
    assert "kirjatkaa määräaika." in shown
    maija.press("Change")
    assert field.input_value().split() == ["Matti", "Esimerkille"]
    maija.press("Check what stays")
    maija.press("Cover and show the rest")
    comment.refresh_from_db()
    assert (comment.state, comment.text) == (Comment.State.VISIBLE, MASKED)
    assert comment.public_text == f"Soita {MASK_MARK} {MASK_MARK}. {MASK_MARK} tietää paremmin, kirjatkaa määräaika."


def _cards_stand_apart(page, *, in_columns):
    """The cards of a comment's page leave the same room between them, and two columns begin at one height."""
    boxes = page.locator("main .y-card").evaluate_all(
        "(cards) => cards.map((card) => card.getBoundingClientRect()).map(({left, top, bottom}) => [left, top, bottom])"
    )
    (left, top, bottom), below, mask = boxes
    assert below[0] == left
    assert 12 <= below[1] - bottom <= 30
    if in_columns:
        assert mask[1] == top
    else:
        assert mask[0] == left
        assert 12 <= mask[1] - below[2] <= 30
    history = page.locator("main .y-split + h2, main .y-split + p").bounding_box()
    assert 24 <= history["y"] - max(mask[2], below[2]) <= 60

"""(d) Maija hides a comment, its sender is told and appeals, and Mikko finds the sender right."""

import pytest

from tests.journeys.walking import confirms_address, letters_to, post_goes, ten_minutes_of_writing
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.processes.addresses import process_address

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

"""(i) Kaarina calls: her words are read back to her, she gets a code, calls again, and the answer goes by letter."""

import re

import pytest

from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.processes.addresses import activity_address, address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Hoitajan pitäisi ehtiä juoda kupin kahvia."
ANSWER = "Käynnin kestoon varataan aikaa keskustelulle."
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def _enter(bertta, activity):
    closed = activity.stages.get().closes_at.astimezone()
    bertta.go(activity_address(activity, "intake:enter", language="fi"))
    bertta.choose("channel", "phone")
    for part, value in (("day", closed.day), ("month", closed.month), ("year", closed.year), ("time", "15.30")):
        bertta.write(f"arrived_at-{part}", str(value))
    bertta.page.locator("select[name='place_1']").select_option(index=1)
    bertta.write("text_1", TEXT)
    bertta.choose("capacities", "service_user")
    bertta.choose("reply_by", "letter")
    bertta.write("name", "Kaarina Kuvitteellinen")
    bertta.write("postal_address", "Esimerkkikuja 2\n00000 Esimerkkilä")
    bertta.press("Continue")


def test_from_the_call_to_the_letter(walker):
    activity = examples.activity_at("answering")
    county = activity.process.owner
    bertta = walker("coordinator")
    _enter(bertta, activity)
    bertta.sees("Read this aloud to the caller", TEXT)
    bertta.press("Send as it is")
    assert bertta.page.title().startswith(bertta.said("Error"))
    bertta.sees(TEXT)
    bertta.page.locator("#read_back").check(force=True)
    bertta.press("Send as it is")
    bertta.sees("Tell the sender this code")
    code = CODE.search(bertta.text)
    assert code, bertta.text
    comment = Comment.objects.get(text=TEXT)
    assert comment.sender.email == ""

    bertta.go(address("intake:find", county, language="fi"))
    bertta.write("code", "ABCD-2345-EFGH")
    bertta.press("Open the receipt")
    assert bertta.page.title().startswith(bertta.said("Error"))
    bertta.write("code", code[0].lower())
    bertta.press("Open the receipt")
    bertta.sees(TEXT, code[0])
    bertta.press("The answer for the sender")
    bertta.sees("There is no published answer to tell yet.")

    bertta.go(activity_address(activity, "answers:work", language="fi") + "?place=")
    bertta.page.locator(f"#comment-{comment.pk}").check(force=True)
    bertta.page.locator("button[name='do'][value='start']").click()
    bertta.write("title-fi", "Käynnin kesto")
    bertta.choose("handling", "accepted")
    bertta.write("body-fi", ANSWER)
    bertta.page.locator("button[name='then'][value='publish']").click()
    bertta.press("Publish the answer")

    letters = address("intake:letters", county, language="fi")
    bertta.go(letters)
    bertta.sees("Kaarina Kuvitteellinen")
    bertta.press("Open the letter", within="article:has-text('Kaarina Kuvitteellinen')")
    bertta.sees("Kaarina Kuvitteellinen", "Esimerkkikuja 2", TEXT, ANSWER, code[0])
    bertta.page.emulate_media(media="print")
    assert not bertta.page.locator("main form button:visible").count()
    assert not bertta.page.locator("header nav").first.is_visible()
    bertta.page.emulate_media(media="screen")
    bertta.press("Mark as sent")
    bertta.go(letters)
    bertta.misses("Kaarina Kuvitteellinen")

"""A comment that belongs to the city: passed on, drafted there, approved by a colleague; the sender hears, one history."""

import pytest

from tests import factories
from tests.browser import sign_in
from tests.journeys.walking import post_goes
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.demo import examples
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.wording.fields import Wording

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REASON = {"fi": "Kadut kuuluvat kaupungille.", "sv": "Gatorna hör till staden."}
ANSWER = {"fi": "Lamppu vaihdetaan ensi viikolla.", "sv": "Lampan byts nästa vecka."}


def test_a_comment_goes_to_the_city_and_its_answer_comes_back(walker):
    activity = examples.activity_at("answering")
    waiting = Comment.objects.filter(activity=activity, state="visible", handling="open", answered=None, parent=None)
    comment = waiting.exclude(sender__email="").order_by("-pk").first() or waiting.order_by("-pk")[0]
    town = Authority.objects.get(pk=Transfer.objects.filter(comment__activity=activity)[0].receiver_id)
    Authority.objects.filter(pk=town.pk).update(answers_need_approval=True, duty_languages=["fi", "sv"])
    own = activity_address(activity, "transfers:pass_on", language="fi", number=comment.number)

    bertta = walker("coordinator")
    bertta.go(own)
    bertta.choose("receiver", town.slug)
    for tag, words in REASON.items():
        bertta.write(f"reason-{tag}", words)
    bertta.press("Pass the comment on")
    bertta.sees(REASON["fi"], "Passed on to another authority")
    transfer = Transfer.objects.get(comment=comment)
    there = address("transfers:received", town, language="fi", transfer=transfer.pk)

    pekka = walker("partner_coordinator")
    pekka.go(there)
    pekka.write("answer-fi", ANSWER["fi"])
    pekka.press("Save the draft")
    pekka.sees("Languages that the answer lacks:", "svenska")
    pekka.write("answer-sv", ANSWER["sv"])
    pekka.press("Send for approval")
    pekka.sees("Waiting for approval")
    pekka.misses("Approve, publish and tell")

    colleague = walker()
    second = factories.staff(town, "answerer", "toinen.vastaaja@example.org")
    sign_in(colleague.page, colleague.base, second)
    colleague.go(there)
    colleague.sees(*ANSWER.values())
    colleague.press("Approve, publish and tell")
    untold = "The sender left no address and got no message. It is told beside the comment and on its receipt."
    colleague.sees("The answer was published.", "The sender was told." if comment.sender.email else untold)

    post_goes()
    kinds = Notice.objects.filter(values__transfer=transfer.pk).values_list("kind", flat=True)
    expected = {"transfers.passed_on", "transfers.answered"} if comment.sender.email else set[str]()
    assert expected <= set(kinds)
    name = {"receiver": Wording(town.name).text("fi")}
    for who, path in ((bertta, own), (colleague, there)):
        who.go(path)
        who.sees("Passed on to another authority", who.said("%(receiver)s: the answer waits for approval") % name)
        who.sees(who.said("%(receiver)s answered") % name)
    reader = walker(language="sv")
    reader.go(f"/{activity.process.owner.slug}/sv/{page_of(comment)}")
    assert ANSWER["sv"] in reader.page.content()

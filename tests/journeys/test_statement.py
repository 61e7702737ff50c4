"""(c) Two people of an organisation write its statement: one invites, both write, the other approves, it is sent once."""

from io import BytesIO

import docx
import pytest

from tests import factories
from tests.browser import sign_in
from tests.journeys.walking import letters_to, post_goes
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo import examples
from yhdyspinta.demo.regulars import ORGANISATION

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COLLEAGUE = "hallitus.omainen@example.org"
OWN, THEIRS = "Vapaapäivien sijaiset nimetään etukäteen.", "Avustuksesta kerrotaan myös puhelimessa."


def _write(one, words):
    """On the first section that nobody has written on yet."""
    free = one.page.locator("main .y-unsaid", has_text=one.said("Write on this")).first
    label = free.locator("h3, h4").inner_text()
    free.locator("a").click()
    one.write("text", words)
    one.press("Save")
    one.sees(words)
    return label


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "h1 no scripts"])
def test_h1_written_by_two_approved_by_the_other_and_sent_once(walker, javascript):
    olli = walker("organisation", javascript=javascript)
    olli.go(examples.pages()["round"])
    olli.page.locator("main a", has_text=olli.said("Write for an organisation together")).first.click()
    olli.page.locator("main a.govuk-button", has_text=ORGANISATION).first.click()  # their draft is begun
    olli.write("email", COLLEAGUE)
    olli.press("Send a link")
    olli.sees("The link was sent by e-mail.")
    statement = olli.path
    first = _write(olli, OWN)

    post_goes()
    hilla = walker(javascript=javascript)
    sign_in(hilla.page, hilla.base, factories.person(COLLEAGUE))
    letters_to(hilla, COLLEAGUE)
    hilla.page.locator("main a[href*='/statement-invitation/']").first.click()
    hilla.press("Write along")
    assert hilla.path == statement
    hilla.sees(OWN)
    assert _write(hilla, THEIRS) != first
    hilla.misses("Approve and send as the organisation")
    hilla.press("Ask for approval")

    receipts = Receipt.objects.count()
    olli.go(statement)
    olli.sees(OWN, THEIRS)
    olli.press("Approve and send as the organisation")
    olli.sees("Open the receipt")
    olli.misses("Approve and send as the organisation", "Write on this")
    assert Receipt.objects.count() == receipts + 1
    assert Comment.objects.filter(text__in=[OWN, THEIRS], sender__organisation__name=ORGANISATION).count() == 2

    hilla.go(statement)
    with hilla.page.expect_download() as taken:
        hilla.press("Download as Word")
    words = [one.text for one in docx.Document(BytesIO(taken.value.path().read_bytes())).paragraphs]
    assert {OWN, THEIRS} <= set(words)
    hilla.go(examples.pages()["round"])
    hilla.press("Read all comments")
    hilla.sees(THEIRS, ORGANISATION)

"""(m) A pile of paper is typed, checked by a second person and counted."""

import pytest

from tests import factories
from tests.browser import sign_in
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.intake.models import Batch
from yhdyspinta.processes.addresses import activity_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST, SECOND, MENDED = "Ovet auki myös lauantaisin.", "Bussi kulkee harvoin.", "Bussi kulkee liian harvoin."


def _type(bertta, text, part):
    bertta.page.locator("input[name='place_1']:focus").wait_for()
    bertta.page.keyboard.type(part)
    bertta.page.keyboard.press("Enter")
    bertta.page.keyboard.type(text)
    with bertta.page.expect_navigation():
        bertta.page.keyboard.press("Control+Enter")


def _type_without_scripts(bertta, text, part):
    bertta.write("place_1", part)
    bertta.write("text_1", text)
    bertta.press("Save and begin the next sheet")


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "h1 no scripts"])
def test_h1_from_paper_to_the_count(walker, javascript):
    activity = examples.activity_at("open")
    channels = activity_address(activity, "intake:channels", language="fi")
    bertta = walker("coordinator", javascript=javascript)
    bertta.go(channels)
    receipts, comments = bertta.together()
    on_paper = bertta.counts("Comments by channel")[bertta.said("Paper")]
    bertta.go(activity_address(activity, "intake:begin_pile", language="fi"))
    bertta.write("name", "Kirjaston laatikko")
    bertta.press("Begin")
    types = _type if javascript else _type_without_scripts
    types(bertta, FIRST, "A1")
    types(bertta, SECOND, "A1")
    batch = Batch.objects.get(name="Kirjaston laatikko")
    assert (batch.sheet_count, batch.comment_count) == (2, 2)
    bertta.press("The whole pile is typed")
    bertta.choose("percent", "100")
    bertta.press("Draw the sheets")
    bertta.sees("You typed this: somebody else checks it.")

    second = walker(javascript=javascript)
    colleague = factories.staff(activity.process.owner, email="toinen.kirjaaja@example.org")
    sign_in(second.page, second.base, colleague)
    for number, text in ((1, FIRST), (2, MENDED)):
        comment = batch.sheets.get(number=number).receipt.comments.get()
        second.go(activity_address(activity, "intake:check_sheet", language="fi", batch=batch.pk, number=number))
        second.write(f"place_{comment.number}", "A1")
        second.write(f"text_{comment.number}", text)
        second.press("Show the differences")
    assert second.page.locator("ins").inner_text().split() == ["[lisätty:", "liian", "]"]
    second.press("These words stand")
    batch.refresh_from_db()
    assert batch.checked_at is not None
    assert Comment.objects.filter(text=MENDED).exists()

    bertta.go(channels)
    assert bertta.together() == [receipts + 2, comments + 2]
    paper = bertta.counts("Comments by channel")[bertta.said("Paper")]
    assert [now - then for now, then in zip(paper, on_paper, strict=True)] == [2, 2, 2, 0, 0]

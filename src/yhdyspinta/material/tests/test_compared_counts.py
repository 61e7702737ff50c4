"""Each count of the comparison leads to as many comments as it tells."""

import re
from html import unescape

import pytest

from tests import factories
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.material.tests.scene import comments_on, do, path_of, theme_of
from yhdyspinta.transfers.tests.scene import passed

pytestmark = pytest.mark.django_db
_SENDERS = "Lähettäjiä"


@pytest.fixture
def compared(bertta, activity, document, sections):
    """Comments on two documents, of every kind that is counted."""
    other = factories.document(activity, "toinen")
    here, there = comments_on(sections[0], 4), comments_on(other.versions.get().sections.first(), 3)
    theme = theme_of(bertta, activity)
    do(bertta, [*here[:2], there[0]], kind="theme_added", theme=theme.pk)
    do(bertta, here[:1], kind="stance", stance="against")
    Comment.objects.filter(pk=here[3].pk).update(state="hidden")
    Comment.objects.filter(pk=there[0].pk).update(handling="answered")
    Sender.objects.filter(pk=here[1].sender_id).update(capacities=["professional"])
    close_without_answer(actor=bertta, activity=activity, comments=[here[0].pk], reason="thanks", at=clock.now())
    passed(there[1], factories.authority("kaupunki", code="179"), bertta)


def test_each_count_leads_to_as_many_comments(desk, activity, compared):
    tables = desk.get(path_of(activity, "compare")).context["tables"]
    followed = 0
    for table in tables:
        for words, *cells in table["rows"]:
            for cell in cells:
                place = (table["title"], words["text"])
                assert ("href" in cell) == (cell["text"] != "0" and words["text"] != _SENDERS), place
                if "href" in cell:
                    found = desk.get(cell["href"])
                    assert found.status_code == 200, place
                    assert len(found.context["rows"]) == int(cell["text"]), place
                    followed += 1
    assert followed > 12


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "Jokaisesta luvusta"), ("sv", "Varje tal leder"), ("en", "Each count leads")],
)
def test_a_count_says_what_it_is_of(desk, activity, compared, language, words):
    page = desk.get(path_of(activity, "compare", language)).content.decode()
    assert words in page
    links = [unescape(text) for text in re.findall(r'href="[^"]*theme=\d+[^"]*">(.*?)</a>', page)]
    assert len(links) == 2
    assert all('<span class="govuk-visually-hidden">' in link for link in links)

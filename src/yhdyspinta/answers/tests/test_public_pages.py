"""The public lists of a round's answers, and of what one answers, lead from page to page both ways."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers import views
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.answers.tests.scene import path_of, publish, start, write
from yhdyspinta.answers.values import CLOSURE_CHOICES
from yhdyspinta.audit import clock
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def answered(bertta, section, count, **changes):
    """So many published answers, each of one comment."""
    for number in range(count):
        draft = start(bertta, factories.comment(factories.guest(), section))
        publish(bertta, write(bertta, draft, title=Wording(fi=f"Vastaus {number}", sv=f"Svar {number}"), **changes))
    return Answer.objects.first().activity


def there_and_back(path, listed):
    """What the pages tell from the first to the last, and then back to the first, which is left out once."""
    pages = [Client().get(path)]
    for way in ("next_url", "previous_url"):
        query = pages[-1].context["pager"][way]
        while query:
            pages.append(Client().get(path.partition("?")[0] + query))
            assert f'href="{query}"' in pages[-2].content.decode().replace("&amp;", "&")
            query = pages[-1].context["pager"][way]
    return [listed(page) for page in pages]


def test_the_answers_of_a_round_are_read_on_and_back(bertta, section, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 2)
    activity = answered(bertta, section, 5)
    answered(bertta, section, 1, handling="not_accepted", reason="cost", reason_words=Wording(fi="Kallis.", sv="Dyrt."))
    titles = lambda page: [row["view"].title["fi"] for row in page.context["answers"]]  # noqa: E731
    path = path_of(activity, "answers")
    first, second, third = ["Vastaus 0", "Vastaus 4"], ["Vastaus 3", "Vastaus 2"], ["Vastaus 1", "Vastaus 0"]
    assert there_and_back(path, titles) == [first, second, third, second, first]
    of_one = [["Vastaus 4", "Vastaus 3"], ["Vastaus 2", "Vastaus 1"], ["Vastaus 0"]]
    assert there_and_back(f"{path}?handling=accepted", titles) == [*of_one, *of_one[1::-1]]


def test_one_published_meanwhile_moves_nothing_on_the_next_page(bertta, section, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 2)
    activity = answered(bertta, section, 3)
    path = path_of(activity, "answers")
    following = Client().get(path).context["pager"]["next_url"]
    answered(bertta, section, 2)
    assert [row["view"].title["fi"] for row in Client().get(path + following).context["answers"]] == ["Vastaus 0"]


def test_the_comments_of_an_answer_are_read_on_and_back(bertta, section, monkeypatch):
    monkeypatch.setattr(views, "PAGE", 2)
    comments = [factories.comment(factories.guest(), section) for _ in range(5)]
    answer = publish(bertta, write(bertta, start(bertta, *comments)))
    numbers = [comment.number for comment in comments]
    pages = [numbers[:2], numbers[2:4], numbers[4:]]
    path = path_of(answer.activity, "answer", number=answer.number)
    shown = lambda page: [line.number for line in page.context["comments"]]  # noqa: E731
    assert there_and_back(path, shown) == [*pages, *pages[1::-1]]
    assert Client().get(f"{path}?after=zz").status_code == 400


def test_the_list_tells_what_became_of_the_other_comments(county, bertta, section):
    activity = answered(bertta, section, 2)
    path = path_of(activity, "answers")
    assert "Muut kommentit" not in Client().get(path).content.decode()
    more = [factories.comment(factories.guest(), section) for _ in range(5)]
    town = factories.authority("kuvitelma", code="405", kind="municipality")
    passed(more[0], town, bertta)
    close_without_answer(
        actor=bertta, activity=activity, comments=[more[1].pk], reason=next(iter(CLOSURE_CHOICES)), at=clock.now()
    )
    told = "Muut kommentit: 3 odottaa vastausta, 1 on siirretty toiselle viranomaiselle, 1 ei tarvinnut vastausta."
    assert told in Client().get(path).content.decode()
    assert "Muut kommentit" not in Client().get(f"{path}?handling=accepted").content.decode()

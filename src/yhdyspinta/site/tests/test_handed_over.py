"""A matter that passes to a successor: what was told, sent and promised before works after, at both addresses."""

from datetime import date

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.search_entries import follow_publication
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token, shown_code
from yhdyspinta.comments.models import Comment
from yhdyspinta.methods.comment_rounds.tests.conftest import World, make_world
from yhdyspinta.processes import actions
from yhdyspinta.ui import dates

pytestmark = pytest.mark.django_db
PROMISED = date(2027, 1, 29)


def answered(comment: Comment) -> Answer:
    now = clock.now()
    answer = Answer.objects.create(
        activity=comment.activity, number=1, title={"fi": "Määräajat"}, body={"fi": "Kirjaamme määräajan malliin."},
        handling="accepted", published_at=now, created_at=now, saved_at=now, comment_count=1,
    )  # fmt: skip
    AnsweredComment.objects.create(answer=answer, comment=comment)
    follow_publication(answer, at=now)
    return answer


class Handed:
    """A round with a comment and its answer, passed to a county that had a matter of the same address."""

    def __init__(self):
        self.world: World = make_world()
        self.process = self.world.activity.process
        self.process.answers_promised_on = PROMISED
        self.process.save()
        self.aino = Client()
        self.comment = self.world.send(self.aino, "Kirjatkaa pyöräteiden hoito.")
        self.answer = answered(self.comment)
        self.successor = factories.authority("uusi-alue", code="02")
        self.other = factories.process(self.successor, self.process.slug)
        bertta = factories.staff(self.world.county)
        actions.hand_over(actor=bertta, process=self.process, successor=self.successor, at=clock.now())
        self.process.refresh_from_db()

    def old(self, rest: str = "") -> str:
        return f"/keski-suomi/fi/processes/toimintamallit/{rest}"

    def new(self, rest: str = "") -> str:
        return f"/uusi-alue/fi/processes/{self.process.slug}/{rest}"

    @property
    def answer_path(self) -> str:
        return f"answers/kommentointi/{self.answer.number}/"


@pytest.fixture
def handed():
    return Handed()


def test_old_addresses_lead_to_the_same_page(handed, client):
    assert handed.process.slug != "toimintamallit"  # it was taken
    round_ = "comment-round/kommentointi/"
    number = handed.comment.number
    for rest in ("", round_, f"{round_}documents/osallisuus/v1/kohta-1/", f"{round_}comments/{number}/",
                 "answers/kommentointi/", handed.answer_path):  # fmt: skip
        moved = client.get(handed.old(rest))
        assert (moved.status_code, moved.headers.get("Location")) == (301, handed.new(rest))
        assert client.get(handed.new(rest)).status_code == 200
    assert client.get(f"/uusi-alue/fi/processes/{handed.other.slug}/").status_code == 200


def test_comments_answers_and_the_promised_day_stand_on_the_pages(handed, client):
    page = client.get(handed.new(f"comment-round/kommentointi/comments/{handed.comment.number}/")).content.decode()
    assert "Kirjatkaa pyöräteiden hoito." in page
    assert "Kirjaamme määräajan malliin." in client.get(handed.new(handed.answer_path)).content.decode()
    assert handed.process.answers_promised_on == PROMISED
    assert dates.day(PROMISED, "fi") in client.get(handed.new("comment-round/kommentointi/")).content.decode()


@pytest.mark.parametrize("authority", ["keski-suomi", "uusi-alue"])
def test_a_code_and_a_mails_link_open_the_receipt_at_both(handed, client, authority):
    receipt = handed.comment.receipt
    opened = client.post(f"/{authority}/fi/receipt/", {"code": shown_code(receipt)})
    assert opened.status_code == 303
    assert opened.url.startswith(handed.new("comment-round/kommentointi/"))
    page = client.get(opened.url).content.decode()
    assert "Kirjatkaa pyöräteiden hoito." in page
    link = Client().get(f"/{authority}/fi/receipt/link/{link_token(receipt)}/")
    assert link.status_code == 200


def test_the_sender_still_edits_and_withdraws(handed):
    receipt = handed.aino.post("/keski-suomi/fi/receipt/", {"code": shown_code(handed.comment.receipt)}).url
    assert handed.aino.post(f"{receipt}comments/{handed.comment.number}/withdraw/").status_code == 303
    handed.comment.refresh_from_db()
    assert handed.comment.state == Comment.State.WITHDRAWN


def test_search_finds_everything_at_the_successor_and_nothing_at_the_former_owner(handed, client):
    for words, path in (
        ("pyöräteiden", handed.new(f"comment-round/kommentointi/comments/{handed.comment.number}/")),
        ("kirjaamme määräajan", handed.new(handed.answer_path)),
        ("ensimmäinen katkelma", handed.new("comment-round/kommentointi/documents/osallisuus/")),
    ):
        page = client.get("/uusi-alue/fi/search/", {"q": words}).content.decode()
        assert f'href="{path}' in page, words
        assert client.get(path).status_code == 200
        assert "<mark>" not in client.get("/keski-suomi/fi/search/", {"q": words}).content.decode()

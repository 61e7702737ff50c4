"""The whole matter as a place of its own in what staff take in: code 0, in lists, in piles and on paper."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import MATTER, place_named, places_of, round_code
from yhdyspinta.intake.models import TableNote
from yhdyspinta.intake.queries import places
from yhdyspinta.intake.table_links import token_of
from yhdyspinta.intake.tests.test_files import HEADS, book, send, today
from yhdyspinta.intake.tests.test_piles import ROUND, day, pile_of
from yhdyspinta.intake.tests.typing_in import ENTER, typed
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db
PAPER = "processes/toimintamallit/activities/kommentointi/paper-form/"


@pytest.fixture
def matter(section) -> int:
    start_round(section.version.document.activity, at=clock.now())
    return whole_thread_id(section.version.document.activity)


@pytest.fixture
def cecilia(county):
    return factories.staff(county, email="cecilia@example.org")


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Koko asia"), ("sv", "Hela ärendet"), ("en", "The whole matter")]
)
def test_the_whole_matter_is_the_first_place_with_a_code_of_its_own(section, matter, language, words):
    activity = section.version.document.activity
    first, *rest = places_of(activity, language)
    assert (first.code, first.thread_id, first.words) == (MATTER, matter, words)
    assert place_named([first, *rest], " 0. ") == first
    assert place_named([first, *rest], "2").code == "A2"  # one document is still read without its letter


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Koko asia"), ("sv", "Hela ärendet"), ("en", "The whole matter")]
)
def test_the_paper_form_has_a_box_for_the_whole_matter(section, matter, language, words):
    activity = section.version.document.activity
    for only in ("", "?document=1"):
        page = Client().get(f"/keski-suomi/{language}/{PAPER}{only}").content.decode()
        assert re.search(rf'y-paper__number">0</span> {words}</h2>', page)
        assert re.findall(r'y-paper__label">[^<]*? (0|A[\d.]*) <span>', page) == ["0", "A", "A1", "A2", "A3"]
    assert round_code(activity) in page
    assert "data-print hidden" in page


def test_a_sheet_is_typed_and_typed_again_on_the_whole_matter(bertta, cecilia, section, matter):
    batch = pile_of(bertta, "Koko asiasta.", place="0")
    one = Comment.objects.get()
    assert one.thread_id == matter
    actions.draw_sheets(actor=cecilia, batch=batch, percent=100, at=clock.now())
    again = day(**{f"place_{one.number}": "A1", f"text_{one.number}": one.text, "language": "fi"})
    page = f"{ROUND}piles/{batch.pk}/check/1/"
    shown = signed_in(cecilia).post(page, again, follow=True).content.decode()
    assert "Koko asia" in shown
    assert signed_in(cecilia).post(page, {**again, "stands": "first"}).status_code == 302
    assert Comment.objects.get().thread_id == matter


def test_a_note_at_a_table_is_of_the_whole_matter(bertta, section, matter):
    now, activity = clock.now(), section.version.document.activity
    batch = actions.begin_batch(
        actor=bertta, activity=activity, key=uuid4(), kind="event", name="Ilta", channel="event",
        arrived_on=in_helsinki(now).date(), language="fi", at=now,
    )  # fmt: skip
    links = actions.make_table_links(actor=bertta, batch=batch, tables=1, expires_at=now + timedelta(hours=1), at=now)
    path = f"/keski-suomi/fi/tables/{token_of(links[0].nonce)}/"
    assert '<option value="0">0 Koko asia</option>' in Client().get(path).content.decode()
    Client().post(path, {"key": str(uuid4()), "part": "0", "text": "Koko asiasta.", "name": ""})
    waiting = {"step": "take", "note": [TableNote.objects.get().pk]}
    assert signed_in(bertta).post(f"{ROUND}events/{batch.pk}/waiting/", waiting).status_code == 302
    assert Comment.objects.get().thread_id == matter


def test_rows_of_a_file_are_of_the_whole_matter(bertta, section, matter):
    client = signed_in(bertta)
    file = book(
        HEADS, ["1", 0, "Koko asiasta.", today(), "Asukas", "", "paper"], ["2", "0", "Tästäkin.", today(), "", "", ""]
    )
    path = send(client, file).url
    assert client.post(path + "import/").status_code == 302, client.get(path).content.decode()
    assert set(Comment.objects.values_list("thread", flat=True)) == {matter}


def test_an_answer_of_an_earlier_round_is_of_the_whole_matter(bertta, last_year):
    start_round(last_year, at=clock.now())
    client = signed_in(bertta)
    path = send(client, book(["Muuta", "Kohta"], ["Kiitos.", "0"], ["Ja tämä.", ""]), "kysely.xlsx", "earlier/").url
    page = client.get(path).content.decode()
    assert "Koko asia" in page
    answer = client.post(path, {"role_0": "text", "role_1": "section", "language": "fi", "place": "0", "name": ""})
    assert client.post(answer.url + "import/").status_code == 302
    assert set(Comment.objects.values_list("thread", flat=True)) == {whole_thread_id(last_year)}


def test_a_letter_on_the_whole_matter_is_entered_as_such(bertta, section, matter):
    assert places(section.version.document.activity, "fi")[0][0] == str(matter)
    assert signed_in(bertta).post(ENTER, typed(section, place_1=matter, step="send", read_back="on")).status_code == 302
    assert Comment.objects.get().thread_id == matter

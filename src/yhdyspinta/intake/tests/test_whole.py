"""The whole matter as a place of its own in what staff take in: code 0, in lists, in piles and on paper."""

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.intake.codes import MATTER, place_named, places_of
from yhdyspinta.intake.queries import places
from yhdyspinta.intake.tests.typing_in import ENTER, typed
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def matter(section) -> int:
    start_round(section.version.document.activity, at=clock.now())
    return whole_thread_id(section.version.document.activity)


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Koko asia"), ("sv", "Hela ärendet"), ("en", "The whole matter")]
)
def test_the_whole_matter_is_the_first_place_with_a_code_of_its_own(section, matter, language, words):
    activity = section.version.document.activity
    first, *rest = places_of(activity, language)
    assert (first.code, first.thread_id, first.words) == (MATTER, matter, words)
    assert place_named([first, *rest], " 0. ") == first
    assert place_named([first, *rest], "2").code == "A2"  # one document is still read without its letter


def test_a_letter_on_the_whole_matter_is_entered_as_such(bertta, section, matter):
    assert places(section.version.document.activity, "fi")[0][0] == str(matter)
    assert signed_in(bertta).post(ENTER, typed(section, place_1=matter, step="send", read_back="on")).status_code == 302
    assert Comment.objects.get().thread_id == matter

"""The authority that was passed a comment is reminded before its day, and once it has passed."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.reminders import remind_receivers
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db
KINDS = ("transfers.due_soon", "transfers.due_late")


def due(transfers, days, passed_days_ago=20):
    today = in_helsinki(clock.now()).date()
    at = clock.now() - timedelta(days=passed_days_ago)
    Transfer.objects.filter(pk__in=[one.pk for one in transfers]).update(
        due_on=today + timedelta(days=days), passed_at=at
    )


def told(person=None):
    found = Notice.objects.filter(kind__in=KINDS).order_by("pk")
    return [row.kind for row in (found.filter(person=person) if person else found)]


@pytest.mark.parametrize(
    ("days", "ago", "kinds"),
    [(8, 20, []), (7, 20, [KINDS[0]]), (0, 20, [KINDS[0]]), (-1, 20, [KINDS[1]]), (5, 1, []), (-1, 1, [KINDS[1]])],
)
def test_the_receiver_is_reminded_once(came, veikko, bertta, days, ago, kinds):
    """Of what came a day ago nobody needs reminding."""
    due(came, days, ago)
    for _ in range(2):
        remind_receivers(at=clock.now())
    assert told(veikko) == kinds
    assert told(bertta) == []


def test_soon_then_late_and_no_more(came, veikko):
    due(came, 4)
    for days in range(12):
        remind_receivers(at=clock.now() + timedelta(days=days))
    assert told() == list(KINDS)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("2 teille siirretyn kommentin vastaus on myöhässä", "1 teille siirrettyyn kommenttiin on vastattava")),
        ("sv", ("2 kommentarer som förts vidare till er har inte besvarats", "1 kommentar som förts vidare till er ska besvaras")),
        ("en", ("2 comments that were passed on to you are late", "1 comment that was passed on to you is to be answered")),
    ],
)  # fmt: skip
def test_one_message_tells_all_that_wait(came, veikko, their_desk, language, words):
    due(came[:2], -2)
    due(came[2:], 3)
    assert remind_receivers(at=clock.now()) == 1
    with override(language):
        letter = kind_of(notice := Notice.objects.get(kind=KINDS[1])).words(notice)
    assert [text for text in words if text not in " ".join(letter.paragraphs)] == []
    assert their_desk.get(letter.path).status_code == 200


def test_what_is_answered_gone_or_elsewhere_reminds_nobody(came, veikko, town):
    due(came, -1)
    first, second, third = came
    Transfer.objects.filter(pk=first.pk).update(state="answered")
    Comment.objects.filter(pk=second.comment_id).update(state="hidden")
    Transfer.objects.filter(pk=third.pk).update(state="outside", receiver=None, outside_name="Seurakunta")
    assert remind_receivers(at=clock.now()) == 0


def test_everybody_who_answers_there_hears_and_nobody_else(came, veikko, town):
    other = factories.staff(town, "answerer", "vilja@example.org")
    factories.staff(town, "viewer", "katsoja@example.org")
    due(came, -1)
    assert remind_receivers(at=clock.now()) == 2
    assert told(veikko) == told(other) == [KINDS[1]]

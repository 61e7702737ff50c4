"""What came by phone or on paper is typed in for its sender."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.values import CHANNELS, TYPED_CHANNELS
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import PILE_CHANNELS, Reply, Words
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
COMMENTS = "/keski-suomi/fi/processes/toimintamallit/comment-round/kommentointi/comments/"


def test_a_new_organisation_stands_before_the_round_is_held_as_for_who_sends_online(bertta, section):
    with CaptureQueriesContext(connection) as asked:
        enter(bertta, section, facts=SenderFacts(language="fi", capacities=("organisation",)), organisation="Uusi ry")
    told = [query["sql"] for query in asked]
    named = next(n for n, sql in enumerate(told) if sql.startswith('INSERT INTO "people_organisation"'))
    held = next(n for n, sql in enumerate(told) if '"processes_activity"' in sql and "FOR NO KEY UPDATE" in sql)
    assert named < held


def test_a_caller_gets_a_code_and_the_comment_is_counted(bertta, section):
    receipt = enter(bertta, section)
    comment = receipt.comments.get()
    assert (comment.channel, comment.entered_by, comment.state) == ("phone", bertta, "visible")
    assert receipt.entry.read_back_at
    assert receipt.sender.person.is_guest
    comment.activity.refresh_from_db()
    assert comment.activity.comment_count == 1


@pytest.mark.parametrize(
    ("channel", "text", "state", "warnings"),
    [
        ("paper", "Minulla on diabetes ja matka on pitkä.", "waiting", ["health"]),
        ("phone", "Jag fick cancer och resan är lång.", "waiting", ["health"]),
        ("email", "Since my surgery the way is too long.", "waiting", ["health"]),
        ("paper", "Matka terveyskeskukseen on pitkä.", "visible", []),
    ],
)
def test_d6_health_words_of_a_paper_or_a_call_wait_for_a_check(bertta, section, channel, text, state, warnings):
    receipt = enter(bertta, section, channel=channel, words=[Words(section.thread_id, text)])
    comment = receipt.comments.get()
    assert (comment.state, comment.warnings) == (state, warnings)
    assert (comment.public_text in Client().get(COMMENTS).content.decode()) == (state == "visible")


def test_the_same_key_is_typed_once(bertta, section):
    key = uuid4()
    assert enter(bertta, section, key=key) == enter(bertta, section, key=key)
    assert Comment.objects.count() == 1
    assert Person.objects.filter(is_guest=True).count() == 1


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"read_back": False}, "not_read_back"),
        ({"channel": "online"}, "unknown_channel"),
        ({"words": []}, "comments_missing"),
        ({"words": [Words(0, "x")]}, "place_missing"),
        ({"reply": Reply("letter")}, "postal_address_missing"),
        ({"reply": Reply("phone")}, "phone_missing"),
        ({"reply": Reply("email")}, "email_missing"),
    ],
)
def test_what_is_missing_is_refused_and_nothing_stored(bertta, section, more, why):
    with pytest.raises(Refusal, match=why):
        enter(bertta, section, **more)
    assert not Receipt.objects.exists()
    assert not Person.objects.filter(is_guest=True).exists()


def test_arrival_counts_and_not_typing(bertta, section):
    activity = section.version.document.activity
    closes_at = activity.stages.get().closes_at
    in_time, late = closes_at - timedelta(milliseconds=1), closes_at + timedelta(days=20)
    assert enter(bertta, section, arrived_at=in_time, at=late).at == in_time
    for arrived_at, at, why in [
        (closes_at, late, "arrived_too_late"),
        (in_time, closes_at + timedelta(days=30), "typed_too_late"),
        (late, closes_at, "arrived_in_the_future"),
        (closes_at - timedelta(days=99), late, "arrived_too_early"),
    ]:
        with pytest.raises(Refusal, match=why):
            enter(bertta, section, arrived_at=arrived_at, at=at)


def test_others_may_not_type(county, section):
    for role, email in (("moderator", "m@example.org"), ("viewer", "v@example.org")):
        with pytest.raises(Refusal, match="not_your_role"):
            enter(factories.staff(county, role, email), section)


def test_editing_and_withdrawing_for_the_sender_is_in_the_trail(bertta, section):
    comment = enter(bertta, section).comments.get()
    actions.edit_for_sender(actor=bertta, comment=comment, text="Uudet sanat.", revision=1, at=clock.now())
    comment.refresh_from_db()
    assert (comment.text, comment.state) == ("Uudet sanat.", "waiting")
    actions.withdraw_for_sender(actor=bertta, comment=comment, at=clock.now())
    assert Line.objects.filter(verb__startswith="intake.", actor=f"person:{bertta.pk}").count() == 3


def test_every_channel_that_staff_type_has_words_of_its_own_and_is_one_of_all():
    assert set(PILE_CHANNELS) < set(TYPED_CHANNELS) < set(CHANNELS)
    assert set(CHANNELS) - set(TYPED_CHANNELS) == {"online", "elsewhere"}  # by residents, and by files

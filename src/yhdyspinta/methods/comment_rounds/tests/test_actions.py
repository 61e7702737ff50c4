"""Sending, and what becomes of what was sent."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from tests import factories
from yhdyspinta.answers.telling import tell_of_round
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, CommentDraft, Sender
from yhdyspinta.comments.personal import claim, erase, export
from yhdyspinta.comments.receipts import send_codes_again
from yhdyspinta.methods.comment_rounds import actions
from yhdyspinta.methods.comment_rounds.notices import AGAIN
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import CLOSES, OPENS, make_world
from yhdyspinta.methods.comment_rounds.tests.scene import draft, send_at
from yhdyspinta.moderation import spam
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.people import personal_registry
from yhdyspinta.people.models import Block
from yhdyspinta.processes.follows import confirm_follow, unfollow
from yhdyspinta.processes.models import Follow, SearchEntry
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
TICK = timedelta(milliseconds=1)


@pytest.mark.parametrize("at", [OPENS, OPENS + TICK, CLOSES - TICK])
def test_t1_open_from_the_first_instant_to_the_last(march, at):
    assert send_at(march, at - timedelta(minutes=5), at).at == at


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (OPENS - TICK, "commenting_has_not_begun"),
        (CLOSES, "commenting_has_ended"),
        (CLOSES + TICK, "commenting_has_ended"),
    ],
)
def test_t1_one_tick_outside_is_refused_and_nothing_is_stored(march, at, why):
    with pytest.raises(Refusal, match=why):
        send_at(march, at, at)
    assert not Comment.objects.exists()
    assert not Notice.objects.exists()
    assert CommentDraft.objects.exists()  # the text stays


@pytest.mark.parametrize(
    ("after", "allowed"), [(timedelta(0), True), (timedelta(minutes=15) - TICK, True), (timedelta(minutes=15), False)]
)
def test_t2_who_began_in_time_may_finish_within_the_grace(march, after, allowed):
    began = CLOSES - TICK
    if allowed:
        assert send_at(march, began, CLOSES + after)
    else:
        with pytest.raises(Refusal, match="commenting_has_ended"):
            send_at(march, began, CLOSES + after)


def test_t1_times_are_read_again_after_the_lock(march):
    written = draft(march, OPENS)
    bertta = factories.staff(march.county)
    list(march.activity.stages.all())  # what the page had read
    actions.set_times(
        actor=bertta, activity=march.activity, opens_at=OPENS, closes_at=OPENS + timedelta(days=1), at=OPENS, sure=True
    )
    with pytest.raises(Refusal, match="commenting_has_ended"):
        actions.send(
            actor=written.person, activity=march.activity, key=written.key, clock=lambda: OPENS + timedelta(days=2)
        )


def test_sending_owes_the_receipt_and_can_be_found(march):
    receipt = send_at(march, OPENS, OPENS + timedelta(minutes=5))
    assert Notice.objects.get().values == {"receipts": [receipt.pk]}
    assert SearchEntry.objects.filter(target=f"comment:{receipt.comments.get().pk}").exists()
    assert Entry.objects.filter(verb="comments.sent").count() == 1
    comment = receipt.comments.get()
    actions.withdraw(actor=receipt.sender.person, comment=comment, at=OPENS + timedelta(minutes=6))
    assert not SearchEntry.objects.filter(target=f"comment:{comment.pk}").exists()


def test_d2_erasing_forgets_the_addresses_given_with_comments(march):
    receipt = send_at(march, OPENS, OPENS + timedelta(minutes=5))
    aino = receipt.sender.person
    Sender.objects.update(email="uusi@example.org")  # the receipt went to the address that was given first
    cai = factories.person("cai@example.org")
    for to in ("aino@example.org", "uusi@example.org", "cai@example.org"):
        Letter.objects.create(to=to, subject="Kuitti", text="", html="", headers={}, sent_at=OPENS)
    Notice.objects.create(kind="comment_rounds.code_again", address="uusi@example.org", language="fi",
                          authority=march.county, values={"receipts": []}, owed_at=OPENS, state="owed")  # fmt: skip
    kept = Notice.objects.create(kind="answers.published", person=cai, address="cai@example.org", language="fi",
                                 authority=march.county, values={}, owed_at=OPENS, state="owed")  # fmt: skip
    personal_registry.erase_all(aino, at=OPENS + timedelta(days=1))
    assert Notice.objects.get() == kept
    assert Letter.objects.get().to == "cai@example.org"


def test_o6_somebodys_address_gets_few_letters_and_a_lost_code_finds_every_receipt(march):
    sent = [send_at(march, OPENS, OPENS + timedelta(minutes=5)) for _guest in range(12)]
    assert Notice.objects.filter(kind="comment_rounds.received").count() == 5
    send_codes_again(authority=march.county, email="aino@example.org", language="fi", kind=AGAIN, at=OPENS)
    codes = Notice.objects.get(kind=AGAIN).values["receipts"]
    assert set(codes) == {receipt.pk for receipt in sent}


def test_a2_news_go_to_a_confirmed_address_with_a_way_out(march):
    written = draft(march, OPENS)
    written.content["sender"]["wants_news"] = True
    written.save()
    at = OPENS + timedelta(minutes=5)
    receipt = actions.send(actor=written.person, activity=march.activity, key=written.key, clock=lambda: at)
    sender = receipt.sender
    Comment.objects.update(state="visible")
    tell_of_round("answers.summary", march.activity, at=at, once="1")
    assert not Notice.objects.filter(kind="answers.summary").exists()
    follow = Follow.objects.get(email=sender.email)
    assert [notice.kind for notice in Notice.objects.filter(address=sender.email)] == ["comment_rounds.received"]
    confirm_follow(follow=follow, at=at)
    tell_of_round("answers.summary", march.activity, at=at, once="1")
    assert Notice.objects.get(kind="answers.summary").values["unsubscribe"] == follow.nonce
    unfollow(follow=follow, at=at)
    tell_of_round("answers.summary", march.activity, at=at, once="2")
    assert Notice.objects.filter(kind="answers.summary").count() == 1


def test_i6_an_organisations_name_is_checked_where_it_is_asked(march):
    at = OPENS + timedelta(minutes=5)
    facts = {"capacities": ["organisation"], "organisation": "Ylläpito"}
    with pytest.raises(Refusal, match="name_reads_as_staff"):
        actions.save_about(actor=factories.guest(), activity=march.activity, facts=facts, began_at=OPENS, at=at)


@pytest.mark.parametrize(
    ("text", "trap", "state", "warnings"),
    [
        ("Minulla on diabetes ja matka on pitkä.", "", "waiting", ["health"]),
        ("Jag fick cancer och resan är lång.", "", "waiting", ["health"]),
        ("Since my surgery the way is too long.", "", "waiting", ["health"]),
        ("Matka terveyskeskukseen on pitkä.", "", "visible", []),
        ("Matka terveyskeskukseen on pitkä.", "x", "waiting", ["too_fast"]),
    ],
)
def test_d6_health_words_and_a_filled_trap_wait_for_a_check(march, text, trap, state, warnings):
    at = OPENS + timedelta(minutes=5)
    written = draft(march, OPENS, texts=(text,))
    receipt = actions.send(actor=written.person, activity=march.activity, key=written.key, clock=lambda: at, trap=trap)
    comment = receipt.comments.get()
    assert (comment.state, comment.warnings) == (state, warnings)
    assert SearchEntry.objects.filter(target=f"comment:{comment.pk}").exists() == (state == "visible")


def test_d6_a_health_word_written_in_afterwards_takes_the_comment_off_the_page(world):
    aino = factories.guest()
    comment = factories.comment(aino, world.section)
    changed = actions.edit(actor=aino, comment=comment, text="Sairastan syöpää.", revision=1, clock=clock.now)
    assert (changed.state, changed.warnings) == ("waiting", ["health"])
    world.activity.refresh_from_db()
    assert (world.activity.waiting_count, world.activity.comment_count) == (1, 0)


def test_a_blocked_person_is_told_why(world):
    written = draft(world, clock.now() - timedelta(minutes=1))
    at = clock.now()
    Block.objects.create(
        person=written.person,
        authority=world.county,
        reason="Häirintä",
        since=at - timedelta(days=1),
        until=at + timedelta(days=1),
    )
    with pytest.raises(Refusal, match="you_are_blocked"):
        actions.send(actor=written.person, activity=world.activity, key=written.key, clock=clock.now)


def test_p2_claiming_joins_two_senders_and_counts_one(world):
    aino, guest = factories.person(), factories.guest()
    factories.comment(aino, world.section)
    factories.comment(guest, world.section)
    claim(guest, aino, at=clock.now())
    world.activity.refresh_from_db()
    assert (world.activity.sender_count, world.activity.comment_count) == (1, 2)
    assert len(export(aino)["comments"]) == 2


def test_d2_erasure_leaves_the_comment_and_no_name(world):
    aino = factories.person()
    comment = factories.comment(aino, world.section, email="aino@example.org")
    erase(aino, at=clock.now())
    comment.sender.refresh_from_db()
    assert (comment.sender.person, comment.sender.email) == (None, "")
    world.activity.refresh_from_db()
    assert world.activity.comment_count == 1


@pytest.mark.parametrize("why", [["too_fast"], ["many"], []])
def test_editing_lets_no_held_comment_out(world, why):
    aino = factories.guest()
    comment = factories.comment(aino, world.section, waits=True)
    Comment.objects.filter(pk=comment.pk).update(warnings=why)
    comment.refresh_from_db()
    changed = actions.edit(actor=aino, comment=comment, text="Uudet sanat.", revision=1, clock=clock.now)
    assert (changed.state, changed.warnings) == ("waiting", why)
    world.activity.refresh_from_db()
    assert (world.activity.waiting_count, world.activity.comment_count) == (1, 0)


def test_an_edit_with_many_links_waits(world):
    aino = factories.guest()
    comment = factories.comment(aino, world.section)
    text = "https://a.example https://b.example https://c.example"
    assert actions.edit(actor=aino, comment=comment, text=text, revision=1, clock=clock.now).state == "waiting"


def test_o6_many_from_one_address_wait_whichever_worker_counts(world, monkeypatch):
    monkeypatch.setattr(spam, "MOST_BY_ADDRESS", 1)
    states = []
    for _time in range(2):
        cache.clear()  # another worker remembers nothing of this
        written = draft(world, clock.now() - timedelta(minutes=1))
        is_crowd = spam.is_crowd("192.0.2.1")
        receipt = actions.send(
            actor=written.person, activity=world.activity, key=written.key, clock=clock.now, is_crowd=is_crowd
        )
        states.append(receipt.comments.get().state)
    assert states == ["visible", "waiting"]


def test_marks_ask_for_the_level_that_comments_ask_for():
    world = make_world(settings=RoundSettings(level=2))
    comment = factories.comment(factories.person("b@example.org"), world.section)
    with pytest.raises(Refusal, match="strong_identification_needed"):
        actions.mark(actor=factories.guest(), comment=comment, kind="agree", at=clock.now())

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import actions, appeals, queries
from yhdyspinta.moderation.models import Decision
from yhdyspinta.moderation.tests.scene import counts
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "reason", "way"),
    [
        ("fi", "Syy: Henkilön terveystieto tai muu arkaluonteinen tieto. Nimi.", "Katso ratkaisu ja pyydä uutta"),
        ("sv", "Orsak: Hälsouppgifter eller andra känsliga uppgifter om en person. Nimi.", "begär omprövning"),
        ("en", "Reason: Health or other sensitive information about a person. Nimi.", "See the decision and appeal"),
    ],
)
def test_p7_hiding_tells_the_sender_why_and_how_to_appeal(bertta, comment, language, reason, way):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="health_data", words="Nimi.", at=clock.now())
    comment.refresh_from_db()
    assert (comment.state, counts(comment)) == ("hidden", (0, 1, 0, 0))
    notice = Notice.objects.get()
    assert (notice.kind, notice.address, notice.language) == ("moderation.hidden", "aino@example.org", "fi")
    assert "Nimi" not in str(notice.values)
    with override(language):
        message = kind_of(notice).words(notice)
    assert reason in " ".join(message.paragraphs)
    assert (way in message.button_text, f"/{language}/appeals/{decision.pk}/?receipt=" in message.path) == (True, True)
    again = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    assert again == decision
    assert Notice.objects.count() == 1


def test_hiding_asks_for_a_reason_and_a_role(county, section, comment):
    with pytest.raises(Refusal, match="moderation_reason_missing"):
        actions.decide_hide(actor=factories.staff(county, "moderator"), comment=comment, reason="", at=clock.now())
    elsewhere = factories.authority("uusimaa", code="02")
    for cai in (
        factories.guest(),
        factories.staff(county, "viewer", "v@example.org"),
        factories.staff(elsewhere, "moderator", "m@example.org"),
    ):
        with pytest.raises(Refusal, match="not_your_role"):
            actions.decide_hide(actor=cai, comment=comment, reason="spam", at=clock.now())
    assert counts(comment) == (1, 0, 0, 1)
    assert not Decision.objects.exists()


def test_showing_again_restores_counters_and_tells(bertta, comment):
    actions.decide_hide(actor=bertta, comment=comment, reason="spam", at=clock.now())
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    assert counts(comment) == (1, 0, 0, 1)
    assert list(Notice.objects.order_by("pk").values_list("kind", flat=True)) == [
        "moderation.hidden",
        "moderation.shown_again",
    ]


def test_an_answered_comment_can_be_hidden_and_the_counters_stay_right(bertta, comment):
    from yhdyspinta.comments import counters

    with transaction.atomic():
        counters.change_handling(comment, "answered")
    actions.decide_hide(actor=bertta, comment=comment, reason="personal_data", at=clock.now())
    comment.activity.refresh_from_db()
    assert (comment.activity.answered_count, comment.activity.due_count) == (0, 0)
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    comment.activity.refresh_from_db()
    assert (comment.activity.answered_count, comment.activity.due_count) == (1, 0)


def test_many_are_decided_together_or_not_at_all(section, bertta, comment):
    more = [factories.comment(factories.guest(), section, f"Mainos {n}", waits=True) for n in range(3)]
    gone = factories.comment(factories.guest(), section, waits=True)
    withdraw_comment(actor=gone.sender.person, comment=gone, at=clock.now())
    with pytest.raises(Refusal, match="withdrawn_by_sender"):
        actions.decide_many(actor=bertta, comments=[*more, gone], kind="hide", reason="spam", at=clock.now())
    assert not Decision.objects.exists()
    found = actions.decide_many(actor=bertta, comments=more, kind="hide", reason="spam", at=clock.now())
    assert len(found) == 3
    assert Entry.objects.filter(verb="moderation.hidden").count() == 3
    assert counts(comment) == (1, 3, 0, 1)
    assert actions.undo(actor=bertta, decisions=found, at=clock.now()) == 3
    assert counts(comment) == (1, 0, 3, 1)
    with pytest.raises(Refusal, match="cannot_undo"):
        actions.undo(actor=bertta, decisions=found, at=clock.now())


def test_only_the_decider_undoes(county, bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="spam", at=clock.now())
    with pytest.raises(Refusal, match="cannot_undo"):
        actions.undo(
            actor=factories.staff(county, "coordinator", "t@example.org"), decisions=[decision], at=clock.now()
        )
    with pytest.raises(Refusal, match="cannot_undo"):
        actions.undo(actor=bertta, decisions=[decision], at=clock.now() + actions.UNDO_WITHIN)


def _at_once(work):
    def run(number):
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(run, range(4)))


def test_twice_at_once_is_one_decision_and_one_report(truly_stored, county, section, bertta, comment):
    cai = factories.guest()
    reported = _at_once(lambda _n: appeals.report(actor=cai, comment=comment, reason="spam", at=clock.now()))
    assert sorted(reported) == [False, False, False, True]
    decided = _at_once(
        lambda _n: actions.decide_hide(
            actor=bertta, comment=Comment.objects.get(pk=comment.pk), reason="spam", at=clock.now()
        )
    )
    assert len({decision.pk for decision in decided}) == 1
    assert counts(comment) == (0, 1, 0, 0)


def test_new_words_after_a_decision_are_queued_again(bertta, comment):
    process = comment.activity.process
    wanted = queries.Wanted("warned")
    Comment.objects.filter(pk=comment.pk).update(warnings=["insult"])
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    assert not queries.queue([process], wanted)
    edit_comment(
        actor=comment.sender.person, comment=comment, text="Soita 000 000 0000.", revision=1, waits=False,
        warnings=("phone",), check=clock.now,
    )  # fmt: skip
    assert list(queries.queue([process], wanted)) == [comment]
    assert actions.decide_show(actor=bertta, comment=comment, at=clock.now()) is not None
    assert not queries.queue([process], wanted)


@pytest.mark.parametrize("way", ["show", "undo", "appeal"])
def test_what_is_shown_again_opens_an_answered_round(bertta, comment, way):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="spam", at=clock.now())
    made = (
        appeals.appeal(actor=comment.sender.person, decision=decision, text="Ei.", at=clock.now())
        if way == "appeal"
        else None
    )
    type(comment.activity).objects.update(answered_at=clock.now())
    if made is not None:
        appeals.decide_appeal(actor=bertta, appeal=made, is_upheld=True, reply="", at=clock.now())
    elif way == "undo":
        actions.undo(actor=bertta, decisions=[decision], at=clock.now())
    else:
        actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    comment.activity.refresh_from_db()
    assert (comment.activity.due_count, comment.activity.answered_at) == (1, None)
    assert Entry.objects.filter(verb="answers.round_reopened").count() == 1

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation import actions, appeals, queries
from yhdyspinta.moderation.masking import MASK_MARK, in_words, masked, sentences
from yhdyspinta.moderation.models import Decision, Mask, Report
from yhdyspinta.notices.models import Notice
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
TEXT = "Hyvä luonnos. Matti Esimerkki sairastaa. Kirjatkaa määräaika."


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


@pytest.fixture
def bertta(county):
    return factories.staff(county, "moderator")


@pytest.fixture
def comment(section):
    return factories.comment(factories.guest(), section, TEXT, email="aino@example.org")


def counts(comment):
    comment.activity.refresh_from_db()
    activity = comment.activity
    return activity.comment_count, activity.hidden_count, activity.waiting_count, activity.due_count


def test_hiding_tells_the_sender_why_and_how_to_appeal(bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="health_data", words="Nimi.", at=clock.now())
    comment.refresh_from_db()
    assert (comment.state, counts(comment)) == ("hidden", (0, 1, 0, 0))
    notice = Notice.objects.get()
    assert (notice.kind, notice.address, notice.language) == ("moderation.hidden", "aino@example.org", "fi")
    assert "Nimi" not in str(notice.values)
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


def test_p7_no_action_writes_the_senders_words(bertta, comment):
    """P7: whatever moderators do, the original stays as its sender wrote it."""
    start = TEXT.index("Matti")
    actions.mask(
        actor=bertta, comment=comment, spans=[(start, start + 15)], reason="personal_data", revision=1, at=clock.now()
    )
    comment.refresh_from_db()
    assert comment.text == TEXT
    assert comment.public_text == TEXT.replace("Matti Esimerkki", MASK_MARK)
    assert "Matti" not in in_words(comment.public_text)
    actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    actions.unmask(actor=bertta, comment=comment, mask_ids=[Mask.objects.get().pk], at=clock.now())
    comment.refresh_from_db()
    assert comment.text == comment.public_text == TEXT


def test_p7_no_file_of_moderation_or_intake_writes_comment_text():
    from pathlib import Path

    root = Path(actions.__file__).parents[1]
    for folder in ("moderation", "intake"):
        for file in (root / folder).glob("*.py"):
            source = file.read_text(encoding="utf-8")
            assert not re.search(r"\.text\s*=[^=]", source), file
            assert '["text"] =' not in source, file


def test_masks_stay_inside_the_text_and_leave_something(bertta, comment):
    now = clock.now()
    for spans, why in [
        ([], "mask_outside_text"),
        ([(5, 5)], "mask_outside_text"),
        ([(0, 999)], "mask_outside_text"),
        ([(0, len(TEXT))], "mask_everything"),
    ]:
        with pytest.raises(Refusal, match=why):
            actions.mask(actor=bertta, comment=comment, spans=spans, reason="insult", revision=1, at=now)
    with pytest.raises(Refusal, match="changed_meanwhile"):
        actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="insult", revision=7, at=now)
    assert not Mask.objects.exists()


def test_sentences_can_be_masked_without_a_script():
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == [
        "Hyvä luonnos.",
        "Matti Esimerkki sairastaa.",
        "Kirjatkaa määräaika.",
    ]
    assert masked("abcdef", [(1, 3), (2, 4)]) == f"a{MASK_MARK}ef"


def test_masking_a_waiting_comment_shows_the_rest(section, bertta):
    waiting = factories.comment(factories.guest(), section, TEXT, waits=True)
    actions.mask(actor=bertta, comment=waiting, spans=[(0, 4)], reason="identity_code", revision=1, at=clock.now())
    waiting.refresh_from_db()
    assert (waiting.state, counts(waiting)) == ("visible", (1, 0, 0, 1))


def test_an_edit_lifts_masks(bertta, comment):
    actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="identity_code", revision=1, at=clock.now())
    aino = comment.sender.person
    edit_comment(actor=aino, comment=comment, text="Uusi.", revision=1, waits=True, warnings=(), check=clock.now)
    assert actions.lift_after_edit(actor=aino, comment=comment, at=clock.now())
    assert not actions.is_masked(comment)
    comment.refresh_from_db()
    assert comment.public_text == "Uusi."


def test_a_report_is_once_each_and_never_hides(comment):
    cai = factories.guest()
    assert appeals.report(actor=cai, comment=comment, reason="spam", at=clock.now())
    assert not appeals.report(actor=cai, comment=comment, reason="insult", at=clock.now())
    for _ in range(5):
        appeals.report(actor=factories.guest(), comment=comment, reason="insult", at=clock.now())
    comment.refresh_from_db()
    assert comment.state == "visible"
    with pytest.raises(Refusal, match="own_report"):
        appeals.report(actor=comment.sender.person, comment=comment, reason="spam", at=clock.now())
    with pytest.raises(Refusal, match="report_words_missing"):
        appeals.report(actor=factories.guest(), comment=comment, reason="other", at=clock.now())
    with pytest.raises(Refusal, match="report_reason_missing"):
        appeals.report(actor=factories.guest(), comment=comment, reason="nonsense", at=clock.now())


def test_reports_have_a_limit(section):
    cai = factories.guest()
    for place in range(appeals.MOST_REPORTS):
        one = factories.comment(factories.guest(), section, f"Kommentti {place}")
        appeals.report(actor=cai, comment=one, reason="spam", at=clock.now())
    with pytest.raises(Refusal, match="too_many_reports"):
        appeals.report(actor=cai, comment=factories.comment(factories.guest(), section), reason="spam", at=clock.now())


def test_dismissing_reports_keeps_the_comment(bertta, comment):
    appeals.report(actor=factories.guest(), comment=comment, reason="spam", at=clock.now())
    assert actions.decide_show(actor=bertta, comment=comment, at=clock.now()) is not None
    assert not Report.objects.filter(handled_at=None).exists()
    assert actions.decide_show(actor=bertta, comment=comment, at=clock.now()) is None
    assert not Notice.objects.exists()


def test_an_appeal_is_decided_by_somebody_else_and_restores(county, bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    with pytest.raises(Refusal, match="not_yours"):
        appeals.appeal(actor=factories.guest(), decision=decision, text="Väärin.", at=clock.now())
    aino = comment.sender.person
    with pytest.raises(Refusal, match="appeal_text_missing"):
        appeals.appeal(actor=aino, decision=decision, text=" ", at=clock.now())
    made = appeals.appeal(actor=aino, decision=decision, text="Väärin.", at=clock.now())
    assert appeals.appeal(actor=aino, decision=decision, text="Taas.", at=clock.now()) == made
    other = factories.staff(county, "coordinator", "toinen@example.org")
    with pytest.raises(Refusal, match="somebody_else_decides"):
        appeals.decide_appeal(actor=bertta, appeal=made, is_upheld=True, reply="", at=clock.now())
    with pytest.raises(Refusal, match="appeal_reply_missing"):
        appeals.decide_appeal(actor=other, appeal=made, is_upheld=False, reply="", at=clock.now())
    appeals.decide_appeal(actor=other, appeal=made, is_upheld=True, reply="Olit oikeassa.", at=clock.now())
    assert counts(comment) == (1, 0, 0, 1)
    with pytest.raises(Refusal, match="appeal_decided"):
        appeals.decide_appeal(actor=other, appeal=made, is_upheld=False, reply="Ei.", at=clock.now())


def test_alone_one_may_decide_the_appeal_and_a_mask_is_lifted(bertta, comment):
    decision = actions.mask(actor=bertta, comment=comment, spans=[(0, 4)], reason="insult", revision=1, at=clock.now())
    made = appeals.appeal(actor=comment.sender.person, decision=decision, text="Ei ole.", at=clock.now())
    appeals.decide_appeal(actor=bertta, appeal=made, is_upheld=True, reply="", at=clock.now())
    comment.refresh_from_db()
    assert comment.public_text == TEXT


def test_nothing_to_appeal_after_the_comment_is_shown(bertta, comment):
    decision = actions.decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    actions.decide_show(actor=bertta, comment=comment, at=clock.now())
    with pytest.raises(Refusal, match="nothing_to_appeal"):
        appeals.appeal(actor=comment.sender.person, decision=decision, text="Väärin.", at=clock.now())


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

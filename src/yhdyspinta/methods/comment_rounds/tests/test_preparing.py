"""What staff decide of a round: times, settings, its start."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.methods.comment_rounds import actions
from yhdyspinta.methods.comment_rounds.method import CommentRounds
from yhdyspinta.methods.comment_rounds.models import RoundThread
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import CLOSES, OPENS, make_world
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.follows import confirm_follow, follow_by_email
from yhdyspinta.processes.models import Activity, ProcessPartner
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_extending_an_open_round_is_told_to_followers(world):
    bertta, at = factories.staff(world.county), clock.now()
    follow = follow_by_email(
        process=world.activity.process,
        email="cai@example.org",
        language="sv",
        what="everything",
        digest="at_once",
        at=at,
    )
    confirm_follow(follow=follow, at=at)
    stage = world.activity.stages.get()
    actions.set_times(
        actor=bertta,
        activity=world.activity,
        opens_at=stage.opens_at,
        closes_at=stage.closes_at + timedelta(days=7),
        at=at,
    )
    assert Notice.objects.filter(kind="comment_rounds.extended").count() == 1


@pytest.mark.parametrize(
    ("opens", "closes", "why"),
    [
        (timedelta(days=1), timedelta(days=2), "already_open"),
        (timedelta(days=-7), timedelta(days=-8), "closes_before_opens"),
        (timedelta(days=-7), timedelta(days=-1), "closes_in_the_past"),
        (timedelta(days=-7), timedelta(days=1), "closing_earlier"),
    ],
)
def test_times_that_break_a_promise_are_refused(world, opens, closes, why):
    bertta, at = factories.staff(world.county), clock.now()
    with pytest.raises(Refusal, match=why):
        actions.set_times(actor=bertta, activity=world.activity, opens_at=at + opens, closes_at=at + closes, at=at)


def test_a_resident_cannot_prepare_a_round(world):
    aino, at = factories.person(), clock.now()
    with pytest.raises(Refusal, match="not_your_role"):
        actions.set_times(actor=aino, activity=world.activity, opens_at=at, closes_at=at + timedelta(days=1), at=at)
    with pytest.raises(Refusal, match="not_your_role"):
        actions.change_settings(actor=aino, activity=world.activity, settings=RoundSettings(), revision=1, at=at)


def test_how_names_show_is_promised_once_somebody_has_sent(world):
    bertta, at = factories.staff(world.county), clock.now()
    actions.change_settings(
        actor=bertta, activity=world.activity, settings=RoundSettings(naming="named"), revision=1, at=at
    )
    factories.comment(factories.guest(), world.section)
    with pytest.raises(Refusal, match="naming_is_promised"):
        actions.change_settings(actor=bertta, activity=world.activity, settings=RoundSettings(), revision=2, at=at)
    with pytest.raises(Refusal, match="changed_meanwhile"):
        actions.change_settings(
            actor=bertta, activity=world.activity, settings=RoundSettings(naming="named"), revision=1, at=at
        )


def test_the_method_starts_copies_and_tells_what_is_missing(world):
    method, bertta = CommentRounds(), factories.staff(world.county)
    target = factories.activity(factories.process(world.county, "kopio"), "kopio")
    method.start(target, at=factories.EPOCH)
    method.copy(world.activity, target, at=factories.EPOCH, actor=bertta)
    assert RoundThread.objects.filter(activity=target).count() == 1
    copied = target.documents.get().versions.get()
    assert (copied.number, copied.published_at, copied.sections.count()) == (1, None, 3)
    assert list(method.gaps(world.activity)) == []
    assert list(method.gaps(target))
    assert len(list(method.search_texts(world.activity))) == 1
    assert method.card(world.activity, at=clock.now()).closes_at


def test_the_desk_asks_once_however_many_rounds(world, django_assert_num_queries):
    factories.comment(factories.guest(), world.section, waits=True)
    at = clock.now()
    rounds = list(Activity.objects.select_related("process__owner"))
    with django_assert_num_queries(3):  # the stages, the oldest that wait, answers whose titles may not show
        items = list(CommentRounds().desk(rounds, at=at))
    assert items[0].ability == "moderate"


def test_the_time_to_check_a_paper_counts_from_when_it_was_typed_not_from_when_it_arrived(world):
    at = clock.now()
    paper = factories.comment(factories.guest(), world.section, waits=True)
    type(paper).objects.filter(pk=paper.pk).update(arrived_at=at - timedelta(days=4), entered_at=at)
    rounds = list(Activity.objects.select_related("process__owner"))
    item = next(one for one in CommentRounds().desk(rounds, at=at) if one.ability == "moderate")
    assert item.due_at == at + timedelta(hours=world.county.moderation_hours)


def test_only_the_owners_people_close_a_round_earlier(world):
    town, at = factories.authority("jyvaskyla", code="x"), clock.now()
    ProcessPartner.objects.create(process=world.activity.process, authority=town, joined_at=at)
    dag, stage = factories.staff(town, email="dag@example.org"), world.activity.stages.get()
    times = {"activity": world.activity, "opens_at": stage.opens_at, "at": at, "sure": True}
    with pytest.raises(Refusal, match="not_your_role"):
        actions.set_times(actor=dag, closes_at=stage.closes_at - timedelta(days=1), **times)
    actions.set_times(actor=dag, closes_at=stage.closes_at + timedelta(days=1), **times)
    bertta = factories.staff(world.county)
    assert actions.set_times(actor=bertta, closes_at=stage.closes_at, **times).closes_at == stage.closes_at


def test_a_closed_round_that_opens_again_is_not_answered_and_is_told():
    world, at = make_world(opens_at=OPENS, closes_at=CLOSES), CLOSES + timedelta(days=9)
    process = world.activity.process
    asked = {"email": "cai@example.org", "language": "sv", "what": "everything", "digest": "at_once"}
    confirm_follow(follow=follow_by_email(process=process, at=at, **asked), at=at)
    Activity.objects.update(answered_at=at)
    actions.set_times(
        actor=factories.staff(world.county), activity=world.activity, opens_at=OPENS, closes_at=at + timedelta(days=7), at=at
    )  # fmt: skip
    world.activity.refresh_from_db()
    assert world.activity.answered_at is None
    assert Entry.objects.filter(verb="answers.round_reopened").count() == 1
    assert Notice.objects.filter(kind="comment_rounds.extended").count() == 1

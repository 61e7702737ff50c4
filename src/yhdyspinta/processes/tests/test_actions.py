from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes import actions
from yhdyspinta.processes.actions import PhaseFacts, ProcessFacts
from yhdyspinta.processes.blueprints import planned_phases
from yhdyspinta.processes.models import FormerAddress, Process, Stage
from yhdyspinta.processes.permissions import may_staff, staff_abilities
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
HELSINKI = ZoneInfo("Europe/Helsinki")
TITLE = Wording(fi="Osallisuuden toimintamalli", sv="Modell för delaktighet")


@pytest.fixture
def county():
    return factories.authority(
        bilingual=True,
        postal_address={"fi": "Esimerkkikatu 1, 00000 Esimerkkilä", "sv": "Esimerkkikatu 1, 00000 Esimerkkilä"},
    )


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def draft(county, bertta):
    return actions.create_process(actor=bertta, owner=county, title=TITLE, blueprint="round_with_forum", at=clock.now())


def whole() -> ProcessFacts:
    both = Wording(fi="Tekstiä.", sv="Text.")
    return ProcessFacts(
        title=TITLE,
        summary=both,
        use_of_results=both,
        decided_by=both,
        results_receiver=both,
        privacy_purposes=both,
        takes_minutes=10,
        answers_promised_on=date(2027, 1, 29),
        six_ways=("opinions",),
        influence="consult",
        case_number="ESIM-2026-1",
        contact_name="Esimerkki Esimerkkilä",
        contact_phone="000",
        contact_email="a@example.org",
    )


def test_a_blueprint_makes_a_whole_timeline(draft):
    kinds = list(draft.phases.values_list("kind", flat=True))
    assert kinds == ["preparation", "participation", "forum", "workshops", "answers", "follow_up"]
    stage = Stage.objects.get(activity__process=draft)
    assert stage.opens_at.astimezone(HELSINKI).weekday() == 0
    assert (stage.closes_at - stage.opens_at).days == 20
    assert all(phase.title.missing(["fi", "sv", "en"]) == [] for phase in draft.phases.all())


@pytest.mark.parametrize("today", [date(2026, 3, 10), date(2026, 10, 10), date(2026, 12, 31)])
def test_the_forum_falls_within_the_round(today):
    phases = {phase.kind: phase for phase in planned_phases("round_with_forum", today=today, answer_days=42)}
    round_, forum = phases["participation"], phases["forum"]
    assert round_.starts_at < forum.starts_at < forum.ends_at < round_.ends_at
    assert (round_.starts_at.hour, round_.ends_at.hour, round_.ends_at.minute) == (9, 23, 59)


@pytest.mark.parametrize("days", [1, 14, 365])
def test_answers_are_planned_and_promised_by_the_authoritys_answer_time(county, bertta, days):
    county.answer_days = days
    county.save()
    made = actions.create_process(actor=bertta, owner=county, title=TITLE, blueprint="round", at=clock.now())
    round_, answers = made.phases.get(kind="participation"), made.phases.get(kind="answers")
    closing = round_.ends_at.astimezone(HELSINKI).date()
    assert answers.starts_at < answers.ends_at <= made.phases.get(kind="follow_up").starts_at
    assert made.answers_promised_on == answers.ends_at.astimezone(HELSINKI).date() == closing + timedelta(days=days)


def test_somebody_elses_coordinator_cannot_create(county):
    cai = factories.staff(factories.authority("uusimaa", code="02"), email="cai@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        actions.create_process(actor=cai, owner=county, title=TITLE, blueprint="round", at=clock.now())
    assert not Process.objects.exists()


def test_f10_two_editors_never_overwrite_each_other(draft, bertta):
    actions.edit_process(actor=bertta, process=draft, facts=whole(), revision=1, at=clock.now())
    with pytest.raises(Refusal, match="changed_meanwhile"), transaction.atomic():
        actions.edit_process(actor=bertta, process=draft, facts=ProcessFacts(title=TITLE), revision=1, at=clock.now())
    draft.refresh_from_db()
    assert draft.case_number == "ESIM-2026-1"


def test_a_public_process_keeps_every_language_it_owes(draft, bertta):
    draft.published_at = clock.now()
    draft.save()
    facts = ProcessFacts(title=TITLE, summary=Wording(fi="Vain suomeksi."))
    with pytest.raises(Refusal, match="language_missing") as refused:
        actions.edit_process(actor=bertta, process=draft, facts=facts, revision=1, at=clock.now())
    assert (refused.value.field, refused.value.values["languages"]) == ("summary", "sv")


def test_publishing_is_refused_until_residents_can_know_what_they_must(draft, bertta):
    with pytest.raises(Refusal, match="not_ready_to_publish"):
        actions.publish_process(actor=bertta, process=draft, at=clock.now())
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_phase_must_run_forward_and_one_with_an_activity_stays(draft, bertta):
    now = clock.now()
    backwards = PhaseFacts(kind="forum", title=TITLE, starts_at=now, ends_at=now - timedelta(hours=1))
    with pytest.raises(Refusal, match="phase_ends_before_it_starts"):
        actions.save_phase(actor=bertta, process=draft, facts=backwards, at=now)
    with pytest.raises(Refusal, match="phase_holds_an_activity"):
        actions.remove_phase(actor=bertta, phase=draft.phases.get(kind="participation"), at=now)
    actions.move_phase(actor=bertta, phase=draft.phases.get(kind="forum"), by=-1, at=now)
    assert list(draft.phases.values_list("kind", flat=True))[1] == "forum"


def test_the_database_refuses_overlapping_stages(draft):
    activity = draft.activities.get()
    stage = activity.stages.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.create(
            activity=activity,
            key="comments",
            opens_at=stage.closes_at - timedelta(minutes=1),
            closes_at=stage.closes_at + timedelta(days=1),
        )
    Stage.objects.create(
        activity=activity, key="comments", opens_at=stage.closes_at, closes_at=stage.closes_at + timedelta(days=1)
    )


def test_the_stage_opens_at_its_first_instant_and_closes_at_its_last():
    now = datetime(2026, 9, 1, 6, tzinfo=ZoneInfo("UTC"))
    activity = factories.activity(
        factories.process(factories.authority()), opens_at=now, closes_at=now + timedelta(days=1)
    )
    instant = timedelta(milliseconds=1)
    assert activity.stage_at(now - instant) is None
    assert activity.stage_at(now) == "comments"
    assert activity.stage_at(now + timedelta(days=1) - instant) == "comments"
    assert activity.stage_at(now + timedelta(days=1)) is None


def test_a_partners_coordinator_does_all_but_the_owners_matters(county, bertta):
    process = factories.process(county)
    town = factories.authority("jyvaskyla", code="02", kind="municipality")
    cai = factories.staff(town, email="cai@example.org")
    assert staff_abilities(cai, process) == frozenset()
    actions.add_partner(actor=bertta, process=process, authority=town, at=clock.now())
    assert may_staff(cai, "answer", process)
    assert not any(
        may_staff(cai, ability, process) for ability in ("publish", "close", "give_roles", "choose_partners")
    )
    assert process in Process.objects.of(town)
    actions.remove_partner(actor=bertta, process=process, authority=town, at=clock.now())
    assert staff_abilities(cai, process) == frozenset()


def test_a_successor_gets_the_process_with_its_records(county, bertta):
    process = factories.process(county)
    section = factories.document(factories.activity(process)).versions.get().sections.first()
    factories.comment(factories.guest(), section)
    successor = factories.authority("uusi-alue", code="02")
    actions.hand_over(actor=bertta, process=process, successor=successor, at=clock.now())
    process.refresh_from_db()
    assert process.owner == successor
    assert FormerAddress.objects.get().authority == county
    assert Comment.objects.count() == 1
    assert Entry.objects.filter(verb="processes.handed_over", process_id=process.pk).exists()


def test_a_reason_is_owed_in_every_language(county, bertta):
    process = factories.process(county)
    with pytest.raises(Refusal, match="reason_missing"):
        actions.cancel_process(actor=bertta, process=process, reason=Wording(fi="Syy."), at=clock.now())
    actions.cancel_process(actor=bertta, process=process, reason=Wording(fi="Syy.", sv="Orsak."), at=clock.now())
    process.refresh_from_db()
    assert process.cancelled_at is not None

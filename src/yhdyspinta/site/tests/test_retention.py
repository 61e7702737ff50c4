"""D5: retention runs daily, is counted, and a skipped day raises an alarm. V10: a changed trail is found."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction

from tests import factories
from yhdyspinta.audit import clock, trail
from yhdyspinta.audit.models import Entry, Seal
from yhdyspinta.comments.models import CommentDraft, Sender
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Follow, Invitation, Process, Stage
from yhdyspinta.site import retention, tasks, trail_checks
from yhdyspinta.site.daily import installed_at, is_late, last_slot, next_slot
from yhdyspinta.site.models import RetentionCount, RetentionRun, TrailCheck
from yhdyspinta.site.retention_of_documents import kept_until

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def activity(county):
    return factories.activity(factories.process(county))


def counts(run):
    return {line.kind: line.count for line in run.counts.all()}


def days(at, number):
    return at - timedelta(days=number)


def test_d5_each_kind_goes_in_its_time_and_is_counted(county, activity):
    at = clock.now()
    aino = factories.person()
    for number, age in enumerate((29, 31)):
        person = factories.person(f"kirjoittaja{number}@example.org")
        CommentDraft.objects.create(
            activity=activity, person=person, key=uuid4(), began_at=days(at, age), saved_at=days(at, age)
        )
    for state, age in (("sent", 91), ("shown", 91), ("sent", 89), ("parked", 91), ("owed", 91)):
        Notice.objects.create(kind="x", language="fi", authority=county, state=state, owed_at=days(at, age))
    Letter.objects.create(to="a@example.org", subject="s", text="t", sent_at=days(at, 91))
    for number, (age, confirmed, ended) in enumerate(((15, 0, 0), (13, 0, 0), (50, 40, 31), (50, 40, 29), (50, 40, 0))):
        Follow.objects.create(
            process=activity.process, email=f"seuraaja{number}@example.org", language="fi", nonce=uuid4().hex[:22],
            since=days(at, age), confirmed_at=days(at, confirmed) if confirmed else None,
            ended_at=days(at, ended) if ended else None,
        )  # fmt: skip
    for age, accepted in ((31, False), (29, False), (31, True)):
        Invitation.objects.create(
            authority=county, role="viewer", email="kutsuttu@example.org", nonce=uuid4().hex[:22],
            invited_at=days(at, 60), expires_at=days(at, age), accepted_at=days(at, 50) if accepted else None,
        )  # fmt: skip
    run = retention.run(at=at)
    expected = {"drafts": 1, "notices": 2, "letters": 1, "unconfirmed": 1, "ended": 1, "invitations": 1}
    assert counts(run) == expected
    assert RetentionCount.objects.get(run=run, kind="drafts").authority == county
    assert RetentionCount.objects.get(run=run, kind="letters").authority is None
    assert (Follow.objects.count(), Invitation.objects.count(), Notice.objects.count()) == (3, 2, 3)
    assert Person.objects.filter(pk=aino.pk).exists()
    assert Entry.objects.get(verb="site.retention_run").detail["counts"]["drafts"] == 1
    assert counts(retention.run(at=at)) == {}


def test_guests_who_left_nothing_are_forgotten_and_others_stay(activity):
    at = clock.now()
    empty, writer, drafting = (factories.guest() for _number in range(3))
    fresh = factories.guest()
    Person.objects.filter(pk=fresh.pk).update(created_at=at)
    section = factories.document(activity).versions.get().sections.first()
    factories.comment(writer, section)
    CommentDraft.objects.create(activity=activity, person=drafting, key=uuid4(), began_at=at, saved_at=at)
    assert counts(retention.run(at=at)) == {"guests": 1}
    assert not Person.objects.filter(pk=empty.pk).exists()
    assert Person.objects.filter(pk__in=[writer.pk, drafting.pk, fresh.pk]).count() == 3


def test_contact_details_go_when_the_process_has_had_its_time(activity):
    at = clock.now()
    section = factories.document(activity).versions.get().sections.first()
    comment = factories.comment(factories.person(), section, email="aino@example.org")
    Process.objects.update(retention_months=12)
    assert counts(retention.run(at=at)) == {}
    closed = days(at, 370)
    Stage.objects.update(opens_at=days(closed, 20), closes_at=closed)
    assert counts(retention.run(at=at)) == {"contacts": 1}
    assert Sender.objects.get().email == ""
    comment.refresh_from_db()
    assert comment.text
    assert counts(retention.run(at=at)) == {}


@pytest.mark.parametrize(
    ("closed", "months", "until"),
    [("2025-01-31", 1, "2025-02-28"), ("2025-11-15", 2, "2026-01-15"), ("2024-02-29", 12, "2025-02-28")],
)
def test_months_end_where_the_calendar_does(closed, months, until):
    moment = datetime.fromisoformat(closed).replace(tzinfo=UTC)
    assert kept_until(moment, months).date().isoformat() == until


def test_the_day_s_slot_is_found():
    at = datetime(2026, 3, 29, 1, 9, tzinfo=UTC)
    assert last_slot(at, 1, 10) == datetime(2026, 3, 28, 1, 10, tzinfo=UTC)
    assert last_slot(at + timedelta(minutes=1), 1, 10) == datetime(2026, 3, 29, 1, 10, tzinfo=UTC)
    assert next_slot(at, 1, 10) == datetime(2026, 3, 29, 1, 10, tzinfo=UTC)


def test_d5_a_skipped_day_raises_an_alarm():
    night = datetime(2030, 5, 5, 1, 10, tzinfo=UTC)
    retention.run(at=night)
    assert not retention.skipped(night + timedelta(hours=26))
    assert retention.skipped(night + timedelta(hours=28))
    retention.run(at=night + timedelta(hours=28))
    assert not retention.skipped(night + timedelta(hours=28))


def test_a_new_installation_raises_no_alarm_on_its_first_evening():
    born = installed_at()
    assert born is not None
    assert not is_late(None, born + timedelta(minutes=5), 1, 10)
    assert is_late(None, born + timedelta(days=2), 1, 10)


def test_the_task_deletes_once_a_night(county):
    tasks.delete_what_is_due(timestamp=0)
    tasks.delete_what_is_due(timestamp=0)
    assert RetentionRun.objects.count() == 1
    RetentionRun.objects.update(finished_at=days(clock.now(), 2))
    tasks.delete_what_is_due(timestamp=0)
    assert RetentionRun.objects.count() == 2


def test_the_trail_is_sealed_and_checked_by_tasks(county):
    with transaction.atomic():
        trail.record("authorities.switched_on", actor=None, target=county, at=clock.now(), authority_id=county.pk)
    tasks.seal_trail(timestamp=0)
    assert Seal.objects.count() == 1
    tasks.check_trail(timestamp=0)
    tasks.check_trail(timestamp=0)
    assert [check.problem_count for check in TrailCheck.objects.all()] == [0]
    assert trail_checks.problem_count() == 0


def test_v10_a_changed_line_is_found_by_the_daily_check(county):
    with transaction.atomic():
        trail.record("authorities.switched_on", actor=None, target=county, at=clock.now(), authority_id=county.pk)
    trail_checks.seal_all(at=clock.now())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE audit_entry SET actor = 'person:99'")
        cursor.execute("SET LOCAL session_replication_role = origin")
    check = trail_checks.check(at=clock.now())
    assert check.problem_count > 0
    assert trail_checks.problem_count() == check.problem_count
    assert not trail_checks.skipped(clock.now())
    assert trail_checks.skipped(clock.now() + timedelta(days=2))

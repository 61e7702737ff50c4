"""Prepared queries give what Django's own do, whatever the values, and refuse what they cannot carry."""

from datetime import timedelta
from threading import Thread
from typing import Any
from unittest import mock
from uuid import uuid4

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.db.models import Count, QuerySet
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Receipt
from yhdyspinta.database.prepared import Prepared, attach
from yhdyspinta.database.shapes import MOST
from yhdyspinta.processes.models import Activity, Phase, Process, Stage

pytestmark = pytest.mark.django_db


def _by_slugs(slugs: Any) -> QuerySet[Process]:
    rows = Process.objects.filter(slug__in=slugs).select_related("owner__area").annotate(phases_there=Count("phases"))
    return rows.order_by("slug")


@pytest.fixture
def processes() -> list[Process]:
    owner = factories.authority()
    return [factories.process(owner, slug=f"asia-{number}") for number in range(7)]


def test_the_same_rows_as_djangos_own_however_many_values(processes: list[Process]) -> None:
    query: Prepared[Any] = Prepared(_by_slugs)
    slugs = [process.slug for process in processes]
    for count in range(1, 8):
        asked = slugs[:count]
        found, own = query.rows(slugs=asked), list(_by_slugs(asked))
        assert [vars(row).keys() for row in found] == [vars(row).keys() for row in own]
        assert found == own
        assert [row.owner.name for row in found] == [row.owner.name for row in own]
        assert [row.phases_there for row in found] == [row.phases_there for row in own]
        assert {row.owner.area for row in found} == {row.owner.area for row in own}


def test_it_is_built_once_and_related_rows_need_no_more_queries(processes: list[Process]) -> None:
    built = []

    def build(slug: str) -> QuerySet[Process]:
        built.append(slug)
        return Process.objects.select_related("owner").filter(slug=slug)

    query: Prepared[Process] = Prepared(build)
    with CaptureQueriesContext(connection) as asked:
        found = [query.first(slug=process.slug) for process in processes]
        assert [row.owner.slug for row in found if row] == [row.owner.slug for row in processes]
    assert len(asked) == len(processes)
    assert len(built) == 1
    assert query.first(slug="toinen") is None


def test_values_of_every_kind_reach_their_places() -> None:
    activity = factories.activity(factories.process(factories.authority()))
    at = clock.now()
    stages: Prepared[tuple[Any, ...]] = Prepared(
        lambda activity, after, keys: Stage.objects.filter(
            activity=activity, opens_at__gt=after, key__in=keys
        ).values_list("key", "opens_at")
    )
    keys = list(Stage.objects.filter(activity=activity).values_list("key", flat=True))
    assert stages.rows(activity=activity.pk, after=at - timedelta(days=9000), keys=keys)
    assert stages.rows(activity=activity.pk, after=at + timedelta(days=9000), keys=keys) == []
    receipts: Prepared[int] = Prepared(lambda key: Receipt.objects.filter(key=key).values_list("pk", flat=True))
    assert receipts.rows(key=uuid4()) == []


def test_constants_with_signs_of_sql_stay_what_they_are() -> None:
    owner = factories.authority()
    factories.process(owner, slug="sata", case_number="100 % 'x' %s")
    query: Prepared[Process] = Prepared(
        lambda slug: Process.objects.filter(slug=slug, case_number__in=["100 % 'x' %s", "-"])
    )
    assert query.first(slug="sata") is not None


def test_a_number_that_its_column_cannot_hold_finds_nothing(processes: list[Process]) -> None:
    """The narrowest column too, and the first value of all."""
    for value in (70_000, -5, 2**40, 2**70):
        query: Prepared[Process] = Prepared(lambda months: Process.objects.filter(retention_months=months))
        assert query.rows(months=value) == []
        assert len(query.rows(months=60)) == len(processes)
        assert query.rows(months=value) == []


def test_forms_are_kept_apart_and_bounded() -> None:
    query: Prepared[Process] = Prepared(lambda order, slug: Process.objects.filter(slug=slug).order_by(order))
    for number in range(MOST + 5):
        query.rows(("slug", "-slug")[number % 2], slug=f"a{number}")
    bounded: Prepared[Process] = Prepared(lambda most, slug: Process.objects.filter(slug=slug)[:most])
    for number in range(MOST + 5):
        bounded.rows(number + 1, slug="a")
    assert len(query._made) == 2
    assert len(bounded._made) <= MOST


@pytest.mark.parametrize("value", [None, True, 1.5, b"x"])
def test_what_cannot_be_a_value_is_refused(value: object) -> None:
    query: Prepared[Process] = Prepared(lambda slug: Process.objects.filter(slug=slug))
    with pytest.raises(TypeError, match="cannot be a value"):
        query.rows(slug=value)


def test_a_value_that_is_changed_on_its_way_is_refused() -> None:
    query: Prepared[Process] = Prepared(lambda part: Process.objects.filter(slug__contains=part))
    with pytest.raises(TypeError, match="did not reach"):
        query.rows(part="a")


def test_what_cannot_be_prepared_is_refused() -> None:
    dicts: Prepared[Any] = Prepared(lambda slug: Process.objects.filter(slug=slug).values("pk"))
    with pytest.raises(TypeError, match="cannot be prepared"):
        dicts.rows(slug="a")
    fetched: Prepared[Any] = Prepared(lambda slug: Process.objects.filter(slug=slug).prefetch_related("phases"))
    with pytest.raises(TypeError, match="cannot be prepared"):
        fetched.rows(slug="a")


def test_a_query_that_never_finds_anything_asks_nothing() -> None:
    query: Prepared[Process] = Prepared(lambda slug: Process.objects.filter(slug=slug, pk__in=[]))
    with CaptureQueriesContext(connection) as asked:
        assert query.rows(slug="a") == []
    assert not asked.captured_queries


def test_the_statement_sees_its_own_transaction_and_nothing_after_rollback() -> None:
    owner = factories.authority()
    query: Prepared[Process] = Prepared(lambda slug: Process.objects.filter(slug=slug))
    assert query.first(slug="uusi") is None
    with transaction.atomic():
        factories.process(owner, slug="uusi")
        assert query.first(slug="uusi") is not None
        transaction.set_rollback(True)
    assert query.first(slug="uusi") is None


@pytest.mark.django_db(transaction=True)
def test_many_threads_share_a_query() -> None:
    owners = [factories.authority(slug=f"alue-{number}") for number in range(4)]
    query: Prepared[Authority] = Prepared(lambda slug: Authority.objects.filter(slug=slug))
    found: list[tuple[str, str]] = []

    def ask(slug: str) -> None:
        try:
            for _turn in range(25):
                row = query.first(slug=slug)
                found.append((slug, row.slug if row else ""))
        finally:
            connections.close_all()

    threads = [Thread(target=ask, args=(owner.slug,)) for owner in owners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 100
    assert all(asked == answered for asked, answered in found)


def test_the_database_prepares_it_unless_it_is_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    query: Prepared[Authority] = Prepared(lambda slug: Authority.objects.filter(slug=slug).order_by("kind", "pk"))
    kept = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%\"kind\" ASC%%'"
    with connection.cursor() as cursor:
        monkeypatch.setattr(connection.connection, "prepare_threshold", None)
        query.rows(slug="a")
        cursor.execute(kept)
        assert cursor.fetchone()[0] == 0
        monkeypatch.undo()
        query.rows(slug="a")
        cursor.execute(kept)
        assert cursor.fetchone()[0] == 1


def test_rows_are_attached_as_if_prefetched() -> None:
    activity = factories.activity(factories.process(factories.authority()))
    rows = list(Stage.objects.filter(activity=activity))
    fresh = Activity.objects.get(pk=activity.pk)
    attach(fresh, "stages", rows)
    with CaptureQueriesContext(connection) as asked:
        assert list(fresh.stages.all()) == rows
    assert not asked.captured_queries


def test_a_lock_is_refused_outside_a_transaction_the_second_time_too() -> None:
    owner = factories.authority()
    query: Prepared[int] = Prepared(
        lambda pk: Authority.objects.select_for_update().filter(pk=pk).values_list("pk", flat=True)
    )
    assert query.first(pk=owner.pk) == owner.pk
    with mock.patch.object(connection, "get_autocommit", return_value=True), pytest.raises(TransactionManagementError):
        query.first(pk=owner.pk)


def test_a_small_number_is_found_though_its_mark_is_none() -> None:
    phase = Phase.objects.get(pk=factories.activity(factories.process(factories.authority())).phase_id)
    query: Prepared[Phase] = Prepared(lambda process, at: Phase.objects.filter(process=process, position=at))
    assert query.rows(process=phase.process_id, at=phase.position) == [phase]
    assert query.rows(process=phase.process_id, at=phase.position) == [phase]


@pytest.mark.parametrize(
    ("build", "value"),
    [
        (lambda n: Process.objects.filter(pk__gte=n, pk__lt=n + 1), 5),
        (lambda n: Process.objects.filter(pk__gt=n)[:n], 5),
        (lambda n: Stage.objects.filter(opens_at__lte=n, closes_at__gt=n + timedelta(days=90)), clock.now),
        (lambda n: Process.objects.filter(slug=n, title__fi=f"{n}!"), "a"),
    ],
)
def test_what_was_made_of_a_value_is_not_kept_for_others(build: Any, value: Any) -> None:
    query: Prepared[Any] = Prepared(build)
    with pytest.raises(TypeError, match=r"made of a value"):
        query.rows(n=value() if callable(value) else value)


def test_the_instant_of_the_first_use_is_not_kept() -> None:
    query: Prepared[Any] = Prepared(lambda slug: Process.objects.filter(slug=slug, published_at__lte=clock.now()))
    with pytest.raises(TypeError, match="instant"):
        query.rows(slug="a")


def test_a_kept_form_may_go_while_another_thread_takes_it() -> None:
    class Emptied(dict[Any, Any]):
        def __len__(self) -> int:
            found = super().__len__()
            self.clear()  # as another thread does whose form is one too many
            return found

    query: Prepared[Process] = Prepared(lambda slug: Process.objects.filter(slug=slug))
    query._made._made = Emptied()
    for _turn in range(2):
        assert query.rows(slug="a") == []


@pytest.mark.django_db(transaction=True)
def test_a_changed_column_is_read_by_those_who_prepared_before() -> None:
    """F8: a migration while old processes serve."""
    owner = factories.authority()
    query: Prepared[str] = Prepared(lambda slug: Authority.objects.filter(slug=slug).values_list("slug", flat=True))
    assert query.first(slug=owner.slug) == owner.slug
    alter = "ALTER TABLE authorities_authority ALTER COLUMN slug TYPE varchar({})"
    length = Authority._meta.get_field("slug").max_length or 50
    try:
        _elsewhere(alter.format(length + 1))
        assert query.first(slug=owner.slug) == owner.slug
        _elsewhere(alter.format(length + 2))
        with pytest.raises(OperationalError), transaction.atomic():
            query.first(slug=owner.slug)
        with transaction.atomic():
            assert query.first(slug=owner.slug) == owner.slug
    finally:
        _elsewhere(alter.format(length))


def _elsewhere(statement: str) -> None:
    """Run it as another process does."""

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)
        connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()

"""Many orders at once, as web workers take them: the files of each round are its own and nobody else's."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.models import Export
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db(transaction=True)
CONNECTIONS = 7  # so that the same round is asked of by several at once


def test_e9_two_hundred_orders_at_once_share_no_file_of_another_round() -> None:
    _order_at_once(rounds=40, times=5)


@pytest.mark.long
def test_e9_ten_thousand_orders_at_once_share_no_file_of_another_round() -> None:
    _order_at_once(rounds=10_000, times=1)


def _order_at_once(*, rounds: int, times: int) -> None:
    county = factories.authority()
    process = factories.process(county)
    first = factories.activity(process)
    copies = [{"phase_id": first.phase_id, "process": process, "method_key": first.method_key, "title": first.title,
               "settings": first.settings, "created_at": first.created_at, "slug": f"kierros-{number}"}
              for number in range(1, rounds)]  # fmt: skip
    activities = [first, *Activity.objects.bulk_create(Activity(**one) for one in copies)]

    def order(mine: list[Activity]) -> list[tuple[int, int, str]]:
        try:
            made = [(one.pk, order_files(actor=None, activity=one, at=clock.now())) for one in mine]
            return [(pk, export.pk, export.folder) for pk, export in made]
        finally:
            connection.close()

    turns = activities * times
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        told = [one for some in pool.map(order, [turns[n::CONNECTIONS] for n in range(CONNECTIONS)]) for one in some]
    assert len(told) == rounds * times
    folders, owners = defaultdict(set), defaultdict(set)
    for activity, export, folder in told:
        folders[activity].add((export, folder))
        owners[folder].add(activity)
    assert {len(one) for one in folders.values()} == {1}  # who asks for what is coming gets the same
    assert {len(one) for one in owners.values()} == {1}
    assert len(owners) == rounds == Export.objects.count()
    assert {(one.activity_id, one.folder) for one in Export.objects.all()} == {(a, f) for a, _export, f in told}

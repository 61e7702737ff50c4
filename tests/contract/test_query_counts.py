"""Any page asks the database at most 10 times, staff pages 15, and as often for many things as for three."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.contract.addresses import addresses
from tests.contract.asking import ask
from tests.contract.growing import grow
from tests.contract.kinds import World
from tests.contract.permission_table import TABLE

pytestmark = pytest.mark.django_db
PUBLIC, STAFF = 10, 15
#: What the test itself, the session and the account library ask; no page's own doing.
NOT_COUNTED = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK)")

#: Asks each app for the person's own data: the number is that of the apps, however much data there is.
OVER = {"people:download": 38}


def counted(world: World) -> dict[str, int]:
    found = {}
    clients = {
        kind: world.client(kind) for kind in ("operator", "coordinator", "receipt_holder", "visitor", "email_confirmed")
    }
    for one in addresses():
        who = TABLE[one.label][0]
        if not who:
            continue
        kind = next(
            (
                kind
                for kind in ("visitor", "receipt_holder", "email_confirmed", "coordinator", "operator")
                if kind in who
            ),
            "",
        )
        if not kind:
            continue
        path = one.path(world.things)
        kind = "coordinator" if "/desk/" in path and "coordinator" in who else "operator" if "/desk/" in path else kind
        with CaptureQueriesContext(connection) as queries:
            response = ask(clients[kind], "GET", path)
        if response.status_code == 200:
            asked = [query["sql"] for query in queries if not NOT_COUNTED.match(query["sql"])]
            found[one.label] = len(asked)
    return found


@pytest.fixture(scope="module")
def counts(world: World) -> tuple[dict[str, int], dict[str, int]]:
    grow(world, 3)
    few = counted(world)
    grow(world, 297)
    return few, counted(world)


def test_o4_no_page_asks_more_often_for_more(counts: tuple[dict[str, int], dict[str, int]]) -> None:
    few, many = counts
    assert {label: (few[label], many[label]) for label in few.keys() & many.keys() if many[label] > few[label]} == {}


def test_no_page_asks_too_often(counts: tuple[dict[str, int], dict[str, int]]) -> None:
    _few, many = counts
    desk = {one.label for one in addresses() if one.label in many}
    assert len(desk) > 80
    over = {
        label: count for label, count in many.items() if count > OVER.get(label, STAFF if is_staff(label) else PUBLIC)
    }
    assert over == {}


def is_staff(label: str) -> bool:
    who = TABLE[label][0]
    return bool(who) and "visitor" not in who and "email_confirmed" not in who and "receipt_holder" not in who

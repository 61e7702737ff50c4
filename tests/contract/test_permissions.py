"""P1, P2, W2, W4: every address asked as every kind of person, with GET and with POST."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import pytest
from django.db import connection

from tests.contract.addresses import addresses
from tests.contract.asking import ask, verdict
from tests.contract.kind_names import OF_ANOTHER_AUTHORITY, OF_ANOTHER_PROCESS
from tests.contract.kinds import KINDS, World
from tests.contract.permission_table import ACCOUNTS, EVERYBODY, NOBODY, NOBODY_BECAUSE, PERSONS, TABLE
from tests.contract.print_permissions import PAGE, permissions_page

pytestmark = pytest.mark.django_db
FOREIGN = (*OF_ANOTHER_PROCESS, *OF_ANOTHER_AUTHORITY)
SIGNED_OUT = ("visitor", "receipt_holder")
#: A session is opened, renewed and closed by reading: it holds no matter of the product.
NOT_COUNTED = {"django_session"}
#: The card for other sites knows nobody: it has no cookie and is the same for all.
FOR_ALL = {"open_data:card"}
#: The account library notes a person's own address in its table the first time that they open the page of addresses.
NOTED_ONCE = ("account_email: account_emailaddress",)


#: For staff of elsewhere their coordinators ask what is open to all; the others ask for what is somebody's only.
LESS = frozenset(FOREIGN) - {"coordinator_of_another_process", "coordinator_of_another_authority"}
OPEN = (EVERYBODY, PERSONS, ACCOUNTS, NOBODY, None)


@dataclass
class Observed:
    verdicts: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    codes: dict[tuple[str, str, str], int] = field(default_factory=dict)
    writing: list[str] = field(default_factory=list)  # reads that changed a table
    desk: set[str] = field(default_factory=set)  # addresses below a desk
    kept: list[str] = field(default_factory=list)  # pages of persons that a cache may keep


@pytest.fixture(scope="module")
def observed(world: World) -> Observed:
    found = Observed()
    clients = {kind: world.client(kind) for kind in KINDS}
    for address in addresses():
        path = address.path(world.things)
        if "/desk/" in path:
            found.desk.add(address.label)
        for method in ("GET", "POST"):
            found.verdicts[address.label, method] = row = {}
            before = writes() if method == "GET" else {}
            for kind in KINDS:
                if kind in LESS and TABLE[address.label][method == "POST"] in OPEN:
                    continue
                response = ask(clients[kind], method, path)
                row[kind] = verdict(response)
                found.codes[address.label, method, kind] = response.status_code
                if (
                    method == "GET"
                    and kind != "visitor"
                    and address.label not in FOR_ALL
                    and is_page(response)
                    and "no-store" not in response.get("Cache-Control", "")
                ):
                    found.kept.append(f"{kind} {address.label}")
            if method == "GET":  # by whichever kind of person
                found.writing += changed(address.label, before)
    return found


def is_page(response) -> bool:
    return response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")


@cache
def tables() -> dict[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relid, relname FROM pg_stat_user_tables")
        return dict(cursor.fetchall())


WRITTEN = (
    "pg_stat_get_xact_tuples_inserted(t) + pg_stat_get_xact_tuples_updated(t) + pg_stat_get_xact_tuples_deleted(t)"
)


def writes() -> Mapping[str, int]:
    """How many rows of each table this transaction wrote so far; what was taken back counts too."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT t, {WRITTEN} FROM unnest(%s::oid[]) t", [list(tables())])
        return {tables()[table]: count for table, count in cursor.fetchall()}


def changed(name: str, before: Mapping[str, int]) -> list[str]:
    return [
        f"{name}: {table}"
        for table, count in writes().items()
        if count != before.get(table, 0) and table not in NOT_COUNTED
        if not f"{name}: {table}".endswith(NOTED_ONCE)
    ]


def test_p1_every_address_has_a_row_and_every_row_an_address() -> None:
    assert {one.label for one in addresses()} == set(TABLE)


def test_nobody_is_explained() -> None:
    assert {name for name, row in TABLE.items() if NOBODY in row} == set(NOBODY_BECAUSE)


def expected(label: str, method: str, kind: str) -> str:
    who = TABLE[label][("GET", "POST").index(method)]
    if who is None:
        return "wrong_method"
    return "in" if kind in who else "out"


def test_p1_everybody_gets_in_where_the_table_says(observed: Observed) -> None:
    wrong = [
        f"{label} {method} {kind}: {came}, the table says {expected(label, method, kind)}"
        for (label, method), row in observed.verdicts.items()
        for kind, came in row.items()
        if came != expected(label, method, kind) and not signing_in_first(observed, label, method, kind, came)
    ]
    assert wrong == [], "\n".join(wrong)


def signing_in_first(observed: Observed, label: str, method: str, kind: str, came: str) -> bool:
    """Where a page asks who one is before it looks at the method: of a second factor, and of a desk."""
    if expected(label, method, kind) != "wrong_method" or came != "out":
        return False
    return label.startswith("mfa_") or (kind in SIGNED_OUT and label in observed.desk and method == "GET")


def test_p2_whoever_has_not_signed_in_is_asked_to_at_every_page_of_a_desk(observed: Observed) -> None:
    """Alike, before anybody looks what is there, so that it tells nothing; and no form of theirs is taken."""
    codes = {(method, code) for (label, method, kind), code in observed.codes.items()
             if label in observed.desk and kind in SIGNED_OUT}  # fmt: skip
    assert codes == {("GET", 302), ("POST", 404), ("POST", 405)}


def test_p2_the_same_role_elsewhere_finds_nothing(observed: Observed) -> None:
    """Staff of another process or authority, in any role, get 404, not 403, below the desk."""
    told = [
        f"{label} {method} {kind}: {code}"
        for (label, method, kind), code in observed.codes.items()
        if kind in FOREIGN and expected(label, method, kind) == "out" and label in observed.desk and code != 404
    ]
    assert told == []


def test_w2_reading_changes_nothing(observed: Observed) -> None:
    assert observed.writing == []


def test_w4_pages_of_persons_are_kept_by_no_cache(observed: Observed) -> None:
    assert observed.kept == []


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_w2_head_and_options_change_nothing(world: World, method: str) -> None:
    found = []
    for kind in ("visitor", "coordinator"):
        client = world.client(kind)
        for address in addresses():
            before = writes()
            response = ask(client, method, address.path(world.things))
            assert response.status_code < 500, address
            found += changed(f"{kind} {method} {address.label}", before)
    assert found == []


def test_p1_the_printed_table_is_up_to_date() -> None:
    assert PAGE.read_text() == permissions_page(), "run: make docs"

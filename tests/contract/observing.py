"""Every address asked as the kinds of people, and what came of it: what the tests of permissions look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Final
from zlib import crc32

from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from tests.contract.addresses import addresses
from tests.contract.asking import ask, verdict
from tests.contract.kind_names import OF_ANOTHER_AUTHORITY, OF_ANOTHER_PROCESS
from tests.contract.kinds import KINDS, World
from tests.contract.permission_table import ACCOUNTS, EVERYBODY, NOBODY, PERSONS, TABLE
from tests.contract.rendering import each_page_rendered_once

#: A session is opened, renewed and closed by reading: it holds no matter of the product.
NOT_COUNTED: Final = {"django_session"}
#: The card for other sites knows nobody: it has no cookie and is the same for all.
FOR_ALL: Final = {"open_data:card"}
#: The account library notes a person's own address in its table the first time that they open the page of addresses.
NOTED_ONCE: Final = ("account_email: account_emailaddress",)
FOREIGN: Final = (*OF_ANOTHER_PROCESS, *OF_ANOTHER_AUTHORITY)
SIGNED_OUT: Final = ("visitor", "receipt_holder")
COORDINATORS_ELSEWHERE: Final = ("coordinator_of_another_process", "coordinator_of_another_authority")
#: For staff of elsewhere their coordinators ask what is open to all; the others ask for what is somebody's only.
LESS: Final = tuple(kind for kind in FOREIGN if kind not in COORDINATORS_ELSEWHERE)
#: Signed in, and of no role that works: in a row that they are not named in, they are refused alike.
WITHOUT_ROLE: Final = (
    "email_confirmed", "strongly_identified", "organisation", "blocked", "coordinator_without_second_factor",
    "operator_without_second_factor",
)  # fmt: skip
OPEN: Final = (EVERYBODY, PERSONS, ACCOUNTS, NOBODY, None)


def askers(label: str, method: str, *, everybody: bool) -> list[str]:
    """Who asks an address: whom its row tells apart, and of those who fare alike some, by turns, or everybody."""
    who = TABLE[label][method == "POST"]
    if everybody:
        return [kind for kind in KINDS if who not in OPEN or kind not in LESS]
    turn = crc32(f"{label} {method}".encode())
    if who in OPEN:
        others = [kind for kind in KINDS if kind not in {*SIGNED_OUT, *LESS}]
        return [*SIGNED_OUT, *some(others, 3, turn)]
    let_in = who or frozenset()
    alike = [[kind for kind in group if kind not in let_in] for group in (LESS, WITHOUT_ROLE)]
    left = set(chain(*alike)) - {kind for group in alike for kind in some(group, 2, turn)}
    return [kind for kind in KINDS if kind not in left]


def some(kinds: list[str], many: int, turn: int) -> list[str]:
    """As many of them, another set for another turn."""
    return [kinds[(turn + place * len(kinds) // many) % len(kinds)] for place in range(min(many, len(kinds)))]


@dataclass
class Observed:
    """What came of asking with one method."""

    method: str
    verdicts: dict[str, dict[str, str]] = field(default_factory=dict)
    codes: dict[tuple[str, str], int] = field(default_factory=dict)
    writing: list[str] = field(default_factory=list)  # reads that changed a table
    desk: set[str] = field(default_factory=set)  # addresses below a desk
    kept: list[str] = field(default_factory=list)  # pages of persons that a cache may keep

    def wrong(self) -> list[str]:
        """Where the table says otherwise."""
        return [
            f"{label} {self.method} {kind}: {came}, the table says {expected(label, self.method, kind)}"
            for label, row in self.verdicts.items()
            for kind, came in row.items()
            if came != expected(label, self.method, kind) and not self._signing_in_first(label, kind, came)
        ]

    def _signing_in_first(self, label: str, kind: str, came: str) -> bool:
        """Where a page asks who one is before it looks at the method: of a second factor, and of a desk."""
        if expected(label, self.method, kind) != "wrong_method" or came != "out":
            return False
        return label.startswith("mfa_") or (kind in SIGNED_OUT and label in self.desk and self.method == "GET")

    def told_elsewhere(self) -> list[str]:
        """Where staff of another process or authority, in any role, get anything but 404 below the desk."""
        return [
            f"{label} {self.method} {kind}: {code}"
            for (label, kind), code in self.codes.items()
            if kind in FOREIGN and expected(label, self.method, kind) == "out" and label in self.desk and code != 404
        ]

    def signed_out_at_a_desk(self) -> set[int]:
        """What whoever has not signed in gets at the pages of a desk."""
        return {code for (label, kind), code in self.codes.items() if label in self.desk and kind in SIGNED_OUT}


def expected(label: str, method: str, kind: str) -> str:
    """What the table says of one kind of person."""
    who = TABLE[label][("GET", "POST").index(method)]
    if who is None:
        return "wrong_method"
    return "in" if kind in who else "out"


def observe(world: World, method: str, *, everybody: bool) -> Observed:
    """Ask every address."""
    found = Observed(method)
    clients = {kind: world.client(kind) for kind in KINDS}
    for address in addresses():
        path = address.path(world.things)
        if "/desk/" in path:
            found.desk.add(address.label)
        before = writes() if method == "GET" else {}
        with each_page_rendered_once():
            _ask_one(found, clients, address.label, path, everybody=everybody)
        if method == "GET":  # by whichever kind of person
            found.writing += changed(address.label, before)
    return found


def _ask_one(found: Observed, clients: Mapping[str, Client], label: str, path: str, *, everybody: bool) -> None:
    row = found.verdicts[label] = {}
    for kind in askers(label, found.method, everybody=everybody):
        response = ask(clients[kind], found.method, path)
        row[kind] = verdict(response)
        found.codes[label, kind] = response.status_code
        may_stay = kind == "visitor" or label in FOR_ALL or "no-store" in response.get("Cache-Control", "")
        if found.method == "GET" and _is_page(response) and not may_stay:
            found.kept.append(f"{kind} {label}")


def _is_page(response: HttpResponseBase) -> bool:
    return response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")


@cache
def tables() -> dict[int, str]:
    """Every table of the database, by its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relid, relname FROM pg_stat_user_tables")
        return dict(cursor.fetchall())


_WRITTEN: Final = (
    "pg_stat_get_xact_tuples_inserted(t) + pg_stat_get_xact_tuples_updated(t) + pg_stat_get_xact_tuples_deleted(t)"
)


def writes() -> Mapping[str, int]:
    """How many rows of each table this transaction wrote so far; what was taken back counts too."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT t, {_WRITTEN} FROM unnest(%s::oid[]) t", [list(tables())])
        return {tables()[table]: count for table, count in cursor.fetchall()}


def changed(name: str, before: Mapping[str, int]) -> list[str]:
    """The tables that have been written to since, but for what is noted once."""
    return [
        f"{name}: {table}"
        for table, count in writes().items()
        if count != before.get(table, 0) and table not in NOT_COUNTED
        if not f"{name}: {table}".endswith(NOTED_ONCE)
    ]

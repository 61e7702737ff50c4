"""Write docs/permissions.md from the permission table: python -m tests.contract.print_permissions."""

from pathlib import Path
from typing import Final

from tests.contract import kind_sets
from tests.contract.kind_names import KINDS
from tests.contract.kind_sets import Kinds
from tests.contract.method_table import METHOD_TABLE
from tests.contract.permission_table import NOBODY_BECAUSE, TABLE

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
HEAD: Final = """# Who gets in where

This page is made from the tests: `tests/contract/permission_table.py` says who is let in, and every address is asked
with GET and with POST as each kind of person. `make docs` writes the page again. Everybody whom a row does not name is
refused: 404 where they may not know that the thing exists, 403 where their role is not enough, or the way to sign-in.
A dash means that the address does not answer the method (405). Of the staff of another process or authority only the
coordinator asks for what is open to all; the other roles ask for everything else. Whoever has not signed in is led to
sign-in from every page below a desk alike, whether or not what the address names exists. `make test` asks as everybody
whom a row lets in where others are kept out, and of those whom it does not tell apart as some, by turns; `make test-long`
asks as all.
"""
_WHEN: Final = "Asked before the first stage, in each stage by its name, and after the last has closed."


def permissions_page() -> str:
    return "\n".join([HEAD, *_kinds(), *_groups(), *_addresses(), *_abilities()]) + "\n"


def _kinds() -> list[str]:
    return ["## Kinds of people", "", *(f"- {_words(kind)}" for kind in KINDS), ""]


def _names() -> dict[Kinds, str]:
    own = vars(kind_sets).items()
    return {value: name for name, value in own if name.isupper() and isinstance(value, frozenset)}


def _groups() -> list[str]:
    rows = [f"| {_words(name)} | {_members(who)} |" for who, name in _names().items()]
    return ["## Groups", "", "| group | who |", "| --- | --- |", *rows, ""]


def _members(who: Kinds) -> str:
    missing = [kind for kind in KINDS if kind not in who]
    if not missing:
        return "every kind"
    if len(missing) <= 3:
        return "every kind but " + ", ".join(_words(kind) for kind in missing)
    return ", ".join(_words(kind) for kind in KINDS if kind in who) or "nobody of the test's world"


def _addresses() -> list[str]:
    names = _names()
    rows = []
    for label, (get, post) in TABLE.items():
        cells = ["–" if who is None else _words(names[who]) for who in (get, post)]
        why = NOBODY_BECAUSE.get(label, "")
        rows.append(f"| `{label}` | {cells[0]} | {cells[1]} | {why} |")
    return ["## Addresses", "", "| address | GET | POST | note |", "| --- | --- | --- | --- |", *rows, ""]


def _abilities() -> list[str]:
    rows = [
        f"| {method} | {ability} | {when} | {_members(who)} |" for (method, ability, when), who in METHOD_TABLE.items()
    ]
    head = ["## What a method offers to those who take part", "", _WHEN, ""]
    return [*head, "| method | ability | when | who may |", "| --- | --- | --- | --- |", *rows]


def _words(name: str) -> str:
    return name.lower().replace("_", " ")


if __name__ == "__main__":
    PAGE.write_text(permissions_page())

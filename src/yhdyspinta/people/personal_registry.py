"""The personal data of every app in one place: see all, take a copy, erase, and pass a guest's to an account.

Each app says in its `personal.py` what every field of its models is (`FIELDS`), and, where it holds data of people, how
to `export`, `erase` and `claim` it. `settings.PERSONAL_DATA` lists the modules; those below come first.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from django.conf import settings

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.personal import forget_address
from yhdyspinta.people.models import Person

CLASSES: Final = frozenset({"personal", "public", "internal"})


@cache
def modules() -> tuple[ModuleType, ...]:
    """The apps' personal data modules, lowest app first."""
    return tuple(import_module(path) for path in settings.PERSONAL_DATA)


def classified() -> Mapping[str, str]:
    """Every field that has been classified: "app.Model.field" and its class."""
    found: dict[str, str] = {}
    for module in modules():
        label = module.__name__.rsplit(".", 2)[-2]
        for model, fields in module.FIELDS.items():
            found |= {f"{label}.{model}.{name}": kind for name, kind in fields.items()}
    return found


def export_all(person: Person) -> dict[str, Any]:
    """Everything that is kept about the person, by app; nothing about others."""
    return {
        module.__name__.rsplit(".", 2)[-2]: module.export(person) for module in modules() if hasattr(module, "export")
    }


def erase_all(person: Person, *, at: datetime) -> None:
    """Take the person out of every app, the highest first, so that what points to them goes before they do.

    The addresses they gave (`addresses`) are gathered before that, and the messages sent there go last.
    """
    found = set[str]().union(*(module.addresses(person) for module in modules() if hasattr(module, "addresses")))
    for module in reversed(modules()):
        if hasattr(module, "erase"):
            module.erase(person, at=at)
    for address in found:
        forget_address(address)


def claim_all(guest: Person, person: Person, *, at: datetime) -> None:
    """Pass everything the guest did to the account."""
    for module in modules():
        if hasattr(module, "claim"):
            module.claim(guest, person, at=at)


def contributions(person: Person) -> list[dict[str, Any]]:
    """What the person has written, newest first: {"at", "text", "place", "state", "path"} as plain values."""
    found = [line for module in modules() if hasattr(module, "contributions") for line in module.contributions(person)]
    return sorted(found, key=lambda line: line["at"], reverse=True)


def takes_part_in(person: Person, authority: Authority) -> bool:
    """Whether the person has written anything in the authority's processes: only then do its staff know of them."""
    return any(module.takes_part_in(person, authority) for module in modules() if hasattr(module, "takes_part_in"))

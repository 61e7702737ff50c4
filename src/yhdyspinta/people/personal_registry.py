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
from django.core import signing
from django.core.exceptions import BadRequest

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.personal import forget_address
from yhdyspinta.people.models import Person

CLASSES: Final = frozenset({"personal", "public", "internal"})
_SALT: Final = "people.contributions"


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


def contributions(person: Person, *, after: str = "", size: int = 50) -> tuple[list[dict[str, Any]], str]:
    """What the person has written, newest first: {"at", "text", "place", "state", "path"} as plain values.

    One page, and the token of the next one; a token that is not ours is a BadRequest (400).
    """
    before = _place(after) if after else None
    writers = [module for module in modules() if hasattr(module, "contributions")]
    found = [line for module in writers for line in module.contributions(person, before=before, most=size + 1)]
    found.sort(key=lambda line: (line["at"], line["number"]), reverse=True)
    lines = found[:size]
    more = len(found) > size
    return lines, signing.dumps([lines[-1]["at"].isoformat(), lines[-1]["number"]], salt=_SALT) if more else ""


def _place(token: str) -> tuple[datetime, int]:
    try:
        at, number = signing.loads(token, salt=_SALT)
        return datetime.fromisoformat(at), int(number)
    except (signing.BadSignature, ValueError, TypeError, UnicodeError):
        raise BadRequest("The page address is not valid.") from None


def takes_part_in(person: Person, authority: Authority) -> bool:
    """Whether the person has written anything in the authority's processes: only then do its staff know of them."""
    return any(module.takes_part_in(person, authority) for module in modules() if hasattr(module, "takes_part_in"))

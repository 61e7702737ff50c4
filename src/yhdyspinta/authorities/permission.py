"""Who may change an authority. The answer is given higher up, where people and roles are known."""

from collections.abc import Callable
from typing import Any

from yhdyspinta.authorities.models import Authority
from yhdyspinta.wording.refusals import Refusal

#: The person who acts, or None for the installation itself (its command line and its demo).
Actor = Any
Check = Callable[[Actor, str, Authority], None]

_checks: list[Check] = []


def answered_by(check: Check) -> None:
    """Name the function that raises a refusal unless the person has the ability; called once at start."""
    _checks[:] = [check]


def require_administrator(actor: Actor, authority: Authority) -> None:
    """Raise Refusal("not_your_role") unless the actor administers the authority."""
    if actor is None:
        return
    if not _checks:
        raise Refusal("not_your_role", status=403)
    _checks[0](actor, "administer", authority)


def require_operator(actor: Actor) -> None:
    """Raise Refusal("not_your_role") unless the actor looks after the installation."""
    if actor is not None and not (actor.is_operator and actor.is_active):
        raise Refusal("not_your_role", status=403)

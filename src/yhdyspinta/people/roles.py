"""Roles as data: short keys that are stored and never renamed, their words, and what each may do."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Abilities of staff. Everybody who works somewhere has a desk (`open_desk`); what is worked on there is read by all
#: but typists (`see_desk`). Publishing, closing, roles and partners stay with the owner's people.
OWNER_ONLY: Final = frozenset({"publish", "close", "give_roles", "choose_partners", "hand_over"})
PROCESS_WORK: Final = frozenset(
    {
        "open_desk",
        "see_desk",
        "edit",
        "edit_documents",
        "moderate",
        "answer",
        "take_in",
        "type_in",
        "decide_outcome",
        "see_trail",
        "see_senders",
    }
)

#: What everybody reads who is no typist.
_READS: Final = frozenset({"open_desk", "see_desk"})


@dataclass(frozen=True)
class Role:
    """What a role is called, what it is for, and its abilities."""

    key: str
    name: Promise
    purpose: Promise
    abilities: frozenset[str]
    for_process: bool = True


ROLES: Final = {
    role.key: role
    for role in (
        Role(
            "county_admin",
            _("Administrator"),
            _("Looks after the authority: its look, contacts, rules, people and roles."),
            PROCESS_WORK | OWNER_ONLY | {"administer", "register", "see_data_protection", "block", "create_process"},
            for_process=False,
        ),
        Role(
            "coordinator",
            _("Coordinator"),
            _("Prepares, publishes and closes processes, answers and tells what was decided."),
            PROCESS_WORK | OWNER_ONLY | {"block", "create_process"},
        ),
        Role("moderator", _("Moderator"), _("Checks comments and handles reports."), _READS | {"moderate"}),
        Role("answerer", _("Answerer"), _("Writes and publishes answers."), _READS | {"answer"}),
        Role(
            "typist",
            _("Typist of forms"),
            _("Types and checks piles of paper, and enters what came by phone or e-mail. Sees nothing else."),
            frozenset({"open_desk", "type_in"}),
        ),
        Role("viewer", _("Viewer"), _("Reads everything, changes nothing."), _READS),
        Role(
            "registrar",
            _("Registrar"),
            _("Sees everything received, with times and channels, and exports it to the case register."),
            _READS | {"register"},
            for_process=False,
        ),
        Role(
            "data_protection_officer",
            _("Data protection officer"),
            _("Sees purposes, retention and deletions."),
            _READS | {"see_data_protection"},
            for_process=False,
        ),
    )
}

#: What coordinators of a partner authority may do in the shared process: everything but the owner's own matters.
PARTNER_ABILITIES: Final = PROCESS_WORK
ALL_ABILITIES: Final = frozenset().union(*(role.abilities for role in ROLES.values())) | {"operate"}


class Worker(Protocol):
    """What is asked of somebody before their roles are."""

    @property
    def is_active(self) -> bool: ...
    @property
    def is_guest(self) -> bool: ...
    @property
    def is_operator(self) -> bool: ...


def abilities_without_roles(person: Worker) -> frozenset[str] | None:
    """Nothing for guests and closed accounts, everything for the operator; None where roles decide."""
    if person.is_guest or not person.is_active:
        return frozenset()
    return ALL_ABILITIES if person.is_operator else None


def abilities_of(own: Iterable[str], partner: Iterable[str] = ()) -> frozenset[str]:
    """What roles give: `own` in the owner's authority or the process, `partner` in a partner authority."""
    return _joined(own) | (_joined(partner) & PARTNER_ABILITIES - OWNER_ONLY)


def only_types(abilities: Collection[str]) -> bool:
    """Whether somebody types what came off line and sees nothing else of the work: a typist without another role."""
    return "type_in" in abilities and "see_desk" not in abilities


def _joined(roles: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(ROLES[role].abilities for role in roles if role in ROLES))

"""The sets of people that the tables of permissions speak of; each is told in docs/permissions.md."""

from typing import Final

from tests.contract.kind_names import KINDS, OF_ANOTHER_PROCESS

Kinds = frozenset[str]
Rows = dict[str, tuple[Kinds | None, Kinds | None]]


def kinds(text: str) -> Kinds:
    found = frozenset(text.split())
    assert found <= set(KINDS), found - set(KINDS)
    return found


EVERYBODY: Final = frozenset(KINDS)
NOBODY: Final = kinds("")  # not in this world: nothing to open, or turned off by settings
NO_PAGE: Final = None  # the method is not allowed: 405
PERSONS: Final = EVERYBODY - kinds("visitor")  # signed in, or known by the guest's cookie
ACCOUNTS: Final = PERSONS - kinds("receipt_holder")  # signed in
NOT_BLOCKED: Final = EVERYBODY - kinds("blocked")
WHO_WROTE: Final = kinds("receipt_holder")  # the one who holds the receipt, no member of staff
WHO_NOTED: Final = kinds("coordinator")  # the one whose note among staff it is
INVITED: Final = kinds("strongly_identified")  # the one whose address the invitation names
SPEAKERS: Final = kinds("organisation")  # who speaks for an organisation that is confirmed
OPERATORS: Final = kinds("operator")
ADMINISTRATORS: Final = kinds("county_admin operator")
REGISTRARS: Final = kinds("registrar county_admin operator")
PROTECTORS: Final = kinds("data_protection_officer county_admin operator")
OWNERS: Final = kinds("coordinator county_admin operator")  # the owner's own; no partner
EDITORS: Final = OWNERS | kinds("partner_coordinator")
TYPISTS: Final = EDITORS | kinds("typist")
ANSWERERS_OF_AUTHORITY: Final = OWNERS | kinds("answerer")
ANSWERERS: Final = EDITORS | kinds("answerer")
MODERATORS: Final = EDITORS | kinds("moderator")
OWN_MODERATORS: Final = OWNERS | kinds("moderator")
MODERATORS_SOMEWHERE: Final = MODERATORS | kinds("moderator_of_another_process coordinator_of_another_process")
OWN_TEAM: Final = OWNERS | kinds("viewer answerer moderator registrar data_protection_officer")
TEAM: Final = OWN_TEAM | kinds("partner_coordinator")
DESK: Final = TEAM | (frozenset(OF_ANOTHER_PROCESS) - kinds("typist_of_another_process"))
DESK_OR_TYPING: Final = DESK | kinds("typist typist_of_another_process")
ANSWERERS_SOMEWHERE: Final = ANSWERERS | kinds("answerer_of_another_process coordinator_of_another_process")

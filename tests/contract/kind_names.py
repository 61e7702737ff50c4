"""The kinds of people, by name; `kinds` makes one person of each."""

STAFF = (
    "viewer",
    "answerer",
    "moderator",
    "coordinator",
    "county_admin",
    "registrar",
    "data_protection_officer",
    "typist",
)
#: Roles that are given in one process too; each also held in another process, to find nothing with it here.
PROCESS_ROLES = ("viewer", "answerer", "moderator", "coordinator", "typist")
OF_ANOTHER_PROCESS = tuple(f"{role}_of_another_process" for role in PROCESS_ROLES)
OF_ANOTHER_AUTHORITY = tuple(f"{role}_of_another_authority" for role in STAFF)
KINDS = (
    "visitor",
    "receipt_holder",
    "email_confirmed",
    "strongly_identified",
    "organisation",
    "blocked",
    *STAFF,
    "partner_coordinator",
    *OF_ANOTHER_PROCESS,
    *OF_ANOTHER_AUTHORITY,
    "coordinator_without_second_factor",
    "operator_without_second_factor",
    "operator",
)

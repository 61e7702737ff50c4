"""The kinds of people, by name; `kinds` makes one person of each."""

STAFF = (
    "viewer",
    "answerer",
    "moderator",
    "coordinator",
    "county_admin",
    "registrar",
    "data_protection_officer",
)
KINDS = (
    "visitor",
    "receipt_holder",
    "email_confirmed",
    "strongly_identified",
    "organisation",
    "blocked",
    *STAFF,
    "partner_coordinator",
    "coordinator_of_another_process",
    "coordinator_of_another_authority",
    "coordinator_without_second_factor",
    "operator_without_second_factor",
    "operator",
)

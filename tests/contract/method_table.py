"""Who may use each ability of each method, before its stage, while it is open and after it has closed."""

from typing import Final

from tests.contract.permission_table import NOBODY, NOT_BLOCKED, Kinds

#: (method, ability, when): who may
METHOD_TABLE: Final[dict[tuple[str, str, str], Kinds]] = {
    ("comment_rounds", "comment", "before"): NOBODY,
    ("comment_rounds", "comment", "open"): NOT_BLOCKED,
    ("comment_rounds", "comment", "after"): NOBODY,
    ("comment_rounds", "endorse", "before"): NOBODY,
    ("comment_rounds", "endorse", "open"): NOT_BLOCKED,
    ("comment_rounds", "endorse", "after"): NOBODY,
}

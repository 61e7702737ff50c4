"""Who may use each ability of each method: before its stages, in each of them, and after the last has closed.

A new method adds its rows to METHOD_TABLE and one row to ACTIVITIES; the tests of `test_methods.py` ask the rest of it.
"""

from typing import Final

from tests.contract.kind_sets import NOBODY, NOT_BLOCKED, Kinds

#: (method, ability, "before", a stage or "after"): who may
METHOD_TABLE: Final[dict[tuple[str, str, str], Kinds]] = {
    ("comment_rounds", "comment", "before"): NOBODY,
    ("comment_rounds", "comment", "comments"): NOT_BLOCKED,
    ("comment_rounds", "comment", "after"): NOBODY,
    ("comment_rounds", "endorse", "before"): NOBODY,
    ("comment_rounds", "endorse", "comments"): NOT_BLOCKED,
    ("comment_rounds", "endorse", "after"): NOBODY,
}

#: The method of the tests only, so it stands in no page of the documentation.
SHOW_OF_HANDS_TABLE: Final[dict[tuple[str, str, str], Kinds]] = {
    ("show_of_hands", "suggest", "before"): NOBODY,
    ("show_of_hands", "suggest", "suggestions"): NOT_BLOCKED,
    ("show_of_hands", "suggest", "hands"): NOBODY,
    ("show_of_hands", "suggest", "after"): NOBODY,
    ("show_of_hands", "raise_hand", "before"): NOBODY,
    ("show_of_hands", "raise_hand", "suggestions"): NOBODY,
    ("show_of_hands", "raise_hand", "hands"): NOT_BLOCKED,
    ("show_of_hands", "raise_hand", "after"): NOBODY,
}

#: method: what makes an activity of it, (process, slug, stages) -> Activity, with something of staff and of residents
ACTIVITIES: Final = {
    "comment_rounds": "tests.contract.activities.comment_round",
    "show_of_hands": "tests.contract.activities.show_of_hands",
}

"""What a reading of a file found, kept with the file: its mistakes, or what would be brought in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.intake.importing.checks import Checked, FoundComment, FoundSender
from yhdyspinta.intake.importing.columns import TEMPLATE
from yhdyspinta.intake.importing.known import key_of, repeated_rows
from yhdyspinta.intake.importing.problems import Problem
from yhdyspinta.intake.models import Upload
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES, FORMER_AGE_GROUPS
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

#: A file of so many rows is read while its sender waits; a longer one in the background.
READ_AT_ONCE: Final = 2_000
MOST_PROBLEMS: Final = 5_000  # of a long file; a file with more is wrong in the same way everywhere
_EXAMPLES: Final = 5


def is_long(upload: Upload) -> bool:
    """Whether the file is read in the background."""
    return upload.row_count > READ_AT_ONCE


def found_in(upload: Upload, found: Checked) -> dict[str, Any]:
    """The counts, the first senders and the mistakes, as they are kept."""
    new = [sender for sender in found.senders if key_of(upload, sender) not in found.known]
    examples = [_example(found, sender, comment) for sender in new[:_EXAMPLES] for comment in sender.comments[:2]]
    problems = found.problems[:MOST_PROBLEMS]
    return {
        "problems": [[one.row, one.column, one.heading, one.code, dict(one.values)] for one in problems],
        "problem_count": len(found.problems),
        "senders": len(new),
        "comments": sum(len(sender.comments) for sender in new),
        "left_out": len(found.senders) - len(new),
        "own": found.own,
        "repeated": repeated_rows(upload, found) if not found.problems else 0,
        "examples": [] if found.problems else examples,
    }


def problems_of(kept: dict[str, Any]) -> list[Problem]:
    """The mistakes that were kept."""
    return [Problem(row, column, heading, code, values) for row, column, heading, code, values in kept["problems"]]


def _example(found: Checked, sender: FoundSender, comment: FoundComment) -> dict[str, Any]:
    """One comment of the file, with everything that the file tells of its sender."""
    return {
        "row": comment.row, "code": found.codes.get(comment.thread_id, ""), "text": comment.text,
        "language": sender.language, "arrived_at": sender.arrived_at.isoformat(), "channel": sender.channel,
        "capacities": list(sender.capacities), "organisation": sender.organisation,
        "municipality": dict(sender.municipality.name) if sender.municipality else {}, "age_group": sender.age_group,
    }  # fmt: skip


def examples_of(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """The first comments, with their day as a day and what is told of their senders in words."""
    return [
        one | {"arrived_at": datetime.fromisoformat(one["arrived_at"]), "facts": _facts(one)}
        for one in kept["examples"]
    ]


def _facts(one: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each column of the template that tells of the sender: what it is called, and what was read from it."""
    ages: Mapping[str, Any] = {**AGE_GROUPS, **FORMER_AGE_GROUPS}
    told = {
        "channel": str(CHANNELS.get(one.get("channel", ""), "")),
        "language": language_name(one["language"]),
        "capacity": ", ".join(str(CAPACITIES[key]) for key in one.get("capacities", ())),
        "organisation": one.get("organisation", ""),
        "municipality": Wording(one.get("municipality") or {}).text(page_language()),
        "age_group": str(ages.get(one.get("age_group", ""), "")),
    }
    return [(str(TEMPLATE[key]), words or _("Not told")) for key, words in told.items()]

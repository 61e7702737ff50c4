"""What a reading of a file found, kept with the file: its mistakes, or what would be brought in."""

from datetime import datetime
from typing import Any, Final

from yhdyspinta.intake.importing.checks import Checked
from yhdyspinta.intake.importing.known import key_of, repeated_rows
from yhdyspinta.intake.importing.problems import Problem
from yhdyspinta.intake.models import Upload

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
    examples = [
        {"row": sender.row, "code": found.codes.get(comment.thread_id, ""), "text": comment.text,
         "language": sender.language, "arrived_at": sender.arrived_at.isoformat()}
        for sender in new[:_EXAMPLES] for comment in sender.comments[:2]
    ]  # fmt: skip
    problems = found.problems[:MOST_PROBLEMS]
    return {
        "problems": [[one.row, one.column, one.heading, one.code, dict(one.values)] for one in problems],
        "problem_count": len(found.problems),
        "senders": len(new),
        "comments": sum(len(sender.comments) for sender in new),
        "left_out": len(found.senders) - len(new),
        "repeated": repeated_rows(upload, found) if not found.problems else 0,
        "examples": [] if found.problems else examples,
    }


def problems_of(kept: dict[str, Any]) -> list[Problem]:
    """The mistakes that were kept."""
    return [Problem(row, column, heading, code, values) for row, column, heading, code, values in kept["problems"]]


def examples_of(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """The first senders, with their day as a day."""
    return [one | {"arrived_at": datetime.fromisoformat(one["arrived_at"])} for one in kept["examples"]]

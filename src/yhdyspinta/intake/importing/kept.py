"""What a reading of a file found, kept with the file: its mistakes, or what would be brought in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.answers.values import HANDLINGS, REASONS
from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.intake.importing.columns import TEMPLATE
from yhdyspinta.intake.importing.found import Checked, FoundComment, FoundSender
from yhdyspinta.intake.importing.known import key_of, repeated_rows
from yhdyspinta.intake.importing.languages import guessed_languages, usual_language
from yhdyspinta.intake.importing.old_answers import told_answers
from yhdyspinta.intake.importing.problems import MOST_PROBLEMS, Problem
from yhdyspinta.intake.importing.stances import told_stances
from yhdyspinta.intake.importing.themes import told_themes
from yhdyspinta.intake.models import Entry, Upload
from yhdyspinta.intake.replies import REPLY_WORDS
from yhdyspinta.material.values import STANCES
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES, FORMER_AGE_GROUPS
from yhdyspinta.ui.dates import in_helsinki, number
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

#: A file of so many rows is read while its sender waits; a longer one in the background.
READ_AT_ONCE: Final = 500
_EXAMPLES: Final = 5
_LONGEST: Final = 400  # letters of an example that are shown


def is_long(upload: Upload) -> bool:
    """Whether the file is read in the background."""
    return upload.row_count > READ_AT_ONCE


def found_in(upload: Upload, found: Checked) -> dict[str, Any]:
    """The counts, the first senders and the mistakes, as they are kept."""
    new = [sender for sender in found.senders if key_of(upload, sender) not in found.known]
    examples = [
        _example(upload, found, sender, comment) for sender in new[:_EXAMPLES] for comment in sender.comments[:2]
    ]
    problems = found.problems[:MOST_PROBLEMS]
    return {
        "problems": [[one.row, one.column, one.heading, one.code, dict(one.values)] for one in problems],
        "problem_count": len(found.problems) + found.untold,
        "senders": len(new),
        "comments": sum(len(sender.comments) for sender in new),
        "left_out": len(found.senders) - len(new),
        "own": found.own,
        "wordless": found.wordless,
        "guessed": guessed_languages(new, usual_language(upload)),
        "themes": told_themes(found, new),
        "stances": told_stances(new),
        "answers": told_answers(upload, new),
        "outside": _outside(upload, new),
        "repeated": repeated_rows(upload, found) if not found.problems else 0,
        "examples": [] if found.problems else examples,
    }


def _outside(upload: Upload, senders: Iterable[FoundSender]) -> int:
    """How many comments of a round held elsewhere came on days that are not the round's."""
    if upload.kind != Upload.Kind.EARLIER:
        return 0
    times = [
        (in_helsinki(one.opens_at).date(), in_helsinki(one.closes_at).date()) for one in upload.activity.stages.all()
    ]
    came = ((in_helsinki(one.arrived_at).date(), len(one.comments)) for one in senders)
    return sum(count for day, count in came if not any(first <= day <= last for first, last in times))


def problems_of(kept: dict[str, Any]) -> list[Problem]:
    """The mistakes that were kept."""
    return [Problem(row, column, heading, code, values) for row, column, heading, code, values in kept["problems"]]


def _example(upload: Upload, found: Checked, sender: FoundSender, comment: FoundComment) -> dict[str, Any]:
    """One comment of the file, with everything that the file tells of its sender."""
    return {
        "row": comment.row, "code": found.codes.get(comment.thread_id, ""), "text": comment.text,
        "language": comment.language or sender.language, "is_guessed": comment.language not in {"", usual_language(upload)}, "arrived_at": sender.arrived_at.isoformat(), "channel": sender.channel,
        "capacities": list(sender.capacities), "organisation": sender.organisation,
        "themes": list(comment.themes), "municipality": dict(sender.municipality.name) if sender.municipality else {}, "age_group": sender.age_group,
        "display_name": sender.display_name, "reply_by": sender.reply.by,
        "answer": _answer(comment), "stance": comment.stance,
    }  # fmt: skip


def _answer(comment: FoundComment) -> list[str]:
    """The old answer as it comes along: its handling's key first, then its words."""
    found = comment.answer
    return [found.handling, found.body, found.reason, found.reason_words] if found else []


def examples_of(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """The first comments, with their day as a day and what is told of their senders in words."""
    return [
        one
        | {
            "text": beginning(one["text"], _LONGEST),
            "arrived_at": datetime.fromisoformat(one["arrived_at"]),
            "facts": _facts(one),
        }
        for one in kept["examples"]
    ]


def _facts(one: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each column of the template that tells of the sender: what it is called, and what was read from it."""
    ages: Mapping[str, Any] = {**AGE_GROUPS, **FORMER_AGE_GROUPS}
    told = {
        "channel": str(CHANNELS.get(one.get("channel", ""), "")),
        "language": _language(one),
        "capacity": ", ".join(str(CAPACITIES[key]) for key in one.get("capacities", ())),
        "organisation": one.get("organisation", ""),
        "municipality": Wording(one.get("municipality") or {}).text(page_language()),
        "age_group": str(ages.get(one.get("age_group", ""), "")),
    }
    beside = {"display_name": one.get("display_name", ""), "reply_by": _way_of_reply(one)}
    facts = [(str(TEMPLATE[key]), words) for key, words in (told | beside).items() if words]
    themes = ", ".join(one.get("themes", ()))
    untold = ", ".join(str(TEMPLATE[key]) for key, words in told.items() if not words)
    answer = (_("Draft of the answer"), _answer_words(one))
    stance = (_("Stance"), str(STANCES.get(one.get("stance", ""), "")))
    return [pair for pair in (*facts, (_("Themes"), themes), stance, answer, (_("Not told"), untold)) if pair[1]]


def _way_of_reply(one: Mapping[str, Any]) -> str:
    by = one.get("reply_by", Entry.ReplyBy.NONE)
    return "" if by == Entry.ReplyBy.NONE else str(REPLY_WORDS[by])


def _answer_words(one: Mapping[str, Any]) -> str:
    """How it was handled, why, and in what words."""
    handling, body, reason, reason_words = one.get("answer") or ("", "", "", "")
    parts = (HANDLINGS.get(handling, ""), REASONS.get(reason, ""), reason_words, body)
    return beginning(" · ".join(str(part) for part in parts if part), _LONGEST)


def _language(one: Mapping[str, Any]) -> str:
    name = language_name(one["language"])
    return _("%(language)s, by the words") % {"language": name} if one.get("is_guessed") else name


def languages_of(kept: Mapping[str, Any]) -> str:
    """In which languages the comments are whose language the file does not tell, with how many of each."""
    counts = kept.get("guessed") or {}
    return ", ".join(f"{language_name(tag)} {number(count, page_language())}" for tag, count in counts.items())

"""The letter to a sender whom the service cannot tell by itself: in the sender's language, whoever prints it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.queries import comments_with_answers
from yhdyspinta.intake.receipt_shown import became_of
from yhdyspinta.wording.languages import page_language_of, spoken_to_in
from yhdyspinta.wording.reader import reading


@dataclass(frozen=True)
class Letter:
    """What is printed for one sender, and whether there is anything to tell."""

    entry: Entry
    text: SafeString
    tells: bool


def letters_of(entries: Sequence[Entry], *, at: datetime) -> list[Letter]:
    """The letters to the senders, in their order; as many queries for many as for one."""
    said: dict[int, list[Comment]] = defaultdict(list)
    for comment in comments_with_answers(entry.receipt for entry in entries):
        said[comment.receipt_id].append(comment)
    return [_letter(entry, said[entry.receipt_id], at) for entry in entries]


def languages_of(receipt: Receipt) -> tuple[str, str]:
    """In which language the letter speaks, and in which its sender reads what was written of the matter.

    Ours are the words of the service: where it has none in the sender's own, those of the authority's first language.
    """
    owner = receipt.activity.process.owner
    theirs = spoken_to_in(receipt.language, owner.languages)
    return page_language_of(theirs, owner.duty_languages), theirs


def _letter(entry: Entry, comments: Sequence[Comment], at: datetime) -> Letter:
    receipt, process = entry.receipt, entry.receipt.activity.process
    rows = [became_of(comment, entry.told_at) for comment in comments]
    told = [row for row in rows if row["answer"] or row["closed_because"] or row["unsaid"]]
    spoken, theirs = languages_of(receipt)
    context = {
        "entry": entry, "receipt": receipt, "process": process, "authority": process.owner, "rows": told, "at": at,
        "code": shown_code(receipt), "email": receipt.sender.email, "spoken": spoken,
    }  # fmt: skip
    with translation.override(spoken), reading(theirs):
        text = render_to_string("intake/_letter.html", context)
    return Letter(entry, text, tells=bool(told))

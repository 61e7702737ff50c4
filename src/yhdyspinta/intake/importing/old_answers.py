"""What an earlier round's file tells of the answers that were given there: they come along as drafts."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from yhdyspinta.answers.joining import MOST_JOINED
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.values import HANDLINGS, REASONS
from yhdyspinta.answers.written import ANSWER
from yhdyspinta.intake.importing import columns
from yhdyspinta.intake.importing.checks import RowReader
from yhdyspinta.intake.importing.found import FoundAnswer, FoundSender
from yhdyspinta.intake.models import Upload
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.ui.text import clean_text


def reasons() -> columns.Names:
    """Reasons of a handling by their words in every language."""
    return columns.names_of(REASONS)


def handlings() -> columns.Names:
    """Ways of handling by their words in every language."""
    return columns.names_of(HANDLINGS)


class AnswerColumns:
    """Reads the cells of the old answer, its handling and its reason."""

    def __init__(self, reader: RowReader) -> None:
        self.reader, self.reasons = reader, reasons()
        reader.known |= {"handling": handlings(), "reason": self.reasons}

    def of(self, row: int, cells: list[str]) -> FoundAnswer | None:
        """The answer of a row, None where it tells none. An unknown handling or a text that is too long is a mistake."""
        body = self._words(row, cells, "answer", ANSWER["body"].longest)
        handling = self.reader.value(row, cells, "handling", "")
        reason, said = self._reason(row, cells)
        about = " ".join(self._words(row, cells, "about", ANSWER["title"].longest).split())
        if not (body or handling or reason or said):
            return None
        return FoundAnswer(body, handling, reason, said, about)

    def _reason(self, row: int, cells: list[str]) -> tuple[str, str]:
        """The reason of the list that the cell tells or the staff have said that it means, and the cell's own words."""
        said = self._words(row, cells, "reason", ANSWER["reason_words"].longest)
        reason = self.reader.meant("reason", said) if said else ""
        is_left_out = reason == ""  # the staff have said that it tells nothing
        return reason or "", "" if is_left_out or self.reasons.key(said) else said

    def _words(self, row: int, cells: list[str], key: str, most: int) -> str:
        place = self.reader.where.get(key)
        try:
            text = clean_text(self.reader.cell(cells, key), multiline=True)
        except ValidationError:
            self.reader.wrong(row, place, "odd_characters")
            return ""
        if len(text) > most:
            self.reader.wrong(row, place, "too_long", length=len(text), most=most)
        return text


def equal_drafts(
    drafts: Iterable[Answer], language: str, wanted: Collection[FoundAnswer]
) -> dict[FoundAnswer, Answer]:  # fmt: skip
    """For wanted answers the drafts that say the same in a language of the authority; of equal ones the first, each once.

    Where the file does not tell what an answer is about, the draft may be named anything.
    """
    found: dict[FoundAnswer, Answer] = {}
    for one in drafts:
        says = FoundAnswer(
            one.body.get(language, ""), one.handling, one.reason, one.reason_words.get(language, ""),
            one.title.get(language, ""),
        )  # fmt: skip
        free = [key for key in (says, replace(says, about="")) if key in wanted and key not in found]
        if free:
            found[free[0]] = one
    return found


def drafts_of(activity: Activity) -> QuerySet[Answer]:
    """The drafts of final answers that further comments may join, lowest first: none that is full."""
    found = Answer.objects.filter(activity=activity, published_at=None, is_final=True)
    return found.filter(comment_count__lt=MOST_JOINED).order_by("number")


def shares(count: int, draft: Answer | None) -> tuple[int, list[int]]:
    """Of so many comments with an equal answer, how many join the draft, and how many stand in each new one.

    Publishing tells each sender in one transaction, so no draft takes more than joining allows.
    """
    joining = min(count, MOST_JOINED - draft.comment_count) if draft is not None else 0
    return joining, [min(MOST_JOINED, count - first) for first in range(joining, count, MOST_JOINED)]


def told_answers(upload: Upload, senders: Iterable[FoundSender]) -> dict[str, int]:
    """For the preview: how many comments get a new draft or one that is there; how many of all wait to be checked first."""
    told = [(comment.answer, comment.text) for one in senders for comment in one.comments if comment.answer is not None]
    if not told:
        return {}
    before = comment_method_of(upload.activity).terms(upload.activity).checked_before
    waits = (must_wait(warnings_in(text), checked_before=before, sender_saw=False) for _answer, text in told)
    counts = Counter(answer for answer, _text in told)
    there = equal_drafts(drafts_of(upload.activity), authority_language(upload), counts.keys())
    return counts_of((shares(count, there.get(answer)) for answer, count in counts.items()), waiting=sum(waits))


def counts_of(shared: Iterable[tuple[int, list[int]]], *, waiting: int) -> dict[str, int]:
    """In how many new drafts how many comments stand, and how many have joined those that were there."""
    joining, new = zip(*shared, strict=True)
    return {
        "drafts": sum(len(one) for one in new),
        "comments": sum(sum(one) for one in new),
        "joined": sum(count > 0 for count in joining),
        "joining": sum(joining),
        "waiting": waiting,
    }


def authority_language(upload: Upload) -> str:
    """In which language the authority's own words of a file are: the file's, where the authority uses it."""
    owner, language = upload.activity.process.owner, upload.choices.get("language") or ""
    return language if language in owner.languages else owner.duty_languages[0]

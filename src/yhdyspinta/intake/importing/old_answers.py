"""What an earlier round's file tells of the answers that were given there: they come along as drafts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from yhdyspinta.answers.values import HANDLINGS, REASONS
from yhdyspinta.answers.written import ANSWER
from yhdyspinta.intake.importing import columns
from yhdyspinta.ui.text import clean_text

if TYPE_CHECKING:
    from yhdyspinta.intake.importing.checks import FoundSender, RowReader


@dataclass(frozen=True)
class FoundAnswer:
    """How a comment was answered in the old round; comments with equal ones get one draft."""

    body: str
    handling: str = ""
    reason: str = ""
    reason_words: str = ""  # a reason that is none of the list


def handlings() -> columns.Names:
    """Ways of handling by their words in every language."""
    return columns.names_of(HANDLINGS)


class AnswerColumns:
    """Reads the cells of the old answer, its handling and its reason."""

    def __init__(self, reader: "RowReader") -> None:
        self.reader, self.reasons = reader, columns.names_of(REASONS)
        if "handling" in reader.where:
            reader.known["handling"] = handlings()

    def of(self, row: int, cells: list[str]) -> FoundAnswer | None:
        """The answer of a row, None where it tells none. An unknown handling or a text that is too long is a mistake."""
        body = self._words(row, cells, "answer", ANSWER["body"].longest)
        handling = self.reader.value(row, cells, "handling", "")
        said = self._words(row, cells, "reason", ANSWER["reason_words"].longest)
        if not (body or handling or said):
            return None
        reason = self.reasons.key(said) or ""
        return FoundAnswer(body, handling, reason, "" if reason else said)

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


def told_answers(senders: Iterable["FoundSender"]) -> dict[str, Any]:
    """For the preview: how many drafts of answers come along, and for how many comments."""
    found = [comment.answer for one in senders for comment in one.comments if comment.answer is not None]
    return {"drafts": len(set(found)), "comments": len(found)} if found else {}

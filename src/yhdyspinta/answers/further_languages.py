"""A published answer gets words in a language that it lacked: what it said stands, so nobody is told and nothing is corrected."""

from dataclasses import fields
from datetime import datetime

from yhdyspinta.answers.actions import AnswerText, note, write
from yhdyspinta.answers.models import Answer, Correction
from yhdyspinta.answers.search_entries import follow_publication
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording


def only_adds(before: AnswerText, text: AnswerText) -> bool:
    """Whether the text says all that was said before, and the rest of it stands in languages that were empty."""
    return text != before and all(_holds(getattr(text, part.name), getattr(before, part.name)) for part in fields(text))


def _holds(new: object, old: object) -> bool:
    if isinstance(new, Wording) and isinstance(old, dict):
        return all(new.get(tag, "") == words for tag, words in old.items())
    return new == old


def add_versions(answer: Answer, text: AnswerText, *, actor: Person, at: datetime, revision: int | None = None) -> None:
    """Let a locked, published answer stand in further languages; the trail tells which."""
    before = AnswerText.of(answer)
    Correction.objects.filter(answer=answer).delete()  # it has been made
    write(answer, text)
    answer.revision = revision or answer.revision
    answer.saved_at = at
    answer.save()
    follow_publication(answer, at=answer.corrected_at or answer.published_at or at)
    note("answers.language_added", actor, answer, at, languages=_added(before, text), revision=answer.revision)


def _added(before: AnswerText, text: AnswerText) -> list[str]:
    """The languages of what was added."""
    pairs = [(getattr(before, part.name), getattr(text, part.name)) for part in fields(text)]
    return sorted({tag for old, new in pairs if isinstance(new, Wording) for tag in new if not old.get(tag)})

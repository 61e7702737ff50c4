"""Comments whose language a file does not tell: their words tell it, as on the public form."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from yhdyspinta.comments.languages import language_of
from yhdyspinta.intake.importing.found import FoundSender
from yhdyspinta.intake.models import Upload


def usual_language(upload: Upload) -> str:
    """The language that was chosen for rows that do not say."""
    return upload.choices.get("language") or "fi"


def guess_languages(senders: Iterable[FoundSender], usual: str) -> None:
    """Mark each comment with the language that its words tell clearly, else with the one that was chosen for the file."""
    for sender in senders:
        if sender.is_language_told or not sender.comments:
            continue
        sender.comments = [replace(one, language=language_of(one.text, usual)) for one in sender.comments]
        told = {one.language for one in sender.comments}
        sender.language = told.pop() if len(told) == 1 else usual


def guessed_languages(senders: Iterable[FoundSender], usual: str) -> dict[str, int]:
    """How many comments are, by their words, in another language than the one chosen, the most usual first."""
    found = Counter(one.language for sender in senders for one in sender.comments)
    return {language: count for language, count in found.most_common() if language not in {"", usual}}

"""In what languages staff write answers and what came of them, and what is missing of those that are owed."""

from dataclasses import dataclass
from typing import Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

#: In these the attachment for an agenda is made, whatever its authority owes.
AGENDA_LANGUAGES: Final = ("fi", "sv")


@dataclass(frozen=True)
class Languages:
    """The languages that the authority owes, and those that it may add."""

    owed: tuple[str, ...]
    beside: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return self.owed + self.beside

    @classmethod
    def of(cls, owner: Authority) -> "Languages":
        owed = tuple(owner.duty_languages)
        return cls(owed, tuple(tag for tag in owner.languages if tag not in owed))

    @classmethod
    def of_agenda(cls, owner: Authority) -> "Languages":
        """Of what the attachment for an agenda holds: that is always made in Finnish and in Swedish too."""
        owed = tuple(owner.duty_languages)
        return cls(owed, tuple(tag for tag in dict.fromkeys((*owner.languages, *AGENDA_LANGUAGES)) if tag not in owed))


def lacking(process: Process, field: str, words: Wording) -> list[Refusal]:
    """A Refusal("language_missing") for each language that the owner owes and the words lack, at that language's input."""
    return [
        Refusal("language_missing", status=422, field=f"{field}:{tag}", languages=CONTENT_LANGUAGES[tag])
        for tag in Wording(words).missing(process.owner.duty_languages)
    ]


def require_languages(process: Process, field: str, words: Wording) -> None:
    """Refuse words that lack a language that the owner owes, telling every one of them. Raises as `lacking`."""
    missing = lacking(process, field, words)
    if missing:
        raise Refusal.together(missing)

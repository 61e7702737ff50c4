"""In what languages staff write answers and what came of them, and what is missing of those that are owed."""

from dataclasses import dataclass

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal


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


def require_languages(process: Process, field: str, words: Wording) -> None:
    """Refuse words that lack a language that the owner owes: Refusal("language_missing") at that language's input."""
    missing = Wording(words).missing(process.owner.duty_languages)
    if missing:
        names = ", ".join(CONTENT_LANGUAGES[tag] for tag in missing)
        raise Refusal("language_missing", status=422, field=f"{field}:{missing[0]}", languages=names)

"""What there is to translate in a process, or of an authority itself, as the apps that hold the texts tell (`processes.language_versions`).

Published versions stand as they are, so they are not among them; of a published answer there is what it lacks in a
language. A comment is among them once staff have chosen it; its translation stands beside it.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from yhdyspinta.people.models import Person
from yhdyspinta.processes.language_versions import Asked, Holder, versions_of
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.wording.parts import TextPart

MOST_IN_A_CELL: Final = 32_000
PROCESS_ABILITY: Final = "edit"
AUTHORITY_ABILITY: Final = "answer"


@dataclass(frozen=True)
class Text:
    """One text of a process in two languages; `mark` tells whether the original is still the same."""

    key: str
    where: str
    source: str
    target: str
    part: TextPart
    ability: str = "edit"  # at whose texts it is, to read and write it
    is_of_sender: bool = False  # a sender's words, which may be masked or hidden at any time
    path: str = ""  # of the page where staff see it in its place
    among: str = ""  # texts that have this in common ought to differ
    mark: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mark", hashlib.sha256(self.source.encode()).hexdigest()[:10])

    @property
    def fits_a_cell(self) -> bool:
        """Whether a spreadsheet's cell holds it whole."""
        return max(len(self.source), len(self.target)) <= MOST_IN_A_CELL

    @property
    def is_missing(self) -> bool:
        return not self.target.strip()


def ability_at(of: Holder) -> str:
    """Who may take a file out and bring it in; an authority's texts have each their own ability besides."""
    return PROCESS_ABILITY if isinstance(of, Process) else AUTHORITY_ABILITY


def texts_for(reader: Person, of: Holder, source: str, target: str) -> list[Text]:
    """Those that the reader may write: of an authority, each group of settings has its own people."""
    every = texts_of(of, source, target)
    if isinstance(of, Process):
        return every
    held = staff_abilities(reader, of)
    return [text for text in every if text.ability in held]


def texts_of(of: Holder, source: str, target: str) -> list[Text]:
    """Every text that has an original in `source`, in the order of the pages; two queries, one of an authority."""
    return [
        Text(
            f"{kind.key}/{pk}/{found.name}", found.where, words, found.words.get(target, ""), found.part,
            kind.ability, kind.is_of_sender, found.path, found.among,
        )
        for kind, pk, found in versions_of(Asked(of, source, target))
        if (words := found.words.get(source, "")).strip()
    ]  # fmt: skip

"""What there is to translate in a process, as the apps that hold the texts tell (`processes.language_versions`).

Published versions and published answers stand as they are, so they are not among them. A comment is among them once
staff have chosen it; its translation stands beside it.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from yhdyspinta.processes.language_versions import Asked, versions_of
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.parts import TextPart

MOST_IN_A_CELL: Final = 32_000


@dataclass(frozen=True)
class Text:
    """One text of a process in two languages; `mark` tells whether the original is still the same."""

    key: str
    where: str
    source: str
    target: str
    part: TextPart
    is_of_sender: bool = False  # a sender's words, which may be masked or hidden at any time
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


def texts_of(process: Process, source: str, target: str) -> list[Text]:
    """Every text that has an original in `source`, in the order of the pages; two queries."""
    return [
        Text(
            f"{kind.key}/{pk}/{found.name}", found.where, words, found.words.get(target, ""), found.part,
            kind.is_of_sender,
        )
        for kind, pk, found in versions_of(Asked(process, source, target))
        if (words := found.words.get(source, "")).strip()
    ]  # fmt: skip

"""An election: projects with exact costs, a budget, and ballots merged where they are the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]


class BallotKind(StrEnum):
    """How a voter votes; the words are Pabulib's."""

    APPROVAL = "approval"
    CHOOSE_ONE = "choose-1"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"


class Utility(StrEnum):
    """What a project gives a voter who supports it."""

    COST = "cost"
    CARDINALITY = "cardinality"
    POINTS = "points"
    BORDA = "borda"


class Rule(StrEnum):
    GREEDY = "greedy"
    EQUAL_SHARES = "equal-shares"
    PHRAGMEN = "phragmen"


class Completion(StrEnum):
    """What is done with the money that Equal Shares leaves."""

    NONE = "none"
    UTIL = "util"
    ADD1 = "add1"
    ADD1U = "add1u"


#: Which utilities a kind of ballot can give; the first is its usual one.
UTILITIES: Final[Mapping[BallotKind, tuple[Utility, ...]]] = {
    BallotKind.APPROVAL: (Utility.COST, Utility.CARDINALITY),
    BallotKind.CHOOSE_ONE: (Utility.COST, Utility.CARDINALITY),
    BallotKind.ORDINAL: (Utility.BORDA, Utility.COST, Utility.CARDINALITY),
    BallotKind.CUMULATIVE: (Utility.POINTS, Utility.COST, Utility.CARDINALITY),
    BallotKind.SCORING: (Utility.POINTS, Utility.COST, Utility.CARDINALITY),
}


@dataclass(frozen=True)
class Project:
    id: str
    cost: Fraction
    name: str = ""


@dataclass(frozen=True, eq=False)
class Ballots:
    """Distinct ballots, each with the number of voters who cast it (compressed rows).

    Ballot b names the projects `choices[starts[b]:starts[b + 1]]` (indexes into the election's projects): in order of
    preference for ordinal ballots, else ascending. `points` stand beside the choices, in units of 1 / `scale`.
    An empty ballot is a ballot. The same votes give the same arrays, whatever the order of lines: distinct ballots are
    sorted.
    """

    starts: Ints  # (ballots + 1,)
    choices: Places  # (choices,)
    counts: Ints  # (ballots,) voters who cast it, at least 1
    points: Ints | None = None  # (choices,)
    scale: int = 1

    @property
    def voters(self) -> int:
        """Everybody who voted, also with an empty ballot: n."""
        return int(self.counts.sum())

    def __len__(self) -> int:
        return len(self.counts)


@dataclass(frozen=True, eq=False)
class Election:
    """What a counting rule reads; exact, and independent of the file that it came from."""

    kind: BallotKind
    budget: Fraction
    projects: tuple[Project, ...]  # sorted by id, by code point
    ballots: Ballots
    meta: Mapping[str, str] = field(default_factory=dict)
    sha256: str = ""  # of the file it was read from

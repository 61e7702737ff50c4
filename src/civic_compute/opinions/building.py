"""A conversation from single votes, in any order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from civic_compute.opinions.model import Conversation, Flags, Ints, Votes
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.reading import id_order


@dataclass(frozen=True)
class Moderation:
    """What was decided on each statement: 1 accepted, 0 not looked at, -1 rejected; and which are about the conversation.

    A statement that is not named was not looked at. In strict mode only accepted statements take part.
    """

    decisions: Mapping[str, int] = field(default_factory=dict)
    meta: frozenset[str] = frozenset()
    strict: bool = False

    def is_out(self, statement: str) -> bool:
        """Whether the statement takes no part in the map."""
        least = 1 if self.strict else 0
        return self.decisions.get(statement, 0) < least or statement in self.meta


def conversation_of(
    participants: Sequence[str],
    statements: Sequence[str],
    rows: Ints,
    columns: Ints,
    votes: Votes,
    *,
    moderation: Moderation | None = None,
    sha256: tuple[str, ...] = (),
) -> Conversation:
    """A conversation from votes in the order they were given: the later of two by one person on one statement counts.

    `rows` and `columns` are places in `participants` and `statements`, which may stand in any order; each id once.
    Raises OpinionProblem("participant_twice", "statement_twice", "shape", "vote").
    """
    _check(participants, statements, (rows, columns, votes))
    people, person = _ranks(participants)
    topics, topic = _ranks(statements)
    width = max(len(topics), 1)
    cells = person[rows] * width + topic[columns]
    kept = _last_of_each(cells)
    cells, votes = cells[kept], np.ascontiguousarray(votes[kept], dtype=np.int8)
    starts = np.zeros(len(people) + 1, dtype=np.int64)
    np.cumsum(np.bincount(cells // width, minlength=len(people)), out=starts[1:])
    out, meta = flags_of(topics, moderation or Moderation())
    return Conversation(people, topics, starts, (cells % width).astype(np.int32), votes, out, meta, sha256)


def _check(participants: Sequence[str], statements: Sequence[str], votes: tuple[Ints, Ints, Votes]) -> None:
    for kind, names in (("participant", participants), ("statement", statements)):
        twice = next((name for name, times in Counter(names).items() if times > 1), None)
        if twice is not None:
            values: dict[str, Any] = {kind: twice[:40]}
            raise OpinionProblem(f"{kind}_twice", **values)
    if len({len(part) for part in votes}) != 1:
        raise OpinionProblem("shape", part="as many rows, columns and votes")
    for part, places, most in (("rows", votes[0], len(participants)), ("columns", votes[1], len(statements))):
        if len(places) and not 0 <= int(places.min()) <= int(places.max()) < most:
            raise OpinionProblem("shape", part=f"{part} from 0 to below {most}")
    wrong = votes[2][(votes[2] < -1) | (votes[2] > 1)]
    if len(wrong):
        raise OpinionProblem("vote", found=str(wrong[0]))


def flags_of(statements: Iterable[str], moderation: Moderation) -> tuple[Flags, Flags]:
    """For each statement, whether it is moderated out, and whether it is about the conversation itself."""
    statements = tuple(statements)
    out = np.fromiter(map(moderation.is_out, statements), dtype=np.bool_, count=len(statements))
    meta = np.fromiter((name in moderation.meta for name in statements), dtype=np.bool_, count=len(statements))
    return out, meta


def _ranks(identifiers: Sequence[str]) -> tuple[tuple[str, ...], Ints]:
    """The ids in their order, and for each place given its place in that order."""
    order = sorted(range(len(identifiers)), key=lambda place: id_order(identifiers[place]))
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return tuple(identifiers[place] for place in order), ranks


def _last_of_each(cells: Ints) -> Ints:
    """Places of the last vote of each cell, by cell."""
    order = np.argsort(cells, kind="stable")
    ordered = cells[order]
    last = np.ones(len(order), dtype=np.bool_)
    last[:-1] = ordered[1:] != ordered[:-1]
    return order[last]

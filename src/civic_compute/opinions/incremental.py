"""New votes on a conversation that was read before; the result is the one of reading everything again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from civic_compute.opinions.building import Moderation, flags_of
from civic_compute.opinions.model import Conversation, Ints, Places, Votes
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.reading import id_order


@dataclass(frozen=True)
class NewVote:
    participant: str
    statement: str
    vote: int  # 1 agree, 0 pass, -1 disagree


def add_votes(
    conversation: Conversation, new: Iterable[NewVote], *, moderation: Moderation | None = None
) -> Conversation:
    """The conversation with votes that came later, in their order; each replaces an earlier one on the statement.

    The arrays are the same as if all votes were read at once. Participants and statements may be new: of a new
    statement `moderation` tells whether it takes part, else it was not looked at; known statements keep what was
    decided. The hashes of files are dropped, since the votes are no longer theirs alone.
    Raises OpinionProblem("vote", "no_id").
    """
    latest = {(one.participant, one.statement): _checked(one) for one in new}
    wider = _with_ids(
        conversation, {person for person, _ in latest}, {topic for _, topic in latest}, moderation or Moderation()
    )
    people = {name: place for place, name in enumerate(wider.participants)}
    topics = {name: place for place, name in enumerate(wider.statements)}
    cells = sorted((people[person], topics[topic], vote) for (person, topic), vote in latest.items())
    return _placed(wider, cells)


def _checked(one: NewVote) -> int:
    if one.vote not in {1, 0, -1}:
        raise OpinionProblem("vote", found=str(one.vote)[:40])
    for column, name in (("participant", one.participant), ("statement", one.statement)):
        if not name:
            raise OpinionProblem("no_id", column=column)
    return int(one.vote)


def _placed(wider: Conversation, cells: list[tuple[int, int, int]]) -> Conversation:
    """The votes put where they belong in each row."""
    votes, starts = wider.votes.copy(), wider.starts
    where: list[int] = []
    added: list[tuple[int, int]] = []
    longer = np.zeros(len(starts), dtype=np.int64)
    for row, column, vote in cells:
        inside = wider.columns[starts[row] : starts[row + 1]]
        offset = int(np.searchsorted(inside, column))
        if offset < len(inside) and inside[offset] == column:
            votes[starts[row] + offset] = vote
        else:
            where.append(int(starts[row]) + offset)
            added.append((column, vote))
            longer[row + 1] += 1
    new = np.array(added, dtype=np.int64).reshape(-1, 2)
    columns: Places = np.insert(wider.columns, where, new[:, 0].astype(np.int32))
    inserted: Votes = np.insert(votes, where, new[:, 1].astype(np.int8))
    return replace(wider, columns=columns, votes=inserted, starts=starts + np.cumsum(longer), sha256=())


def _with_ids(
    conversation: Conversation, participants: set[str], statements: set[str], moderation: Moderation
) -> Conversation:
    """The same votes among more participants and statements."""
    people, person = _merged(conversation.participants, participants)
    topics, topic = _merged(conversation.statements, statements)
    lengths = np.zeros(len(people), dtype=np.int64)
    lengths[person] = np.diff(conversation.starts)
    out, meta = flags_of(topics, moderation)
    out[topic], meta[topic] = conversation.moderated_out, conversation.meta
    return replace(
        conversation,
        participants=people,
        statements=topics,
        starts=np.concatenate(([0], np.cumsum(lengths))),
        columns=topic.astype(np.int32)[conversation.columns],
        moderated_out=out,
        meta=meta,
    )


def _merged(known: tuple[str, ...], more: set[str]) -> tuple[tuple[str, ...], Ints]:
    """All ids in their order, and the places of the known ones."""
    new = more.difference(known)
    if not new:
        return known, np.arange(len(known))
    merged = tuple(sorted((*known, *new), key=id_order))
    kept = np.fromiter((name not in new for name in merged), dtype=np.bool_, count=len(merged))
    return merged, np.flatnonzero(kept)

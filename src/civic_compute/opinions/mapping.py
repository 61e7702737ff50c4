"""The whole map of a conversation, from its votes."""

from collections.abc import Callable
from dataclasses import dataclass

from civic_compute.opinions.components import (
    Components,
    components_of,
    extremities,
    projections,
    statement_positions,
)
from civic_compute.opinions.consensus import Consensus, Divisive, consensus_of, divisive_of, group_consensus
from civic_compute.opinions.counts import Counts, count_everybody, count_groups
from civic_compute.opinions.grouping import PUBLISHED, Groups, Plan, find_groups
from civic_compute.opinions.matrix import Matrix, matrix_of
from civic_compute.opinions.model import Conversation, Floats
from civic_compute.opinions.priorities import priorities
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.representative import Representative, representative_of
from civic_compute.version import VERSION


@dataclass(frozen=True, eq=False)
class OpinionMap:
    """Everything that follows from a conversation's votes without chance; statements and participants by place."""

    conversation: Conversation
    components: Components
    positions: Floats  # (participants, 2)
    statement_positions: Floats  # (statements, 2)
    extremity: Floats  # (statements,)
    groups: Groups
    counts: Counts  # by group
    everybody: Counts
    consensus_agree: Floats  # (statements,) likelihood that somebody from every group agrees
    consensus_disagree: Floats
    representative: tuple[tuple[Representative, ...], ...]  # by group
    consensus: Consensus
    divisive: tuple[Divisive, ...]
    priority: Floats  # (statements,)
    version: str = VERSION


def quiet(_words: str) -> None:
    """Progress that nobody is told of."""


def map_conversation(
    conversation: Conversation,
    *,
    plan: Plan = PUBLISHED,
    threads: int = 2,
    progress: Callable[[str], None] = quiet,
) -> OpinionMap:
    """Map a conversation (Small et al. 2021); the number of threads changes nothing.

    Raises OpinionProblem("no_votes"). One participant, one statement or everybody equal give a map: zero components,
    everybody in the middle, one group.
    """
    if not len(conversation.votes):
        raise OpinionProblem("no_votes")
    matrix = matrix_of(conversation, threads=threads)
    progress("finding the directions in which opinions differ")
    components = components_of(matrix)
    positions = projections(matrix, components)
    progress("finding groups")
    groups = find_groups(conversation, positions, plan=plan)
    progress("counting what groups said")
    return describe(matrix, components, positions, groups)


def describe(matrix: Matrix, components: Components, positions: Floats, groups: Groups) -> OpinionMap:
    """What follows by formula once the groups are known."""
    conversation = matrix.conversation
    out = conversation.moderated_out
    counts, everybody = count_groups(matrix, groups.labels, groups.k), count_everybody(matrix)
    places = statement_positions(conversation, components)
    agree, disagree = group_consensus(counts)
    return OpinionMap(
        conversation=conversation,
        components=components,
        positions=positions,
        statement_positions=places,
        extremity=extremities(places),
        groups=groups,
        counts=counts,
        everybody=everybody,
        consensus_agree=agree,
        consensus_disagree=disagree,
        representative=representative_of(counts, out),
        consensus=consensus_of(everybody, out),
        divisive=divisive_of(counts, out),
        priority=priorities(counts, extremities(places), conversation.meta),
    )

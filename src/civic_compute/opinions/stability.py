"""Whether the groups would come out the same with other participants, and when not to tell them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.agreement import adjusted_rand
from civic_compute.opinions.chance import places
from civic_compute.opinions.components import components_of, projections
from civic_compute.opinions.grouping import PUBLISHED, Groups, Plan, find_groups
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.model import Conversation

LEAST_AGREEMENT: Final = 0.5  # mean adjusted Rand
LEAST_SAME: Final = 0.5  # share of runs with the same number of groups
LEAST_PERSONS: Final = 5  # in each group


@dataclass(frozen=True)
class Stability:
    """What came out of drawing the participants again and again, with repetition, and mapping each draw."""

    runs: int
    seed: int
    same_k: float | None  # share of runs with as many groups; None without runs
    adjusted_rand: float | None  # mean over runs, of persons in both groupings
    smallest: int  # persons in the smallest group
    refused: tuple[str, ...]  # codes: one_group, tiny_group, unstable; empty if the groups may be told

    @property
    def tells(self) -> bool:
        """Whether the groups may be told."""
        return not self.refused


def stability_of(
    conversation: Conversation,
    groups: Groups,
    *,
    runs: int,
    seed: int,
    plan: Plan = PUBLISHED,
    threads: int = 2,
    least_persons: int = LEAST_PERSONS,
    progress: Callable[[str], None] = lambda _words: None,
) -> Stability:
    """Bootstrap over participants: `runs` draws of as many, from the seed. Without runs only the sizes are judged."""
    same, agreement = [], []
    for run in range(runs):
        progress(f"mapping draw {run + 1} of {runs}")
        again = _drawn(conversation, seed, run, plan, threads)
        both = (again.labels >= 0) & (groups.labels >= 0)
        same.append(again.k == groups.k)
        agreement.append(adjusted_rand(again.labels[both], groups.labels[both]))
    share = sum(same) / runs if runs else None
    mean = sum(agreement) / runs if runs else None
    smallest = int(groups.sizes.min(initial=len(groups.in_conversation)))
    refused = _refused(groups, smallest, share, mean, least_persons)
    return Stability(runs, seed, share, mean, smallest, refused)


def _drawn(conversation: Conversation, seed: int, run: int, plan: Plan, threads: int) -> Groups:
    people = len(conversation.participants)
    weights = np.bincount(places(seed, run, people, people), minlength=people).astype(np.float64)
    matrix = matrix_of(conversation, weights=weights, threads=threads)
    return find_groups(conversation, projections(matrix, components_of(matrix)), weights=weights, plan=plan)


def _refused(
    groups: Groups, smallest: int, same_k: float | None, adjusted: float | None, least_persons: int
) -> tuple[str, ...]:
    if groups.k < 2:
        return ("one_group",)
    unstable = same_k is not None and adjusted is not None and (same_k < LEAST_SAME or adjusted < LEAST_AGREEMENT)
    reasons = {"tiny_group": smallest < least_persons, "unstable": unstable}
    return tuple(code for code, holds in reasons.items() if holds)

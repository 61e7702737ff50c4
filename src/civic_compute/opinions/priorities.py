"""Which statement to show next: the better it may be understood and the newer it is, the more often."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final

import numpy as np

from civic_compute.opinions.counts import Counts
from civic_compute.opinions.model import Conversation, Flags, Floats
from civic_compute.opinions.problems import OpinionProblem

META: Final = 49.0
_NUMBERS: Final = 1 << 64


def priorities(counts: Counts, extremity: Floats, meta: Flags) -> Floats:
    """(statements,) The weight of each statement: few passes, far from the middle, agreed with, newly written."""
    whole = counts.together()
    agree, passed, seen = whole.agree[0], whole.passed[0], whole.seen[0]
    understood = 1 - (passed + 1) / (seen + 2)
    new = 1 + 8 * 2 ** (-seen / 5.0)
    weight = (understood * (extremity + 1) * ((agree + 1) / (seen + 2)) * new) ** 2
    return np.where(meta, META, weight)


def next_statements(
    conversation: Conversation, weights: Floats, seen: Collection[str], numbers: Sequence[int]
) -> tuple[str, ...]:
    """Draw a statement for each number, by weight, among those neither seen nor moderated out; no statement twice.

    A number is from 0 to below 2**64 and comes from the caller, so a draw can be repeated. Weights are compared as
    exact fractions. Ends early when nothing is left; statements of weight 0 are drawn only when all others are gone.
    Meta statements may be drawn. Raises OpinionProblem("number").
    """
    taken = set(seen)
    hidden = conversation.moderated_out & ~conversation.meta
    left = {
        name: Fraction(float(weights[place]))
        for place, name in enumerate(conversation.statements)
        if name not in taken and not hidden[place]
    }
    drawn = []
    for number in numbers:
        if not 0 <= number < _NUMBERS:
            raise OpinionProblem("number", found=number)
        if not left:
            break
        drawn.append(_draw(left, number))
        del left[drawn[-1]]
    return tuple(drawn)


def _draw(left: dict[str, Fraction], number: int) -> str:
    weights = left if any(left.values()) else dict.fromkeys(left, Fraction(1))
    point = Fraction(number, _NUMBERS) * sum(weights.values())
    reached = accumulate(weights.values())
    return next(name for name, sum_so_far in zip(weights, reached, strict=True) if point < sum_so_far)

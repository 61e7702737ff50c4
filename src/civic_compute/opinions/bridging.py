"""Statements liked across the divide, without any grouping (Wojcik et al. 2022, "Birdwatch").

A vote is taken apart as m + a_i + h_j + f_i * g_j: how much everybody agrees, this person, with this statement, and
how far the vote follows from the two being on the same side. A statement that both sides like has a high h_j.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.components import Components
from civic_compute.opinions.eigen import fix_sign
from civic_compute.opinions.hastening import Hastening
from civic_compute.opinions.matrix import Matrix
from civic_compute.opinions.model import Flags, Floats

RIDGE_INTERCEPT: Final = 0.15
RIDGE_FACTOR: Final = 0.03
_VOTES: Final = np.array([-1.0, 0.0, 1.0])


@dataclass(frozen=True, eq=False)
class Bridging:
    """The parts of the votes; statements moderated out and participants without votes have zeros."""

    mean: float  # m
    person: Floats  # (participants,) a
    statement: Floats  # (statements,) h: the higher, the more liked whatever the side
    person_side: Floats  # (participants,) f
    statement_side: Floats  # (statements,) g, the largest positive
    loss: float
    rounds: int
    converged: bool


def bridging_of(matrix: Matrix, components: Components, *, most_rounds: int = 300, enough: float = 1e-8) -> Bridging:
    """Least squares with ridge penalties (0.15 on m, a, h; 0.03 on f, g), by turns: persons, statements, the mean.

    It starts from the first principal component, so it is the same each time, and ends when neither m nor any
    h_j or g_j moves by `enough`. The sum of squares is over votes on statements that are not moderated out.
    """
    work = _Work(matrix, components)
    rounds = 0
    while rounds < most_rounds and work.moved > enough:
        work.turn()
        rounds += 1
    return work.result(rounds, converged=work.moved <= enough)


class _Work:
    """The parts while they are improved."""

    def __init__(self, matrix: Matrix, components: Components) -> None:
        self.matrix = matrix
        self.kept = np.where(matrix.conversation.moderated_out, 0.0, 1.0)
        counts = matrix.counts() * self.kept[:, None]
        self.seen, self.voted = counts.sum(axis=1), np.einsum("jv,v->j", counts, _VOTES)
        self.votes = matrix.row_sums(np.repeat(self.kept, 3))
        self.voters, self.shown = self.votes > 0, self.seen > 0
        self.m, self.moved = 0.0, np.inf
        self.a, self.f = np.zeros(matrix.people), np.zeros(matrix.people)
        self.h = np.zeros(matrix.statements)
        self.g = components.components[0] * np.sqrt(matrix.statements) * self.shown
        self.hastening = Hastening()
        self.begin = self._state()  # of the next step

    def turn(self) -> None:
        """One step; the next begins where this one and those before it point together."""
        self.h, self.g, self.m = self.begin[: len(self.h)], self.begin[len(self.h) : -1], float(self.begin[-1])
        self._persons()
        self._statements()
        self._balance()
        end = self._state()
        self.moved = float(np.abs(end - self.begin).max())
        self.begin = self.hastening.next(self.begin, end)

    def _state(self) -> Floats:
        return np.concatenate((self.h, self.g, [self.m]))

    def _persons(self) -> None:
        """Each person's a and f, the statements' parts being given."""
        sums = self.matrix.row_sums(self._of_codes(4)).T
        self.a, self.f = _two(self.votes, *sums)

    def _of_codes(self, count: int) -> Floats:
        """(codes, count) The first of: g, g squared, what m and h leave of the vote, that times g, its square."""
        rest = (_VOTES - self.m - self.h[:, None]) * self.kept[:, None]
        g = (self.g * self.kept)[:, None]
        values = np.empty((len(g), 3, count))
        for place, value in zip(range(count), (g, g * g, rest, rest * g, rest * rest), strict=False):
            values[:, :, place] = value
        return values.reshape(-1, count)

    def _statements(self) -> None:
        """Each statement's h and g, and the mean, the persons' parts being given."""
        amounts = np.empty((len(self.a), 4))
        amounts[:, 0], amounts[:, 1], amounts[:, 2], amounts[:, 3] = self.f, self.f * self.f, self.a, self.a * self.f
        sums = self.matrix.code_sums(amounts).reshape(-1, 3, 4) * self.kept[:, None, None]
        once, twice, persons, both = sums.sum(axis=1).T
        sided = sums[:, 2, 0] - sums[:, 0, 0]
        self.h, self.g = _two(
            self.seen, once, twice, self.voted - self.m * self.seen - persons, sided - self.m * once - both
        )
        explained = persons + self.h * self.seen + self.g * once
        self.m = float((self.voted - explained).sum() / (self.seen.sum() + RIDGE_INTERCEPT))

    def _balance(self) -> None:
        """Move between parts what leaves every vote's sum as it is, so that the penalties are least.

        Turns alone hardly move in these directions; with this step they take tens of rounds, not thousands.
        """
        self.f, self.h = _shift(self.f, self.h, self.g, self.voters)
        self.g, self.a = _shift(self.g, self.a, self.f, self.shown)
        people, statements = float(self.voters.sum()), float(self.shown.sum())
        one, other = float(self.a.sum()) - self.m, float(self.h.sum()) - self.m
        scale = (1 + people) * (1 + statements) - 1
        if scale > 0:
            by_person = ((1 + statements) * one - other) / scale
            by_statement = ((1 + people) * other - one) / scale
            self.a = self.a - by_person * self.voters
            self.h = self.h - by_statement * self.shown
            self.m += by_person + by_statement
        size, opposite = float((self.f**2).sum()), float((self.g**2).sum())
        if size > 0 and opposite > 0:
            ratio = float(np.sqrt(np.sqrt(opposite / size)))
            self.f, self.g = self.f * ratio, self.g / ratio

    def result(self, rounds: int, *, converged: bool) -> Bridging:
        side = fix_sign(self.g)
        person_side = self.f if np.array_equal(side, self.g) else -self.f
        return Bridging(self.m, self.a, self.h, person_side, side, self._loss(), rounds, converged)

    def _loss(self) -> float:
        once, twice, left, sided, squares = self.matrix.row_sums(self._of_codes(5)).T
        n = self.votes
        a, f = self.a, self.f
        errors = squares - 2 * (a * left + f * sided) + a * a * n + 2 * a * f * once + f * f * twice
        intercepts = self.m**2 + float((a * a).sum()) + float((self.h**2).sum())
        factors = float((f * f).sum()) + float((self.g**2).sum())
        return float(errors.sum()) + RIDGE_INTERCEPT * intercepts + RIDGE_FACTOR * factors


def _two(count: Floats, once: Floats, twice: Floats, left: Floats, sided: Floats) -> tuple[Floats, Floats]:
    """Ridge regression on a constant and one value, for many rows at a time, from their sums."""
    first, second = count + RIDGE_INTERCEPT, twice + RIDGE_FACTOR
    scale = first * second - once * once
    return (second * left - once * sided) / scale, (first * sided - once * left) / scale


def _shift(sides: Floats, intercepts: Floats, others: Floats, active: Flags) -> tuple[Floats, Floats]:
    """Add c to every side and take c times the other side from the intercepts, with the c of least penalty."""
    slope = RIDGE_FACTOR * float(sides.sum()) - RIDGE_INTERCEPT * float((intercepts * others).sum())
    bend = RIDGE_FACTOR * float(active.sum()) + RIDGE_INTERCEPT * float((others**2).sum())
    by = -slope / bend if bend > 0 else 0.0
    return sides + by * active, intercepts - by * others

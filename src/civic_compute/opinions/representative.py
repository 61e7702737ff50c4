"""Statements that tell what a group thinks, unlike the other groups."""

from dataclasses import dataclass

import numpy as np

from civic_compute.opinions.consensus import MOST_LISTED
from civic_compute.opinions.counts import Counts, is_significant, likelihood, one_proportion, two_proportions
from civic_compute.opinions.model import Flags, Floats


@dataclass(frozen=True, eq=False)
class Tests:
    """Every test value, each (groups, statements): the group alone (p) and against all other groups (r)."""

    pa: Floats  # likelihood of agreeing in the group
    pd: Floats
    pat: Floats  # z against one half
    pdt: Floats
    ra: Floats  # likelihood in the group over the likelihood among the others
    rd: Floats
    rat: Floats  # z of the group's share against the others'
    rdt: Floats

    @property
    def for_agree(self) -> Flags:
        """Whether the group stands out by agreeing, not by disagreeing."""
        return self.rat > self.rdt

    @property
    def metric(self) -> Floats:
        """How strongly the group stands out, in its direction."""
        agree = self.ra * self.rat * self.pa * self.pat
        return np.where(self.for_agree, agree, self.rd * self.rdt * self.pd * self.pdt)

    @property
    def sufficient(self) -> Flags:
        """Both tests of a direction are significant."""
        agree = is_significant(self.rat) & is_significant(self.pat)
        return agree | (is_significant(self.rdt) & is_significant(self.pdt))


@dataclass(frozen=True)
class Representative:
    """A statement chosen for a group, with the counts and test values that chose it."""

    statement: int  # place
    direction: str  # agree or disagree
    best_agree: bool  # the one that the group most clearly agrees with
    metric: float
    agree: int
    disagree: int
    seen: int
    pa: float
    pd: float
    pat: float
    pdt: float
    ra: float
    rd: float
    rat: float
    rdt: float


def tests_of(counts: Counts) -> Tests:
    """The test values of every group and statement."""
    rest = counts.others()
    pa, pd = likelihood(counts.agree, counts.seen), likelihood(counts.disagree, counts.seen)
    return Tests(
        pa=pa,
        pd=pd,
        pat=one_proportion(counts.agree, counts.seen),
        pdt=one_proportion(counts.disagree, counts.seen),
        ra=pa / likelihood(rest.agree, rest.seen),
        rd=pd / likelihood(rest.disagree, rest.seen),
        rat=two_proportions(counts.agree, counts.seen, rest.agree, rest.seen),
        rdt=two_proportions(counts.disagree, counts.seen, rest.disagree, rest.seen),
    )


def representative_of(counts: Counts, moderated_out: Flags) -> tuple[tuple[Representative, ...], ...]:
    """For each group at most five statements, agreements first; never one moderated out."""
    tests = tests_of(counts)
    return tuple(_of_group(counts, tests, group, moderated_out) for group in range(len(counts.seen)))


def _of_group(counts: Counts, tests: Tests, group: int, moderated_out: Flags) -> tuple[Representative, ...]:
    places = np.flatnonzero(~moderated_out).tolist()
    best = _best_agree(counts, tests, group, places)
    sufficient = tests.sufficient[group]
    chosen = [place for place in places if sufficient[place]]
    if chosen:
        metric = tests.metric[group]
        chosen.sort(key=lambda place: (place != best, -metric[place], place))
        if best is not None and chosen[0] != best:
            chosen.insert(0, best)
    elif best is not None:
        chosen = [best]
    elif places:
        strongest = np.maximum(tests.rat[group], tests.rdt[group])
        chosen = [max(places, key=lambda place: (strongest[place], -place))]
    found = [_statement(counts, tests, group, place, best=place == best) for place in chosen[:MOST_LISTED]]
    return tuple(sorted(found, key=lambda one: one.direction != "agree"))


def _best_agree(counts: Counts, tests: Tests, group: int, places: list[int]) -> int | None:
    """The statement that the group agrees with most clearly, kept while scanning in the statements' order."""
    ra, pa, pat = tests.ra[group], tests.pa[group], tests.pat[group]
    alone = pa * pat
    against = ra * tests.rat[group] * alone
    voted = (counts.agree[group] + counts.disagree[group]) > 0
    fit = is_significant(pat) | ((ra > 1) & (pa > 0.5))
    best: int | None = None
    for place in places:
        if not voted[place]:
            continue
        if best is None:
            better = fit[place]
        elif ra[best] > 1:
            better = against[place] > against[best]
        else:
            better = alone[place] > alone[best]
        if better:
            best = place
    return best


def _statement(counts: Counts, tests: Tests, group: int, place: int, *, best: bool) -> Representative:
    at = (group, place)
    return Representative(
        statement=place,
        direction="agree" if tests.for_agree[at] else "disagree",
        best_agree=best,
        metric=float(tests.metric[at]),
        agree=int(counts.agree[at]),
        disagree=int(counts.disagree[at]),
        seen=int(counts.seen[at]),
        pa=float(tests.pa[at]),
        pd=float(tests.pd[at]),
        pat=float(tests.pat[at]),
        pdt=float(tests.pdt[at]),
        ra=float(tests.ra[at]),
        rd=float(tests.rd[at]),
        rat=float(tests.rat[at]),
        rdt=float(tests.rdt[at]),
    )

"""The rules as their papers say them: slow, in fractions, voter by voter; and small elections by chance."""

from fractions import Fraction
from math import floor

from hypothesis import strategies as st

from civic_compute.budgeting.ballots import merged
from civic_compute.budgeting.model import BallotKind, Election, Project, Utility

POINTED = (BallotKind.CUMULATIVE, BallotKind.SCORING)


def utilities(election: Election, utility: Utility) -> list[dict[int, Fraction]]:
    """Of each voter, the utility of each project that gives any."""
    ballots = election.ballots
    voters = []
    for ballot, count in enumerate(ballots.counts):
        span = range(ballots.starts[ballot], ballots.starts[ballot + 1])
        own = {}
        for position, at in enumerate(span):
            place = int(ballots.choices[at])
            own[place] = {
                Utility.COST: election.projects[place].cost,
                Utility.CARDINALITY: Fraction(1),
                Utility.POINTS: Fraction(int(ballots.points[at]), ballots.scale) if ballots.points is not None else 0,
                Utility.BORDA: Fraction(len(span) - 1 - position),
            }[utility]
        voters += [{place: value for place, value in own.items() if value}] * int(count)
    return voters


def equal_shares(election: Election, utility: Utility, share: Fraction, rank: list[int]):
    """(places in order, ties as (round, places), prices, what is left of each voter)."""
    voters = utilities(election, utility)
    left = [share] * len(voters)
    rest = {place for own in voters for place in own}
    chosen, ties, prices = [], [], []
    while True:
        rhos = {}
        for place in rest:
            cost = election.projects[place].cost
            if sum(left[i] for i, own in enumerate(voters) if place in own) >= cost:
                rhos[place] = _rho([(left[i], own[place]) for i, own in enumerate(voters) if place in own], cost)
        if not rhos:
            return chosen, ties, prices, left
        rho = min(rhos.values())
        tied = sorted((place for place in rhos if rhos[place] == rho), key=rank.__getitem__)
        if len(tied) > 1 and rho > 0:
            ties.append((len(chosen) + 1, tied))
        for i, own in enumerate(voters):
            if tied[0] in own:
                left[i] -= min(left[i], rho * own[tied[0]])
        chosen.append(tied[0])
        prices.append(rho)
        rest.remove(tied[0])


def _rho(supporters: list[tuple[Fraction, Fraction]], cost: Fraction) -> Fraction:
    """The least rho with which the supporters pay the cost: tried between each two at which somebody becomes poor."""
    if cost == 0:
        return Fraction(0)
    ordered = sorted(supporters, key=lambda each: each[0] / each[1])
    poor, slope = Fraction(0), sum(value for _left, value in supporters)
    for left, value in ordered:
        rho = (cost - poor) / slope
        if rho <= left / value:
            return rho
        poor, slope = poor + left, slope - value
    raise AssertionError


def add_one(election, utility, rank, *, floor_start=False, until_overspent=False):
    """(places in order, t)."""
    share = election.budget / election.ballots.voters
    share = Fraction(floor(share)) if floor_start else share
    supported = {place for own in utilities(election, utility) for place in own}
    cost = [project.cost for project in election.projects]
    before, step = [], 0
    while True:
        places = equal_shares(election, utility, share + step, rank)[0]
        spent = sum(cost[place] for place in places)
        if spent > election.budget:
            return before, step - 1
        rest = [place for place in supported - set(places) if cost[place] > 0]
        if until_overspent:
            if not rest:
                return places, step
        elif all(cost[place] > election.budget - spent for place in rest):
            return places, step
        before, step = places, step + 1


def greedy(election: Election, utility: Utility, rank: list[int], already=()) -> list[int]:
    voters = utilities(election, utility)
    left = election.budget - sum(election.projects[place].cost for place in already)

    def density(place):
        total = sum((own.get(place, 0) for own in voters), Fraction(0))
        cost = election.projects[place].cost
        if cost == 0:
            return (1, 0) if total else (0, 0)
        return 0, total / cost

    taken = []
    rest = [place for place in range(len(election.projects)) if place not in already]
    for place in sorted(rest, key=lambda place: (*(-part for part in density(place)), rank[place])):
        if election.projects[place].cost <= left:
            left -= election.projects[place].cost
            taken.append(place)
    return taken


def phragmen(election: Election, rank: list[int]) -> list[int]:
    voters = utilities(election, Utility.CARDINALITY)
    loads = [Fraction(0)] * len(voters)
    left = election.budget
    rest = {place for own in voters for place in own if election.projects[place].cost <= left}
    chosen = []
    while rest:
        new = {}
        for place in rest:
            supporters = [i for i, own in enumerate(voters) if place in own]
            new[place] = (election.projects[place].cost + sum(loads[i] for i in supporters)) / len(supporters)
        tied = sorted((place for place in rest if new[place] == min(new.values())), key=rank.__getitem__)
        if any(election.projects[place].cost > left for place in tied):
            break
        for i, own in enumerate(voters):
            if tied[0] in own:
                loads[i] = new[tied[0]]
        left -= election.projects[tied[0]].cost
        chosen.append(tied[0])
        rest.remove(tied[0])
    return chosen


@st.composite
def elections(draw, kinds=tuple(BallotKind)) -> Election:
    """Small, with few different costs, so that ties and exact equalities are common."""
    kind = draw(st.sampled_from(kinds))
    number = draw(st.integers(1, 6))
    step = draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 100), Fraction(1000, 7)]))
    costs = draw(st.lists(st.integers(0, 12), min_size=number, max_size=number))
    projects = tuple(Project(str(place), cost * step) for place, cost in enumerate(costs))
    budget = draw(st.integers(1, 30)) * step
    written: dict[tuple[str, str], int] = {}
    for _voter in range(draw(st.integers(1, 8))):
        most = 1 if kind is BallotKind.CHOOSE_ONE else number
        ids = draw(st.lists(st.sampled_from([each.id for each in projects]), max_size=most, unique=True))
        points = draw(st.lists(st.sampled_from(["0", "1", "2", "2.5", "4"]), min_size=len(ids), max_size=len(ids)))
        cells = ",".join(ids), ",".join(points) if kind in POINTED else ""
        written[cells] = written.get(cells, 0) + draw(st.integers(1, 3))
    places = {project.id: place for place, project in enumerate(projects)}
    return Election(kind, budget, projects, merged(written, kind, places), {})

"""Members who leave: refill the panel by lot so that the quotas hold, and alternates chosen beforehand.

A refill is drawn from the lottery that drew the panel, conditioned on those who stay (`conditioning`); nobody who left
may come back. Where no panel of that lottery can hold those who stay, a fair lottery is made anew over those who were
not drawn, under the quotas that those who stay have left open; where no refill meets these, the least change of them
is made and listed, with others that would have been as small. Alternates mirror those expected to leave: value by
value as many as the drop-out gives, rounded down and up (a simpler way than the optimised choice of Assos, Baharav,
Flanigan, Procaccia 2025, with the same aim).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Final

from civic_compute.sortition.conditioning import CONDITIONED, conditioned
from civic_compute.sortition.drawing import Drawn, draw
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.model import Objective, Pool, Quota
from civic_compute.sortition.panel_space import panel_space
from civic_compute.sortition.person_types import group
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.relaxing import Change, Relaxation, relax
from civic_compute.sortition.result import FairLottery

ANEW: Final = "anew"


@dataclass(frozen=True)
class Refill:
    """Who joins, the panel afterwards, the quotas that it misses, the lottery that it was drawn from, and the draw.

    The `way` is "conditioned" (the panel's own lottery) or "anew"; `as_small` has changes of quotas that would have
    counted the same as those made.
    """

    joining: tuple[str, ...]
    members: tuple[str, ...]
    missed: tuple[Change, ...]  # of the panel's quotas: what they became
    lottery: FairLottery
    drawn: Drawn
    way: str = ANEW
    as_small: tuple[tuple[Change, ...], ...] = ()


def refill(
    pool: Pool, members: Collection[str], leaving: Collection[str], seed: str, *,
    objective: Objective = Objective.LEXIMIN, fair: FairLottery | None = None,
) -> Refill:  # fmt: skip
    """Draw replacements for the leaving members; `fair` is the lottery that drew the panel, else it is made again.

    Raises SortitionProblem("not_in_panel", "member_unknown", "size_over_pool", "too_few_addresses", "not_a_seed").
    """
    _check(pool, members, leaving)
    staying = [name for name in members if name not in set(leaving)]
    rest = _rest(pool, staying, leaving)
    lottery = conditioned(fair or fair_lottery(pool, objective), rest, staying)
    found, way = Relaxation(()), CONDITIONED
    if lottery is None:
        found, way = relax(rest, panel_space(group(rest))), ANEW
        lottery = fair_lottery(_changed(rest, found.changes), objective)
    drawn = draw(lottery, seed)
    inside = {*staying, *drawn.members}
    order = tuple(person.id for person in pool.persons if person.id in inside)
    as_small = tuple(_of_the_panel(pool, staying, other) for other in found.as_small)
    missed = _of_the_panel(pool, staying, found.changes)
    return Refill(drawn.members, order, missed, lottery, drawn, way, as_small)


def alternates(
    pool: Pool, members: Collection[str], count: int, seed: str, *, dropout: Mapping[str, float] | None = None
) -> Refill:
    """Draw `count` alternates who mirror those expected to leave.

    `dropout` gives each member's chance of leaving (the same for all when absent). `missed` lists where the alternates
    cannot mirror them. Raises SortitionProblem as `refill`.
    """
    _check(pool, members, ())
    rest = _rest(pool, (), members)
    quotas = tuple(_mirrored(pool, members, count, dropout or {}))
    rest = replace(rest, quotas=quotas, size=count)
    found = relax(rest, panel_space(group(rest)))
    lottery = fair_lottery(_changed(rest, found.changes))
    drawn = draw(lottery, seed)
    return Refill(drawn.members, tuple(members), found.changes, lottery, drawn, as_small=found.as_small)


def _check(pool: Pool, members: Collection[str], leaving: Collection[str]) -> None:
    known = {person.id for person in pool.persons}
    for name in members:
        if name not in known:
            raise SortitionProblem("member_unknown", id=name)
    for name in leaving:
        if name not in members:
            raise SortitionProblem("not_in_panel", id=name)


def _rest(pool: Pool, staying: Collection[str], out: Collection[str]) -> Pool:
    """The pool for the open places: members, those who left and the addresses of those who stay are excluded."""
    inside = set(staying)
    homes = {person.address for person in pool.persons if person.id in inside and person.address}
    persons = tuple(
        replace(
            person,
            excluded=person.excluded or person.id in inside or person.id in out
            or (pool.one_per_address and person.address in homes),
        )
        for person in pool.persons
    )  # fmt: skip
    size = pool.size - len(inside)
    free = sum(not person.excluded for person in persons)
    if not 0 < size <= free:
        raise SortitionProblem("size_over_pool" if size > 0 else "size_not_positive", size=size, pool=free)
    quotas = tuple(_open(pool, quota, staying, size) for quota in pool.quotas)
    return replace(pool, persons=persons, quotas=quotas, size=size, lines=())


def _open(pool: Pool, quota: Quota, staying: Collection[str], size: int) -> Quota:
    there = _count(pool, quota, staying)
    return replace(quota, least=min(size, max(0, quota.least - there)), most=max(0, quota.most - there))


def _count(pool: Pool, quota: Quota, members: Collection[str]) -> int:
    place, inside = pool.categories.index(quota.category), set(members)
    return sum(person.id in inside and person.values[place] == quota.value for person in pool.persons)


def _changed(pool: Pool, changes: tuple[Change, ...]) -> Pool:
    quotas = {(quota.category, quota.value): quota for quota in pool.quotas}
    for change in changes:
        key = (change.limit.category, change.limit.value)
        quota = quotas[key]
        least = change.becomes if change.limit.least else quota.least
        quotas[key] = replace(quota, least=least, most=quota.most if change.limit.least else change.becomes)
    return replace(pool, quotas=tuple(quotas.values()))


def _of_the_panel(pool: Pool, staying: Collection[str], missed: tuple[Change, ...]) -> tuple[Change, ...]:
    """Changes of the open places' quotas, as changes of the panel's."""
    quotas = {(quota.category, quota.value): quota for quota in pool.quotas}
    changes = []
    for change in missed:
        quota = quotas[change.limit.category, change.limit.value]
        there = _count(pool, quota, staying)
        number = quota.least if change.limit.least else quota.most
        changes.append(Change(replace(change.limit, number=number), change.becomes + there))
    return tuple(changes)


def _mirrored(pool: Pool, members: Collection[str], count: int, dropout: Mapping[str, float]) -> list[Quota]:
    chance = {name: dropout.get(name, 0.0) if dropout else 1.0 for name in members}
    total = sum(chance.values()) or 1.0
    expected: dict[tuple[str, str], float] = {}
    for person in pool.persons:
        for key in zip(pool.categories, person.values, strict=True):
            expected[key] = expected.get(key, 0.0) + count * chance.get(person.id, 0.0) / total
    quotas = []
    for quota in pool.quotas:
        share = expected.get((quota.category, quota.value), 0.0)
        quotas.append(replace(quota, least=floor(share + 1e-9), most=ceil(share - 1e-9)))
    return quotas

"""Small pools to test with, and leximin by enumerating every panel."""

from itertools import combinations

import numpy as np
from hypothesis import strategies
from scipy.optimize import linprog

from civic_compute.reading import Source, id_order
from civic_compute.sortition.model import Person, Pool, Quota
from civic_compute.sortition.reading import read_pool


def source(name: str, text: str) -> Source:
    return Source(name, text.encode(), f"hash of {name}")


def pool_of(people: str, quotas: str, size: int, **more) -> Pool:
    """A pool from the text of its two tables; the quotas' header is left out."""
    return read_pool(
        source("people.csv", people), source("quotas.csv", f"category,feature,min,max\n{quotas}"), size=size, **more
    )


def meets_quotas(pool: Pool, members: tuple[str, ...]) -> bool:
    persons = [person for person in pool.persons if person.id in members]
    if len(persons) != pool.size or any(person.excluded for person in persons):
        return False
    homes = [person.address for person in persons if person.address]
    if pool.one_per_address and len(homes) != len(set(homes)):
        return False
    for quota in pool.quotas:
        place = pool.categories.index(quota.category)
        if not quota.least <= sum(person.values[place] == quota.value for person in persons) <= quota.most:
            return False
    return True


def all_panels(pool: Pool) -> list[tuple[str, ...]]:
    ids = [person.id for person in pool.persons]
    return [panel for panel in combinations(ids, pool.size) if meets_quotas(pool, panel)]


def leximin_by_enumeration(pool: Pool) -> dict[str, float]:
    """Leximin over every panel there is: at each level, whoever cannot have more is fixed (asked one by one)."""
    panels = all_panels(pool)
    ids = [person.id for person in pool.persons if not person.excluded]
    inside = np.array([[name in panel for panel in panels] for name in ids], dtype=float)
    fixed: dict[int, float] = {}
    while len(fixed) < len(ids):
        level = -_best(inside, fixed, None, 0.0)
        for person in range(len(ids)):
            if person not in fixed and -_best(inside, fixed, person, level) < level + 1e-7:
                fixed[person] = level
    return {name: fixed[place] for place, name in enumerate(ids)}


def _best(inside, fixed, person, level) -> float:
    people, panels = inside.shape
    cost = np.append(np.zeros(panels), -1.0)
    least = np.array(
        [fixed[p] - 1e-9 if p in fixed else (level - 1e-9 if person is not None else 0.0) for p in range(people)]
    )
    of_z = np.array([1.0 if (p == person or (person is None and p not in fixed)) else 0.0 for p in range(people)])
    least = np.where(of_z > 0, 0.0, least)
    done = linprog(
        cost, A_ub=np.hstack([-inside, of_z[:, None]]), b_ub=-least, A_eq=np.append(np.ones(panels), 0.0)[None, :],
        b_eq=[1.0], bounds=(0, None),
    )  # fmt: skip
    return float(done.fun)


@strategies.composite
def small_pools(draw, *, addresses: bool = False) -> Pool:
    """Up to nine persons with two or three categories, and quotas around a panel that exists."""
    count = draw(strategies.integers(3, 9))
    size = draw(strategies.integers(1, min(4, count - 1)))
    categories = ("a", "b", "c")[: draw(strategies.integers(1, 3))]
    values = [
        tuple(draw(strategies.sampled_from("xyz"[: 2 + (place > 0)])) for place, _ in enumerate(categories))
        for _ in range(count)
    ]
    homes = [draw(strategies.sampled_from(["", "h1", "h2", "h3"])) if addresses else "" for _ in range(count)]
    persons = tuple(
        sorted((Person(str(n + 1), values[n], homes[n]) for n in range(count)), key=lambda p: id_order(p.id))
    )
    chosen = _one_panel(draw, persons, size)
    quotas = []
    for place, category in enumerate(categories):
        for value in sorted({person.values[place] for person in persons}):
            have = sum(person.values[place] == value for person in chosen)
            quotas.append(
                Quota(
                    category,
                    value,
                    max(0, have - draw(strategies.integers(0, 1))),
                    have + draw(strategies.integers(0, 1)),
                )
            )
    return Pool(categories, tuple(quotas), persons, len(chosen), one_per_address=addresses)


def _one_panel(draw, persons, size) -> list[Person]:
    chosen: list[Person] = []
    for person in draw(strategies.permutations(persons)):
        if len(chosen) < size and (not person.address or person.address not in {other.address for other in chosen}):
            chosen.append(person)
    return chosen

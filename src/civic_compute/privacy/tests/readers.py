"""A reader who tries every world: an attack on publications that shares nothing with how they are made."""

from functools import cache
from itertools import combinations, product

import numpy as np
from hypothesis import strategies as st

from civic_compute.privacy.model import Publication, Table, covers
from civic_compute.privacy.suppression import publish

SHAPES = (  # dimensions, limit, the highest count
    ({"place": ("A", "B", "C")}, 5, 12),
    ({"place": ("A", "B"), "age": ("young", "old")}, 4, 9),
    ({"place": ("A", "B", "C"), "age": ("young", "old")}, 2, 4),
    ({"place": ("A", "B"), "age": ("young", "old"), "topic": ("bus", "school")}, 2, 2),
)


@cache
def every_world(cells: int, highest: int):
    axes = [np.arange(highest + 1, dtype=np.int16)] * cells
    return np.array(np.meshgrid(*axes, indexing="ij")).reshape(cells, -1)


def possible(table: Table, known, highest: int):
    """From which to which number each group goes over every table that has the known numbers."""
    members = {
        key: [n for n, cell in enumerate(table.keys_of_cells()) if covers(key, cell)] for key in table.all_keys()
    }
    worlds = every_world(len(table.keys_of_cells()), highest)
    for key, count in known.items():
        worlds = worlds[:, worlds[members[key]].sum(axis=0) == count]
    sums = {key: worlds[places].sum(axis=0) for key, places in members.items()}
    return {key: (int(found.min()), int(found.max())) for key, found in sums.items()}


def in_doubt(least: int, most: int, limit: int, *, grew: bool = True) -> bool:
    return most - least >= limit and (most >= limit if grew else least <= -limit)


def told(publications: list[Publication], highest: int) -> list[str]:
    """Every small group and small change that is told too closely by all that was published."""
    ranges = [possible(one.table, one.shown, highest) for one in publications]
    found = []
    for date, now in enumerate(publications):
        for key in now.table.all_keys():
            count, limit, (least, most) = now.table.value(key), now.limit, ranges[date][key]
            if 0 < count < limit and not in_doubt(least, most, limit):
                found.append(f"{key} at {date}: {count} in {least}..{most}")
            for before in range(date):
                change = count - publications[before].table.value(key)
                low, high = ranges[before][key]
                if 0 < abs(change) < limit and not in_doubt(least - high, most - low, limit, grew=change > 0):
                    found.append(f"{key} from {before} to {date}: {change} in {least - high}..{most - low}")
    return found


def told_while_unchanged(publications: list[Publication], highest: int) -> list[str]:
    """The same for a reader who rightly guesses that nothing changed while several publications were made."""
    found, known = [], {}
    for date, now in enumerate(publications):
        same = date > 0 and publications[date - 1].table == now.table
        known = (known if same else {}) | dict(now.shown)
        for key, (least, most) in possible(now.table, known, highest).items():
            if 0 < now.table.value(key) < now.limit and not in_doubt(least, most, now.limit):
                found.append(f"{key} at {date}: {now.table.value(key)} in {least}..{most}")
    return found


@st.composite
def histories(draw):
    """Tables at up to four dates, people coming and going, and the tables asked for at each."""
    dimensions, limit, highest = draw(st.sampled_from(SHAPES))
    cells, names = list(product(*dimensions.values())), list(dimensions)
    counts = st.lists(st.integers(0, highest) | st.just(0), min_size=len(cells), max_size=len(cells))
    asked = [
        None,
        [names],
        [names[:1]],
        [[name] for name in names],
        [list(pair) for pair in combinations(names, 2)] or None,
    ]
    dates, now = [], draw(counts)
    for _date in range(draw(st.integers(1, 4))):
        dates.append((Table(dimensions, dict(zip(cells, now, strict=True))), draw(st.sampled_from(asked))))
        if draw(st.booleans()):
            moved = draw(counts)
            stays = draw(st.lists(st.booleans(), min_size=len(cells), max_size=len(cells)))
            now = [old if stay else new for old, new, stay in zip(now, moved, stays, strict=True)]
    return dates, limit, highest + 2 * limit


def published(dates, limit: int) -> list[Publication]:
    made: list[Publication] = []
    for table, asked in dates:
        made.append(publish(table, tables=asked, limit=limit, earlier=made))
    return made

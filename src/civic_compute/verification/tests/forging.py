"""A true result made false in every place, one at a time."""

import copy
from collections.abc import Iterator
from random import Random
from typing import Any


def forgeries(result: dict[str, Any], chance: Random, *, most: int) -> Iterator[tuple[dict[str, Any], str]]:
    """Each field changed, taken away, and one put beside it; of a list at most so many entries, chosen by chance."""
    for path in _paths(result, chance, most):
        where = ".".join(map(str, path))
        for change in (_change, _take, _add):
            forged = copy.deepcopy(result)
            inner = forged
            for key in path[:-1]:
                inner = inner[key]
            if change(inner, path[-1], chance):
                yield forged, f"{where}" if where == "file" else f"{where}: {change.__name__}"


def _paths(inner: Any, chance: Random, most: int, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    if isinstance(inner, dict):
        keys: list[Any] = list(inner)
    elif isinstance(inner, list):
        keys = chance.sample(range(len(inner)), min(most, len(inner)))
    else:
        return
    for key in keys:
        yield from _paths(inner[key], chance, most, (*path, key))


def _change(inner: Any, key: Any, chance: Random) -> bool:
    value = inner[key]
    others = [None, 0, 1, -1, 0.5, 7, "7", "1/3", "pool", "zzz", "", [], {}, True, False, "0" * 64]
    if isinstance(value, bool):
        inner[key] = not value
    elif isinstance(value, int | float) and chance.random() < 0.5:
        inner[key] = value + 1 if isinstance(value, int) else value + 1e-3
    else:
        inner[key] = chance.choice([other for other in others if not _alike(other, value)])
    return True


def _alike(one: Any, other: Any) -> bool:
    return one == other and isinstance(one, bool) is isinstance(other, bool)


def _take(inner: Any, key: Any, _chance: Random) -> bool:
    if key in OPTIONAL:
        return False
    del inner[key]
    return True


def _add(inner: Any, key: Any, _chance: Random) -> bool:
    if isinstance(inner, dict):
        inner[f"{key} too"] = inner[key]
    else:
        inner.insert(key, "zzz")
    return True


#: What may stand beside a result, or not.
OPTIONAL = ("comparison", "margins", "numbered", "exact equal-shares add-opt")

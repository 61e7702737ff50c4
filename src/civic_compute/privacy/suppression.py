"""Small groups held back so that no subtraction, over tables or over dates, brings them back.

Who reads knows every number that was ever published, and that no count is negative at any date. Since people come and
go, a number says nothing certain about other dates, so the worlds of different dates are independent, and what is
known of a change between two dates is the difference of two intervals (docs/algorithms/privacy.md has the proof).
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from civic_compute.privacy.model import Interval, Key, Publication, Table
from civic_compute.privacy.problems import PrivacyProblem
from civic_compute.privacy.worlds import Worlds

SMALLEST_GROUP: Final = 5  # persons, unless an authority says more
MOST_GROUPS: Final = 5_000  # cells and sums together
_NOBODY: Final = Interval(0, 0)


def publish(
    table: Table,
    *,
    tables: Sequence[Sequence[str]] | None = None,
    limit: int = SMALLEST_GROUP,
    earlier: Sequence[Publication] = (),
) -> Publication:
    """Choose what of a table can be shown, after all that was shown earlier, oldest first.

    `table` counts the persons by all dimensions together; `tables` names the dimensions of each table that is to be
    published with its sums (one table of all dimensions unless told). No group of 1 to limit - 1 persons, and no
    change by 1 to limit - 1 since any earlier date, can be worked out closer than to an interval that is `limit` wide
    and reaches `limit` (or as many who left). All groups of the table are guarded, not only those asked for. 0 is shown:
    it is nobody. The same always gives the same. Raises PrivacyProblem("limit",
    "unknown_dimension", "other_dimensions", "too_large").
    """
    _check(table, limit, earlier)
    wanted = _wanted(table, tables)
    needs = _Needs(table, limit, earlier)
    shown = {
        key: table.value(key)
        for key in table.all_keys()
        if key in wanted and not needs.lacking(key, Interval(table.value(key), table.value(key)))
    }
    audit = _Audit(table, shown, _still_true(table, earlier), room=2 * limit)
    for key in needs.groups:
        audit.guard(key, needs)
    return audit.publication(limit, wanted)


def _wanted(table: Table, tables: Sequence[Sequence[str]] | None) -> frozenset[Key]:
    """The cells and sums of the tables that are to be published."""
    names = tables or [tuple(table.dimensions)]
    return frozenset(key for each in names for key in table.keys_of(each))


def _check(table: Table, limit: int, earlier: Sequence[Publication]) -> None:
    """Refuse what cannot be published or not be compared with what was."""
    if limit < 1:
        raise PrivacyProblem("limit", limit=limit)
    groups = 1
    for values in table.dimensions.values():
        groups *= len(values) + 1
    if groups > MOST_GROUPS:
        raise PrivacyProblem("too_large", groups=groups, most=MOST_GROUPS)
    for one in earlier:
        for name, values in one.table.dimensions.items():
            if not set(values) <= set(table.dimensions.get(name, ())):
                raise PrivacyProblem("other_dimensions", name=name)


def _translated(table: Table, one: Publication) -> Iterator[tuple[Key, Key]]:
    """Each group of an earlier publication as a group of the table, and as it was called then."""
    names = list(one.table.dimensions)
    for old in one.table.all_keys():
        parts = dict(zip(names, old, strict=True))
        yield tuple(parts.get(name) for name in table.dimensions), old


def _still_true(table: Table, earlier: Sequence[Publication]) -> dict[Key, int]:
    """What was known at the last publication and has not changed: a reader may well take it for true today."""
    if not earlier:
        return {}
    last = earlier[-1]
    return {
        key: last.known[old]
        for key, old in _translated(table, last)
        if old in last.known and last.known[old] == table.value(key)
    }


def _dearness(key: Key, count: int) -> tuple[int, bool, int, tuple[str, ...]]:
    """What is held back first: cells before sums, small numbers before large ones, a 0 last."""
    return key.count(None), count == 0, count, tuple(part or "" for part in key)


class _Needs:
    """Which groups are small or changed a little, and what a reader must then be left in doubt about."""

    def __init__(self, table: Table, limit: int, earlier: Sequence[Publication]) -> None:
        self._limit = limit
        self._before: dict[Key, list[tuple[Interval, bool]]] = {}  # from what, and whether it grew since
        for key, count in table.sums.items():
            if 0 < count < limit:
                self._before[key] = [(_NOBODY, True)]
        for one in earlier:
            for key, old in _translated(table, one):
                change = table.value(key) - one.table.value(old)
                if 0 < abs(change) < limit:
                    self._before.setdefault(key, []).append((one.could_be[old], change > 0))
        self.groups = [key for key in table.all_keys() if key in self._before]

    def lacking(self, key: Key, now: Interval) -> int:
        """Whether the group would have to be possible with more (1) or fewer (-1) than the interval; 0 if it is enough."""
        for then, grew in self._before.get(key, ()):
            least, most = now.least - then.most, now.most - then.least
            far = most >= self._limit if grew else least <= -self._limit
            if not far or most - least < self._limit:
                return 1 if grew else -1
        return 0


class _Audit:
    """What a reader can tell from what is shown; more is held back until the needs are met."""

    def __init__(self, table: Table, shown: Mapping[Key, int], still_true: Mapping[Key, int], *, room: int) -> None:
        self._table, self._room = table, room
        self._shown = dict(shown)
        self._still_true = still_true
        self._careful = Worlds(table, self._shown | dict(still_true), room=room)
        self._today: Worlds | None = None  # without what was shown before, where that alone tells too much

    def guard(self, key: Key, needs: _Needs) -> None:
        """Hold back until the group is safe, from a reader who takes unchanged numbers for true today if it can be."""
        if self._widened(self._careful, key, needs):
            return
        if self._today is None:
            self._today = Worlds(self._table, self._shown, room=self._room)
        self._widened(self._today, key, needs)

    def _widened(self, worlds: Worlds, key: Key, needs: _Needs) -> bool:
        while lacking := needs.lacking(key, worlds.interval(key)):
            telling = self._telling(worlds, key, lacking)
            if not needs.lacking(key, worlds.interval(key)):
                return True
            if not telling:
                return False
            self._hold_back(min(telling, key=lambda each: _dearness(each, self._shown[each])))
        return True

    def _telling(self, worlds: Worlds, key: Key, direction: int) -> AbstractSet[Key]:
        """Stretch the group, if need be the other way too; the shown numbers that keep it from going further."""
        own = self._shown.keys() if worlds is self._today else self._shown.keys() - self._still_true.keys()
        return (worlds.stretch(key, direction) & own) or (worlds.stretch(key, -direction) & own)

    def _hold_back(self, key: Key) -> None:
        del self._shown[key]
        if key not in self._still_true:
            self._careful.forget(key)
        if self._today is not None:
            self._today.forget(key)

    def publication(self, limit: int, wanted: frozenset[Key]) -> Publication:
        """What is shown, with what is proven of all that is not."""
        worlds = [self._careful, *([self._today] if self._today else [])]
        could_be = {}
        for key in self._table.all_keys():
            if key not in self._careful.known:
                self._stretch_both_ways(key, limit)
            found = [each.interval(key) for each in worlds]
            could_be[key] = Interval(min(each.least for each in found), max(each.most for each in found))
        hidden = wanted - self._shown.keys()
        known = self._shown | dict(self._still_true)
        return Publication(self._table, limit, self._shown, hidden, known, could_be)

    def _stretch_both_ways(self, key: Key, limit: int) -> None:
        interval = self._careful.interval(key)
        if interval.most - interval.least < 2 * limit:
            for direction in (1, -1):
                self._careful.stretch(key, direction)


def together(publications: Sequence[Publication]) -> dict[Key, int]:
    """What several periods come to, where each published who came in it (`Table.since`) and nobody leaves.

    Only what every period shows is added up, so nothing is told beyond them.
    """
    first, *others = publications
    return {
        key: count + sum(one.shown[key] for one in others)
        for key, count in first.shown.items()
        if all(key in one.shown for one in others)
    }

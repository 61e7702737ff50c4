"""What is built once for each shape of a query or a change: few are kept, and rare ones do not drive out the usual."""

from collections.abc import Callable, Hashable
from typing import Any, Final, Generic, TypeVar, cast

Made = TypeVar("Made")
MOST: Final = 64  # shapes of one query; a reader's filters and orders can make more
LONGEST: Final = 128  # values of a sequence; with more the statement goes its ordinary way


class Shapes(Generic[Made]):
    """What was made by shape, the least used first. Threads share it: what goes under one's hands is made again."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Made] = {}
        self._asked: dict[Hashable, None] = {}

    def __len__(self) -> int:
        return len(self._made)

    def of(self, shape: Hashable, make: Callable[[], Made | None]) -> Made | None:
        """What was made for the shape, or is made now; None where nothing can be made, or not yet.

        While there is room, a shape is made at its first use. Afterwards a new one takes the place of the least used only
        when it is asked again before as many others are: who goes through all of them costs what Django itself does.
        That nothing could be made is not kept: it may hold for the marks and not for the next values.
        """
        found = self._made.pop(shape, None)
        if found is None and (not self._is_welcome(shape) or (found := make()) is None):
            return None
        while len(self._made) >= MOST:
            _drop_first(self._made)
        self._made[shape] = found
        return found

    def _is_welcome(self, shape: Hashable) -> bool:
        if len(self._made) < MOST:
            return True
        if shape in self._asked:
            self._asked.pop(shape, None)
            return True
        while len(self._asked) >= MOST:
            _drop_first(self._asked)
        self._asked[shape] = None
        return False


def _drop_first(kept: dict[Hashable, Any]) -> None:
    """Another thread may change it meanwhile: then the first is looked for again."""
    try:
        kept.pop(next(iter(kept)), None)
    except (RuntimeError, StopIteration):
        return


def shape_of(form: tuple[Hashable, ...], values: dict[str, Any]) -> Hashable | None:
    """What decides the statement: its form, and of each value the type and how many there are; None for too many."""
    if any(isinstance(value, list) and len(value) > LONGEST for value in values.values()):
        return None
    return (form, *((name, _kind_of(value)) for name, value in values.items()))


def _kind_of(value: Any) -> Hashable:
    """Of a sequence the types of all, for each is sent as what it is."""
    if not isinstance(value, list):
        return cast("Hashable", type(value))
    kinds = tuple(map(type, value))
    return (len(kinds), *(kinds if len(set(kinds)) > 1 else kinds[:1]))

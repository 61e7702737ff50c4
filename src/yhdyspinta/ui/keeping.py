"""Pieces of pages that are kept in the web process: found only by everything that they show, so never out of date."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from threading import Lock
from typing import Any, Generic, TypeVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString

Piece = TypeVar("Piece")


class Shelf(Generic[Piece]):
    """The pieces last asked for, at most so many and of so many characters."""

    def __init__(self, most: int, characters: int, size: Callable[[Any], int] = len) -> None:
        self._most, self._characters, self._measure = most, characters, size
        self._kept: OrderedDict[Hashable, Piece] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> Piece | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: Hashable, piece: Piece) -> None:
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = piece
            self._size += self._measure(piece) - (self._measure(before) if before is not None else 0)
            while len(self._kept) > self._most or self._size > self._characters:
                self._size -= self._measure(self._kept.popitem(last=False)[1])

    def __len__(self) -> int:
        return len(self._kept)


def frozen(value: Any) -> Hashable:
    """Everything that a value shows, as a key: a text marked safe is another than the same text unmarked.

    A function without arguments is asked. Raises TypeError for what it does not know.
    """
    if value is None or isinstance(value, (str, int, float)):
        return (type(value), str(value) if isinstance(value, SafeString) else value)
    if isinstance(value, Mapping):
        return (dict, *((key, frozen(one)) for key, one in value.items()))
    if isinstance(value, (list, tuple)):
        return (list, *map(frozen, value))
    if is_dataclass(value.__class__):
        return (value.__class__, *(frozen(getattr(value, one.name)) for one in fields(value.__class__)))
    if isinstance(value, Promise):
        return frozen(str(value))
    if callable(value):
        return frozen(value())
    raise TypeError(f"{value!r} cannot be a part of what finds a kept piece.")

"""Every address of the product with an example of each, taken from the resolver itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Address:
    """A named address and the pieces that it asks for."""

    name: str
    pieces: tuple[str, ...]
    label: str = ""  # the name, with the piece that tells apart two addresses of one name

    def path(self, things: Mapping[str, Any]) -> str:
        values = {piece: things.get(f"{self.name}.{piece}", things.get(piece)) for piece in self.pieces}
        query = things.get(f"{self.name}?", "")
        return reverse(self.name, kwargs=values) + (f"?{query}" if query else "")


def addresses() -> list[Address]:
    """Each named pattern; the same name with other pieces counts as another address."""
    found = sorted(set(_walk(get_resolver(), "", ())), key=lambda one: (one.name, len(one.pieces)))
    by_name = {name: list(ones) for name, ones in groupby(found, key=lambda one: one.name)}
    return [replace(one, label=_label(one, by_name[one.name])) for one in found]


def _label(one: Address, same: list[Address]) -> str:
    common = set.intersection(*(set(other.pieces) for other in same))
    own = [piece for piece in one.pieces if piece not in common]
    return f"{one.name} with {', '.join(own)}" if own else one.name


def _walk(resolver: URLResolver, prefix: str, before: tuple[str, ...]) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        pieces = (*before, *entry.pattern.regex.groupindex)
        if isinstance(entry, URLPattern):
            assert entry.name, f"{entry.pattern} has no name"
            yield Address(f"{prefix}{entry.name}", pieces)
        else:
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix, pieces)

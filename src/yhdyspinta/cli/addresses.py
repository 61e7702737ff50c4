"""Every address pattern of the product, with an example where the demo world has one."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")


@dataclass(frozen=True)
class Address:
    pattern: str
    name: str
    view: str
    example: str | None


def all_addresses() -> list[Address]:
    """Walk the resolver; an example is made where every part of the address is known."""
    known = _examples()
    return [
        Address(pattern, name, view, _example(pattern, _values_for(name, known)))
        for pattern, name, view in _walk(get_resolver(), "/", "")
    ]


def _examples() -> dict[str, dict[str, str]]:
    """Values of the pieces of addresses: under "" for all, under "namespace:" or a route's name for those."""
    if find_spec("yhdyspinta.demo.examples") is None:
        return {}
    from yhdyspinta.demo.examples import examples

    return examples()


def _values_for(name: str, known: dict[str, dict[str, str]]) -> dict[str, str]:
    """The values that hold for a route: its own before its namespace's, those before the general ones."""
    namespace = name.rpartition(":")[0] + ":"
    return known.get("", {}) | known.get(namespace, {}) | known.get(name, {})


def _walk(resolver: URLResolver, prefix: str, namespace: str) -> Iterator[tuple[str, str, str]]:
    for entry in resolver.url_patterns:
        pattern = prefix + _plain(str(entry.pattern))
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, pattern, inner)
        elif isinstance(entry, URLPattern):
            yield pattern, f"{namespace}{entry.name}" if entry.name else "", entry.lookup_str


def _plain(route: str) -> str:
    """A regular expression written as a route."""
    return GROUP.sub(r"<\1>", route).removeprefix("^").removesuffix("$").removesuffix(r"\Z").replace("\\", "")


def _example(pattern: str, known: dict[str, str]) -> str | None:
    needed = PARAMETER.findall(pattern)
    if any(name not in known for name in needed):
        return None
    query = f"?{known['?']}" if "?" in known else ""
    return PARAMETER.sub(lambda found: known[found[1]], pattern) + query


def print_addresses(*, as_json: bool) -> int:
    """Print the list, for programs or for people."""
    listed = all_addresses()
    if as_json:
        print(json.dumps([asdict(address) for address in listed], ensure_ascii=False, indent=1))
        return 0
    for address in listed:
        print(f"{address.pattern:<60} {address.name:<40} {address.example or ''}")
    return 0

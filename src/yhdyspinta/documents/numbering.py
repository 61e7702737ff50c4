"""Section numbers from order and levels, and anchors that links can keep."""

from collections.abc import Collection, Iterable

from yhdyspinta.processes.slugs import slug_of

DEEPEST = 4


def numbers(levels: Iterable[int]) -> list[tuple[int, str]]:
    """For each section its level, at most one deeper than the one before, and its number: "1", "1.1", "2"."""
    counters: list[int] = []
    found = []
    for asked in levels:
        level = max(1, min(asked, len(counters) + 1, DEEPEST))
        counters = [*counters[:level], *([0] * (level - len(counters)))]
        counters[level - 1] += 1
        found.append((level, ".".join(str(count) for count in counters)))
    return found


def anchor_for(heading: str, taken: Collection[str]) -> str:
    """A short name for addresses, made of the heading; "kohta" where the heading has no letters for one."""
    wanted = slug_of(heading, longest=60, default="kohta")
    if wanted not in taken:
        return wanted
    count = 2
    while f"{wanted}-{count}" in taken:
        count += 1
    return f"{wanted}-{count}"

"""The map's numbers as tables, for those who do not see it; headings are codes with words in each language."""

from dataclasses import dataclass
from typing import Any, Final

from civic_compute.opinions.mapping import OpinionMap
from civic_compute.opinions.stability import LEAST_PERSONS
from civic_compute.opinions.words import percent

ENGLISH: Final = {
    "groups": "Groups",
    "group": "Group",
    "persons": "Persons",
    "share": "Share of those on the map (%)",
    "statements": "Statements",
    "statement": "Statement",
    "seen": "Votes",
    "agree": "Agree (%)",
    "disagree": "Disagree (%)",
    "pass": "Pass (%)",
    "agree_in": "Agree in group {group} (%)",
    "disagree_in": "Disagree in group {group} (%)",
    "votes_in": "Votes in group {group}",
}


@dataclass(frozen=True)
class Heading:
    code: str
    group: int | None = None  # number from 1

    @property
    def english(self) -> str:
        """The heading in English."""
        return ENGLISH[self.code].format(group=self.group)


@dataclass(frozen=True)
class Table:
    """A table with a title's code, headings, and a row a group or statement; the first cell names the row."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str | int, ...], ...]


#: In the place of a number that fewer persons stand behind than may be told; and of the shares beside it.
FEW: Final = "few"
UNTOLD: Final = "–"


def tables_of(opinions: OpinionMap, *, tell_groups: bool = True, least: int = LEAST_PERSONS) -> tuple[Table, ...]:
    """Groups with their sizes, and statements with everybody's and each group's votes; without groups if refused.

    Where fewer than `least` persons voted on a statement there is FEW for the votes, and UNTOLD for each share.
    """
    statements = _statements(opinions, tell_groups=tell_groups, least=least)
    return (_groups(opinions), statements) if tell_groups else (statements,)


def _groups(opinions: OpinionMap) -> Table:
    whole = len(opinions.groups.in_conversation)
    rows = tuple((group + 1, size, percent(size, whole)) for group, size in enumerate(opinions.groups.sizes.tolist()))
    return Table("groups", (Heading("group"), Heading("persons"), Heading("share")), rows)


def _statements(opinions: OpinionMap, *, tell_groups: bool, least: int) -> Table:
    headings = [Heading(code) for code in ("statement", "seen", "agree", "disagree", "pass")]
    groups = range(opinions.groups.k) if tell_groups else range(0)
    for group in groups:
        headings += [Heading(code, group + 1) for code in ("votes_in", "agree_in", "disagree_in")]
    shown = [place for place, out in enumerate(opinions.conversation.moderated_out) if not out]
    return Table("statements", tuple(headings), tuple(_row(opinions, place, groups, least) for place in shown))


def _row(opinions: OpinionMap, place: int, groups: range, least: int) -> tuple[str | int, ...]:
    whole, counts = opinions.everybody, opinions.counts
    row: list[str | int] = [opinions.conversation.statements[place]]
    row += _cells(
        int(whole.seen[0, place]), [part[0, place] for part in (whole.agree, whole.disagree, whole.passed)], least
    )
    for group in groups:
        parts = [counts.agree[group, place], counts.disagree[group, place]]
        row += _cells(int(counts.seen[group, place]), parts, least)
    return tuple(row)


def _cells(seen: int, parts: list[Any], least: int) -> list[str | int]:
    """The votes, and each part's share of them."""
    if 0 < seen < least:
        return [FEW, *(UNTOLD for _part in parts)]
    return [seen, *(percent(int(part), seen) for part in parts)]

"""The map's numbers as tables, for those who do not see it; headings are codes with words in each language."""

from dataclasses import dataclass
from typing import Final

from civic_compute.opinions.mapping import OpinionMap
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


def tables_of(opinions: OpinionMap, *, tell_groups: bool = True) -> tuple[Table, ...]:
    """Groups with their sizes, and statements with everybody's and each group's votes; without groups if refused."""
    statements = _statements(opinions, tell_groups=tell_groups)
    return (_groups(opinions), statements) if tell_groups else (statements,)


def _groups(opinions: OpinionMap) -> Table:
    whole = len(opinions.groups.in_conversation)
    rows = tuple((group + 1, size, percent(size, whole)) for group, size in enumerate(opinions.groups.sizes.tolist()))
    return Table("groups", (Heading("group"), Heading("persons"), Heading("share")), rows)


def _statements(opinions: OpinionMap, *, tell_groups: bool) -> Table:
    headings = [Heading(code) for code in ("statement", "seen", "agree", "disagree", "pass")]
    groups = range(opinions.groups.k) if tell_groups else range(0)
    for group in groups:
        headings += [Heading(code, group + 1) for code in ("votes_in", "agree_in", "disagree_in")]
    shown = [place for place, out in enumerate(opinions.conversation.moderated_out) if not out]
    return Table("statements", tuple(headings), tuple(_row(opinions, place, groups) for place in shown))


def _row(opinions: OpinionMap, place: int, groups: range) -> tuple[str | int, ...]:
    whole, counts = opinions.everybody, opinions.counts
    seen = int(whole.seen[0, place])
    row: list[str | int] = [opinions.conversation.statements[place], seen]
    row += [percent(int(part[0, place]), seen) for part in (whole.agree, whole.disagree, whole.passed)]
    for group in groups:
        votes = int(counts.seen[group, place])
        row += [
            votes,
            percent(int(counts.agree[group, place]), votes),
            percent(int(counts.disagree[group, place]), votes),
        ]
    return tuple(row)

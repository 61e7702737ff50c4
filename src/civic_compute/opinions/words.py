"""The map in words, for those who do not see it: codes with values, and their English.

The interface has sentences of its own for the codes in each of its languages. Shares are whole percents of those who
voted on the statement, rounded half up; statements and groups are named by id and number. What fewer than `least`
persons voted on is not told.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from civic_compute.opinions.bridging import Bridging
from civic_compute.opinions.consensus import ENOUGH_VOTES, MOST_LISTED, Agreed, Divisive
from civic_compute.opinions.mapping import OpinionMap
from civic_compute.opinions.model import Ints
from civic_compute.opinions.person import Standing
from civic_compute.opinions.representative import Representative
from civic_compute.opinions.stability import LEAST_PERSONS, Stability
from civic_compute.opinions.unity import least_in, united

ENGLISH: Final = {
    "size": "{participants:participant|participants} voted {votes:time|times} on {statements:statement|statements};"
    " {moderated_out:statement was|statements were} moderated out.",
    "in_conversation": "{persons:participant|participants} voted often enough to be placed on the map.",
    "groups": "There are {k:group|groups} of opinion.",
    "one_group": "There are no separate groups of opinion.",
    "tiny_group": "The groups are not told: the smallest has fewer than {least:person|persons}.",
    "few_votes": "What single statements got is not told where fewer than {least:person|persons} voted on them.",
    "unstable": "The groups are not told: with other participants they would often come out differently.",
    "stability": "In {runs:draw|draws} of the participants the number of groups was the same in {same}% and the groups"
    " agreed by {agreement}% (0% is chance, 100% is the same groups).",
    "group": "Group {group}: {persons:person|persons}, {share}% of those on the map.",
    "near": "The groups nearest to each other are {one} and {other}, the farthest apart {far} and {away}.",
    "represents_agree": "Group {group} stands out by agreeing with statement {statement}: {said} of {seen} agree"
    " ({share}%; in other groups {others}%).",
    "represents_disagree": "Group {group} stands out by disagreeing with statement {statement}: {said} of {seen}"
    " disagree ({share}%; in other groups {others}%).",
    "everybody_agrees": "Most agree with statement {statement}: {said} of {seen} ({share}%).",
    "everybody_disagrees": "Most disagree with statement {statement}: {said} of {seen} ({share}%).",
    "everybody_agrees_apart": "Most agree with statement {statement}: {said} of {seen} ({share}%); but not in every"
    " group: in group {group} {part}%.",
    "everybody_disagrees_apart": "Most disagree with statement {statement}: {said} of {seen} ({share}%); but not in"
    " every group: in group {group} {part}%.",
    "unites_agree": "Every group agrees with statement {statement}: at least {share}% in each, least in group {group}.",
    "unites_disagree": "Every group disagrees with statement {statement}: at least {share}% in each, least in group"
    " {group}.",
    "no_unity": "There is no statement on which most of every group agree, or most of every group disagree.",
    "bridges": "Statement {statement} is liked whatever the side: bridging score {score} ({said} of {seen} agree).",
    "no_consensus": "There is no statement on which a clear majority of everybody agrees or disagrees.",
    "divides": "Statement {statement} divides: in group {most} {most_said} of {most_seen} agree ({most_share}%), in group"
    " {least} {least_said} of {least_seen} ({least_share}%).",
    "your_votes": "You have voted on {votes:statement|statements} that count.",
    "you_no_votes": "You have not voted yet, so you are in the middle of the map.",
    "you_near": "You are nearest to group {group}.",
    "you_between": "You are about as near to group {one} as to group {other}.",
    "you_alike": "Of the {compared} statements on which you took a side, most of group {group} was of your opinion on"
    " {alike}.",
    "you_apart": "Most of your nearest group thinks otherwise than you about statement {statement}.",
}
_BRIDGES: Final = 3  # statements named
_BETWEEN: Final = 0.1  # distances that differ by less than this share are about the same


@dataclass(frozen=True)
class Sentence:
    """One thing to say: a code, and what stands in its gaps."""

    code: str
    values: dict[str, Any]

    @property
    def english(self) -> str:
        """The sentence in English."""
        values = {name: _Number(value) if type(value) is int else value for name, value in self.values.items()}
        return ENGLISH[self.code].format(**values)


class _Number(int):
    """A number that takes its word with it: `{persons:person|persons}`."""

    def __format__(self, words: str) -> str:
        one, _bar, more = words.partition("|")
        return f"{int(self):,} {one if self == 1 else more}" if words else f"{int(self):,}"


def percent(part: int, whole: int) -> int:
    """A part of the whole in whole percents, half up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def rounded(share: float) -> int:
    return int(share * 100 + 0.5)


def sentences_of(
    opinions: OpinionMap,
    stability: Stability | None = None,
    bridging: Bridging | None = None,
    *,
    least: int = LEAST_PERSONS,
) -> tuple[Sentence, ...]:
    """What the map shows. Groups that are refused are left out, with the reason; `stability` None tells them all."""
    refused = stability.refused if stability is not None else () if opinions.groups.k > 1 else ("one_group",)
    said = [
        Sentence("size", _size(opinions)),
        Sentence("in_conversation", {"persons": len(opinions.groups.in_conversation)}),
        *(Sentence(code, {"least": least}) for code in refused),
    ]
    if not refused:
        said += _groups(opinions)
    said += _stable(stability)
    if not refused:
        said += [
            _represents(opinions, group, one)
            for group, ones in enumerate(opinions.representative)
            for one in ones
            if one.seen >= least
        ]
        said += [_divides(opinions, one) for one in opinions.divisive[:MOST_LISTED] if one.significant]
        said += _unity(opinions)
    if bridging is not None:
        said += _bridges(opinions, bridging)
    return (*said, *_consensus(opinions, least, by_group=not refused))


def _stable(stability: Stability | None) -> list[Sentence]:
    """How stable the groups are; of one group there is nothing to tell."""
    if stability is None or stability.same_k is None or stability.adjusted_rand is None:
        return []
    if "one_group" in stability.refused:
        return []
    same, alike = rounded(stability.same_k), rounded(max(stability.adjusted_rand, 0.0))
    return [Sentence("stability", {"runs": stability.runs, "same": same, "agreement": alike})]


def sentences_about(standing: Standing) -> tuple[Sentence, ...]:
    """Where one person stands."""
    if not standing.votes:
        return (Sentence("you_no_votes", {}),)
    said = [Sentence("your_votes", {"votes": standing.votes})]
    if standing.nearest is None:
        return tuple(said)
    first, second = sorted(standing.groups, key=lambda one: (one.distance, one.group))[:2]
    if second.distance - first.distance <= _BETWEEN * second.distance:
        said.append(Sentence("you_between", {"one": first.group + 1, "other": second.group + 1}))
    else:
        said.append(Sentence("you_near", {"group": first.group + 1}))
    said += [
        Sentence("you_alike", {"group": one.group + 1, "compared": one.compared, "alike": one.alike})
        for one in standing.groups
        if one.compared
    ]
    return (*said, *(Sentence("you_apart", {"statement": statement}) for statement in standing.apart))


def _size(opinions: OpinionMap) -> dict[str, int]:
    conversation = opinions.conversation
    return {
        "participants": len(conversation.participants),
        "statements": len(conversation.statements),
        "votes": len(conversation.votes),
        "moderated_out": int(conversation.moderated_out.sum()),
    }


def _groups(opinions: OpinionMap) -> list[Sentence]:
    groups = opinions.groups
    whole = len(groups.in_conversation)
    said = [Sentence("groups", {"k": groups.k})]
    for group, size in enumerate(groups.sizes.tolist()):
        said.append(Sentence("group", {"group": group + 1, "persons": size, "share": percent(size, whole)}))
    if groups.k > 2:
        pairs = [(i, j) for i in range(groups.k) for j in range(i + 1, groups.k)]
        lengths = {(i, j): float(((groups.centres[i] - groups.centres[j]) ** 2).sum()) for i, j in pairs}
        (one, other), (far, away) = min(pairs, key=lengths.__getitem__), max(pairs, key=lengths.__getitem__)
        said.append(Sentence("near", {"one": one + 1, "other": other + 1, "far": far + 1, "away": away + 1}))
    return said


def _represents(opinions: OpinionMap, group: int, one: Representative) -> Sentence:
    counts = opinions.counts
    part = counts.agree if one.direction == "agree" else counts.disagree
    others = int(part[:, one.statement].sum() - part[group, one.statement])
    seen = int(counts.seen[:, one.statement].sum()) - one.seen
    said = one.agree if one.direction == "agree" else one.disagree
    values = {
        "group": group + 1,
        "statement": opinions.conversation.statements[one.statement],
        "said": said,
        "seen": one.seen,
        "share": percent(said, one.seen),
        "others": percent(others, seen),
    }
    return Sentence(f"represents_{one.direction}", values)


def _divides(opinions: OpinionMap, one: Divisive) -> Sentence:
    counts = opinions.counts
    values: dict[str, Any] = {"statement": opinions.conversation.statements[one.statement]}
    for name, group in (("most", one.most), ("least", one.least)):
        said, seen = int(counts.agree[group, one.statement]), int(counts.seen[group, one.statement])
        values |= {name: group + 1, f"{name}_said": said, f"{name}_seen": seen, f"{name}_share": percent(said, seen)}
    return Sentence("divides", values)


def _unity(opinions: OpinionMap) -> list[Sentence]:
    """What most of every group agree on, and what they disagree with."""
    counts, out = opinions.counts, opinions.conversation.moderated_out
    found = [(each, "unites_agree") for each in united(counts.agree, counts, opinions.consensus_agree, out)]
    found += [(each, "unites_disagree") for each in united(counts.disagree, counts, opinions.consensus_disagree, out)]
    names = opinions.conversation.statements
    said = [
        Sentence(
            code,
            {"statement": names[each.statement], "group": each.group + 1, "share": percent(each.said, each.seen)},
        )
        for each, code in found
    ]
    return said or [Sentence("no_unity", {})]


def _bridges(opinions: OpinionMap, bridging: Bridging) -> list[Sentence]:
    """The three statements most liked whatever the side, of those that enough have seen and most agree with."""
    everybody, out = opinions.everybody, opinions.conversation.moderated_out
    agree, seen = everybody.agree[0], everybody.seen[0]
    fit = np.flatnonzero((seen >= ENOUGH_VOTES) & (2 * agree > seen) & (bridging.statement > 0) & ~out)
    first = fit[np.argsort(-bridging.statement[fit], kind="stable")][:_BRIDGES]
    return [
        Sentence(
            "bridges",
            {
                "statement": opinions.conversation.statements[place],
                "score": f"{bridging.statement[place]:.2f}",
                "said": int(agree[place]),
                "seen": int(seen[place]),
            },
        )
        for place in first.tolist()
    ]


def _consensus(opinions: OpinionMap, least: int, *, by_group: bool) -> list[Sentence]:
    agree, disagree = opinions.consensus.agree, opinions.consensus.disagree
    told = [(one, "everybody_agrees", opinions.counts.agree) for one in agree]
    told += [(one, "everybody_disagrees", opinions.counts.disagree) for one in disagree]
    said = [_agreed(opinions, one, code, part if by_group else None) for one, code, part in told if one.seen >= least]
    if int(opinions.everybody.seen.min(initial=least)) < least:
        said.append(Sentence("few_votes", {"least": least}))
    return said or [Sentence("no_consensus", {})]


def _agreed(opinions: OpinionMap, one: Agreed, code: str, part: Ints | None) -> Sentence:
    """With the group in which it is not so, if there is one."""
    values = {
        "statement": opinions.conversation.statements[one.statement],
        "said": one.said,
        "seen": one.seen,
        "share": percent(one.said, one.seen),
    }
    if part is None:
        return Sentence(code, values)
    apart = least_in(part, opinions.counts, one.statement)
    if apart is None or 2 * apart.said > apart.seen:
        return Sentence(code, values)
    return Sentence(f"{code}_apart", values | {"group": apart.group + 1, "part": percent(apart.said, apart.seen)})

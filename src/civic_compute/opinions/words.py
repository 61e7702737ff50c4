"""The map in words, for those who do not see it: codes with values, and their English.

The interface has sentences of its own for the codes in each of its languages. Shares are whole percents, rounded half
up; statements and groups are named by id and number.
"""

from dataclasses import dataclass
from typing import Any, Final

from civic_compute.opinions.consensus import Agreed, Divisive
from civic_compute.opinions.mapping import OpinionMap
from civic_compute.opinions.person import Standing
from civic_compute.opinions.representative import Representative
from civic_compute.opinions.stability import Stability

ENGLISH: Final = {
    "size": "{participants} participants voted {votes} times on {statements} statements; {moderated_out} statements"
    " were moderated out.",
    "in_conversation": "{persons} participants voted often enough to be placed on the map.",
    "groups": "There are {k} groups of opinion.",
    "one_group": "There are no separate groups of opinion.",
    "tiny_group": "The groups are not told: the smallest has {smallest} persons.",
    "unstable": "The groups are not told: with other participants they would often come out differently.",
    "stability": "In {runs} draws of the participants the number of groups was the same in {same}% and the groups"
    " agreed by {agreement}% (0% is chance, 100% is the same groups).",
    "group": "Group {group}: {persons} persons, {share}% of those on the map.",
    "near": "The groups nearest to each other are {one} and {other}, the farthest apart {far} and {away}.",
    "represents_agree": "Group {group} stands out by agreeing with statement {statement}: {said} of {seen} agree"
    " ({share}%; in other groups {others}%).",
    "represents_disagree": "Group {group} stands out by disagreeing with statement {statement}: {said} of {seen}"
    " disagree ({share}%; in other groups {others}%).",
    "everybody_agrees": "Most agree with statement {statement}: {said} of {seen} ({share}%).",
    "everybody_disagrees": "Most disagree with statement {statement}: {said} of {seen} ({share}%).",
    "no_consensus": "There is no statement on which a clear majority of everybody agrees or disagrees.",
    "divides": "Statement {statement} divides: {most_share}% agree in group {most}, {least_share}% in group {least}.",
    "your_votes": "You have voted on {votes} statements that count.",
    "you_no_votes": "You have not voted yet, so you are in the middle of the map.",
    "you_near": "You are nearest to group {group}.",
    "you_between": "You are about as near to group {one} as to group {other}.",
    "you_alike": "Of the {compared} statements on which you took a side, most of group {group} was of your opinion on"
    " {alike}.",
    "you_apart": "Most of your nearest group thinks otherwise than you about statement {statement}.",
}
_BETWEEN: Final = 0.1  # distances that differ by less than this share are about the same


@dataclass(frozen=True)
class Sentence:
    """One thing to say: a code, and what stands in its gaps."""

    code: str
    values: dict[str, Any]

    @property
    def english(self) -> str:
        """The sentence in English."""
        return ENGLISH[self.code].format(**self.values)


def percent(part: int, whole: int) -> int:
    """A part of the whole in whole percents, half up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def _rounded(share: float) -> int:
    return int(share * 100 + 0.5)


def sentences_of(opinions: OpinionMap, stability: Stability | None = None) -> tuple[Sentence, ...]:
    """What the map shows. Groups that are refused are left out, with the reason; `stability` None tells them all."""
    conversation = opinions.conversation
    said = [
        Sentence("size", _size(opinions)),
        Sentence("in_conversation", {"persons": len(opinions.groups.in_conversation)}),
    ]
    refused = stability.refused if stability is not None else () if opinions.groups.k > 1 else ("one_group",)
    said += [Sentence(code, {"smallest": stability.smallest} if stability else {}) for code in refused]
    if not refused:
        said += _groups(opinions)
    if stability is not None and stability.same_k is not None and stability.adjusted_rand is not None:
        same, alike = _rounded(stability.same_k), _rounded(max(stability.adjusted_rand, 0.0))
        said.append(Sentence("stability", {"runs": stability.runs, "same": same, "agreement": alike}))
    if not refused:
        said += [
            _represents(opinions, group, one) for group, ones in enumerate(opinions.representative) for one in ones
        ]
        said += [_divides(conversation.statements, one) for one in opinions.divisive[:5] if one.significant]
    return (*said, *_consensus(opinions))


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


def _divides(statements: tuple[str, ...], one: Divisive) -> Sentence:
    values = {
        "statement": statements[one.statement],
        "most": one.most + 1,
        "least": one.least + 1,
        "most_share": _rounded(one.most_agree),
        "least_share": _rounded(one.least_agree),
    }
    return Sentence("divides", values)


def _consensus(opinions: OpinionMap) -> list[Sentence]:
    names = opinions.conversation.statements
    listed = {"everybody_agrees": opinions.consensus.agree, "everybody_disagrees": opinions.consensus.disagree}
    said = [Sentence(code, _agreed(names, one)) for code, ones in listed.items() for one in ones]
    return said or [Sentence("no_consensus", {})]


def _agreed(names: tuple[str, ...], one: Agreed) -> dict[str, Any]:
    share = percent(one.said, one.seen)
    return {"statement": names[one.statement], "said": one.said, "seen": one.seen, "share": share}

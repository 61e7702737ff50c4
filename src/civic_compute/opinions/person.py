"""Where one person stands: on the map, near which group, and with whom they agree on what."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from civic_compute.opinions.counts import likelihood
from civic_compute.opinions.mapping import OpinionMap
from civic_compute.opinions.model import Floats
from civic_compute.opinions.problems import OpinionProblem


@dataclass(frozen=True)
class Nearness:
    """How near a person is to a group."""

    group: int
    distance: float  # to the group's centre on the map
    compared: int  # statements the person has agreed or disagreed with and the group has voted on
    alike: int  # of these, on how many most of the group who took a side took the person's


@dataclass(frozen=True)
class Standing:
    """One person on the map. `nearest` is None where there are fewer than two groups, or no votes that count."""

    x: float
    y: float
    votes: int  # on statements that are not moderated out
    nearest: int | None
    groups: tuple[Nearness, ...]
    apart: tuple[str, ...]  # statements on which the person differs most from the nearest group


def standing_of(opinions: OpinionMap, votes: Mapping[str, int]) -> Standing:
    """Where a person with these votes (statement id: 1, 0 or -1) stands; they need not be in the conversation.

    The position is the same as the map gives a participant with the same votes. Of centres as near the first group
    counts. Raises OpinionProblem("vote", "unknown_statement").
    """
    row = _row(opinions, votes)
    x, y = _position(opinions, row)
    counted = int((~np.isnan(row) & ~opinions.conversation.moderated_out).sum())
    groups = tuple(_nearness(opinions, row, group, x, y) for group in range(opinions.groups.k))
    settled = counted > 0 and len(groups) > 1
    nearest = min(groups, key=lambda one: (one.distance, one.group)).group if settled else None
    apart = _apart(opinions, row, nearest) if nearest is not None else ()
    return Standing(x, y, counted, nearest, groups, apart)


def _row(opinions: OpinionMap, votes: Mapping[str, int]) -> Floats:
    """(statements,) the votes, NaN where there is none."""
    places = {name: place for place, name in enumerate(opinions.conversation.statements)}
    row = np.full(len(places), np.nan)
    for statement, vote in votes.items():
        if statement not in places:
            raise OpinionProblem("unknown_statement", statement=statement[:40])
        if vote not in {1, 0, -1}:
            raise OpinionProblem("vote", found=str(vote)[:40])
        row[places[statement]] = vote
    return row


def _position(opinions: OpinionMap, row: Floats) -> tuple[float, float]:
    """sqrt(n / max(1, s)) * sum over seen of (vote - mean) * component, summed in the statements' order."""
    out = opinions.conversation.moderated_out
    seen = np.flatnonzero(~np.isnan(row) & ~out)
    stretch = np.sqrt(len(row) / max(1, len(seen) + int(out.sum())))
    x, y = 0.0, 0.0
    for place in seen:
        difference = row[place] - opinions.components.centre[place]
        x += float(difference * opinions.components.components[0, place])
        y += float(difference * opinions.components.components[1, place])
    return float(x * stretch), float(y * stretch)


def _nearness(opinions: OpinionMap, row: Floats, group: int, x: float, y: float) -> Nearness:
    centre = opinions.groups.centres[group]
    agree, disagree = opinions.counts.agree[group], opinions.counts.disagree[group]
    sided = (row == 1) | (row == -1)
    compared = sided & (agree + disagree > 0) & ~opinions.conversation.moderated_out
    alike = compared & (np.sign(agree - disagree) == np.where(sided, row, 0.0))
    distance = float(np.sqrt((centre[0] - x) ** 2 + (centre[1] - y) ** 2))
    return Nearness(group, distance, int(compared.sum()), int(alike.sum()))


def _apart(opinions: OpinionMap, row: Floats, group: int) -> tuple[str, ...]:
    """At most three statements on which most of the group takes the other side, the clearest first."""
    counts = opinions.counts
    agree = likelihood(counts.agree[group], counts.seen[group])
    disagree = likelihood(counts.disagree[group], counts.seen[group])
    against = np.where(row == 1, disagree, np.where(row == -1, agree, 0.0))
    against[opinions.conversation.moderated_out] = 0.0
    fit = np.flatnonzero(against > 0.5)
    order = fit[np.argsort(-against[fit], kind="stable")][:3]
    return tuple(opinions.conversation.statements[place] for place in order)

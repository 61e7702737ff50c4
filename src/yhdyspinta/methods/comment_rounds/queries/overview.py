"""How a round goes, for its staff."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q

from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.moderation.values import WARNINGS
from yhdyspinta.processes.models import Activity


@dataclass(frozen=True)
class RoundCounts:
    """Comments by state, by channel and by capacity of sender."""

    states: Mapping[str, int]
    channels: Mapping[str, int]
    capacities: Mapping[str, int]

    @property
    def received(self) -> int:
        return sum(self.states.values())


def counts_of(activity: Activity) -> RoundCounts:
    """Counted from the rows for staff: two queries."""
    states: dict[str, int] = {}
    channels: dict[str, int] = {}
    rows = Comment.objects.filter(activity=activity).values_list("state", "channel").annotate(count=Count("pk"))
    for state, channel, count in rows:
        states[state] = states.get(state, 0) + count
        channels[channel] = channels.get(channel, 0) + count
    capacities: dict[str, int] = {}
    for (keys,) in Sender.objects.filter(activity=activity, visible_comments__gt=0).values_list("capacities"):
        for key in keys:
            capacities[key] = capacities.get(key, 0) + 1
    return RoundCounts(states, channels, dict(sorted(capacities.items(), key=lambda row: -row[1])))


def desk_rows(activities: Collection[Activity]) -> dict[int, tuple[datetime, dict[str, int]]]:
    """Since when the first comment that waits could be checked (one on paper: since it was typed), and how many the checks warn of what, by activity; one query."""
    rows: Any = Comment.objects.filter(activity__in=activities, state=Comment.State.WAITING).values("activity")
    warned = {code: Count("pk", filter=Q(warnings__contains=[code])) for code in WARNINGS}
    return {
        row["activity"]: (row["oldest"], {code: row[code] for code in WARNINGS if row[code]})
        for row in rows.annotate(oldest=Min("entered_at"), **warned)
    }

"""Called by actions and the clock: the groups of senders as they are shown, taken anew when enough of them changed."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F, Q

from yhdyspinta.comments.groups import count_groups
from yhdyspinta.comments.models import KeptGroups
from yhdyspinta.processes.models import Activity

#: The smallest limit that an authority may set.
_LEAST: Final = 5


def keep_groups(activity: Activity, *, at: datetime) -> KeptGroups:
    """The groups as everybody is shown them from now on: those kept before, unless a whole group has come or gone."""
    authority = activity.process.owner
    KeptGroups.objects.get_or_create(activity=activity, defaults={"taken_at": at})
    kept = KeptGroups.objects.select_for_update().get(activity=activity)
    found = count_groups(authority, activity.pk)
    if abs(found.senders - kept.senders) < max(authority.small_group_limit, kept.limit):
        return kept
    kept.ages, kept.bands, kept.homes = dict(found.ages), dict(found.bands), dict(found.homes)
    kept.senders, kept.limit, kept.taken_at = found.senders, authority.small_group_limit, at
    kept.save()
    return kept


def keep_all_groups(*, at: datetime) -> int:
    """Every activity whose senders have come or gone by a whole group; how many were looked at."""
    before = F("kept_groups__senders")
    moved = Q(kept_groups=None, sender_count__gte=_LEAST)
    moved |= Q(sender_count__gte=before + _LEAST) | Q(sender_count__lte=before - _LEAST)
    found = list(Activity.objects.filter(moved).select_related("process__owner").order_by("pk"))
    for activity in found:
        with transaction.atomic():
            keep_groups(activity, at=at)
    return len(found)

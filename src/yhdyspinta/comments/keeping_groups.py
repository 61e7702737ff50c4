"""Called by actions and the clock: the groups of senders as they are shown, taken anew when enough of them changed."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Count, F, Max, Q, QuerySet

from yhdyspinta.comments.counters import lock_activity
from yhdyspinta.comments.groups import count_groups
from yhdyspinta.comments.models import Comment, KeptGroups, Sender
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity

#: The smallest limit that an authority may set.
_LEAST: Final = 5


def keep_groups(activity: Activity, *, at: datetime) -> KeptGroups:
    """The groups as everybody is shown them from now on: those kept before, unless a whole group has come or gone."""
    authority = activity.process.owner
    lock_activity(activity)  # before senders, as whoever counts does
    KeptGroups.objects.get_or_create(activity=activity, defaults={"taken_at": at})
    kept = KeptGroups.objects.select_for_update().get(activity=activity)
    found = count_groups(authority, activity.pk)
    if abs(found.senders - kept.senders) < max(authority.small_group_limit, kept.limit):
        return kept
    kept.ages, kept.bands, kept.homes = dict(found.ages), dict(found.bands), dict(found.homes)
    kept.senders, kept.limit, kept.taken_at = found.senders, authority.small_group_limit, at
    kept.save()
    _list_homes(kept, least=max(authority.small_group_limit, _LEAST))
    return kept


def _list_homes(kept: KeptGroups, *, least: int) -> None:
    """Staff's list of each municipality holds as many senders as are told of, and grows by whole groups only.

    Who has come since, and what those in the list have sent since, come in together with a whole group: so no list,
    taken from the list of another day, leaves anybody's home alone.
    """
    told = Sender.objects.filter(activity=kept.activity_id, municipality__isnull=False)
    listed = told.filter(listed_until__isnull=False)
    counts = dict(listed.order_by().values_list("municipality__code").annotate(count=Count("pk")))
    last = Comment.objects.aggregate(last=Max("pk"))["last"] or 0
    homes = Area.objects.filter(kind=Area.Kind.MUNICIPALITY, code__in={*counts, *kept.homes})
    for pk, code in homes.values_list("pk", "code"):
        more = kept.homes.get(code, 0) - counts.get(code, 0)
        here = told.filter(municipality=pk)  # asked again of a row that somebody else changes meanwhile
        if more >= least:
            _list_more(here, more, least=least, last=last)
        elif more < 0:  # those with nothing visible leave first, then the last to come
            gone = here.filter(listed_until__isnull=False).order_by("visible_comments", "-pk")[:-more]
            here.filter(pk__in=list(gone.values_list("pk", flat=True))).update(listed_until=None)


def _list_more(here: QuerySet[Sender], more: int, *, least: int, last: int) -> None:
    """Fewer than a whole group wait: of some who were counted, retention keeps the total only."""
    coming = here.filter(listed_until=None, visible_comments__gt=0).order_by("pk")
    chosen = list(coming.values_list("pk", flat=True)[:more])
    if len(chosen) >= least:
        here.filter(Q(listed_until__isnull=False) | Q(pk__in=chosen)).update(listed_until=last)


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

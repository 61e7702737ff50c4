"""Organisations whose statement in a round is theirs without doubt: both they and who spoke for them are confirmed."""

from django.db.models import Exists, OuterRef

from yhdyspinta.comments.models import Sender
from yhdyspinta.people.models import Representation


def confirmed_organisations(activity_id: int) -> list[str]:
    """Names of those with something visible in the activity, in the order of the alphabet; one query."""
    speaker = Representation.objects.filter(
        person=OuterRef("person"), organisation=OuterRef("organisation"), confirmed_at__isnull=False
    )
    senders = Sender.objects.filter(
        Exists(speaker), activity=activity_id, visible_comments__gt=0, organisation__verified_at__isnull=False
    )
    names = senders.values_list("organisation__name", flat=True).distinct()
    return sorted(names, key=lambda name: (name.casefold(), name))

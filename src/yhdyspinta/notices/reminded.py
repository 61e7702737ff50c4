"""Which reminders somebody has had: one message can carry several matters, each under a key of its own."""

from collections.abc import Collection, Iterable

from yhdyspinta.notices.models import Notice


def reminded_of(keys: Collection[str], *, people: Iterable[int], kinds: Collection[str]) -> set[str]:
    """Those of the keys that were owed alone, and every key that a message of several carried to one of the people.

    A message of several has them all in its value `told`; two queries.
    """
    alone = Notice.objects.filter(once_key__in=keys).values_list("once_key", flat=True)
    several = Notice.objects.filter(person__in=list(people), kind__in=kinds, values__has_key="told")
    return {key for key in alone if key}.union(*several.values_list("values__told", flat=True))

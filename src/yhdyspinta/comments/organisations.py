"""Organisations whose words in a round are theirs without doubt: both they and who spoke for them are confirmed."""

from collections.abc import Callable, Iterable

from django.db.models import Exists, OuterRef

from yhdyspinta.comments.models import Sender
from yhdyspinta.people.models import Representation

_gave_statement: list[Callable[[int], Iterable[int]]] = []


def register_gave_statement(find: Callable[[int], Iterable[int]]) -> None:
    """Let an app tell which organisations have a statement to read in an activity: one written together and sent once."""
    if find not in _gave_statement:
        _gave_statement.append(find)


def confirmed_organisations(activity_id: int) -> tuple[list[str], list[str]]:
    """Names of those with something visible in the activity, and of these of those who gave a statement.

    Both in the order of the alphabet.
    """
    speaker = Representation.objects.filter(
        person=OuterRef("person"), organisation=OuterRef("organisation"), confirmed_at__isnull=False
    )
    senders = Sender.objects.filter(
        Exists(speaker), activity=activity_id, visible_comments__gt=0, organisation__verified_at__isnull=False
    )
    names = dict(senders.values_list("organisation", "organisation__name").distinct())
    gave = {pk for find in _gave_statement for pk in find(activity_id)}
    return _by_alphabet(names.values()), _by_alphabet(name for pk, name in names.items() if pk in gave)


def _by_alphabet(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=lambda name: (name.casefold(), name))

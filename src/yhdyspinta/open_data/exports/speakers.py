"""Whose words may be told as an organisation's: its representative is confirmed, and so is the organisation."""

from collections.abc import Iterable

from yhdyspinta.people.models import Representation


def confirmed(organisations: Iterable[int | None]) -> dict[tuple[int, int], str]:
    """Names of the organisations by organisation and person; one query."""
    pairs = Representation.objects.filter(
        organisation__in={one for one in organisations if one is not None},
        organisation__verified_at__isnull=False,
        confirmed_at__isnull=False,
    )
    found = pairs.values_list("organisation", "person", "organisation__name")
    return {(organisation, person): name for organisation, person, name in found}

"""The names of municipalities, for sentences."""

from collections.abc import Collection

from yhdyspinta.places.models import Area
from yhdyspinta.wording.fields import Wording


def municipality_names(codes: Collection[str], language: str) -> str:
    """The municipalities of the codes by name, in alphabetical order; one query, none without codes."""
    if not codes:
        return ""
    names = Area.objects.filter(kind=Area.Kind.MUNICIPALITY, code__in=codes).values_list("name", flat=True)
    return ", ".join(sorted(Wording(name).text(language) for name in names))

"""The benchmark of staff's table asks everything that the table can be asked."""

from collections.abc import Mapping

import pytest

from bench import material
from tests import factories
from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.material.values import STANCES
from yhdyspinta.material.wanted import FILTERS
from yhdyspinta.people.capacities import CAPACITIES

COMMENTS = 40
#: Of these a common value and a rare one stand for all.
BY_EXAMPLE = {"capacity": CAPACITIES, "channel": CHANNELS, "language": COMMENT_LANGUAGES, "stance": STANCES}


@pytest.mark.django_db
def test_every_filter_and_order_of_the_table_is_measured() -> None:
    from django.db import connection

    from bench.pages import county
    from yhdyspinta.documents.models import Section
    from yhdyspinta.material.models import Signature

    activity = county(1)
    bertta = factories.staff(activity.process.owner)
    section = Section.objects.filter(version__document__activity=activity)[3]
    for number in range(COMMENTS):
        factories.comment(factories.guest(), section, f"Kommentti {number}")
    with connection.cursor() as cursor:
        cursor.execute(material._SPREAD.read_text(encoding="utf-8"))
    Signature.objects.filter(pk=Signature.objects.order_by("pk")[0].pk).update(
        like_count=1
    )  # one in a thousand is like it
    asked = material.queries(activity)
    assert {name for one in asked.values() for name in one} == FILTERS.keys()
    for name, held in FILTERS.items():
        if not (held.is_day or held.is_text):
            assert _lacking(asked, name, held.words) == set(), name
    client = factories.signed_in(bertta)
    for name in (
        "passed on",
        "answered by the other authority",
        "due within a week",
        "assigned to me",
        "oldest first",
        "arrived on one day",
    ):
        assert client.get(material.PATH, asked[name]).status_code == 200, name


def _lacking(asked: Mapping[str, Mapping[str, object]], name: str, values: frozenset[str]) -> set[str]:
    here = {str(one[name]) for one in asked.values() if name in one}
    if name in BY_EXAMPLE:
        return (values - set(BY_EXAMPLE[name])) - here if len(here) > 1 else set(values)
    return values - here - {"newest"}  # the order that it has unless told

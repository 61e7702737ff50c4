"""A document as it is read."""

import pytest

from tests import factories as make
from yhdyspinta.documents.queries import comparison, forward_links, reading
from yhdyspinta.documents.tests.writing import publish

pytestmark = pytest.mark.django_db


def test_reading_marks_a_fallback(world, draft):
    publish(world, draft)
    found = reading(draft.document, "en")
    assert [section.is_fallback for section in found.sections] == [True] * 3
    assert found.sections[0].language == "fi"
    assert [passage.number for passage in found.sections[0].passages] == [1, 2]
    assert found.sections[0].passages[0].text == "Yksi alku."


@pytest.mark.parametrize("count", [3, 300])
def test_reading_comparison_and_links_take_a_fixed_number_of_queries(
    world, django_assert_num_queries, django_assert_max_num_queries, count
):
    document = make.document(world.activity, sections=count)
    with django_assert_num_queries(4):
        found = reading(document, "fi")
    assert len(found.sections) == count
    version = document.versions.get()
    with django_assert_num_queries(3):
        changes = comparison(version, version, "fi")
    assert changes
    with django_assert_max_num_queries(3):
        forward_links([section.pk for section in found.sections])

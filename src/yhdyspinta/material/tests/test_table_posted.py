"""The table of comments as it answers a form, and views that are kept at the same moment."""

import pytest

from tests.together import work_together
from yhdyspinta.audit import clock
from yhdyspinta.material.actions import keeping
from yhdyspinta.material.models import SavedView
from yhdyspinta.material.tests.scene import comments_on, path_of

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_the_last_views_are_not_kept_twice_at_once(bertta, activity):
    def save(name):
        return lambda turn: keeping.save_view(
            actor=bertta, activity=activity, name=f"{name}{turn}", query="", is_shared=False, at=clock.now()
        )

    work_together(save("a"), save("b"), turns=keeping.MOST_VIEWS)
    assert SavedView.objects.count() == keeping.MOST_VIEWS


def test_the_language_is_changed_on_a_page_that_answers_a_form_and_the_choices_stay(desk, sections, activity):
    comments_on(sections[0], 2)
    table = f"{path_of(activity, 'table')}?channel=online"
    for name, form in (("change", {"do": "tick_all"}), ("change", {"kind": "closed"}), ("save_view", {"name": ""})):
        page = desk.post(path_of(activity, name), {**form, "query": "channel=online"}).content.decode()
        assert f'href="{table.replace("/fi/", "/sv/")}"' in page

"""No two themes of a round are called the same in any language: a report would tell the same theme on two rows."""

import pytest

from yhdyspinta.material.models import Theme
from yhdyspinta.material.tests.scene import path_of, theme_of

pytestmark = pytest.mark.django_db
LANGUAGES = ("fi", "sv", "en")


@pytest.mark.parametrize(
    "name", [{"name-fi": "AJAT", "name-sv": "Tider"}, {"name-fi": "Aikarajat", "name-sv": "ajat SV"}]
)
def test_a_name_that_another_theme_has_in_one_language_is_told_at_the_field(desk, bertta, activity, name):
    theme_of(bertta, activity, "Ajat")
    other = theme_of(bertta, activity, "Kyydit")
    for language in LANGUAGES:
        for page, more in (
            (path_of(activity, "themes", language=language), {}),
            (path_of(activity, "theme", theme=other.pk, language=language), {"do": "rename", "revision": "1"}),
        ):
            answer = desk.post(page, name | more)
            assert answer.status_code == 422
            assert name["name-fi"] in answer.content.decode()
    assert {str(one.name["fi"]) for one in Theme.objects.all()} == {"Ajat", "Kyydit"}


def test_a_theme_may_keep_its_own_name_in_one_language(desk, bertta, activity):
    one = theme_of(bertta, activity, "Ajat")
    fresh = {"do": "rename", "revision": "1", "name-fi": "Ajat", "name-sv": "Tider"}
    assert desk.post(path_of(activity, "theme", theme=one.pk), fresh).status_code == 302
    assert Theme.objects.get().name["sv"] == "Tider"

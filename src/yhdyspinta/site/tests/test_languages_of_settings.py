"""The settings of an authority ask first in the languages that it owes."""

import pytest

from tests import factories
from tests.factories import signed_in
from tests.folds import folded

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("group", "name"), [("names", "tagline"), ("contact", "paper_way")])
def test_the_languages_that_may_wait_are_folded(group, name):
    admin = signed_in(factories.staff(factories.authority(), "county_admin"))
    page = admin.get(f"/keski-suomi/fi/desk/authority/{group}/").content.decode()
    assert f'name="{name}-fi"' in page
    assert f'name="{name}-fi"' not in folded(page)
    assert f'name="{name}-sv"' in folded(page)


@pytest.mark.parametrize(("language", "off", "on"), [("fi", "Ei", "Kyllä"), ("sv", "Nej", "Ja"), ("en", "No", "Yes")])
def test_a_rule_that_is_off_reads_no(language, off, on):
    county = factories.authority()
    admin = signed_in(factories.staff(county, "county_admin"))
    path = f"/keski-suomi/{language}/desk/authority/"
    assert f'<span class="y-break">{off}</span>' in admin.get(path).content.decode()
    county.answers_need_approval = True
    county.save()
    assert f'<span class="y-break">{on}</span>' in admin.get(path).content.decode()

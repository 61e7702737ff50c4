"""The outline alarms of a language that is owed, and only mentions one that is not."""

import re

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def test_a_language_that_is_not_owed_does_not_alarm():
    county = factories.authority(languages=["fi", "sv", "en"], duty_languages=["fi", "sv"])
    activity = factories.activity(factories.process(county))
    bertta, at = factories.staff(county), clock.now()
    document = actions.create_document(actor=bertta, activity=activity, title=Wording(fi="Malli"), at=at)
    actions.add_section(actor=bertta, version=document.versions.get(), headings=Wording(fi="Yksi"), at=at)
    base = f"/keski-suomi/fi/desk/processes/{activity.process.slug}/activities/{activity.slug}/documents"
    page = factories.signed_in(bertta).get(f"{base}/{document.slug}/").content.decode()
    tags = dict(re.findall(r'y-tag--(\w+)">(svenska|English):', page))
    assert tags == {"rose": "svenska", "quiet": "English"}

"""Choices of columns that are kept under a name for the authority's next file."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import Mapping, Upload
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_p2_nobody_writes_over_choices_that_somebody_else_has_kept(county, bertta, section):
    upload = Upload.objects.create(
        activity=section.version.document.activity, kind="earlier", digest="a" * 64, file_name="a.xlsx",
        uploaded_at=clock.now(), rows=[["Vastaus"], ["Sanottua."]],
    )  # fmt: skip

    def keep(actor, role):
        given = {"columns": {"Vastaus": {"role": role}}, "language": "fi"}
        actions.map_columns(actor=actor, upload=upload, choices=given, name="Meidän kysely", at=clock.now())

    keep(bertta, "text")
    keep(bertta, "id")
    other = factories.staff(county, email="cecilia@example.org")
    with pytest.raises(Refusal, match="mapping_of_another"):
        keep(other, "text")
    assert Mapping.objects.get().choices["columns"]["Vastaus"]["role"] == "id"
    keep(other, "id")  # the same choices are nobody's loss
    assert Mapping.objects.get().saved_by == bertta
    assert Line.objects.filter(verb="intake.columns_mapped", detail__is_kept=True).count() == 3

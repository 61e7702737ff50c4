"""P: the owner's words of why a process was cancelled are the owner's: a partner's staff bring none in."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.processes import actions
from yhdyspinta.translating import actions as translating
from yhdyspinta.translating.files import RowBack, code_of
from yhdyspinta.translating.tests.taking import take
from yhdyspinta.translating.texts import texts_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_p1_a_partner_does_not_reword_why_the_owner_cancelled():
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    bertta, process = factories.staff(county), factories.process(county)
    town = factories.authority("kuvitelma", code="", kind="municipality")
    cai = factories.staff(town, "coordinator", "cai@example.org")
    at = clock.now()
    actions.add_partner(actor=bertta, process=process, authority=town, at=at)
    reason = Wording(fi="Rahat loppuivat.", sv="Pengarna är slut.")
    actions.cancel_process(actor=bertta, process=process, reason=reason, at=at)
    process.refresh_from_db()
    (text,) = [one for one in texts_of(process, "sv", "fi") if one.key.startswith("cancel/")]
    row = RowBack(number=2, code=code_of(text, "sv", "fi"), words="Johtaja luopui.")
    kept = translating.keep_returned(actor=cai, of=process, name="x.xlsx", content=b"x", rows=[row], at=at)
    with pytest.raises(Refusal, match="not_your_role"):
        take(cai, kept)
    process.refresh_from_db()
    assert process.cancel_reason["fi"] == "Rahat loppuivat."

"""The register tells what was received, also where its sender has written it anew since (906/2019 25-26 §)."""

from datetime import timedelta

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit.clock import now
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.actions.own import Instead, edit_comment
from yhdyspinta.moderation.actions import mask
from yhdyspinta.site.retention_of_documents import _forget_masked
from yhdyspinta.site.tests.received import EXPORT, RECEIVED, World, table
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db
EDITED, BEFORE, SHOWN = 14, 15, 16


@pytest.fixture
def world():
    return World()


def _edited(made, *texts, instead=None):
    for text in texts:
        made.refresh_from_db()
        edit_comment(
            actor=made.sender.person,
            comment=made,
            text=text,
            revision=made.revision,
            waits=False,
            warnings=(),
            check=now,
            instead=instead,
        )
    made.refresh_from_db()
    return made


def _stamp(at):
    return in_helsinki(at).isoformat(sep=" ", timespec="seconds")


def test_every_wording_is_told_with_when_it_came(world):
    made = _edited(world.comment("Ensin näin."), "Sitten näin.", "Lopulta näin.")
    world.comment("Kerran sanottu.")
    client = signed_in(world.risto)
    edited, once = table(client.post(EXPORT))[1:]
    assert (edited[9], edited[EDITED]) == ("Lopulta näin.", _stamp(made.edited_at))
    first, second = made.revisions.order_by("number")
    assert edited[BEFORE] == (f"{_stamp(made.arrived_at)}: Ensin näin.\n\n{_stamp(first.replaced_at)}: Sitten näin.")
    assert second.replaced_at == made.edited_at
    assert once[EDITED : BEFORE + 1] == ["", ""]
    page = client.get(RECEIVED.format("fi")).content.decode()
    assert page.count("Muokattu") == 1


def test_of_a_day_alone_no_time_is_told(world):
    made = world.comment("Paperilla.", channel="paper", is_day_only=True, arrived_at=world.at - timedelta(days=1))
    _edited(made, "Paperilla, mutta toisin.")
    row = table(signed_in(world.risto).post(EXPORT))[1]
    assert row[BEFORE] == f"{in_helsinki(made.arrived_at).date().isoformat()}: Paperilla."


def test_a_mended_slip_of_typing_was_never_received_and_is_not_its_senders_deed(world):
    slip = Instead(world.risto, "intake.corrected", is_slip=True)
    made = _edited(world.comment("Ovet auki iltasin.", channel="paper"), "Ovet auki iltaisin.", instead=slip)
    client = signed_in(world.risto)
    assert table(client.post(EXPORT))[1][EDITED : BEFORE + 1] == ["", ""]
    assert "Muokattu" not in client.get(RECEIVED.format("fi")).content.decode()
    _edited(made, "Ovet auki aina.")
    row = table(client.post(EXPORT))[1]
    assert row[EDITED : BEFORE + 1] == [_stamp(made.edited_at), f"{_stamp(made.arrived_at)}: Ovet auki iltaisin."]


def test_what_its_sender_changes_after_an_export_waits_for_the_next_one(world):
    made, client = world.comment("Ensin näin."), signed_in(world.risto)
    waits = "Saapunut tai muuttunut viimeisimmän viennin jälkeen"
    assert waits in client.get(RECEIVED.format("fi")).content.decode()
    client.post(EXPORT)
    _edited(made, "Kirjausvirhe pois.", instead=Instead(world.risto, "intake.corrected", is_slip=True))
    assert waits not in client.get(RECEIVED.format("fi")).content.decode()
    _edited(made, "Sitten näin.")
    assert waits in client.get(RECEIVED.format("fi")).content.decode()
    client.post(EXPORT, {"channel": "phone"})
    assert waits in client.get(RECEIVED.format("fi")).content.decode()
    client.post(EXPORT)
    assert waits not in client.get(RECEIVED.format("fi")).content.decode()


def test_what_was_masked_is_in_the_register_as_received_and_marked_as_masked(world):
    made = _edited(world.comment("Soita 0401234567."), "Soita 0401234567 tai 0407654321.")
    start = made.text.index("040")
    _mask(made, start, len(made.text) - 1)
    client = signed_in(world.risto)
    row = table(client.post(EXPORT))[1]
    assert row[9] == "Soita 0401234567 tai 0407654321."
    assert row[BEFORE].endswith(": Soita 0401234567.")
    assert row[SHOWN] == "Soita [viranomainen on peittänyt tämän katkelman]."
    assert row[7] == "Julkinen, katkelma peitetty"
    assert Entry.objects.filter(verb="site.register_exported").latest("pk").detail["masked"] == 1
    page = client.get(RECEIVED.format("fi")).content.decode()
    assert "040" not in page
    assert "myös yleisöltä peitetyt katkelmat" in page


def test_once_masked_passages_are_deleted_the_register_tells_that_they_are_gone(world):
    made = world.comment("Soita 0401234567.")
    _mask(made, 6, 16)
    made.refresh_from_db()
    _forget_masked(made)
    row = table(signed_in(world.risto).post(EXPORT))[1]
    assert row[9] == row[SHOWN] == "Soita [viranomainen on peittänyt tämän katkelman]."


def _mask(made, start, end):
    bertta = factories.staff(made.activity.process.owner)
    mask(actor=bertta, comment=made, spans=[(start, end)], reason="personal_data", revision=made.revision, at=now())

"""The name that a sender wrote to be shown: typed of a pile, checked, mended, and never of anybody under 18 (D7)."""

import pytest
from django.test import Client

from tests.factories import signed_in
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.intake.models import Sheet
from yhdyspinta.intake.tests.test_piles import ROUND, activity, again, begun, cecilia, day, drawn, sheet  # noqa: F401
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def naming(section):
    """Let the round show names as it is told."""

    def let(how):
        Activity.objects.update(settings=RoundSettings(naming=how).stored())

    return let


def pile(client):
    return f"{ROUND}piles/{begun(client).pk}/"


def public(section):
    path = activity_address(section.version.document.activity, "comment_rounds:comments", language="fi")
    return Client().get(path).content.decode()


def test_a_sheet_in_a_named_round_appears_under_the_name_that_its_sender_wrote(bertta, section, naming):
    naming("named")
    client = signed_in(bertta)
    page = pile(client)
    assert 'name="display_name"' in client.get(page).content.decode()
    assert client.post(page, sheet("Hoitajia lisää.", display_name="Aino Avoin", of_age="on")).status_code == 302
    assert (Sender.objects.get().naming, Sender.objects.get().display_name) == ("named", "Aino Avoin")
    assert "Aino Avoin" in public(section)
    receipt = Sheet.objects.get().receipt_id
    entered = client.get(f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt}/").content.decode()
    assert "Aino Avoin" in entered


def test_a_sheet_in_a_round_of_pseudonyms_is_asked_no_age_and_one_that_looks_taken_is_told(bertta, section, naming):
    naming("pseudonym")
    client = signed_in(bertta)
    page = pile(client)
    assert 'name="of_age"' not in client.get(page).content.decode()
    assert client.post(page, sheet("Yksi.", display_name="Hirvi")).status_code == 302
    assert Sender.objects.get().display_name == "Hirvi"
    refused = client.post(page, sheet("Toinen.", display_name="hirvi"))
    assert (refused.status_code, Comment.objects.count()) == (422, 1)
    assert "#id_display_name" in refused.content.decode()
    assert client.post(page, sheet("Toinen.", display_name="Moderaattori")).status_code == 422


def test_no_name_is_asked_where_none_is_shown(bertta, section, naming):
    naming("not_shown")
    client = signed_in(bertta)
    page = pile(client)
    assert 'name="display_name"' not in client.get(page).content.decode()
    assert 'name="display_name"' not in client.get(ROUND).content.decode()
    client.post(page, sheet("Sanat.", display_name="Aino Avoin", of_age="on"))
    assert Sender.objects.get().display_name == ""


@pytest.mark.parametrize("told", [{}, {"of_age": "on", "age_group": "15_17"}])
def test_d7_the_name_of_a_minor_on_paper_is_neither_asked_nor_kept(bertta, section, naming, told):
    naming("named")
    client = signed_in(bertta)
    page = pile(client)
    refused = client.post(page, sheet("Sanat.", display_name="Nelli Nuori", **told))
    assert refused.status_code == 422
    assert "#id_display_name" in refused.content.decode()
    assert client.post(page, sheet("Sanat.", **told)).status_code == 302
    assert Sender.objects.get().naming == "not_shown"


def test_what_a_name_holds_is_looked_at_before_it_is_shown(bertta, section, naming):
    naming("pseudonym")
    client = signed_in(bertta)
    client.post(pile(client), sheet("Sanat.", display_name="Soita 040 123 4567"))
    assert Comment.objects.get().state == "waiting"


def test_two_typings_of_a_name_are_compared_and_one_stands(bertta, cecilia, section, naming):
    naming("named")
    told = {"capacities": ["resident"], "of_age": "on"}
    batch, page = drawn(bertta, **told, display_name="Aino Avoim")
    client = signed_in(cecilia)
    meant = again(**told, display_name="Aino Avoin")
    assert client.post(f"{page}1/", meant).url == f"{page}1/"
    shown = client.get(f"{page}1/").content.decode()
    assert "Näytettävä nimi: Aino Avoim ensimmäisessä kirjauksessa, Aino Avoin toisessa." in shown
    assert client.post(f"{page}1/", {**meant, "stands": "second"}).url == page
    assert (Sender.objects.get().naming, Sender.objects.get().display_name) == ("named", "Aino Avoin")
    kept = batch.sheets.get()
    assert (kept.marks, kept.marks_differing, kept.was_corrected) == (7, 1, True)


def test_d7_a_mended_age_of_a_minor_takes_the_name_away(bertta, section, naming):
    naming("named")
    client = signed_in(bertta)
    client.post(pile(client), sheet("Sanat.", display_name="Nelli Nuori", of_age="on"))
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{Sheet.objects.get().receipt_id}/mend/"
    form = client.get(path).context["form"]
    assert (form["display_name"].value(), form["of_age"].value()) == ("Nelli Nuori", True)
    number = Comment.objects.get().number
    given = day(**{
        f"place_{number}": str(section.thread_id), f"text_{number}": "Sanat.", "language": "fi",
        "mark": form["mark"].value(), "age_group": "under_15", "capacities": ["resident"],
    })  # fmt: skip
    assert client.post(path, {**given, "display_name": "Nelli Nuori", "of_age": "on"}).status_code == 422
    assert client.post(path, given).status_code == 302
    assert (Sender.objects.get().naming, Sender.objects.get().display_name) == ("not_shown", "")

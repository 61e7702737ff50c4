"""I6: two names cannot look the same, and nobody passes for staff or the authority."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.people.models import Organisation
from yhdyspinta.people.organisations import (
    confirm_representation,
    end_representation,
    represent_organisation,
    take_back_verification,
    verify_organisation,
)
from yhdyspinta.people.skeletons import may_be_shown_as, skeleton
from yhdyspinta.wording.refusals import Refusal


@pytest.mark.parametrize(
    "same",
    ["AINO", "аіno", "Ａｉｎｏ", "a i n o", "ai\u200bno", "aino\u202e", "A1no", "aìno", "𝐚𝐢𝐧𝐨", "alno"],
)
def test_look_alikes_have_one_skeleton(same):
    assert skeleton(same) == skeleton("Aino")


@pytest.mark.parametrize(("one", "other"), [("Väinö", "Vaino"), ("Åsa", "Asa"), ("Aino", "Aimo")])
def test_different_names_stay_different(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    ["Moderaattori", "m0derat0r", "МОDERATOR", "Ylläpito Aino", "Keski-Suomen hyvinvointialue", "KESKI SUOMEN HYVINVOINTIALUE!",
     "Administrator", "Tietosuojavastaava", "", "\u200b", "koordinaattori Matti", "Pääkäyttäjä", "samordnare"],
)  # fmt: skip
def test_nobody_passes_for_staff(name):
    assert not may_be_shown_as(name, factories.authority())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    ["ᴍoderaattori", "Mσderaattori", "Ⲙoderaattori", "Keski-Suomi", "Aіno Kоrhonen", "Αino"],
)  # fmt: skip
def test_i6_letters_of_other_scripts_and_short_names_pass_for_nobody(name):
    assert not may_be_shown_as(name, factories.authority())


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Jyväskylän kaupunki", "JYVÄSKYLÄN  KAUPUNKI", "Jyväskylä stad", "City of Jyväskylä"])
def test_i6_nobody_passes_for_the_municipality(name):
    named = {"fi": "Jyväskylä", "sv": "Jyväskylä", "en": "Jyväskylä"}
    town = factories.authority("jyvaskyla", code="179", kind="municipality", name=named, area=None)
    assert not may_be_shown_as(name, town)
    assert may_be_shown_as(name, factories.authority())  # a neighbour gives its opinion under its own name
    assert may_be_shown_as("Kaupungin asukas", town)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["Aino", "Nimimerkki 7", "Huolestunut omainen", "Keskisuomalainen", "Metsän väki", "王小明"]
)
def test_ordinary_names_can_be_shown(name):
    assert may_be_shown_as(name, factories.authority())


@pytest.mark.django_db
def test_an_organisation_is_unconfirmed_until_staff_confirm():
    county = factories.authority()
    other = factories.authority("pirkanmaa", code="08")
    aino, bertta = factories.person(), factories.staff(county)
    cai = factories.staff(other, email="cai@example.org")
    at = clock.now()
    first = represent_organisation(actor=aino, authority=county, name="Esimerkin Omaishoitajat ry", at=at)
    again = represent_organisation(actor=bertta, authority=county, name="ESIMERKIN  omaishoitajat ry", at=at)
    assert first.organisation_id == again.organisation_id
    assert Organisation.objects.count() == 1
    for actor in (aino, cai):
        with pytest.raises(Refusal, match="not_your_role"):
            confirm_representation(actor=actor, representation=first, at=at)
        with pytest.raises(Refusal, match="not_your_role"):
            verify_organisation(actor=actor, organisation=first.organisation, at=at)
    confirm_representation(actor=bertta, representation=first, at=at)
    first.refresh_from_db()
    assert first.confirmed_at
    assert first.organisation.verified_at
    take_back_verification(actor=bertta, organisation=first.organisation, at=at)
    first.organisation.refresh_from_db()
    assert first.organisation.verified_at is None
    end_representation(actor=aino, representation=first, at=at)
    assert aino.representations.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "code"), [("", "name_missing"), ("a" * 200, "name_too_long"), ("Kirjaamo", "name_reads_as_staff")]
)
def test_an_organisation_needs_a_name_of_its_own(name, code):
    with pytest.raises(Refusal, match=code):
        represent_organisation(actor=factories.person(), authority=factories.authority(), name=name, at=clock.now())

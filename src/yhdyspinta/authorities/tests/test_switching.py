"""Authorities come from the carried data; only an operator switches them on and off."""

import pytest

from tests import factories
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities import actions
from yhdyspinta.authorities.models import Authority
from yhdyspinta.authorities.names import COUNTY_SLUGS
from yhdyspinta.places.models import Area
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
AT = factories.EPOCH


def area(kind, code):
    return Area.objects.get(kind=kind, code=code)


def test_every_area_but_aland_can_be_switched_on():
    areas = Area.objects.exclude(kind="aland").exclude(county__kind="aland")
    for each in areas:
        actions.switch_on(actor=None, area=each, at=AT)
    counties = Authority.objects.filter(kind="county")
    assert {found.slug for found in counties} == set(COUNTY_SLUGS.values())
    assert len(counties) == 22
    assert Authority.objects.filter(kind="municipality").count() == 308 - 16
    assert all(found.name_inflected.missing(["fi", "sv", "en"]) == [] for found in counties)
    assert Entry.objects.filter(verb="authorities.switched_on").count() == areas.count()


def test_the_data_tell_names_and_languages():
    central = actions.switch_on(actor=None, area=area("county", "15"), at=AT)
    coast = actions.switch_on(actor=None, area=area("county", "17"), at=AT)
    town = actions.switch_on(actor=None, area=area("municipality", "179"), at=AT)
    assert (central.slug, coast.slug, town.slug) == ("keski-suomi", "pohjanmaa", "jyvaskyla")
    assert central.name_inflected["fi"] == "Keski-Suomen hyvinvointialueen"
    assert central.name_inflected["sv"] == "Mellersta Finlands välfärdsområdes"
    assert (central.duty_languages, coast.duty_languages) == (["fi"], ["fi", "sv"])
    assert coast.is_bilingual
    assert not central.is_bilingual
    assert central.languages == ["fi", "sv", "en"]
    assert (town.kind, town.regime) == ("municipality", "authority")


@pytest.mark.parametrize(("kind", "code"), [("aland", "91"), ("municipality", "478")])
def test_aland_is_refused(kind, code):
    with pytest.raises(Refusal) as caught:
        actions.switch_on(actor=None, area=area(kind, code), at=AT)
    assert caught.value.code == "aland_has_its_own_law"
    assert not Authority.objects.exists()


def test_an_administrator_switches_nothing():
    county = factories.authority()
    admin = factories.staff(county, "county_admin")
    for call in (
        lambda: actions.switch_on(actor=admin, area=area("county", "15"), at=AT),
        lambda: actions.switch_off(actor=admin, authority=county, at=AT),
        lambda: actions.add_national(actor=admin, name=Wording(fi="A", sv="B"), slug="a", regime="authority", at=AT),
        lambda: actions.edit_regime(actor=admin, authority=county, regime="association", revision=1, at=AT),
    ):
        with pytest.raises(Refusal) as caught:
            call()
        assert (caught.value.code, caught.value.status) == ("not_your_role", 403)
    assert not Entry.objects.filter(verb__startswith="authorities.").exists()


def test_off_and_on_again_keeps_everything():
    operator = factories.person(is_operator=True)
    county = actions.switch_on(actor=operator, area=area("county", "15"), at=AT)
    with pytest.raises(Refusal, match="already_on"):
        actions.switch_on(actor=operator, area=area("county", "15"), at=AT)
    actions.switch_off(actor=operator, authority=county, at=AT)
    assert not Authority.objects.on().exists()
    with pytest.raises(Refusal, match="already_off"):
        actions.switch_off(actor=operator, authority=county, at=AT)
    again = actions.switch_on(actor=operator, area=area("county", "15"), at=AT)
    assert again.pk == county.pk
    actions.switch_off(actor=operator, authority=county, at=AT)
    assert actions.switch_on_again(actor=operator, authority=county, at=AT).is_on


def test_a_national_organisation_is_added_with_its_regime():
    made = actions.add_national(
        actor=None,
        name=Wording(fi="Esimerkkiliitto", sv="Exempelförbundet"),
        slug="liitto",
        regime="association",
        at=AT,
    )
    assert (made.kind, made.regime, made.is_on, made.area) == ("national", "association", True, None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"slug": "static"}, "slug_not_usable"),
        ({"slug": "Iso Väli"}, "slug_not_usable"),
        ({"slug": "x" * 61}, "slug_not_usable"),
        ({"slug": "keski-suomi"}, "slug_taken"),
        ({"regime": "kingdom"}, "unknown_regime"),
        ({"name": Wording(fi="Vain suomeksi")}, "authority_name_missing"),
    ],
)
def test_a_national_organisation_is_refused(changes, code):
    factories.authority()
    facts = {"name": Wording(fi="Liitto", sv="Förbund"), "slug": "liitto", "regime": "authority", **changes}
    with pytest.raises(Refusal) as caught:
        actions.add_national(actor=None, at=AT, **facts)
    assert caught.value.code == code

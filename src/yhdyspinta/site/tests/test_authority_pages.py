"""Staff pages of an authority: who sees them, what they save, how many questions they ask of the database."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import Authority
from yhdyspinta.places.models import Area

pytestmark = pytest.mark.django_db
GROUPS = ("names", "languages", "look", "contact", "rules")


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="17", bilingual=True)


@pytest.fixture
def admin(county):
    return signed_in(factories.staff(county, "county_admin"))


@pytest.fixture
def operator():
    return signed_in(factories.person("outi@example.org", is_operator=True))


def sent(response):
    """Every field of the page's form with its present value."""
    form = response.context["form"]
    data = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, dict):
            data |= {f"{bound.html_name}-{tag}": text for tag, text in value.items()}
        elif value is not None and value != "":
            data[bound.html_name] = value
    data.pop("logo", None)
    return data


def path(county, rest="", language="fi"):
    return f"/{county.slug}/{language}/desk/authority/{rest}"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("group", ["", *GROUPS])
def test_every_page_opens_in_each_language(county, admin, group, language):
    response = admin.get(path(county, f"{group}/" if group else "", language))
    assert response.status_code == 200
    assert response["Content-Language"] == language


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_shown_can_be_sent_back(county, admin, group):
    page = admin.get(path(county, f"{group}/"))
    response = admin.post(path(county, f"{group}/"), sent(page))
    assert response.status_code == 302, response.context and response.context["form"].errors
    assert response["Location"] == path(county)
    county.refresh_from_db()
    assert county.revision == 2


def test_others_do_not_find_the_pages(county):
    elsewhere = factories.authority("keski-suomi", code="15")
    cai = signed_in(factories.staff(elsewhere, "county_admin", "cai@example.org"))
    bertta = signed_in(factories.staff(county, "coordinator", "bertta2@example.org"))
    for client in (cai, bertta):
        for group in ("", *(f"{name}/" for name in GROUPS), "look/remove-logo/"):
            assert client.get(path(county, group)).status_code == 404
            assert Client().get(path(county, group)).url.startswith("/account/login/")
            assert client.post(path(county, group), {}).status_code in {404, 405}
    county.refresh_from_db()
    assert county.revision == 1


def test_a_second_factor_is_asked_first(county):
    client = signed_in(factories.staff(county, "county_admin", "yksi@example.org"), second_factor=False)
    assert client.get(path(county)).status_code == 302
    assert client.post(path(county, "rules/"), {"answer_days": 1}).status_code == 403


def test_a_colour_that_cannot_be_read_is_refused_with_a_better_one(county, admin):
    data = {**sent(admin.get(path(county, "look/"))), "colour_main": "#f2a541"}
    response = admin.post(path(county, "look/"), data)
    assert response.status_code == 422
    [message] = response.context["form"].errors["colour_main"]
    assert "4.5" in message
    assert 'value="#f2a541"' in response.content.decode()
    data["colour_main"] = message.rstrip(".").split()[-1]
    assert admin.post(path(county, "look/"), data).status_code == 302


def test_f10_of_two_who_write_the_second_sees_both_texts(county, admin):
    data = sent(admin.get(path(county, "contact/")))
    first = admin.post(path(county, "contact/"), {**data, "phone": "000 111"})
    second = admin.post(path(county, "contact/"), {**data, "phone": "000 222"})
    assert (first.status_code, second.status_code) == (302, 409)
    body = second.content.decode()
    assert "000 111" in body
    assert "000 222" in body
    again = {**sent(second), "phone": "000 222"}
    assert admin.post(path(county, "contact/"), again).status_code == 302
    county.refresh_from_db()
    assert county.phone == "000 222"


@pytest.mark.parametrize("value", ["", "abc", "0", "366", "1e309", "-0", "٣", "９", "10" * 40, "3.5"])
def test_i5_odd_numbers_are_refused_and_kept(county, admin, value):
    data = {**sent(admin.get(path(county, "rules/"))), "answer_days": value, "revision": value}
    response = admin.post(path(county, "rules/"), data)
    assert response.status_code in {409, 422}
    county.refresh_from_db()
    assert county.answer_days == 42


def test_a_logo_is_shown_and_removed(county, admin):
    out = BytesIO()
    Image.new("RGB", (50, 50), "teal").save(out, "JPEG")
    data = {
        **sent(admin.get(path(county, "look/"))),
        "logo": SimpleUploadedFile("merkki.jpg", out.getvalue(), "image/jpeg"),
        "logo_description-fi": "Merkki",
        "logo_description-sv": "Märke",
    }
    assert admin.post(path(county, "look/"), data).status_code == 302
    county.refresh_from_db()
    shown = Client().get(f"/{county.slug}/fi/logo.png")
    assert shown["Content-Type"] == "image/png"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert admin.get(path(county, "look/remove-logo/")).status_code == 200
    assert admin.post(path(county, "look/remove-logo/")).status_code == 302
    assert Client().get(f"/{county.slug}/fi/logo.png").status_code == 404


def test_the_style_sheet_has_the_colours_and_is_kept(county):
    Authority.objects.update(colour_main="#123456")
    response = Client().get(f"/{county.slug}/fi/theme.css?v=1")
    assert "--y-spruce:#123456;" in response.content.decode()
    assert "immutable" in response["Cache-Control"]
    assert "immutable" not in Client().get(f"/{county.slug}/fi/theme.css")["Cache-Control"]


# --- The installation ---


INSTALLATION = ("", "areas/", "national/", "authorities/pohjanmaa/regime/", "authorities/pohjanmaa/switch-off/")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("rest", INSTALLATION)
def test_the_installation_is_for_operators_only(county, admin, operator, rest, language):
    address = f"/installation/{language}/{rest}"
    assert operator.get(address).status_code == 200
    assert operator.get(address)["Content-Language"] == language
    for client in (Client(), admin):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code in {404, 405}


def test_an_empty_installation_gets_its_first_authority(operator):
    area = Area.objects.get(kind="county", code="15")
    found = operator.get("/installation/fi/areas/?q=keski-suo").content.decode()
    assert f"/installation/fi/areas/{area.pk}/switch-on/" in found
    assert "Uudenmaan" not in found
    assert operator.get(f"/installation/fi/areas/{area.pk}/switch-on/").status_code == 200
    assert operator.post(f"/installation/fi/areas/{area.pk}/switch-on/").status_code == 302
    assert Client().get("/keski-suomi/fi/").status_code == 200
    assert operator.post("/installation/fi/authorities/keski-suomi/switch-off/").status_code == 302
    assert Client().get("/keski-suomi/fi/").status_code == 404
    assert operator.post("/installation/fi/authorities/keski-suomi/switch-on/").status_code == 302
    assert Entry.objects.filter(verb__startswith="authorities.switched").count() == 3


def test_a_national_organisation_is_added(operator):
    data = {"name-fi": "Liitto", "name-sv": "Förbund", "slug": "liitto", "regime": "association"}
    assert operator.post("/installation/sv/national/", {**data, "slug": "static"}).status_code == 422
    assert operator.post("/installation/sv/national/", data).status_code == 302
    assert Authority.objects.get(slug="liitto").regime == "association"
    page = operator.get("/installation/sv/authorities/liitto/regime/")
    changed = {**sent(page), "regime": "authority"}
    assert operator.post("/installation/sv/authorities/liitto/regime/", changed).status_code == 302
    again = operator.post("/installation/sv/authorities/liitto/regime/", {**changed, "regime": "association"})
    assert again.status_code == 409
    assert "y-conflict" in again.content.decode()


def test_the_installation_asks_the_same_of_3_and_300(operator):
    counts = []
    for wanted in (3, 300):
        for number in range(Authority.objects.count(), wanted):
            Authority.objects.create(slug=f"a{number}", kind="national", name={"fi": f"Järjestö {number}"}, is_on=True)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert operator.get("/installation/fi/").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15
    with CaptureQueriesContext(connection) as queries:
        assert operator.get("/installation/fi/areas/").status_code == 200
    assert len(queries) <= 15


def test_the_postal_address_is_given_and_shown_in_each_language(admin, county):
    data = sent(admin.get(path(county, "contact/")))
    one = {**data, "postal_address-fi": "Esimerkkikatu 1"}
    refused = admin.post(path(county, "contact/"), one)
    assert refused.status_code == 422
    assert "#id_postal_address-" in refused.content.decode()
    both = {**one, "postal_address-sv": "Exempelgatan 1"}
    assert admin.post(path(county, "contact/"), both).status_code == 302
    for language, street in (("fi", "Esimerkkikatu 1"), ("sv", "Exempelgatan 1")):
        shown = Client().get(f"/{county.slug}/{language}/accessibility/").content.decode()
        assert street in shown


def test_settings_keep_unsaved_words_when_the_language_changes(admin, county):
    data = sent(admin.get(path(county, "contact/")))
    answer = admin.post(path(county, "contact/"), {**data, "phone": "000 999", "switch_to": "sv"})
    assert (answer.status_code, answer.headers["Location"]) == (303, path(county, "contact/", "sv"))
    assert "000 999" in admin.get(path(county, "contact/", "sv")).content.decode()
    assert Authority.objects.get(pk=county.pk).phone != "000 999"

"""Another service's values that are not known here: asked of, never guessed, and kept for the next file."""

import pytest

from tests.factories import signed_in
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.intake.importing.columns import Names, age_groups, capacities
from yhdyspinta.intake.importing.values import MOST_ASKED, Unknown
from yhdyspinta.intake.models import Mapping, Upload
from yhdyspinta.intake.tests.test_files import last_year, send  # noqa: F401
from yhdyspinta.intake.upload_forms import means

pytestmark = pytest.mark.django_db
ROLES = {"role_0": "capacity", "role_1": "municipality", "role_2": "text", "part_2": "A", "language": "fi"}
CARER, TOWN = means(Unknown("capacity", "omaisena", 2)), means(Unknown("municipality", "Jkl", 1))


def survey(*more):
    lines = ["Vastaat;Kotikuntasi;Vastaus", "omaisena;Jkl;Ensin.", "Omaisena, Asukas;Laukaa;Sitten.", *more]
    return "\r\n".join(lines).encode()


def test_no_value_becomes_other_by_itself(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, survey(), "kysely.csv", "earlier/").url
    assert client.post(path, ROLES).url == f"{path}#values"
    page = client.get(path).content.decode()
    assert "2 arvolla ei ole vielä merkitystä" in page
    assert "2 rivillä" in page
    own = path.replace("columns/", "")
    shown = client.get(own).content.decode()
    assert "”omaisena” ei käy tähän sarakkeeseen" in shown
    assert "Kuntaa ”Jkl” ei ole" in shown
    assert f"{path}#values" in shown
    assert client.post(f"{own}import/").status_code == 422
    assert not Comment.objects.exists()
    for language, words in (("sv", "passar inte i kolumnen"), ("en", "does not fit this column")):
        assert words in client.get(own.replace("/fi/", f"/{language}/")).content.decode()


def test_a_value_is_given_its_meaning_and_kept_with_the_columns(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, survey(), "kysely.csv", "earlier/").url
    half = client.post(path, {**ROLES, CARER: "close_person"})
    assert half.url.endswith("#values")
    assert client.post(path, {**ROLES, CARER: "x"}).status_code == 422
    done = client.post(path, {**ROLES, CARER: "close_person", TOWN: "179", "name": "Meidän kysely"})
    assert done.url == path.replace("columns/", "")
    assert client.post(f"{done.url}import/").status_code == 302
    assert list(Sender.objects.order_by("pk").values_list("capacities", "municipality__code")) == [
        (["close_person"], "179"),
        (["close_person", "resident"], "410"),
    ]
    assert Mapping.objects.get().choices["values"]["municipality"] == {"jkl": "179"}
    again = client.get(send(client, survey("omaisena;jkl;Kolmas."), "kysely.csv", "earlier/").url).content.decode()
    assert 'value="close_person" selected' in again
    assert "ei ole vielä merkitystä" not in again


def test_a_value_can_be_left_out_and_taken_back(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, survey(), "kysely.csv", "earlier/").url
    client.post(path, {**ROLES, CARER: "-", TOWN: "-"})
    upload = Upload.objects.get()
    assert upload.found["problem_count"] == 0
    assert client.post(path, {**ROLES, CARER: "", TOWN: "-"}).url.endswith("#values")
    upload.refresh_from_db()
    assert (upload.found["problem_count"], upload.choices["values"]["municipality"]) == (2, {"jkl": "-"})


def test_a_column_with_hundreds_of_values_is_asked_of_in_parts(bertta, last_year, django_assert_max_num_queries):
    client = signed_in(bertta)
    many = [f"rooli {number};Jkl{number};Sanat." for number in range(MOST_ASKED * 2)]
    path = send(client, survey(*many), "kysely.csv", "earlier/").url
    with django_assert_max_num_queries(40):
        client.post(path, ROLES)
    with django_assert_max_num_queries(15):
        page = client.get(path).content.decode()
    assert page.count('name="means_') == MOST_ASKED * 2
    given = {means(Unknown("capacity", f"rooli {number}", 1)): "other" for number in range(MOST_ASKED - 1)}
    client.post(path, {**ROLES, CARER: "close_person", **given})
    later = client.get(path).content.decode()
    assert "rooli 38" in later
    assert Upload.objects.get().choices["values"]["capacity"]["rooli 3"] == "other"


def test_a_value_is_known_however_its_dash_is_written_and_a_near_one_is_told():
    ages, who = age_groups(), capacities()
    for said in ("30-44", "30 – 44", "30–44", "30 — 44"):
        assert ages.key(said) == "30_44"
    assert who.near("Omainen") == "Omainen tai muu läheinen"
    assert who.near("Vapaehtoinen") == "Vapaaehtoinen"
    assert who.near("Marsilainen") == ""
    assert Names(("a", ["Sama alku"]), ("b", ["Sama loppu"])).near("Sama") == ""

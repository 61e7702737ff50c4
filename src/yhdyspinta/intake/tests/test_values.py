"""Another service's values that are not known here: asked of, never guessed, and kept for the next file."""

import io
from datetime import datetime, time, timedelta

import pytest
import xlsxwriter

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.intake.importing.columns import Names, age_groups, capacities, day_of, time_of
from yhdyspinta.intake.importing.values import MOST_ASKED, Unknown
from yhdyspinta.intake.models import Mapping, Upload
from yhdyspinta.intake.tests.test_files import HEADS, activity, book, right, send, today  # noqa: F401
from yhdyspinta.intake.upload_forms import means
from yhdyspinta.ui.dates import in_helsinki

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
    again = send(client, survey("omaisena;jkl;Kolmas."), "kysely.csv", "earlier/").url
    assert "Kolmas." in client.get(again).content.decode()
    page = client.get(again + "columns/").content.decode()
    assert 'value="close_person" selected' in page
    assert "ei ole vielä merkitystä" not in page


def test_what_a_value_with_a_slip_probably_means_is_told_and_not_chosen(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, survey("Asukkas;Jyväskyla;Kolmas."), "kysely.csv", "earlier/").url
    client.post(path, ROLES)
    page = client.get(path).content.decode()
    assert "1 rivillä. Onko se ”Jyväskylä”?" in page
    assert "Onko se ”Asukas”?" in page
    told = page.split(f'id="id_{means(Unknown("municipality", "Jyväskyla", 1))}"')[1].split("</select>")[0]
    assert '<option value="" selected' in told
    assert page.count("Onko se") == 2  # of “Jkl” and “omaisena” nothing is known that looks like them


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
    assert Names(("410", ["Laukaa", "Laukas"])).near("Laukka") == "Laukaa"


def test_every_column_of_the_template_can_be_chosen_and_times_are_kept(bertta, last_year):
    client = signed_in(bertta)
    at = datetime.combine((clock.now() - timedelta(days=380)).date(), time(10, 5))
    rows = [
        [
            "Vastaajan ID",
            "Aloitusaika",
            "Kotikuntasi",
            "Ikäsi",
            "Vastaat",
            "Yhdistys",
            "Otsikko",
            "Mitä pitäisi muuttaa?",
        ],
        ["1", at, "Laukaa", "Yli 75", "Järjestön edustaja", "Kotiapu ry", "Illat", "Käyntejä iltaisin."],
        ["2", at, "Laukaa", "30-44", "", "Kylät ry", "", "Lisää."],
    ]
    path = send(client, timed(*rows), "kysely.xlsx", "earlier/").url
    page = client.get(path).content.decode()
    assert f"{at:%Y-%m-%d} 10:05" in page
    assert "arvattu" in page
    for number, role in enumerate(("id", "date", "municipality", "age_group", "capacity")):
        assert f'value="{role}" selected' in page.split(f'id="id_role_{number}"')[1].split("</select>")[0]
    names = ("id", "date", "municipality", "age_group", "capacity", "organisation", "title", "text")
    chosen = {f"role_{number}": role for number, role in enumerate(names)}
    given = {**chosen, "part_7": "A", "language": "fi", means(Unknown("age_group", "Yli 75", 1)): "75_over"}
    own = client.post(path, given).url
    for language, words in (("fi", "Ikäryhmä"), ("sv", "Åldersgrupp"), ("en", "Age group")):
        shown = client.get(own.replace("/fi/", f"/{language}/")).content.decode()
        assert words in shown
        assert "75" in shown
    client.post(f"{own}import/")
    first, second = Comment.objects.order_by("number")
    assert in_helsinki(first.arrived_at).time() == time(10, 5)
    assert (first.text, second.text) == ("Illat\n\nKäyntejä iltaisin.", "Lisää.")
    assert [(one.age_group, one.organisation.name) for one in Sender.objects.order_by("pk")] == [
        ("75_over", "Kotiapu ry"), ("30_44", "Kylät ry"),
    ]  # fmt: skip


def timed(*rows):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as made:
        sheet, look = made.add_worksheet(), made.add_format({"num_format": "yyyy-mm-dd h:mm:ss"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value, *([look] if hasattr(value, "year") else []))
    return kept.getvalue()


def test_a_mended_file_keeps_the_columns_and_the_same_file_is_told_to_be_so(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, survey(), "kysely.csv", "earlier/").url
    client.post(path, {**ROLES, CARER: "close_person", TOWN: "179"})
    mended = send(client, survey("Asukas;Laukaa;Kolmas."), "kysely.csv", "earlier/").url
    assert "columns" not in mended
    assert "Kolmas." in client.get(mended).content.decode()
    same = send(client, survey("Asukas;Laukaa;Kolmas."), "toinen.csv", "earlier/").url
    assert same == mended
    assert "lähetettiin jo" in client.get(same).content.decode()
    client.post(f"{mended}import/")
    client.get(mended)
    assert send(client, survey("Asukas;Laukaa;Kolmas."), "toinen.csv", "earlier/").url == mended
    page = client.get(mended).content.decode()
    assert "Nyt ei tuotu mitään" in page
    assert page.count("<h1") == 1


def test_the_preview_tells_each_comments_own_row_and_what_was_read_of_its_sender(bertta, activity):
    page = signed_in(bertta)
    shown = page.get(send(page, right()).url).content.decode()
    assert "rivi 3" in shown
    for words in (
        "Asukas",
        "Jyväskylä",
        "Paperi",
        "suomi",
        "Ei kerrottu",
        '2</b> <span class="y-stat__text">lähettäjää',
    ):
        assert words in shown
    assert "kommenttia" in shown
    one = page.get(send(page, book(HEADS, ["1", "A1", "Yksi.", today(), "", "", ""])).url).content.decode()
    assert "lähettäjä</span>" in one


@pytest.mark.parametrize(
    ("said", "hour"),
    [("3.3.2025 klo 10.05", "10:05"), ("2025-03-03T10:05:59", "10:05"), ("3.3.2025 9:05", "09:05"), ("3.3.2025", None),
     ("45719.42013888889", "10:05"), ("45719", None), ("3.3.2025 25:00", None)],
)  # fmt: skip
def test_a_time_is_read_as_people_and_programs_write_it(said, hour):
    found = time_of(said)
    assert (found.isoformat("minutes") if found else None) == hour
    assert str(day_of(said)) == "2025-03-03"

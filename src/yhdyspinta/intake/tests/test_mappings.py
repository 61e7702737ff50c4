"""Choices of columns that are kept under a name for the authority's next file."""

from datetime import date, timedelta
from html import unescape

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import places_of
from yhdyspinta.intake.importing.columns import day_of
from yhdyspinta.intake.importing.earlier import guessed
from yhdyspinta.intake.models import Mapping, Upload
from yhdyspinta.intake.tests.test_files import send
from yhdyspinta.intake.tests.typing_in import ENTER
from yhdyspinta.intake.upload_forms import MappingForm
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import ProcessPartner, Stage
from yhdyspinta.ui.dates import in_helsinki
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


def test_p2_a_partners_staff_see_only_the_choices_that_they_have_kept(county, bertta, section):
    activity = section.version.document.activity
    partner = factories.authority("pohjois-savo")
    ProcessPartner.objects.create(process=activity.process, authority=partner, joined_at=clock.now())
    other = factories.staff(partner, email="kumppani@example.org")
    for name, who in (("Omistajan kysely", bertta), ("Kumppanin kysely", other)):
        Mapping.objects.create(authority=county, name=name, saved_at=clock.now(), saved_by=who, choices={})
    upload = Upload.objects.create(
        activity=activity, kind="earlier", digest="a" * 64, file_name="a.xlsx", uploaded_at=clock.now(),
        rows=[["Vastaus"], ["Sanottua."]],
    )  # fmt: skip
    page = f"{ENTER}earlier/{upload.pk}/columns/"
    own, theirs = (signed_in(one).get(page).content.decode() for one in (bertta, other))
    assert ("Omistajan kysely" in own, "Omistajan kysely" in theirs, "Kumppanin kysely" in theirs) == (
        True,
        False,
        True,
    )
    hidden = Mapping.objects.get(name="Omistajan kysely").pk
    assert signed_in(other).get(f"{page}?from={hidden}").status_code == 404


def test_a_partners_staff_get_no_link_that_leads_nowhere(county, bertta, section):
    activity = section.version.document.activity
    partner = factories.authority("pohjois-savo")
    ProcessPartner.objects.create(process=activity.process, authority=partner, joined_at=clock.now())
    other = signed_in(factories.staff(partner, email="kumppani@example.org"))
    find = "/keski-suomi/fi/desk/intake/find/"
    pages = [ENTER, f"/keski-suomi/fi/desk/intake/letters/?process={activity.process.slug}"]
    for page in pages:
        assert find in signed_in(bertta).get(page).content.decode()
        told = other.get(page)
        assert told.status_code == 200
        assert find not in told.content.decode()


def test_an_earlier_round_is_offered_only_where_it_can_be_brought_in(bertta, section):
    client = signed_in(bertta)
    assert "Tuo muualla pidetty kierros" not in client.get(f"{ENTER}channels/").content.decode()
    page = client.get(f"{ENTER}earlier/").content.decode()
    assert "/timeline/" in page
    assert 'name="source"' not in page


@pytest.mark.parametrize("said", ["1.1.0001 0.30", "0001-01-01T00:00:00", "31.12.1899"])
def test_a_day_that_programs_write_for_none_is_no_day(said):
    assert day_of(said) is None


def test_days_as_people_and_programs_write_them():
    assert [day_of(said) for said in ("5.9.2026", "2026-09-05T10:05:00", "1.1.1900")] == [
        date(2026, 9, 5), date(2026, 9, 5), date(1900, 1, 1),
    ]  # fmt: skip


def test_a_round_of_one_part_asks_nothing_of_parts(section):
    only = places_of(section.version.document.activity, "fi")[:1]
    form = MappingForm({"role_0": "text", "language": "fi"}, heads=["Vastaus"], places=only)
    assert form.is_valid()
    assert set(form.fields) == {"language", "name", "role_0"}
    assert form.choices()["place"] == only[0].code
    assert form.columns([["Sanottua."]])[0]["part"] is None


def test_a_long_comment_is_shown_by_its_beginning(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, f"Vastaus\r\n{'Bussi kulkee. ' * 200}".encode(), "kysely.csv", "earlier/").url
    shown = client.get(client.post(path, {"role_0": "text", "part_0": "A", "language": "fi"}).url).content.decode()
    assert 20 < shown.count("Bussi kulkee.") < 40
    client.post(path.replace("columns/", "import/"))
    assert Comment.objects.get().text.count("Bussi kulkee.") == 200


def test_the_pages_of_a_rich_file_after_another_ask_no_more(bertta, last_year, django_assert_max_num_queries):
    """Columns of every sort, choices that were kept, a file before it: still a page like others."""
    heads = "Vastaus;Teemat;Kunta;Ikä;Tunnus;Järjestö"
    roles = {
        "role_0": "text", "part_0": "A", "role_1": "theme", "role_2": "municipality", "role_3": "",
        "role_4": "id", "role_5": "organisation", "language": "fi", "name": "Kyselyt",
    }  # fmt: skip
    row = "Bussi tulee ajoissa.;Bussit;{};65+;{};Järjestö ry"
    client = signed_in(bertta)
    first = send(client, "\r\n".join([heads, row.format("Muurame", "1")]).encode(), "eka.csv", "earlier/").url
    assert client.post(first, roles).status_code == 302
    brought = client.post(first.replace("columns/", "import/"))
    assert brought.status_code == 302, brought.content.decode()
    more = f"{heads};Muuta"
    unknown = [f"{row.format(f'Kylä {number}', number)};x" for number in range(2, 8)]
    second = send(client, "\r\n".join([more, *unknown]).encode(), "toka.csv", "earlier/").url
    assert second.endswith("columns/")
    for path in (second, f"{second}?from={Mapping.objects.get().pk}"):
        with django_assert_max_num_queries(15):
            assert client.get(path).status_code == 200
    client.post(second, roles | {"role_6": ""})
    with django_assert_max_num_queries(15):
        assert client.get(second.replace("columns/", "")).status_code == 200


def test_headings_of_an_old_rounds_file_are_guessed_and_each_choice_is_named_by_its_column(bertta, last_year):
    client = signed_in(bertta)
    heads = "Kohta;Aihe;Miten käsiteltiin;Perustelu;Mitä vastaus koskee;Kommentti"
    path = send(client, f"{heads}\r\nA;Illat;;;;Bussi.".encode(), "kysely.csv", "earlier/").url
    page = unescape(client.get(path).content.decode())
    assert "Mikä on sarake ”Miten käsiteltiin”?" in page
    for number, role in enumerate(("section", "theme", "handling", "reason", "about")):
        assert f'value="{role}" selected' in page.split(f'id="id_role_{number}"')[1].split("</select>")[0]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Vastaajatyyppi", "capacity"),
        ("Vastaajan numero", "id"),
        ("Mistä kunnasta olet?", "municipality"),
        ("Mitä mieltä olet?", "stance"),
        ("Kappale", "section"),
        ("Vastauksemme", "answer"),
        ("Kunnan näkemys", ""),
        ("Avoin palaute", ""),  # which columns hold comments is for the staff to say
    ],
)
def test_what_a_heading_of_a_survey_tool_means_is_guessed_where_it_is_plain(heading, role):
    assert guessed([heading]).get(0, "") == role


def test_a_round_without_a_document_is_told_so_and_led_to_its_documents(bertta, county):
    activity = factories.activity(factories.process(county))
    Stage.objects.all().delete()
    now = clock.now()
    actions.declare_earlier(
        actor=bertta, activity=activity, source="Kyselytyökalu", opened_at=now - timedelta(days=400),
        closed_at=now - timedelta(days=370), at=now,
    )  # fmt: skip
    client = signed_in(bertta)
    page = client.get(f"{ENTER}earlier/").content.decode()
    assert "Ensin asiakirja, jota vastaukset koskevat" in page
    assert f'{activity_address(activity, "documents:documents")}"' in page
    assert 'type="file"' not in page
    path = send(client, b"Pvm;Kommentti\r\n;Bussi.", "kysely.csv", "earlier/").url
    own = client.post(path, {"role_1": "text", "language": "fi"}).url
    told = client.get(own).content.decode()
    assert "Kierroksella ei ole julkaistua asiakirjaa" in told
    assert "Tästä puuttuu jotain" not in told


def test_a_row_without_a_part_is_told_what_to_choose(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, b"Pvm;Kommentti\r\n;Bussi.", "kysely.csv", "earlier/").url
    page = client.get(path).content.decode()
    assert 'name="place"' in page
    told = client.get(client.post(path, {"role_1": "text", "language": "fi"}).url).content.decode()
    assert "Valitse se sarakkeiden sivulla" in told


def test_the_preview_tells_how_many_comments_fall_outside_the_rounds_days(bertta, last_year):
    client = signed_in(bertta)
    closed = max(stage.closes_at for stage in last_year.stages.all())
    days = [in_helsinki(closed + timedelta(days=more)) for more in (-1, 0, 14)]
    rows = "\r\n".join(["Pvm;Kommentti", *(f"{day:%d.%m.%Y};Sana {day.day}." for day in days)])
    path = send(client, rows.encode(), "kysely.csv", "earlier/").url
    own = client.post(path, {"role_0": "date", "role_1": "text", "part_1": "A", "language": "fi"}).url
    assert "1 kommentti tuli päivänä, joka ei ole kierroksen aikaa." in client.get(own).content.decode()

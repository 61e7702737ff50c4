"""An earlier round's file may tell how its comments were answered: drafts come along, and nobody sees them yet."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake.tests.test_files import send
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/"
ROLES = {
    "role_0": "text", "part_0": "A", "role_1": "answer", "role_2": "handling", "role_3": "reason", "language": "fi",
}  # fmt: skip
ROWS = (
    "Bussi kulkee harvoin.;Vuoroja lisätään keväällä.;Otettu huomioon;",
    "Lisää busseja.;Vuoroja lisätään keväällä.;otettu huomioon;",
    "Uimahalli auki.;Halli pysyy kiinni.;Ei otettu huomioon;Kustannukset",
    "Kiitos.;;;",
    "Metro Laukaaseen.;;Ei otettu huomioon;Väkeä on liian vähän.",
)


def _file(*rows):
    return "\r\n".join(["Kommentti;Mitä vastattiin;Miten käsiteltiin;Miksi", *rows]).encode()


def _sent(client, *rows, roles=ROLES):
    path = send(client, _file(*rows), "kysely.csv", "earlier/").url
    return client.post(path, roles).url if path.endswith("columns/") else path


def test_equal_answers_come_as_one_draft_with_handling_and_reason(bertta, last_year):
    client = signed_in(bertta)
    path = _sent(client, *ROWS)
    page = client.get(path).content.decode()
    assert "3 vastausluonnosta tulee mukana, 4 kommenttiin." in page
    assert "Vuoroja lisätään keväällä." in page
    assert client.post(f"{path}import/").status_code == 302
    drafts = list(Answer.objects.order_by("number"))
    assert [(dict(one.body), one.handling, one.reason, one.comment_count) for one in drafts] == [
        ({"fi": "Vuoroja lisätään keväällä."}, "accepted", "", 2),
        ({"fi": "Halli pysyy kiinni."}, "not_accepted", "cost", 1),
        ({}, "not_accepted", "", 1),
    ]
    assert drafts[2].reason_words["fi"] == "Väkeä on liian vähän."
    assert drafts[0].title["fi"] == "Vuoroja lisätään keväällä."
    assert {one.published_at for one in drafts} == {None}
    assert [one.detail["comments"] for one in Line.objects.filter(verb="answers.started").order_by("pk")] == [
        [1, 2], [3], [5],
    ]  # fmt: skip


def test_nobody_sees_or_hears_of_them_and_the_counts_are_true(bertta, last_year):
    client = signed_in(bertta)
    client.post(f"{_sent(client, *ROWS)}import/")
    assert Activity.objects.get(pk=last_year.pk).due_count == 5
    assert sum(Thread.objects.filter(activity=last_year).values_list("unanswered_count", flat=True)) == 1
    assert not Notice.objects.filter(kind__startswith="answers.").exists()
    for comment in Comment.objects.all():
        path = f"/keski-suomi/fi/processes/toimintamallit/rounds/kommentointi/comments/{comment.number}/"
        assert "Vuoroja lisätään" not in Client().get(path).content.decode()
    assert "Vuoroja lisätään keväällä." in client.get(f"{DESK}answers/?show=drafts").content.decode()


def test_an_unknown_handling_is_asked_of_and_a_mistake_until_it_is_told(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, _file("Bussi.;Tulossa.;Huomioitu;"), "kysely.csv", "earlier/").url
    answer = client.post(path, ROLES)
    assert answer.url.endswith("#values")
    file_page = client.get(path.replace("columns/", "")).content.decode()
    assert "Huomioitu" in file_page
    assert ">C</td>" in file_page
    assert client.post(path.replace("columns/", "import/")).status_code == 422
    asked = client.get(path).content.decode()
    name = asked.split('name="means_handling_')[1].split('"')[0]
    assert client.post(path, ROLES | {f"means_handling_{name}": "accepted"}).status_code == 302
    assert client.post(path.replace("columns/", "import/")).status_code == 302
    assert Answer.objects.get().handling == "accepted"


def test_an_answer_that_is_too_long_is_a_mistake_of_its_row(bertta, last_year):
    client = signed_in(bertta)
    page = client.get(_sent(client, f"Bussi.;{'a' * 8001};;")).content.decode()
    assert ">B</td>" in page
    assert not Answer.objects.exists()


def test_who_may_not_answer_brings_no_answers(last_year, county):
    typist = signed_in(factories.staff(county, "typist", "kirjaaja@example.org"))
    path = send(typist, _file(*ROWS), "kysely.csv", "earlier/")
    if path.status_code == 302:
        assert typist.post(typist.post(path.url, ROLES).url + "import/").status_code == 403
    assert not Answer.objects.exists()

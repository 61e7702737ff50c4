"""An earlier round's file may tell how its comments were answered: drafts come along, and nobody sees them yet."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from django.db import connections, transaction
from django.test import Client

from tests import factories
from tests.factories import signed_in
from tests.together import wrong_counts
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.publishing import publish_answer
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake.importing import old_answers
from yhdyspinta.intake.importing.values import Unknown
from yhdyspinta.intake.tests.test_files import send
from yhdyspinta.intake.upload_forms import means
from yhdyspinta.moderation.actions import decide_show
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/"
ROLES = {
    "role_0": "text", "part_0": "A", "role_1": "answer", "role_2": "handling", "role_3": "reason", "language": "fi",
}  # fmt: skip
IN_BOTH = {"fi": "Soitamme.", "sv": "Vi ringer."}
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
    """The page of what would be brought in: a reason that is none of the list stays as words."""
    path = send(client, _file(*rows), "kysely.csv", "earlier/").url
    if path.endswith("columns/"):
        client.post(path, roles)
    return path.replace("columns/", "")


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
    assert [one.title["fi"] for one in drafts] == ["Bussi kulkee harvoin.", "Uimahalli auki.", "Metro Laukaaseen."]
    assert {one.published_at for one in drafts} == {None}
    assert [one.detail["comments"] for one in Line.objects.filter(verb="answers.started").order_by("pk")] == [
        [1, 2], [3], [5],
    ]  # fmt: skip


def test_a_draft_is_named_by_its_column_or_by_the_theme_and_else_by_what_was_said_first(bertta, last_year):
    rows = ("Kommentti;Vastaus;Käsittely;Teema;Mitä vastaus koskee",
            "Illat.;Kyllä.;Otettu huomioon;Ajat;Iltavuorot", "Aamut.;Kyllä.;Otettu huomioon;Ajat;Aamuvuorot",
            "Viikonloput.;Selvitämme.;Otettu huomioon;Ajat;",
            "Soittakaa 040 123 4567.;Soitamme.;Otettu huomioon;;", "Bussi\nmyöhässä.;Hyvä.;Otettu huomioon;;")  # fmt: skip
    client = signed_in(bertta)
    path = send(client, "\r\n".join(rows).replace("Bussi\n", "Bussi ").encode(), "kysely.csv", "earlier/").url
    roles = {
        "role_0": "text",
        "part_0": "A",
        "role_1": "answer",
        "role_2": "handling",
        "role_3": "theme",
        "language": "fi",
    }
    own = client.post(path, roles | {"role_4": "about"}).url
    assert "Nimi näkyy siinä, mitä ihmiset sanoivat" in client.get(own).content.decode()
    client.post(f"{own}import/")
    assert [one.title["fi"] for one in Answer.objects.order_by("number")] == [
        "Iltavuorot", "Aamuvuorot", "Ajat", "Soitamme.", "Bussi myöhässä.",
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
    assert "Bussi kulkee harvoin." in client.get(f"{DESK}answers/?show=drafts").content.decode()


def test_the_preview_tells_the_owed_language_that_the_answers_lack_and_where_they_get_it(bertta, last_year):
    owner = last_year.process.owner
    owner.duty_languages, owner.languages = ["fi", "sv"], ["fi", "sv"]
    owner.save()
    client = signed_in(bertta)
    path = _sent(client, *ROWS)
    words = "Luonnokset ovat vain tiedoston kielellä. Viranomaisen on annettava ne myös tällä kielellä: svenska."
    assert words in client.get(path).content.decode()
    assert "Utkasten är bara på filens språk." in client.get(path.replace("/fi/", "/sv/")).content.decode()
    client.post(f"{path}import/")
    done = unescape(client.get(path).content.decode())
    link = "/keski-suomi/fi/desk/processes/toimintamallit/translations/?from=fi&to=sv"
    assert link in done
    assert f"{DESK}answers/?show=drafts" in done
    assert "3" in client.get(link).content.decode()
    assert "Vastaus 1" in client.get(link).content.decode()


def test_publishing_a_brought_in_round_writes_to_no_sender(bertta, last_year):
    client = signed_in(bertta)
    client.post(f"{_sent(client, *ROWS[:3])}import/")
    Answer.objects.update(**dict.fromkeys(("title", "body", "reason_words"), IN_BOTH))
    listed = client.get(f"{DESK}answers/?show=drafts").content.decode()
    ticks = re.findall(r'name="drafts" value="([^"]+)"', listed)
    assert client.post(f"{DESK}answers/drafts/", {"do": "publish", "drafts": ticks}).status_code == 302
    assert not Answer.objects.filter(published_at=None).exists()
    assert set(Comment.objects.values_list("handling", flat=True)) == {"answered"}
    assert not Notice.objects.filter(kind="answers.published").exists()
    assert wrong_counts(last_year) == []


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


def test_a_reason_that_is_none_of_the_list_is_asked_of_once_and_keeps_its_words(bertta, last_year):
    client = signed_in(bertta)
    rows = ("Metro.;Ei tule.;Ei otettu huomioon;Väkeä on liian vähän.", "Bussi.;Ei nyt.;Ei otettu huomioon;-")
    path = send(client, _file(*rows), "kysely.csv", "earlier/").url
    assert client.post(path, ROLES).url == f"{path}#values"
    asked = unescape(client.get(path).content.decode())
    assert "Käsittelyn perustelu: ”Väkeä on liian vähän.”" in asked
    assert "Ei mikään näistä: tulee mukaan sanoina" in asked
    assert "ei ole vielä merkitystä" not in asked
    few, none = (means(Unknown("reason", said, 1)) for said in ("Väkeä on liian vähän.", "-"))
    own = client.post(path, ROLES | {few: "other_needs", none: "-"}).url
    assert own == path.replace("columns/", "")
    assert "Ristiriidassa" in client.get(own).content.decode()
    client.post(f"{own}import/")
    assert [(one.reason, dict(one.reason_words)) for one in Answer.objects.order_by("number")] == [
        ("other_needs", {"fi": "Väkeä on liian vähän."}), ("", {}),
    ]  # fmt: skip


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


def _drafts():
    return [(dict(one.body), one.comment_count) for one in Answer.objects.order_by("number")]


def test_a_comment_that_waits_to_be_checked_keeps_its_answer_and_has_it_when_it_is_shown(bertta, last_year):
    client = signed_in(bertta)
    rows = (*ROWS[:2], "Soittakaa 040 123 4567.;Soitamme.;Otettu huomioon;", "Sama.;Soitamme.;Otettu huomioon;")
    path = _sent(client, *rows)
    page = client.get(path).content.decode()
    assert "2 vastausluonnosta tulee mukana, 4 kommenttiin." in page
    assert "1 niistä odottaa ensin tarkistusta. Se on mukana luonnoksessaan" in page
    client.post(f"{path}import/")
    assert _drafts() == [({"fi": "Vuoroja lisätään keväällä."}, 2), ({"fi": "Soitamme."}, 2)]
    assert wrong_counts(last_year) == []
    result = client.get(path).content.decode()
    assert "Kommentteja vastausluonnoksissa" in result
    assert "1 niistä odottaa ensin tarkistusta ja saa vastauksen luonnoksensa mukana" in result
    decide_show(actor=bertta, comment=Comment.objects.get(state="waiting"), at=clock.now())
    assert wrong_counts(last_year) == []
    draft = Answer.objects.get(number=2)
    Answer.objects.filter(pk=draft.pk).update(**dict.fromkeys(("title", "body"), IN_BOTH))
    publish_answer(actor=bertta, answer=draft, revision=draft.revision, seen=mark_now(draft), at=clock.now())
    assert set(Comment.objects.filter(answered__answer=draft).values_list("handling", flat=True)) == {"answered"}
    assert draft.answered.count() == 2
    assert wrong_counts(last_year) == []


def test_one_that_still_waits_when_its_draft_is_published_waits_for_an_answer_of_its_own(bertta, last_year):
    client = signed_in(bertta)
    rows = ("Soittakaa 040 123 4567.;Soitamme.;Otettu huomioon;", "Sama.;Soitamme.;Otettu huomioon;")
    client.post(f"{_sent(client, *rows)}import/")
    draft = Answer.objects.get()
    Answer.objects.update(**dict.fromkeys(("title", "body"), IN_BOTH))
    publish_answer(actor=bertta, answer=draft, revision=draft.revision, seen=mark_now(draft), at=clock.now())
    waiting = Comment.objects.get(state="waiting")
    assert (draft.answered.get().comment.text, waiting.handling) == ("Sama.", "open")
    decide_show(actor=bertta, comment=waiting, at=clock.now())
    assert Activity.objects.get(pk=last_year.pk).due_count == 1
    assert wrong_counts(last_year) == []


def test_no_draft_takes_more_comments_than_joining_allows(bertta, last_year, monkeypatch):
    monkeypatch.setattr(old_answers, "MOST_JOINED", 3)
    client = signed_in(bertta)
    equal = [f"Bussi {number}.;Vuoroja lisätään.;Otettu huomioon;" for number in range(11)]
    path = _sent(client, *equal[:7])
    assert "3 vastausluonnosta tulee mukana, 7 kommenttiin." in client.get(path).content.decode()
    client.post(f"{path}import/")
    words = {"fi": "Vuoroja lisätään."}
    assert _drafts() == [(words, 3), (words, 3), (words, 1)]
    path = _sent(client, *equal[7:])
    page = client.get(path).content.decode()
    assert "1 vastausluonnos tulee mukana, 2 kommenttiin." in page
    assert "2 kommenttia liittyy luonnoksiin" in page
    client.post(f"{path}import/")
    assert _drafts() == [(words, 3)] * 3 + [(words, 2)]
    stand = [row.comment.text for row in AnsweredComment.objects.order_by("answer__number", "comment__number")]
    assert sorted(stand) == sorted(row.split(";")[0] for row in equal)
    assert wrong_counts(last_year) == []


def test_a_second_file_joins_the_drafts_that_are_equal(bertta, last_year):
    client = signed_in(bertta)
    client.post(f"{_sent(client, *ROWS)}import/")
    drafts = Answer.objects.order_by("number")
    drafts.filter(number=1).update(
        body={"fi": "Vuoroja lisätään keväällä.", "sv": "Fler turer."}, ready_at=clock.now(), ready_by=bertta
    )
    drafts.filter(number=2).update(published_at=clock.now())
    rows = (
        "Iltabussi puuttuu.;Vuoroja lisätään keväällä.;Otettu huomioon;",
        "Halli auki iltaisin.;Halli pysyy kiinni.;Ei otettu huomioon;Kustannukset",
        "Aivan uutta.;Mietimme.;Otettu huomioon;",
    )
    path = _sent(client, *rows)
    page = client.get(path).content.decode()
    assert "2 vastausluonnosta tulee mukana, 2 kommenttiin." in page
    assert "1 kommentti liittyy luonnokseen samanlaisesta vastauksesta, joka kierroksella jo on." in page
    client.post(f"{path}import/")
    assert _drafts() == [
        ({"fi": "Vuoroja lisätään keväällä.", "sv": "Fler turer."}, 3),
        ({"fi": "Halli pysyy kiinni."}, 1),
        ({}, 1),
        ({"fi": "Halli pysyy kiinni."}, 1),
        ({"fi": "Mietimme."}, 1),
    ]
    joined = drafts[0]
    assert (joined.ready_at, joined.ready_by, joined.answered.count()) == (None, None, 3)
    line = Line.objects.get(verb="answers.grouped")
    assert (line.target, line.detail) == (f"answer:{joined.pk}", {"number": 1, "comments": [6]})
    assert wrong_counts(last_year) == []


@pytest.mark.django_db(transaction=True)
def test_a_draft_that_somebody_holds_is_not_waited_for(bertta, last_year):
    client = signed_in(bertta)
    client.post(f"{_sent(client, *ROWS[:2])}import/")
    path = _sent(client, "Iltabussi puuttuu.;Vuoroja lisätään keväällä.;Otettu huomioon;")
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Answer.objects.select_for_update().get()
        assert pool.submit(_elsewhere, lambda: client.post(f"{path}import/").status_code).result(timeout=30) == 302
    assert [count for _body, count in _drafts()] == [2, 1]


def _elsewhere(deed):
    try:
        return deed()
    finally:
        connections.close_all()

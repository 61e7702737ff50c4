"""The pages of a round that is answered: what waits, the summary, the end."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import rounds
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.corrections import propose_correction
from yhdyspinta.answers.models import Closure
from yhdyspinta.answers.tests.scene import WHOLE, fresh, path_of, publish, start, write
from yhdyspinta.answers.worklist import capacity_words
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Sender, Thread
from yhdyspinta.documents.models import Document
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import ProcessRole
from yhdyspinta.transfers.actions.passing import Destination, pass_on
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def test_closing_without_answer_asks_for_a_reason(desk, section):
    comment = factories.comment(factories.guest(), section)
    path = path_of(comment.activity, "group")
    response = desk.post(path, {"comments": [comment.pk], "do": "close"})
    assert response.status_code == 422
    assert f'value="{comment.pk}" id="comment-{comment.pk}" checked' in response.content.decode()
    assert desk.post(path, {"comments": [comment.pk], "do": "close", "reason": "thanks"}).status_code == 302
    assert Closure.objects.get().reason == "thanks"
    assert desk.get(path_of(comment.activity, "work") + "?show=closed").status_code == 200
    assert desk.post(path, {"comments": [comment.pk], "do": "reopen"}).status_code == 302
    assert not Closure.objects.exists()


@pytest.mark.parametrize(
    ("language", "names", "lines"),
    [
        (
            "fi",
            ["Kohta {} {}|Toimintamallit", "Koko asia", "Koko asiakirja: Toimintamallit", "Kohta {} {}|Liite",
             "Koko asiakirja: Liite"],
            ["kohta {} · Toimintamallit", "kohta {} · Liite", "koko asia", "koko asiakirja: Liite",
             "koko asiakirja: Toimintamallit"],
        ),
        (
            "sv",
            ["Avsnitt {} {}|Modeller", "Hela ärendet", "Hela dokumentet: Modeller", "Avsnitt {} {}|Bilaga",
             "Hela dokumentet: Bilaga"],
            ["avsnitt {} · Modeller", "avsnitt {} · Bilaga", "hela ärendet", "hela dokumentet: Bilaga",
             "hela dokumentet: Modeller"],
        ),
    ],
)  # fmt: skip
def test_of_two_documents_each_place_tells_which_one_and_the_matter_is_its_own(desk, section, language, names, lines):
    activity = section.version.document.activity
    version = factories.document(activity, "liite").versions.get()
    Document.objects.filter(slug="liite").update(title={"fi": "Liite", "sv": "Bilaga"})
    Document.objects.exclude(slug="liite").update(title={"fi": "Toimintamallit", "sv": "Modeller"})
    factories.comment(factories.guest(), section)
    factories.comment(factories.guest(), version.sections.first())
    for place in (Thread.objects.create(activity=activity).pk, version.thread_id, section.version.thread_id):
        factories.comment(factories.guest(), section, place=place)
    path = activity_address(activity, "answers:work", language=language)
    found = desk.get(path)
    heading = section.texts.get(language=language).heading
    with override(language):
        rows = {
            "|".join(filter(None, (row["place"].name.title, row["place"].origin))) for row in found.context["places"]
        }
    assert rows == {name.format(section.number, heading) for name in names}
    listed = desk.get(path + "?place=")
    assert [row["line"].where for row in listed.context["comments"]] == [line.format(section.number) for line in lines]
    words = listed.content.decode()
    for name in names:  # also in the choice of place
        assert name.split("|")[0].format(section.number, heading) in words
    assert "uonnos</" not in words


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"comments": "x", "do": "start"},
        {"comments": "9" * 30, "do": "start"},
        {"do": "nothing"},
        {"do": "add", "answer": "77"},
    ],
)
def test_bad_input_is_answered_with_a_message(desk, section, bad):
    comment = factories.comment(factories.guest(), section)
    assert desk.post(path_of(comment.activity, "group"), bad).status_code == 422


@pytest.mark.parametrize("query", ["?show=zzz", "?place=9999&capacity=zz&words=%E2%80%AE"])
def test_bad_addresses_still_give_a_page(desk, section, query):
    comment = factories.comment(factories.guest(), section)
    assert desk.get(path_of(comment.activity, "work") + query).status_code == 200


@pytest.mark.parametrize("asked", ["words=sanaton", "capacity=person", "comment=99"])
def test_clearing_the_choices_stays_on_the_tab(desk, bertta, section, asked):
    made = [factories.comment(factories.guest(), section) for _ in range(2)]
    rounds.close_without_answer(
        actor=bertta, activity=made[0].activity, comments=[made[0].pk], reason="thanks", at=clock.now()
    )
    work = path_of(made[0].activity, "work")
    closed = desk.get(f"{work}?show=closed&{asked}")
    cleared = desk.get(closed.context["clear_path"])
    assert (cleared.context["tab"], [row["line"].pk for row in cleared.context["comments"]]) == ("closed", [made[0].pk])
    assert f'href="{closed.context["clear_path"]}"' in closed.content.decode()
    assert desk.get(desk.get(f"{work}?{asked}").context["clear_path"]).context["tab"] == "waiting"


@pytest.mark.parametrize("show", ["waiting", "closed"])
def test_the_list_goes_on_and_comes_back(desk, bertta, section, monkeypatch, show):
    monkeypatch.setattr("yhdyspinta.answers.staff_views.PAGE", 2)
    made = [factories.comment(factories.guest(), section) for _ in range(5)]
    activity = made[0].activity
    if show == "closed":
        rounds.close_without_answer(
            actor=bertta, activity=activity, comments=[one.pk for one in made], reason="thanks", at=clock.now()
        )
    work, query, seen = path_of(activity, "work"), f"?show={show}&place=", []
    while query:
        page = desk.get(work + query)
        seen.append([row["line"].pk for row in page.context["comments"]])
        back, query = page.context["ways"]["previous_url"], page.context["ways"]["next_url"]
    assert seen == [[one.pk for one in made[first : first + 2]] for first in (0, 2, 4)]
    before = desk.get(work + back)
    assert [row["line"].pk for row in before.context["comments"]] == seen[1]
    assert "Edellinen" in before.content.decode()
    assert desk.get(f"{work}?show={show}&after=zz").status_code == 400


def test_the_filters_narrow_the_list(desk, section):
    factories.comment(factories.guest(), section, "Kuka lukee nämä?")
    comment = factories.comment(factories.guest(), section, "Määräaika puuttuu.")
    page = desk.get(path_of(comment.activity, "work") + f"?words=määräaika&place={section.thread_id}").content.decode()
    assert "Määräaika puuttuu." in page
    assert "Kuka lukee" not in page


def test_what_waits_opens_by_section(desk, bertta, document, section):
    other = section.version.sections.exclude(pk=section.pk).first()
    for keys in (["resident"], ["resident"], ["professional"]):
        comment = factories.comment(factories.guest(), section, "Ryhmän sana.")
        Sender.objects.filter(pk=comment.sender_id).update(capacities=keys)
    factories.comment(factories.guest(), other, "Muu sana.")
    page = desk.get(path_of(comment.activity, "work"))
    places = [(row["place"].name.number, row["place"].count, row["current"]) for row in page.context["places"]]
    assert places == [(section.number, 3, True), (other.number, 1, False)]
    assert page.context["places"][0]["place"].capacities == "asukas\xa02 · ammattilainen\xa01"
    assert {row["place"].origin for row in page.context["places"]} == {""}  # there is one document only
    assert "Muu sana." not in page.content.decode()
    everything = desk.get(path_of(comment.activity, "work") + "?place=").content.decode()
    assert "Muu sana." in everything
    assert "Ryhmän sana." in everything


def test_all_shown_are_chosen_at_once_and_words_stay(desk, section):
    comments = [factories.comment(factories.guest(), section) for _ in range(3)]
    page = desk.post(path_of(comments[0].activity, "group"), {"do": "choose_all", "title-fi": "Yhteinen asia"})
    assert page.status_code == 200
    assert page.content.decode().count(" checked") == 3
    assert "Yhteinen asia" in page.content.decode()


def test_the_work_list_asks_as_often_for_many(desk, section, django_assert_max_num_queries):
    counts = []
    for number in (3, 30):
        for _ in range(number):
            comment = factories.comment(factories.guest(), section)
        path = path_of(comment.activity, "work")
        with django_assert_max_num_queries(15) as seen:
            assert desk.get(path).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_the_summary_page(desk, section):
    path = path_of(section.version.document.activity, "summary")
    assert desk.post(path, {"body-fi": "Tiivistelmä.", "revision": "0", "then": "publish"}).status_code == 422
    response = desk.post(path, {"body-fi": "Toinen.", "body-sv": "Andra.", "revision": "0"})
    assert response.status_code == 409
    assert "Toinen." in response.content.decode()
    data = {"body-fi": "Tiivistelmä.", "body-sv": "Sammandrag.", "revision": "1", "then": "publish"}
    assert desk.post(path, data).status_code == 302
    assert rounds.Summary.objects.get().published_at is not None


def test_finishing_lists_what_is_open(desk, bertta, section):
    comment = factories.comment(factories.guest(), section)
    path = path_of(comment.activity, "finish")
    assert desk.get(path).status_code == 200
    assert desk.post(path).status_code == 409
    publish(bertta, write(bertta, start(bertta, comment)))
    assert desk.post(path).status_code == 302
    assert fresh(comment.activity).answered_at is not None


def test_pages_are_for_those_who_answer(county, section):
    comment = factories.comment(factories.guest(), section)
    path = path_of(comment.activity, "work")
    assert Client().get(path).url.startswith("/account/login/")
    assert signed_in(factories.person("cai@example.org")).get(path).status_code == 404
    assert signed_in(factories.staff(county, "moderator", "m@example.org")).get(path).status_code == 403
    other = factories.staff(factories.authority("uusimaa", code="02"), email="u@example.org")
    assert signed_in(other).get(path).status_code == 404


def test_what_was_passed_on_stands_in_the_list(desk, bertta, county, section, django_assert_max_num_queries):
    comment = factories.comment(factories.guest(), section, "Bussi kulkee harvoin.")
    town = factories.authority("kaupunki", code="179")
    work = path_of(comment.activity, "work") + "?show=passed"
    assert "ei ole siirretty" in desk.get(work).content.decode()
    pass_on(
        actor=bertta, comment=comment, key=uuid4(), to=Destination(receiver=town), reason=Wording(fi="Kuuluu sinne.", sv="Hör dit."), at=clock.now()
    )  # fmt: skip
    with django_assert_max_num_queries(15):
        page = desk.get(work).content.decode()
    assert "Bussi kulkee harvoin." in page
    assert activity_address(comment.activity, "transfers:pass_on", language="fi", number=comment.number) in page
    assert f"/{county.slug}/fi/desk/passed-on/" in page
    helper = factories.person("d@example.org")
    ProcessRole.objects.create(person=helper, process=comment.activity.process, role="answerer", given_at=clock.now())
    assert "/desk/passed-on/" not in signed_in(helper).get(work).content.decode()  # a role in this process only


def test_no_draft_or_correction_is_out_of_reach(
    desk, bertta, county, section, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr("yhdyspinta.answers.staff_views.PAGE", 2)
    drafts = [
        start(bertta, factories.comment(factories.guest(), section), title=Wording(fi=f"Luonnos {n}")) for n in range(5)
    ]
    published = [
        publish(bertta, write(bertta, start(bertta, factories.comment(factories.guest(), section)))) for _ in range(3)
    ]
    county.answers_need_approval = True
    county.save()
    for answer in published:
        text = AnswerText(**{**vars(WHOLE), "body": Wording(fi="Vastaus 20 päivässä.", sv="Svar inom 20 dagar.")})
        propose_correction(
            actor=bertta, answer=fresh(answer), text=text, revision=fresh(answer).revision, at=clock.now()
        )
    work = path_of(section.version.document.activity, "work")
    seen, query = [], "?show=drafts"
    while query:
        with django_assert_max_num_queries(15):
            page = desk.get(work + query)
        seen += [row["line"].number for row in page.context["groups"]]
        query = page.context["ways"]["next_url"]
    assert sorted(seen) == sorted(draft.number for draft in drafts)
    first = desk.get(f"{work}?show=drafts")
    again = desk.get(work + first.context["correction_ways"]["next_url"])
    both = [row["line"].number for page in (first, again) for row in page.context["corrections"]]
    assert sorted(both) == sorted(answer.number for answer in published)
    assert next(tab["count"] for tab in first.context["tabs"] if tab["href"] == "?show=drafts") == 8
    factories.comment(factories.guest(), section)
    page = desk.get(work).content.decode()
    assert all(f"Luonnos {n}" in page for n in range(5))  # comments can be added to any of them
    done = desk.get(f"{work}?show=done")
    assert [row["line"].number for row in done.context["groups"]] == [published[2].number, published[1].number]
    assert desk.get(f"{work}?show=done&after=zz").status_code == 400


def test_capacities_read_the_same_everywhere_and_those_not_named_are_counted():
    said = [["volunteer"], ["professional", "resident"], ["resident"], ["service_user"], ["organisation"], ["other"]]
    with override("en"):
        told = {capacity_words(order) for order in (said, said[::-1])}
    assert told == {
        "resident\xa02 · service user\xa01 · organisation's representative\xa01 · professional\xa01 · other capacities 2"
    }

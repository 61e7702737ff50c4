from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import translation

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import rounds
from yhdyspinta.answers.tests.scene import publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.actions import Reply, Words, enter_comments
from yhdyspinta.intake.models import Entry
from yhdyspinta.moderation import appeals
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.tests.making import PROMISED
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.models import Activity, Process, ProcessPartner, ProcessRole
from yhdyspinta.site.desk import due_words, greeting, waiting_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


def closed_round(county, slug="toimintamallit"):
    process = factories.process(county, slug)
    activity = factories.activity(process, closes_at=clock.now() - timedelta(days=1))
    return factories.document(activity).versions.get().sections.first()


def page(person, county):
    return signed_in(person).get(address("site:desk", county, language="fi"))


def tasks(person, county):
    return [task["href"] for task in page(person, county).context["tasks"]]


def test_an_empty_desk_says_so(county):
    response = page(factories.staff(county), county)
    assert response.status_code == 200
    assert response.context["tasks"] == []


def test_a_day_on_which_nothing_waits_is_told_once(county):
    closed_round(county)
    said = page(factories.staff(county, "answerer", "a@example.org"), county).content.decode().partition("<main")[2]
    assert said.count("Mikään ei odota sinua") == 1
    assert "Kun kommentit, vastaukset tai lupaukset tarvitsevat sinua" in said


def test_what_waits_is_shown_to_those_who_can_do_it(county):
    section = closed_round(county)
    factories.comment(factories.guest(), section)
    factories.comment(factories.guest(), section, waits=True)
    assert len(tasks(factories.staff(county), county)) == 2
    assert len(tasks(factories.staff(county, "answerer", "a@example.org"), county)) == 1
    assert len(tasks(factories.staff(county, "moderator", "m@example.org"), county)) == 1
    assert tasks(factories.staff(county, "viewer", "v@example.org"), county) == []


def test_who_takes_part_stands_directly_after_the_tasks(county):
    factories.comment(factories.guest(), closed_round(county))
    words = page(factories.staff(county), county).content.decode()
    assert words.index("y-tasks") < words.index('id="people-title"') < words.index('id="quick-title"')
    assert 'id="processes-title"' not in words


def test_partners_and_holders_of_one_process_have_a_desk(county):
    section = closed_round(county)
    factories.comment(factories.guest(), section)
    process = section.version.document.activity.process
    town = factories.authority("vaasa", code="x", bilingual=True)
    ProcessPartner.objects.create(process=process, authority=town, joined_at=clock.now())
    assert len(tasks(factories.staff(town, email="d@example.org"), town)) == 1
    holder = factories.person("h@example.org")
    ProcessRole.objects.create(person=holder, process=process, role="answerer", given_at=clock.now())
    assert len(tasks(holder, county)) == 1


def test_strangers_have_no_desk(county):
    path = address("site:desk", county, language="fi")
    assert Client().get(path).url.startswith("/account/login/")
    assert signed_in(factories.person("cai@example.org")).get(path).status_code == 404
    bertta = factories.staff(county)
    client = Client()
    client.force_login(bertta, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(path).status_code in {302, 403}  # asked for the second factor first


def test_late_measures_wait(county):
    bertta = factories.staff(county)
    process = closed_round(county).version.document.activity.process
    kept = measures.save_measure(
        actor=bertta,
        process=process,
        measure=None,
        revision=0,
        at=clock.now(),
        text=measures.MeasureText(**{**vars(PROMISED), "due_on": datetime(2020, 1, 1, tzinfo=UTC).date()}),
    )
    assert tasks(bertta, county) == []
    measures.publish_measure(actor=bertta, measure=kept, at=clock.now())
    assert len(tasks(bertta, county)) == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_desk_takes_the_same_queries_for_few_and_many(county, language, django_assert_max_num_queries):
    admin = signed_in(factories.staff(county, "county_admin", "admin@example.org"))
    path = address("site:desk", county, language=language)
    counts = []
    for first, last in ((0, 3), (3, 12)):
        for number in range(first, last):
            factories.comment(factories.guest(), closed_round(county, f"matter-{number}"))
        with django_assert_max_num_queries(15) as seen:
            assert admin.get(path).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_times_are_told_on_the_helsinki_calendar():
    at = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
    with translation.override("en"):
        assert greeting(at) == "Good morning."
        assert due_words(at + timedelta(days=12), at) == ("12 days", "moss")
        assert due_words(at + timedelta(days=2), at) == ("2 days", "amber")
        assert due_words(at + timedelta(hours=2), at) == ("today", "rose")
        assert due_words(at - timedelta(days=3), at) == ("3 days late", "rose")
        assert due_words(None, at) == ("", "")
        assert waiting_words(3) == "Three matters wait for you."
        assert waiting_words(0) == "Nothing waits for you."
    for language, words in (("fi", "Kolme asiaa odottaa sinua."), ("sv", "Tre ärenden väntar på dig.")):
        with translation.override(language):
            assert waiting_words(3) == words


def test_an_answer_to_be_posted_waits_for_a_letter(county):
    bertta = factories.staff(county)
    comment = factories.comment(factories.guest(), closed_round(county))
    Entry.objects.create(receipt=comment.receipt, entered_by=bertta, entered_at=clock.now(), reply_by="letter")
    publish(bertta, write(bertta, start(bertta, comment)))
    assert address("intake:letters", county, language="fi") + "?process=toimintamallit" in tasks(bertta, county)


def test_reported_comments_and_health_words_are_told_at_the_desk(county):
    section = closed_round(county)
    for _time in range(2):
        appeals.report(
            actor=factories.guest(),
            comment=factories.comment(factories.guest(), section),
            reason="spam",
            at=clock.now(),
        )
    waiting = factories.comment(factories.guest(), section, waits=True)
    Comment.objects.filter(pk=waiting.pk).update(warnings=["identity_code", "health", "phone"])
    moderator = factories.staff(county, "moderator", "m@example.org")
    found = page(moderator, county).context["tasks"]
    assert len(found) == 2
    reported = next(task for task in found if task["href"].endswith("?kind=reported"))
    assert (reported["task"], reported["why"]) == ("Käsittele ilmoitukset", "2 kommentista on ilmoitettu")
    html = page(moderator, county).content.decode()
    assert "1 kertoo ehkä terveydestä" in html
    assert "yhdessä voi olla henkilötunnus" in html
    assert "mahdollinen puhelinnumero: 1" in html


def lists(person, county, name, query=""):
    return signed_in(person).get(address(f"site:{name}", county, language="fi") + query)


def menu(response):
    return [(entry["href"].rsplit("/desk/")[-1], entry["current"]) for entry in response.context["frame"].nav]


def test_staff_pages_have_the_menu_of_staff_with_what_the_role_may_open(county):
    closed_round(county)
    coordinator, admin = factories.staff(county), factories.staff(county, "county_admin", "admin@example.org")
    assert menu(page(coordinator, county)) == [
        ("", True), ("processes/", False), ("answers/", False), ("moderation/", False),
    ]  # fmt: skip
    whole = {"", "processes/", "answers/", "moderation/", "received/", "data-protection/", "authority/"}
    assert {path for path, _current in menu(page(admin, county))} == whole
    for entry in page(admin, county).context["frame"].nav:
        found = signed_in(admin).get(entry["href"])
        assert found.status_code == 200
        assert [one["href"] for one in found.context["frame"].nav if one["current"]] == [entry["href"]]
    viewer = factories.staff(county, "viewer", "v@example.org")
    assert menu(page(viewer, county)) == [("", True), ("processes/", False)]
    assert signed_in(viewer).get(address("site:desk_answers", county, language="fi")).status_code == 404


def test_public_pages_keep_the_menu_of_residents_and_lead_to_the_desk(county):
    bertta = factories.staff(county)
    frame = signed_in(bertta).get(address("site:home", county, language="fi")).context["frame"]
    assert frame.nav[0]["href"] == address("site:home", county, language="fi")
    assert frame.desk_url == address("site:desk", county, language="fi")
    frame = page(bertta, county).context["frame"]
    assert (frame.public_url, frame.desk_url) == (address("site:home", county, language="fi"), "")
    cai = signed_in(factories.person("cai@example.org"))
    assert cai.get(address("site:desk", county, language="fi")).status_code == 404


def test_answering_pages_mark_answers_in_the_menu(county):
    activity = closed_round(county).version.document.activity
    found = signed_in(factories.staff(county)).get(activity_address(activity, "answers:work", language="fi"))
    assert [path for path, current in menu(found) if current] == ["answers/"]


def test_processes_are_listed_by_state_and_page(county, django_assert_max_num_queries):
    bertta = factories.staff(county)
    closed_round(county)
    draft = factories.process(county, "luonnos")
    Process.objects.filter(pk=draft.pk).update(published_at=None)
    rows = lists(bertta, county, "desk_processes").context["rows"]
    assert [str(row["state"]) for row in rows] == ["Luonnos", "Käsittelyssä"]
    links = [link["href"] for link in rows[1]["links"]]
    assert len(links) == 4
    assert any("/answers/" in link for link in links)
    assert any(link.endswith("/outcomes/") for link in links)
    only = lists(bertta, county, "desk_processes", "?state=draft").context["rows"]
    assert [row["path"] for row in only] == [process_address(draft, "processes:overview", language="fi")]
    assert lists(bertta, county, "desk_processes", "?state=nothing").status_code == 400
    for number in range(22):
        factories.process(county, f"asia-{number}")
    client = signed_in(bertta)
    for name in ("desk_processes", "desk_answers"):
        with django_assert_max_num_queries(15):
            client.get(address(f"site:{name}", county, language="fi"))
    first = lists(bertta, county, "desk_processes")
    assert len(first.context["rows"]) == 20
    second = signed_in(bertta).get(first.context["pager"]["next_url"])
    assert len(second.context["rows"]) == 4
    assert lists(bertta, county, "desk_processes", "?after=x").status_code == 400


def test_rounds_are_listed_by_what_waits(county):
    bertta = factories.staff(county)
    section = closed_round(county)
    factories.comment(factories.guest(), section)
    answered = factories.activity(factories.process(county, "vastattu"), closes_at=clock.now() - timedelta(days=1))
    Activity.objects.filter(pk=answered.pk).update(answered_at=clock.now())
    rows = lists(bertta, county, "desk_answers").context["rows"]
    assert [(row["unanswered"], row["answered"]) for row in rows] == [(1, 0)]
    assert rows[0]["path"] == activity_address(section.version.document.activity, "answers:work", language="fi")
    assert len(lists(bertta, county, "desk_answers", "?show=answered").context["rows"]) == 1
    assert len(lists(bertta, county, "desk_answers", "?show=all").context["rows"]) == 2
    assert lists(bertta, county, "desk_answers", "?show=none").status_code == 400


def test_lists_hold_only_the_person_s_own_processes(county):
    process = closed_round(county).version.document.activity.process
    factories.process(county, "muu")
    holder = factories.person("h@example.org")
    ProcessRole.objects.create(person=holder, process=process, role="answerer", given_at=clock.now())
    own = process_address(process, "processes:overview", language="fi")
    assert [row["path"] for row in lists(holder, county, "desk_processes").context["rows"]] == [own]
    town = factories.authority("vaasa", code="x", bilingual=True)
    ProcessPartner.objects.create(process=process, authority=town, joined_at=clock.now())
    dagny = factories.staff(town, email="d@example.org")
    for authority in (town, county):
        assert [row["path"] for row in lists(dagny, authority, "desk_processes").context["rows"]] == [own]
    stranger = factories.staff(factories.authority("kainuu", code="y"), email="k@example.org")
    assert lists(stranger, county, "desk_processes").status_code == 404


def test_what_comes_after_everything_was_answered_is_in_the_trail_and_on_the_desk(county):
    bertta, section, at = factories.staff(county), closed_round(county), clock.now()
    activity = section.version.document.activity
    rounds.mark_round_answered(actor=bertta, activity=activity, at=at)
    assert tasks(bertta, county) == []
    enter_comments(
        actor=bertta, activity=activity, key=uuid4(), channel="paper", arrived_at=at - timedelta(days=2),
        words=[Words(section.thread_id, "Kirjeenä tullut.")], facts=SenderFacts(language="fi", capacities=("resident",)),
        reply=Reply("none"), read_back=False, at=at,
    )  # fmt: skip
    assert Line.objects.filter(verb="answers.round_reopened", process_id=activity.process_id).count() == 1
    told = next(item for item in page(bertta, county).context["tasks"] if "/desk/answers/" in item["href"])
    assert told["why"] == "Kierros ei ole enää merkitty vastatuksi: 1 kommentti odottaa"
    answerer = factories.staff(county, "answerer", "a@example.org")
    assert not [path for path in tasks(answerer, county) if path.endswith("/desk/answers/")]
    comment = Comment.objects.get()
    rounds.close_without_answer(actor=bertta, activity=activity, comments=[comment.pk], reason="thanks", at=at)
    rounds.mark_round_answered(actor=bertta, activity=activity, at=at)
    assert tasks(bertta, county) == []

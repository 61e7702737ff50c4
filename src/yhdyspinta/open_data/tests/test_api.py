"""The API: what it gives, in which pages, what it refuses, and what nobody gets from it."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.material.models import CommentTheme, Theme
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.open_data.api.fields import Shape
from yhdyspinta.open_data.api.shapes import all_shapes
from yhdyspinta.open_data.places import MASKED
from yhdyspinta.open_data.tests.conftest import comment, section
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.models import ReportVersion

pytestmark = pytest.mark.django_db
BASE = "/api/v1/"
PROCESS = f"{BASE}processes/keski-suomi/toimintamallit/"
ROUND = f"{PROCESS}activities/kommentointi/"


def get(path: str, **headers) -> dict:
    response = Client().get(path, headers=headers)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def test_it_begins_with_addresses_that_open(activity: Activity) -> None:
    found = get(BASE)
    for name in ("openapi", "authorities", "processes"):
        assert get(found[name].removeprefix("http://localhost:8000"))


def test_everything_public_is_told(activity: Activity) -> None:
    one = comment(activity)
    answer = Answer.objects.create(
        activity=activity, number=1, title={"fi": "Määräajat"}, handling="accepted", comment_count=1,
        created_at=clock.now(), saved_at=clock.now(), published_at=clock.now(),
    )  # fmt: skip
    AnsweredComment.objects.create(answer=answer, comment=one)
    now = clock.now()
    Outcome.objects.create(process=activity.process, kind="decided", title={"fi": "Päätös"}, on=now.date(),
                           created_at=now, published_at=now)  # fmt: skip
    Measure.objects.create(process=activity.process, promise={"fi": "Lupaus"}, created_at=now, published_at=now,
                           answer=answer)  # fmt: skip
    assert [row["slug"] for row in get(f"{BASE}authorities/")["items"]] == ["keski-suomi"]
    assert get(PROCESS)["title"] == dict(activity.process.title)
    assert get(f"{PROCESS}phases/")["items"][0]["activities"][0]["comment_count"] == 1
    assert get(f"{PROCESS}decisions/")["items"][0]["title"] == {"fi": "Päätös"}
    assert get(f"{PROCESS}measures/")["items"][0]["answer"] == 1
    assert get(f"{ROUND}documents/")["items"][0]["versions"][0]["number"] == 1
    sections = get(f"{ROUND}sections/")["items"]
    assert [row["comment_count"] for row in sections] == [1, 0, 0]
    assert set(sections[0]["heading"]) == {"fi", "sv"}
    told = get(f"{ROUND}comments/{one.number}/")
    assert told["text"] == "Kirjatkaa määräaika."
    assert (told["document"], told["section"], told["answer"]) == ("osallisuus", "kohta-1", 1)
    assert get(told["url"].removeprefix("http://localhost:8000")) == told
    assert get(f"{ROUND}answers/1/")["handling"] == "accepted"


def test_lists_come_in_pages_and_skip_nothing(activity: Activity) -> None:
    who = factories.person()
    for place in range(7):
        factories.comment(who, section(activity), f"Kommentti {place}.")
    found, path = [], f"{ROUND}comments/?limit=3&language=fi"
    while path:
        page = get(path)
        found += [row["number"] for row in page["items"]]
        path = (page["next"] or "").removeprefix("http://localhost:8000")
        assert "language=fi" in path or not path
    assert found == sorted(Comment.objects.values_list("number", flat=True))


def test_p3_what_is_not_public_is_nowhere(activity: Activity) -> None:
    for state in ("hidden", "waiting", "withdrawn"):
        one = comment(activity, f"Salainen {state}.", f"{state}@example.org")
        Comment.objects.filter(pk=one.pk).update(state=state)
        assert Client().get(f"{ROUND}comments/{one.number}/").status_code == 404
    assert get(f"{ROUND}comments/")["items"] == []
    draft = factories.process(activity.process.owner, "luonnos", published=False)
    assert Client().get(f"{BASE}processes/keski-suomi/luonnos/").status_code == 404
    assert [row["slug"] for row in get(f"{BASE}processes/")["items"]] == ["toimintamallit"]
    none = Client().get(f"{BASE}processes/keski-suomi/ei-ole/")
    assert none.content == Client().get(f"{BASE}processes/keski-suomi/{draft.slug}/").content
    activity.process.owner.is_on = False
    activity.process.owner.save()
    for path in (PROCESS, f"{ROUND}comments/", f"{BASE}authorities/keski-suomi/"):
        assert Client().get(path).status_code == 404


def test_a_process_shows_when_its_moment_has_come(activity: Activity) -> None:
    activity.process.published_at = clock.now() + timedelta(hours=1)
    activity.process.save()
    assert Client().get(f"{ROUND}comments/").status_code == 404


def test_masked_words_are_not_given(activity: Activity) -> None:
    one = comment(activity, "Lääkäri Esimerkki teki virheen.")
    Comment.objects.filter(pk=one.pk).update(public_text=f"{MASK_MARK} teki virheen.")
    told = get(f"{ROUND}comments/{one.number}/")
    assert (told["text"], told["is_masked"]) == (f"{MASKED} teki virheen.", True)


def test_e11_no_field_tells_who_wrote(activity: Activity) -> None:
    one = comment(activity, email="liisa.lahettaja@example.org")
    Sender.objects.filter(pk=one.sender_id).update(
        naming="named", display_name="Liisa Lähettäjä", email="liisa.lahettaja@example.org", age_group="65_over"
    )
    given = b"".join(Client().get(path).content for path in (f"{ROUND}comments/", f"{ROUND}comments/{one.number}/"))
    for word in ("Liisa", "example.org", "65_over", "sender_id"):
        assert word not in given.decode()


def test_an_organisation_is_named_only_when_it_is_confirmed(activity: Activity) -> None:
    one = comment(activity)
    organisation = Organisation.objects.create(
        name="Esimerkkiyhdistys ry", authority=activity.process.owner, created_at=clock.now()
    )
    Sender.objects.filter(pk=one.sender_id).update(organisation=organisation)
    path = f"{ROUND}comments/{one.number}/"
    assert get(path)["organisation"] is None
    Representation.objects.create(
        person=one.sender.person, organisation=organisation, since=clock.now(), confirmed_at=clock.now()
    )
    assert get(path)["organisation"] is None
    Organisation.objects.update(verified_at=clock.now())
    assert get(path)["organisation"] == "Esimerkkiyhdistys ry"


def test_asking_again_gives_304_until_something_changes(activity: Activity) -> None:
    path = f"{ROUND}comments/"
    mark = Client().get(path).headers["ETag"]
    assert Client().get(path, headers={"if-none-match": mark}).status_code == 304
    assert Client().get(path, headers={"if-none-match": f"W/{mark}"}).status_code == 304
    comment(activity)
    assert Client().get(path, headers={"if-none-match": mark}).status_code == 200
    assert Client().get(path).headers["Cache-Control"] == "public, max-age=60"


def test_a_page_with_a_next_one_keeps_its_mark_however_much_later_it_is_asked(activity: Activity, monkeypatch) -> None:
    """M48: the cursor of the next page told the moment it was made, so the mark was another every second."""
    for number in range(3):
        comment(activity, email=f"kommentoija{number}@example.org")
    first = f"{ROUND}comments/?limit=1"
    for path in (first, get(first)["next"].removeprefix("http://localhost:8000"), f"{BASE}authorities/?limit=1"):
        with monkeypatch.context() as then:
            then.setattr("time.time", lambda: 1_800_000_000.0)
            mark = Client().get(path).headers["ETag"]
        assert Client().get(path, headers={"if-none-match": mark}).status_code == 304, path
    comment(activity)
    assert Client().get(first, headers={"if-none-match": mark}).status_code == 200


def test_no_cookie_and_no_session_is_read_or_given(activity: Activity, django_assert_max_num_queries) -> None:
    client = factories.signed_in(factories.person())
    with django_assert_max_num_queries(1):
        response = client.get(f"{BASE}authorities/")
    assert not response.cookies
    assert "Cookie" not in response.headers["Vary"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing/", 404), ("processes/keski-suomi/", 404), ("processes/?sort=owner__email", 400),
        ("processes/?limit=0", 400), ("processes/?limit=201", 400), ("processes/?limit=١٠", 400),
        ("processes/?limit=1e3", 400), ("processes/?cursor=abc", 400), ("processes/?limit=1&limit=2", 400),
        ("processes/?authority=%00", 400), ("processes/?authority=%ED%A0%80", 400),
    ],
)  # fmt: skip
def test_what_is_not_right_is_told_as_json(activity: Activity, path: str, status: int) -> None:
    response = Client().get(f"{BASE}{path}")
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert json.loads(response.content)["status"] == status


def test_a_cursor_is_good_for_its_own_list_only(activity: Activity) -> None:
    for slug in ("a", "b"):
        factories.process(activity.process.owner, slug)
    following = get(f"{BASE}processes/?limit=1")["next"]
    cursor = following.split("cursor=")[1]
    assert Client().get(f"{ROUND}comments/?cursor={cursor}").status_code == 400


def test_other_methods_and_other_formats_are_refused(activity: Activity) -> None:
    for method in ("post", "put", "patch", "delete"):
        response = getattr(Client(enforce_csrf_checks=True), method)(f"{BASE}processes/")
        assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert Client().get(f"{BASE}processes/", headers={"accept": "text/csv"}).status_code == 406
    assert Client().get(f"{BASE}processes/", headers={"accept": "text/html,*/*;q=0.8"}).status_code == 200
    preflight = Client().options(f"{BASE}processes/", headers={"origin": "https://lehti.example"})
    assert (preflight.status_code, preflight.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    head = Client().head(f"{BASE}processes/")
    assert (head.status_code, head.content) == (200, b"")
    assert Client().get(f"{BASE}processes").headers["Location"] == f"{BASE}processes/"


def test_o7_i12_who_asks_too_much_is_told_when_to_come_back(activity: Activity, settings) -> None:
    settings.API_REQUESTS_A_MINUTE = 2
    for left in ("1", "0"):
        assert Client(REMOTE_ADDR="192.0.2.9").get(BASE).headers["RateLimit-Remaining"] == left
    response = Client(REMOTE_ADDR="192.0.2.9", HTTP_X_FORWARDED_FOR="192.0.2.10").get(BASE)
    assert response.status_code == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    assert json.loads(response.content)["status"] == 429
    assert Client(REMOTE_ADDR="192.0.2.11").get(BASE).status_code == 200
    for place, left in enumerate(("1", "0", "0")):  # O7: a home line's addresses of version 6 are one
        told = Client(REMOTE_ADDR=f"2001:db8:0:1::{place}").get(BASE)
        assert told.headers["RateLimit-Remaining"] == left
    assert told.status_code == 429


def test_the_queries_are_as_many_for_many_rows(activity: Activity, django_assert_max_num_queries) -> None:
    for place in range(12):
        comment(activity, f"Kommentti {place}.", f"kuka{place}@example.org")
        factories.process(activity.process.owner, f"toinen-{place}")
    pages = ("processes/", "authorities/", "processes/keski-suomi/toimintamallit/phases/")
    paths = [f"{BASE}{page}" for page in pages] + [
        f"{ROUND}{name}/" for name in ("documents", "sections", "comments", "answers", "reports")
    ]
    for path in paths:
        with django_assert_max_num_queries(6 if path.endswith("comments/") else 5):  # one for what was translated
            assert Client().get(path).status_code == 200


def test_themes_are_told_once_a_report_tells_of_them_and_counted_as_it_does(
    activity: Activity, django_assert_max_num_queries
) -> None:
    now = clock.now()
    told, own = (Theme.objects.create(activity=activity, name={"fi": name}, made_at=now) for name in ("Kyydit", "Oma"))
    for number in range(4):
        one = comment(activity, f"Sanat {number}.", f"t{number}@example.org")
        CommentTheme.objects.create(theme=own, comment=one)
        if number:
            CommentTheme.objects.create(theme=told, comment=one)
    Comment.objects.filter(number=4).update(state="hidden")
    assert [row["themes"] for row in get(f"{ROUND}comments/")["items"]] == [[], [], []]
    assert get(f"{ROUND}reports/")["items"] == []
    figures = {"comments": 3, "senders": 3, "themes": [{"name": {"fi": "Kyydit"}, "comments": 2}],
               "channels": [{"key": "online", "count": 3}], "open": 3}  # fmt: skip
    ReportVersion.objects.create(activity=activity, number=1, words={}, figures=figures, published_at=now)
    with django_assert_max_num_queries(8):
        rows = get(f"{ROUND}comments/")["items"]
    assert [row["themes"] for row in rows] == [[], [{"fi": "Kyydit"}], [{"fi": "Kyydit"}]]
    assert get(f"{ROUND}comments/2/")["themes"] == [{"fi": "Kyydit"}]
    (report,) = get(f"{ROUND}reports/")["items"]
    assert report["themes"] == [{"name": {"fi": "Kyydit"}, "comments": 2}]
    assert (report["comments"], report["open"], report["channels"]) == (3, 3, [{"key": "online", "count": 3}])
    assert report["pages"]["sv"].endswith("/sv/processes/toimintamallit/report/kommentointi/1/")


def test_a_report_tells_of_its_events_as_it_counted_them_and_of_none_where_it_counted_none(activity: Activity) -> None:
    events = {"events": 3, "tables": 14, "counted": 2, "people": 75}
    for number, figures in enumerate(({"comments": 3}, {"comments": 3, "events": events}), start=1):
        ReportVersion.objects.create(
            activity=activity, number=number, words={}, figures=figures, published_at=clock.now()
        )
    told = ("events", "tables", "people_at_events", "counted_events")
    by_number = {row["number"]: tuple(row[name] for name in told) for row in get(f"{ROUND}reports/")["items"]}
    assert by_number == {1: (0, 0, 0, 0), 2: (3, 14, 75, 2)}


def test_the_document_names_nothing_that_it_does_not_describe(activity: Activity) -> None:
    whole = json.dumps(get(f"{BASE}openapi.json"))
    described = get(f"{BASE}openapi.json")["components"]["schemas"]
    assert set(re.findall("#/components/schemas/([A-Za-z]+)", whole)) <= set(described)


def test_every_field_is_described_once() -> None:
    for shape in all_shapes().values():
        assert isinstance(shape, Shape)
        names = [field.name for field in shape.fields]
        assert len(names) == len(set(names))

"""The menu of a round: one for all of its staff pages, from what the apps have registered."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client, RequestFactory
from django.urls import resolve

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.people.roles import ROLES
from yhdyspinta.processes import round_pages
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.round_pages import RoundPage, pages_of, register_round_pages, round_menu

pytestmark = pytest.mark.django_db

MENU = '<nav class="y-stages '
WIDE, FOLD = ".//div[@class='y-stages__wide']", ".//details[@class='y-stages__fold']"


@pytest.fixture
def activity() -> Activity:
    county = factories.authority("pohjanmaa", code="15")
    found = factories.activity(factories.process(county))
    factories.document(found)
    return found


def _menu(client: Client, path: str) -> ET.Element:
    page = client.get(path)
    assert page.status_code == 200, path
    words = page.content.decode()
    assert words.count(MENU) == 1, path
    return ET.fromstring(MENU + words.split(MENU)[1].split("</nav>")[0] + "</nav>")


def _hrefs(menu: ET.Element, which: str) -> list[str | None]:
    return [one.get("href") for one in menu.findall(which)]


def _client(activity: Activity, role: str) -> Client:
    return signed_in(factories.staff(activity.process.owner, role, f"{role}@example.org"))


def test_every_page_of_the_menu_shows_it_with_itself_marked(activity):
    client = _client(activity, "coordinator")
    own = [link for link in pages_of(activity) if f"/{activity.slug}/" in link.path]
    assert len(own) >= 18
    for link in own:
        menu = _menu(client, link.path)
        for part in (WIDE, FOLD):
            assert _hrefs(menu, f"{part}//a[@aria-current='page']") == [link.path], link.name
        assert menu.findtext(f"{FOLD}/summary//b") == link.words


def test_the_pages_of_the_process_show_the_menu_of_its_only_round_and_the_way_to_the_process(activity):
    client = _client(activity, "coordinator")
    own = [link for link in pages_of(activity) if f"/{activity.slug}/" not in link.path]
    assert {link.name for link in own} == {"moderation:queue", "translating:texts", "outcomes:staff"}
    for link in own:
        assert _hrefs(_menu(client, link.path), f"{WIDE}//a[@aria-current='page']") == [link.path], link.name
        crumb = f'href="/pohjanmaa/fi/desk/processes/{activity.process.slug}/">'
        assert crumb in client.get(link.path).content.decode(), link.name
    below = _menu(client, f"{own[-1].path}new/")
    assert _hrefs(below, f"{FOLD}//a[@aria-current='true']") == [own[-1].path]


def test_of_two_rounds_the_pages_of_the_process_choose_none(activity):
    again = {"method_key": activity.method_key, "slug": "toinen-kierros", "settings": activity.settings}
    Activity.objects.create(
        phase=activity.phase, process=activity.process, title=activity.title, created_at=activity.created_at, **again
    )
    client = _client(activity, "coordinator")
    for name in ("moderation", "translations", "outcomes"):
        page = client.get(f"/pohjanmaa/fi/desk/processes/{activity.process.slug}/{name}/")
        assert page.status_code == 200
        assert MENU not in page.content.decode()


def test_a_page_reached_from_another_marks_that_one(activity):
    client = _client(activity, "coordinator")
    base = f"/pohjanmaa/fi/desk/processes/{activity.process.slug}/activities/{activity.slug}"
    for below, above in (("intake/piles/", "intake/channels/"), ("documents/new-document/", "documents/")):
        menu = _menu(client, f"{base}/{below}")
        assert not _hrefs(menu, ".//a[@aria-current='page']")
        assert _hrefs(menu, f"{FOLD}//a[@aria-current='true']") == [f"{base}/{above}"]


def test_the_stages_stand_in_the_order_of_the_work_and_one_is_marked(activity):
    theme = next(link for link in pages_of(activity) if link.name == "material:themes")
    menu = _menu(_client(activity, "coordinator"), theme.path)
    row = menu.findall(f"{WIDE}/ul[@class='y-stages__row']/li/a")
    words = [one.text for one in row]
    assert words == ["Yleiskuva", "Valmistelu", "Kanavat", "Aineisto", "Vastaukset", "Tulokset", "Julkinen sivu"]
    assert [one.text for one in row if one.get("aria-current")] == ["Aineisto"]
    below = menu.findall(f"{WIDE}/ul[@aria-label='Aineisto']//a")
    assert "Teemat" in [one.text for one in below]


@pytest.mark.parametrize("role", ["viewer", "answerer", "moderator"])
def test_nobody_is_shown_a_page_that_refuses_them(activity, role):
    client = _client(activity, role)
    overview = next(link for link in pages_of(activity) if link.name == "comment_rounds:staff_round")
    shown = {str(path) for path in _hrefs(_menu(client, overview.path), f"{FOLD}//a")}
    allowed = {link.path for link in pages_of(activity) if link.ability in ROLES[role].abilities}
    assert shown - allowed == {f"/pohjanmaa/fi/processes/{activity.process.slug}/comment-round/{activity.slug}/"}
    assert shown >= allowed
    for path in shown:
        assert client.get(path).status_code == 200, path


def test_a_draft_has_no_public_page_in_its_menu(activity):
    process = activity.process
    process.published_at = None
    process.save(update_fields=["published_at"])
    overview = next(link for link in pages_of(activity) if link.name == "comment_rounds:staff_round")
    menu = _menu(_client(activity, "coordinator"), overview.path)
    assert "Julkinen sivu" not in [one.text for one in menu.iter("a")]


def test_public_pages_have_no_menu_even_for_staff(activity):
    client = _client(activity, "coordinator")
    page = client.get(f"/pohjanmaa/fi/processes/{activity.process.slug}/comment-round/{activity.slug}/")
    assert page.status_code == 200
    assert MENU not in page.content.decode()


def test_an_app_adds_its_page_once_and_the_menu_asks_nothing_of_the_database(
    activity, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(round_pages, "_PAGES", list(round_pages._PAGES))
    new = RoundPage("material", "Maps", "material:similar", "see_desk", place=9)
    register_round_pages(new)
    register_round_pages(new)
    register_round_pages(RoundPage("material", "Votes", "material:similar", "see_desk", place=9, method="votes"))
    loaded = Activity.objects.select_related("process__owner").get(pk=activity.pk)
    request = RequestFactory().get("/")
    request.resolver_match = resolve(method_of(activity).staff_links(loaded)[0].path)
    at = clock.now()
    with django_assert_num_queries(0):
        request.works_on, request.abilities, request.moment = loaded, frozenset({"see_desk"}), at
        menu = round_menu(request)
    material = next(group for group in menu["groups"] if group["text"] == "Aineisto")
    assert [one["text"] for one in material["pages"]].count("Maps") == 1
    assert "Votes" not in [one["text"] for one in material["pages"]]

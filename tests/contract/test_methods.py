"""Each promise of a Method, asked of every entry of settings.METHODS."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import translation
from django.utils.module_loading import import_string

from tests import factories
from tests.contract.kinds import KINDS, World
from tests.contract.method_table import METHOD_TABLE
from yhdyspinta.audit import clock
from yhdyspinta.comments.values import NAMINGS
from yhdyspinta.people.roles import ALL_ABILITIES
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.processes.methods import Card, Gap, Method, methods
from yhdyspinta.processes.models import Activity, Phase
from yhdyspinta.processes.permissions import may_take_part
from yhdyspinta.processes.taking_comments import CommentResults, TakesComments, comment_method_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).resolve().parents[2] / "docs" / "methods"
ALL = list(methods().values())
each_method = pytest.mark.parametrize("method", ALL, ids=[method.key for method in ALL])


def activity_of(method: Method, world: World) -> Activity:
    """A new activity of the method in the world's process."""
    number = Activity.objects.count()
    phase = Phase.objects.create(process=world.process, position=9, kind="participation", title={"fi": "Vaihe"})
    return Activity.objects.create(
        phase=phase, process=world.process, method_key=method.key, slug=f"uusi-{number}", title={"fi": "Uusi"},
        created_at=clock.now(),
    )  # fmt: skip


@each_method
def test_the_manifest_is_complete(method: Method) -> None:
    for name in ("key", "name", "path", "slug", "stages", "abilities", "urls", "staff_urls"):
        assert getattr(method, name, None), name
    assert method.key == method.key.lower()
    assert str(method.name)
    for module in (method.urls, method.staff_urls):
        assert import_string(f"{module}.urlpatterns")


def test_a_method_that_leaves_something_unsaid_is_refused() -> None:
    class Half(Method):
        key = "half"

    with pytest.raises(TypeError, match="abstract"):
        Half()  # type: ignore[abstract]


@each_method
def test_the_name_is_in_every_language(method: Method) -> None:
    words = set()
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            words.add(str(method.name))
    assert len(words) == 3


@each_method
def test_the_method_has_its_page(method: Method) -> None:
    page = DOCS / f"{method.key}.md"
    text = page.read_text()
    for word in (*method.stages, *method.abilities):
        assert f"`{word}`" in text, word


@each_method
def test_it_starts_and_starting_again_changes_nothing(method: Method, world: World) -> None:
    activity = activity_of(method, world)
    method.start(activity, at=clock.now())
    activity.refresh_from_db()
    settings = activity.settings
    method.start(activity, at=clock.now())
    activity.refresh_from_db()
    assert activity.settings == settings


@each_method
def test_a_new_activity_has_gaps_with_words_and_pages(method: Method, world: World) -> None:
    activity = activity_of(method, world)
    method.start(activity, at=clock.now())
    gaps = list(method.gaps(activity))
    assert gaps
    assert all(isinstance(gap, Gap) and gap.words and resolve(gap.path) for gap in gaps)


@each_method
def test_the_desk_asks_the_database_as_often_for_many_as_for_one(method: Method, world: World) -> None:
    one = [world.activity]
    for at in (clock.now(), clock.now() + timedelta(days=30)):
        counts = []
        for some in (one, [*one, *(activity_of(method, world) for _ in range(3))]):
            fresh = list(Activity.objects.filter(pk__in=[a.pk for a in some]).select_related("process__owner"))
            with CaptureQueriesContext(connection) as queries:
                items = list(method.desk(fresh, at=at))
            counts.append(len(queries))
            assert all(
                item.task and item.why and resolve(item.path) and item.ability in ALL_ABILITIES for item in items
            )
        assert counts[0] == counts[1]


@each_method
def test_card_and_links_ask_nothing_of_the_database(method: Method, world: World) -> None:
    activity = Activity.objects.select_related("process__owner").prefetch_related("stages").get(pk=world.activity.pk)
    at = clock.now()
    with CaptureQueriesContext(connection) as queries:
        card = method.card(activity, at=at)
        links = method.staff_links(activity)
    assert len(queries) == 0
    assert isinstance(card, Card)
    assert resolve(card.path)
    assert links
    assert all(resolve(link.path) and link.ability in ALL_ABILITIES and str(link.words) for link in links)


@each_method
def test_a_method_that_takes_comments_tells_their_terms_and_figures(method: Method, world: World) -> None:
    activity = Activity.objects.select_related("process__owner").get(pk=world.activity.pk)
    if not isinstance(method, TakesComments):
        with pytest.raises(Refusal, match="takes_no_comments"):
            comment_method_of(activity)
        return
    assert comment_method_of(activity) is methods()[method.key]
    with CaptureQueriesContext(connection) as queries:
        terms, found = method.terms(activity), method.comment_results(activity)
        path = method.section_path(activity, document="asiakirja", version=1, section="kohta-1")
    assert len(queries) == 0
    assert terms.naming in NAMINGS
    assert isinstance(found, CommentResults)
    assert found.comments >= 0
    assert resolve(path)


@each_method
def test_a_copy_takes_what_staff_prepared_and_nothing_of_residents(method: Method, world: World) -> None:
    target = activity_of(method, world)
    method.start(target, at=clock.now())
    method.copy(world.activity, target, at=clock.now(), actor=world.people["coordinator"])
    target.refresh_from_db()
    assert target.comment_count == target.sender_count == target.last_comment_number == 0
    assert not target.comments.exists()
    assert not target.stages.exists()


@each_method
def test_search_texts_are_public_and_lead_somewhere(method: Method, world: World) -> None:
    texts = list(method.search_texts(Activity.objects.select_related("process__owner").get(pk=world.activity.pk)))
    assert texts
    for kind, target, title, words, path in texts:
        assert kind
        assert target
        assert title
        assert "Salainen luonnos" not in str(words)
        assert resolve(f"/{world.county.slug}/fi/{path}")


def _activity_at(world: World, when: str) -> Activity:
    now = clock.now()
    day = timedelta(days=1)
    times = {"before": (now + day, now + 2 * day), "open": (now - day, now + day), "after": (now - 2 * day, now - day)}
    opens_at, closes_at = times[when]
    slug = f"ajat-{when}-{Activity.objects.count()}"
    return factories.activity(world.process, slug, opens_at=opens_at, closes_at=closes_at)


def test_the_table_has_a_row_for_every_ability() -> None:
    asked = {(m.key, ability, when) for m in ALL for ability in m.abilities for when in ("before", "open", "after")}
    assert set(METHOD_TABLE) == asked


@each_method
@pytest.mark.parametrize("when", ["before", "open", "after"])
def test_everybody_may_what_the_table_says(method: Method, when: str, world: World) -> None:
    activity = _activity_at(world, when)
    for ability, rule in method.abilities.items():
        who = set()
        for kind in KINDS:
            person = world.people.get(kind, VISITOR)
            permit = may_take_part(person, ability, activity, at=clock.now(), rule=rule)
            if permit:
                who.add(kind)
            else:
                assert permit.words
                assert permit.why_not
        assert who == METHOD_TABLE[method.key, ability, when], ability


@each_method
@pytest.mark.parametrize("state", ["published_at", "paused_at", "cancelled_at"])
def test_nobody_takes_part_in_what_is_not_public_or_stands_still(method: Method, state: str, world: World) -> None:
    activity = _activity_at(world, "open")
    setattr(activity.process, state, None if state == "published_at" else clock.now())
    for ability, rule in method.abilities.items():
        for kind in KINDS:
            person = world.people.get(kind, VISITOR)
            assert not may_take_part(person, ability, activity, at=clock.now(), rule=rule)
    setattr(activity.process, state, world.process.created_at if state == "published_at" else None)


def test_a_method_of_two_names_is_refused() -> None:
    assert len({method.key for method in ALL}) == len(ALL)
    assert len({method.path for method in ALL}) == len(ALL)

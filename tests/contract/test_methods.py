"""Each promise of a Method, asked of every entry of settings.METHODS and of a method that only the tests know."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import resolve
from django.utils import translation
from django.utils.module_loading import import_string

from tests import factories
from tests.contract.kinds import KINDS, World
from tests.contract.method_table import ACTIVITIES, METHOD_TABLE, SHOW_OF_HANDS_TABLE
from yhdyspinta.audit import clock
from yhdyspinta.comments.values import NAMINGS
from yhdyspinta.people.roles import ALL_ABILITIES
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.processes.actions.preparing import add_activity
from yhdyspinta.processes.methods import Card, Gap, Method, StageTimes, complete_activities, methods
from yhdyspinta.processes.models import Activity, Phase, Process, SearchEntry
from yhdyspinta.processes.permissions import may_take_part
from yhdyspinta.processes.taking_comments import TakesComments, comment_method_of
from yhdyspinta.site.search_views import kinds
from yhdyspinta.site.states import state_of, with_states
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).resolve().parents[2] / "docs" / "methods"
SHOW_OF_HANDS = "tests.contract.show_of_hands.method.ShowOfHands"
DAY = timedelta(days=1)
TABLE = METHOD_TABLE | SHOW_OF_HANDS_TABLE


@pytest.fixture(params=[*settings.METHODS, SHOW_OF_HANDS], ids=lambda path: path.rpartition(".")[2])
def method(request: pytest.FixtureRequest) -> Iterator[Method]:
    """Each method of the installation, and one that exists only here: installed by its row in the settings."""
    path = request.param
    if path in settings.METHODS:
        yield methods()[import_string(path).key]
        return
    methods.cache_clear()
    try:
        with override_settings(
            METHODS=[*settings.METHODS, path], ROOT_URLCONF="tests.contract.show_of_hands.site_urls"
        ):
            yield methods()[import_string(path).key]
    finally:
        methods.cache_clear()


@pytest.fixture
def activity(method: Method, world: World) -> Activity:
    """An activity of the method that staff have prepared and residents have used, open now in its first stage."""
    return activity_at(method, world, method.stages[0])


def moments_of(method: Method) -> tuple[str, ...]:
    """When the table asks: before the stages, in each of them, and after the last."""
    return ("before", *method.stages, "after")


def activity_at(method: Method, world: World, when: str) -> Activity:
    """Such an activity whose stages, two days each, lie around now as told."""
    place = moments_of(method).index(when) - 1
    opens_at = clock.now() - DAY - 2 * place * DAY
    stages = [
        StageTimes(key, opens_at + 2 * number * DAY, opens_at + 2 * (number + 1) * DAY)
        for number, key in enumerate(method.stages)
    ]
    make = import_string(ACTIVITIES[method.key])
    made: Activity = make(world.process, f"ajat-{Activity.objects.count()}", stages)
    return made


def activity_of(method: Method, world: World) -> Activity:
    """A new activity of the method in the world's process."""
    number = Activity.objects.count()
    phase = Phase.objects.create(process=world.process, position=9, kind="participation", title={"fi": "Vaihe"})
    return Activity.objects.create(
        phase=phase, process=world.process, method_key=method.key, slug=f"uusi-{number}", title={"fi": "Uusi"},
        created_at=clock.now(),
    )  # fmt: skip


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


def test_the_name_is_in_every_language(method: Method) -> None:
    words = set()
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            words.add(str(method.name))
    assert len(words) == 3


def test_the_method_has_its_page() -> None:
    """What is installed is told of; the method of the tests is not."""
    for method in methods().values():
        text = (DOCS / f"{method.key}.md").read_text()
        for word in (*method.stages, *method.abilities):
            assert f"`{word}`" in text, word


def test_it_starts_and_starting_again_changes_nothing(method: Method, world: World) -> None:
    activity = activity_of(method, world)
    method.start(activity, at=clock.now())
    activity.refresh_from_db()
    settings = activity.settings
    method.start(activity, at=clock.now())
    activity.refresh_from_db()
    assert activity.settings == settings


def test_a_new_activity_has_gaps_with_words_and_pages(method: Method, world: World) -> None:
    activity = activity_of(method, world)
    method.start(activity, at=clock.now())
    gaps = list(method.gaps(activity))
    assert gaps
    assert all(isinstance(gap, Gap) and gap.words and resolve(gap.path) for gap in gaps)


def test_the_desk_asks_the_database_as_often_for_many_as_for_one(
    method: Method, activity: Activity, world: World
) -> None:
    one = [activity]
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


def test_card_and_links_ask_nothing_of_the_database(method: Method, activity: Activity) -> None:
    activity = Activity.objects.select_related("process__owner").prefetch_related("stages").get(pk=activity.pk)
    at = clock.now()
    with CaptureQueriesContext(connection) as queries:
        card = method.card(activity, at=at)
        links = method.staff_links(activity)
    assert len(queries) == 0
    assert isinstance(card, Card)
    assert resolve(card.path)
    assert links
    assert all(resolve(link.path) and link.ability in ALL_ABILITIES and str(link.words) for link in links)


def test_a_method_that_takes_comments_tells_their_terms_and_pages(method: Method, activity: Activity) -> None:
    activity = Activity.objects.select_related("process__owner").get(pk=activity.pk)
    if not isinstance(method, TakesComments):
        with pytest.raises(Refusal, match="takes_no_comments"):
            comment_method_of(activity)
        return
    assert comment_method_of(activity) is methods()[method.key]
    with CaptureQueriesContext(connection) as queries:
        terms = method.terms(activity)
        path = method.section_path(activity, document="asiakirja", version=1, section="kohta-1")
    assert len(queries) == 0
    assert terms.naming in NAMINGS
    assert resolve(path)


def test_a_copy_takes_what_staff_prepared_and_nothing_of_residents(
    method: Method, activity: Activity, world: World
) -> None:
    assert method.has_begun(activity)
    target = activity_of(method, world)
    method.start(target, at=clock.now())
    method.copy(activity, target, at=clock.now(), actor=world.people["coordinator"])
    target.refresh_from_db()
    assert not method.has_begun(target)
    assert target.comment_count == target.sender_count == target.last_comment_number == 0
    assert not target.comments.exists()
    assert not target.stages.exists()


def test_search_texts_are_public_and_lead_somewhere(method: Method, activity: Activity, world: World) -> None:
    texts = list(method.search_texts(Activity.objects.select_related("process__owner").get(pk=activity.pk)))
    assert texts
    for kind, target, title, words, path in texts:
        assert kind in kinds()
        assert len(kind) <= SearchEntry._meta.get_field("kind").max_length
        assert target
        assert title
        assert "Salainen luonnos" not in str(words)
        assert resolve(f"/{world.county.slug}/fi/{path}")


def test_the_table_has_a_row_for_every_ability_before_in_and_after_its_stages(method: Method) -> None:
    asked = {(method.key, ability, when) for ability in method.abilities for when in moments_of(method)}
    assert {row for row in TABLE if row[0] == method.key} == asked


def test_no_table_names_a_method_that_is_not_there() -> None:
    keys = {*methods(), import_string(SHOW_OF_HANDS).key}
    assert {key for key, _ability, _when in TABLE} == set(ACTIVITIES) == keys


def test_everybody_may_what_the_table_says(method: Method, world: World) -> None:
    for when in moments_of(method):
        activity = activity_at(method, world, when)
        for ability, rule in method.abilities.items():
            who = set()
            for kind in KINDS:
                permit = may_take_part(world.people.get(kind, VISITOR), ability, activity, at=clock.now(), rule=rule)
                if permit:
                    who.add(kind)
                else:
                    assert permit.words
                    assert permit.why_not
            assert who == TABLE[method.key, ability, when], (ability, when)


@pytest.mark.parametrize("state", ["published_at", "paused_at", "cancelled_at"])
def test_nobody_takes_part_in_what_is_not_public_or_stands_still(
    method: Method, activity: Activity, state: str, world: World
) -> None:
    setattr(activity.process, state, None if state == "published_at" else clock.now())
    for ability, rule in method.abilities.items():
        for kind in KINDS:
            person = world.people.get(kind, VISITOR)
            assert not may_take_part(person, ability, activity, at=clock.now(), rule=rule)
    setattr(activity.process, state, world.process.created_at if state == "published_at" else None)


def test_a_page_and_a_list_agree_on_what_is_complete(method: Method, world: World) -> None:
    now = clock.now()
    for when in moments_of(method):
        made = activity_at(method, world, when)
        listed = Activity.objects.filter(complete_activities(at=now), pk=made.pk).exists()
        assert method.is_complete(made, at=now) == listed
        assert when == "after" or not listed
    assert not method.is_complete(activity_of(method, world), at=now)


def test_the_first_stages_follow_one_another_between_the_times_given(method: Method, world: World) -> None:
    opens_at, closes_at = clock.now() + DAY, clock.now() + 9 * DAY
    phase = Phase.objects.create(process=world.process, position=9, kind="participation", title={"fi": "Vaihe"})
    made = add_activity(
        phase, method.key, title=Wording(fi="?"), opens_at=opens_at, closes_at=closes_at, at=clock.now()
    )
    assert made.slug == method.slug
    stages = list(made.stages.all())
    assert [stage.key for stage in stages] == list(method.stages)
    ends = [stage.closes_at for stage in stages]
    assert [stage.opens_at for stage in stages] == [opens_at, *ends[:-1]]
    assert ends[-1] == closes_at


def test_a_process_with_a_method_without_comments_is_done_once_its_stages_have_closed(
    method: Method, world: World
) -> None:
    if isinstance(method, TakesComments):
        return
    process = factories.process(world.county, slug=f"kadet-{Process.objects.count()}")
    own = replace(world, process=process)
    activity_at(method, own, "after")
    now = clock.now()
    (listed,) = with_states(Process.objects.filter(pk=process.pk), now)
    assert state_of(process, process.activities.prefetch_related("stages"), now) == listed.state == "answered"
    activity_at(method, own, method.stages[-1])
    (listed,) = with_states(Process.objects.filter(pk=process.pk), now)
    assert state_of(process, process.activities.prefetch_related("stages"), now) == listed.state == "open"


def test_a_method_of_two_names_is_refused() -> None:
    found = [*methods().values(), import_string(SHOW_OF_HANDS)()]
    assert len({method.key for method in found}) == len(settings.METHODS) + 1
    assert len({method.path for method in found}) == len(settings.METHODS) + 1

"""Pages of answering and typing in exist for activities that take comments, and for no others."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests import factories
from tests.contract.activities import comment_round, show_of_hands
from tests.contract.kinds import World
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.methods import StageTimes, methods
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
STAFF_PAGES = ("answers:work", "answers:summary", "answers:finish", "intake:enter")


@pytest.fixture
def both(world: World) -> Iterator[tuple[Activity, Activity]]:
    """A comment round and a show of hands, each with an answer, in an installation that knows both methods."""
    methods.cache_clear()
    with override_settings(METHODS=[*settings.METHODS, "tests.contract.show_of_hands.method.ShowOfHands"]):
        process = factories.process(world.county, slug="kaksi-tapaa")
        times = [StageTimes("comments", clock.now(), clock.now())]
        found = comment_round(process, "kierros", times), show_of_hands(process, "kadet", times)
        for activity in found:
            words = {"fi": "Vastaus"}
            Answer.objects.create(
                activity=activity, number=1, title=words, body=words, handling="accepted", created_at=clock.now(),
                saved_at=clock.now(), published_at=clock.now(),
            )  # fmt: skip
        yield found
    methods.cache_clear()


@pytest.mark.parametrize("name", STAFF_PAGES)
def test_staff_answer_and_type_in_only_where_comments_are_taken(
    both: tuple[Activity, Activity], world: World, name: str
) -> None:
    desk = signed_in(factories.staff(world.county, email="kaksi@example.org"))
    found = [desk.get(activity_address(activity, name, language="fi")).status_code for activity in both]
    assert found == [200, 404]


@pytest.mark.parametrize("name", ["answers:edit", "answers:answer", "answers:answers"])
def test_answers_are_shown_only_where_comments_are_taken(
    both: tuple[Activity, Activity], world: World, name: str
) -> None:
    reader = signed_in(factories.staff(world.county, email="kaksi@example.org")) if name == "answers:edit" else Client()
    number = {} if name == "answers:answers" else {"number": 1}
    found = [reader.get(activity_address(one, name, language="fi", **number)).status_code for one in both]
    assert found == [200, 404]

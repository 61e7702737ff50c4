"""A process stands in one state, whether a page, a list or the staff's own words tell of it."""

from datetime import timedelta

import pytest
from django.utils import translation

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.staff_views import state_words
from yhdyspinta.processes.values import PROCESS_STATES
from yhdyspinta.site.states import PUBLIC_STATES, state_of, with_states

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
MARKS = ("cancelled_at", "archived_at", "paused_at")
ROUNDS = {"none": None, "before": (1, 2), "open": (-1, 1), "after": (-2, -1)}
#: What staff read of a process that is on the site.
PUBLIC_WORDS = {"cancelled": "Cancelled", "archived": "Archived", "paused": "Paused"}


def made(authority, slug, round_, marks, *, answered):
    """A process with these marks and a round whose times lie so many days from now."""
    at = clock.now()
    process = factories.process(authority, slug)
    if ROUNDS[round_] is not None:
        opens, closes = (at + days * DAY for days in ROUNDS[round_])
        activity = factories.activity(process, opens_at=opens, closes_at=closes)
        Activity.objects.filter(pk=activity.pk).update(answered_at=at if answered else None)
    Process.objects.filter(pk=process.pk).update(**dict.fromkeys(marks, at))
    return process.pk


def verdicts(at):
    """The page's, the list's and the staff's verdict of each process."""
    for row in with_states(Process.objects.order_by("pk"), at):
        page = state_of(row, row.activities.prefetch_related("stages"), at)
        with translation.override("en"):
            yield page, row.state, state_words(row, at)


def test_every_verdict_of_a_public_process_agrees(authority):
    marks = [(), *((mark,) for mark in MARKS), ("archived_at", "paused_at"), MARKS]
    for number, some in enumerate(marks):
        for round_ in ROUNDS:
            for answered in (False, True):
                made(authority, f"process-{number}-{round_}-{answered}".lower(), round_, some, answered=answered)
    seen = set()
    for page, listed, words in verdicts(clock.now()):
        assert page == listed
        assert words == PUBLIC_WORDS.get(page, "Public")
        seen.add(page)
    assert seen == set(PUBLIC_STATES)


@pytest.mark.parametrize(
    ("fields", "state", "words"),
    [
        ({"published_at": None}, "draft", "Draft"),
        ({"unpublished_at": 0 * DAY}, "draft", "Taken off the site"),
        ({"published_at": DAY}, "upcoming", "Becomes public at a set time"),
        ({"published_at": None, "cancelled_at": 0 * DAY}, "cancelled", "Cancelled"),
    ],
)
def test_the_page_and_staff_agree_on_what_is_not_public(authority, fields, state, words):
    process = factories.process(authority)
    at = clock.now()
    moments = {name: None if later is None else at + later for name, later in fields.items()}
    Process.objects.filter(pk=process.pk).update(**moments)
    ((page, _listed, staff),) = verdicts(clock.now())
    assert (page, staff) == (state, words)


def test_every_state_has_its_words_and_no_other_has():
    assert set(PROCESS_STATES) == {*PUBLIC_STATES, "draft"}

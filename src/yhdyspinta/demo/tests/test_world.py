import pytest

from yhdyspinta.audit import clock, trail
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import world
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.processes.models import Activity, Process

pytestmark = pytest.mark.django_db


def test_the_world_shows_the_case_at_each_stage():
    now = clock.now()
    world.fill(now=now, tell=lambda what: None, share=0.2)
    assert world.is_filled()
    county = Process.objects.filter(owner__slug="keski-suomi")
    assert county.count() == 4
    assert county.filter(published_at=None).count() == 1
    assert Activity.objects.filter(answered_at__isnull=False).count() == 1
    assert Measure.objects.filter(state="done").count() == 1
    assert {"fi", "sv"} == set(Comment.objects.values_list("language", flat=True))
    _counters_are_true()
    trail.seal()
    assert trail.problems() == []


def _counters_are_true():
    for activity in Activity.objects.all():
        visible = activity.comments.filter(state="visible")
        assert activity.comment_count == visible.count()
        assert activity.sender_count == visible.values("sender").distinct().count()
        assert activity.due_count == visible.filter(handling="open").count()
        assert activity.answered_count == visible.filter(handling="answered").count()
        assert activity.waiting_count == activity.comments.filter(state="waiting").count()
        assert activity.hidden_count == activity.comments.filter(state="hidden").count()

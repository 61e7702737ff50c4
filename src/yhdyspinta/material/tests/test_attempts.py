"""One failing round never stops the rest: it is logged, told to its staff and tried again, each time later."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.material import attempts, similar, tasks
from yhdyspinta.material.actions.suggestions import ask_for_themes
from yhdyspinta.material.models import Looking, Signature, ThemeSuggestion
from yhdyspinta.material.tests.scene import comments_on, path_of
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
LINE = "Kirjatkaa määräaika vastaukselle, jotta jokainen tietää milloin asia on ratkaistu ja kuka siitä vastaa."


@pytest.fixture
def other(county) -> Activity:
    """A round beside the one that fails, with comments of its own."""
    made = factories.activity(factories.process(county, slug="toinen"))
    section = factories.document(made).versions.get().sections.order_by("position")[0]
    comments_on(section, 6, LINE)
    return made


def fails_in(activity: Activity, work):
    """The work, which fails in one round."""

    def do(one, *args, **options):
        if one.pk == activity.pk:
            raise ValueError("a comment that breaks the calculation")
        return work(one, *args, **options)

    return do


def test_a_failing_round_leaves_the_others_and_themes_alone(
    desk, bertta, activity, sections, other, monkeypatch, caplog
):
    comments_on(sections[0], 6, LINE)
    for one in (activity, other):
        ask_for_themes(actor=bertta, activity=one, at=clock.now())
    monkeypatch.setattr(similar, "look", fails_in(activity, similar.look))
    tasks.look_for_like(0)
    tasks.suggest_themes(0)
    assert not Signature.objects.filter(activity=activity).exists()
    assert Signature.objects.filter(activity=other).count() == 6
    assert {one.activity_id for one in ThemeSuggestion.objects.all()} == {activity.pk, other.pk}
    failed, fine = (Looking.objects.get(activity=one) for one in (activity, other))
    assert (failed.look_failures, failed.looked_at, fine.look_failed_at) == (1, None, None)
    assert "a comment that breaks the calculation" in caplog.text
    for language, words in (
        ("fi", "Vertailu epäonnistui"),
        ("sv", "Jämförelsen misslyckades"),
        ("en", "Comparing failed"),
    ):
        assert words in desk.get(path_of(activity, "similar", language)).content.decode()
    assert "Vertailu epäonnistui" not in desk.get(path_of(other, "similar")).content.decode()


def test_it_is_tried_again_each_time_later_and_the_page_forgets_the_failure(desk, activity, sections, monkeypatch):
    comments_on(sections[0], 2, LINE)
    tried: list[int] = []
    at = clock.now()

    def breaks(one):
        tried.append(one.pk)
        raise ValueError

    for seconds, count in ((0, 1), (29, 1), (30, 2), (60, 2), (90, 3), (5 * 3600, 4), (5 * 3600 + 100, 4)):
        attempts.work_on([activity], breaks, kind=attempts.LOOK, at=at + timedelta(seconds=seconds))
        assert len(tried) == count, seconds
    Looking.objects.update(look_failed_at=at - timedelta(hours=1))
    tasks.look_for_like(0)
    kept = Looking.objects.get()
    assert (kept.look_failed_at, kept.look_failures, kept.looked_at is not None) == (None, 0, True)
    assert "Vertailu epäonnistui" not in desk.get(path_of(activity, "similar")).content.decode()


def test_themes_that_fail_are_told_and_like_comments_are_found_meanwhile(desk, bertta, activity, sections, monkeypatch):
    comments_on(sections[0], 6, LINE)
    ask_for_themes(actor=bertta, activity=activity, at=clock.now())
    monkeypatch.setattr(similar, "suggest", fails_in(activity, similar.suggest))
    tasks.suggest_themes(0)
    tasks.look_for_like(0)
    assert Signature.objects.count() == 6
    assert "Ehdotusten teko epäonnistui" in desk.get(path_of(activity, "themes")).content.decode()
    monkeypatch.undo()
    Looking.objects.update(themes_failed_at=clock.now() - timedelta(minutes=1))
    tasks.suggest_themes(0)
    assert ThemeSuggestion.objects.exists()
    assert Looking.objects.get().themes_failed_at is None

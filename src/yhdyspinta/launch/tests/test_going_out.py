"""F4: a planned release that fails stops no other, is tried again with growing pauses, and is shown with a way to go on."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.launch import actions
from yhdyspinta.launch.actions import going_out, releasing
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.tests.scene import path_of
from yhdyspinta.launch.tests.test_launch import follow, plan, save
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Process

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(desk, activity):
    """A pack whose time has just come; its row and the moment."""
    follow(activity)
    save(desk, activity)
    plan(desk, activity, clock.now() + timedelta(hours=2))
    return past(activity)


def past(activity):
    """The set time has come: what the clock would do to it."""
    row = LaunchRelease.objects.get(activity=activity)
    LaunchRelease.objects.filter(pk=row.pk).delete()  # a planned one does not change: planned anew
    row.pk, row.release_at = None, clock.now() - timedelta(seconds=5)
    row.save()
    return row


@pytest.fixture
def failing(monkeypatch):
    """Telling the followers of the named process fails."""
    tell, broken = releasing.tell_followers, set()

    def told(process, *args, **values):
        if process.pk in broken:
            raise ZeroDivisionError("aino@example.org")
        return tell(process, *args, **values)

    monkeypatch.setattr(releasing, "tell_followers", told)
    return broken


def page_of(desk, activity, language="fi"):
    return desk.get(path_of(activity, "preview", language)).content.decode()


def test_f4_one_that_fails_stops_no_other_and_leaves_nothing_half(desk, activity, planned, failing):
    other = factories.activity(factories.process(activity.process.owner, "toinen"))
    LaunchRelease.objects.create(
        activity=other, number=1, words=planned.words, release_at=clock.now() - timedelta(seconds=1)
    )
    failing.add(activity.process_id)
    assert actions.let_out(at=clock.now()) == 1
    assert LaunchRelease.objects.get(activity=other).told_at is not None
    failed = LaunchRelease.objects.get(activity=activity)
    assert (failed.told_at, failed.tries, failed.problem) == (None, 1, "ZeroDivisionError")
    assert not Notice.objects.filter(kind="launch.released", values__process=activity.process.slug).exists()
    assert not Entry.objects.filter(verb="launch.released", process_id=activity.process_id).exists()


def test_f4_it_is_tried_again_with_growing_pauses_given_up_and_told_once(activity, planned, failing, bertta):
    failing.add(activity.process_id)
    at, tried = clock.now(), []
    for minute in range(60):
        before = LaunchRelease.objects.get().tries
        actions.let_out(at=at + timedelta(minutes=minute))
        if LaunchRelease.objects.get().tries > before:
            tried.append(minute)
    assert tried == [0, 1, 3, 7, 15]
    assert LaunchRelease.objects.get().next_try_at is None
    letter = Notice.objects.get(kind="launch.failed")
    assert letter.person == bertta
    assert letter.values["path"] == path_of(activity, "preview")


def test_f4_what_recovers_goes_out_by_itself_and_is_told_once(activity, planned, failing):
    failing.add(activity.process_id)
    actions.let_out(at=clock.now())
    failing.clear()
    later = clock.now() + timedelta(minutes=2)
    assert actions.let_out(at=later) == 1
    assert actions.let_out(at=later) == 0
    assert Notice.objects.filter(kind="launch.released").count() == 1
    row = LaunchRelease.objects.get()
    assert (row.told_at, row.next_try_at) == (later, None)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("julkaisu ei onnistunut", "Palvelussa tapahtui virhe", "Yritä uudelleen nyt")),
        ("sv", ("av paketet misslyckades", "Ett fel inträffade i tjänsten", "Försök igen nu")),
        ("en", ("did not go out", "The service failed", "Try again now")),
    ],
)
def test_f4_the_page_tells_why_and_gives_a_way_to_try_again(desk, activity, planned, failing, language, words):
    failing.add(activity.process_id)
    actions.let_out(at=clock.now())
    page = page_of(desk, activity, language)
    assert all(text in page for text in (*words, "ZeroDivisionError"))
    assert "aino@example.org" not in page  # of a failure only its kind is told
    assert (
        f"{path_of(activity, 'preview', language)}#release"
        in desk.get(path_of(activity, "edit", language)).content.decode()
    )


def again(desk, activity):
    return desk.post(path_of(activity, "preview"), {"again": "yes"}, follow=True).content.decode()


def test_staff_try_again_until_it_goes(desk, activity, planned, failing):
    failing.add(activity.process_id)
    for minute in range(20):
        actions.let_out(at=clock.now() + timedelta(minutes=minute))
    assert "Julkaisu ei onnistunut tälläkään kertaa" in again(desk, activity)
    assert LaunchRelease.objects.get().told_at is None
    failing.clear()
    assert "Paketti on julkaistu" in again(desk, activity)
    again(desk, activity)  # nothing more
    assert Notice.objects.filter(kind="launch.released").count() == 1
    assert "Yritä uudelleen nyt" not in page_of(desk, activity)


def test_only_those_who_release_may_try_again(activity, planned, failing):
    failing.add(activity.process_id)
    actions.let_out(at=clock.now())
    failing.clear()
    other = factories.authority("keski-suomi", code="13")
    activity.process.partnerships.create(authority=other, joined_at=clock.now())
    partner = factories.signed_in(factories.staff(other, email="pia@example.org"))
    page = page_of(partner, activity)
    assert "ZeroDivisionError" in page
    assert "Yritä uudelleen nyt" not in page
    partner.post(path_of(activity, "preview"), {"again": "yes"})
    assert LaunchRelease.objects.get().told_at is None


def test_one_held_back_as_the_matter_is_off_the_site_says_so_and_can_be_taken_back(desk, activity, planned):
    Process.objects.filter(pk=activity.process_id).update(unpublished_at=clock.now())
    assert actions.let_out(at=clock.now()) == 0
    assert LaunchRelease.objects.get().tries == 0
    page = page_of(desk, activity)
    assert "asia ei ole sivustolla" in page
    assert "Yritä uudelleen nyt" not in page
    assert desk.post(path_of(activity, "take_back"), {"number": planned.number}).status_code == 302
    assert not LaunchRelease.objects.exists()


def test_one_whose_news_could_be_read_is_not_taken_back(desk, activity, planned, failing):
    failing.add(activity.process_id)
    actions.let_out(at=clock.now())
    assert Client().get(path_of(activity, "news")).status_code == 200
    Process.objects.filter(pk=activity.process_id).update(unpublished_at=clock.now())
    desk.post(path_of(activity, "take_back"), {"number": planned.number})
    assert LaunchRelease.objects.exists()


def test_a_releaser_who_is_gone_is_told_nothing(activity, planned, failing, bertta):
    failing.add(activity.process_id)
    LaunchRelease.objects.update(released_by=None)
    for minute in range(20):
        actions.let_out(at=clock.now() + timedelta(minutes=minute))
    assert LaunchRelease.objects.get().tries == going_out.TRIES
    assert not Notice.objects.filter(kind="launch.failed").exists()

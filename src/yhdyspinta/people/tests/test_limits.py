"""How often something may be tried."""

from datetime import timedelta

import pytest
from django.db.models import F

from yhdyspinta.people.limits import Limit, allow, forget_old
from yhdyspinta.people.models import RateWindow

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def ask(key="somebody", times=2):
    return allow(Limit(key, times, HOUR))


def test_a_key_has_its_times_and_no_more():
    assert [ask(), ask(), ask(), ask()] == [True, True, False, False]
    assert ask("another")
    assert ask("SomeBody") is False  # written otherwise, the same


def test_a_window_that_has_ended_begins_anew():
    assert [ask(), ask(), ask()] == [True, True, False]
    RateWindow.objects.update(since=F("since") - HOUR, ends_at=F("ends_at") - HOUR)
    assert [ask(), ask(), ask()] == [True, True, False]


def test_windows_that_have_ended_are_forgotten():
    ask()
    assert forget_old() == 0
    RateWindow.objects.update(ends_at=F("ends_at") - HOUR)
    assert forget_old() == 1
    assert not RateWindow.objects.exists()


def test_the_same_key_twice_counts_two_tries():
    first, second = Limit("somebody", 3, HOUR), Limit("SomeBody", 3, HOUR)
    assert [allow(first, second), allow(first, second)] == [True, False]
    assert RateWindow.objects.get().count == 3


def test_what_one_of_several_refuses_is_not_counted_under_those_after_it(django_assert_num_queries):
    limits = [Limit("first", 5, HOUR), Limit("second", 2, HOUR), Limit("third", 5, HOUR)]
    with django_assert_num_queries(3):
        assert [allow(*limits) for _ in range(3)] == [True, True, False]
    assert sorted(RateWindow.objects.values_list("count", flat=True)) == [2, 2, 3]

"""Lists paged by key."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import BadRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yhdyspinta.ui.paging import keyset

ORDER = ("-expire_date", "session_key")
AT = datetime(2021, 9, 5, 20, 59, 0, 123456, tzinfo=UTC)


@pytest.fixture
def rows(db):
    made = [
        Session(session_key=f"{number:03}", session_data="", expire_date=AT + timedelta(days=number // 4))
        for number in range(25)
    ]
    return Session.objects.bulk_create(made)


def keys(page):
    return [row.session_key for row in page.items]


def test_pages_forward_hold_everything_once_and_backward_the_same(rows):
    whole = [row.session_key for row in Session.objects.order_by(*ORDER)]
    pages = [keyset(Session.objects.all(), order=ORDER, size=10)]
    while pages[-1].next_token:
        pages.append(keyset(Session.objects.all(), order=ORDER, after=pages[-1].next_token, size=10))
    assert [key for page in pages for key in keys(page)] == whole
    assert [len(page.items) for page in pages] == [10, 10, 5]
    back = keyset(Session.objects.all(), order=ORDER, after=pages[2].previous_token, size=10)
    assert keys(back) == keys(pages[1])
    first = keyset(Session.objects.all(), order=ORDER, after=back.previous_token, size=10)
    assert keys(first) == keys(pages[0])
    assert not first.previous_token
    assert first.next_token


def test_a_row_added_before_does_not_repeat_a_row(rows):
    first = keyset(Session.objects.all(), order=ORDER, size=10)
    Session.objects.create(session_key="new", session_data="", expire_date=AT + timedelta(days=99))
    second = keyset(Session.objects.all(), order=ORDER, after=first.next_token, size=10)
    assert not set(keys(first)) & set(keys(second))


def test_empty_and_exact(rows):
    assert keyset(Session.objects.none(), order=ORDER).items == []
    page = keyset(Session.objects.all(), order=ORDER, size=25)
    assert not page.next_token
    assert not page.previous_token
    assert len(keyset(Session.objects.all(), order=ORDER, size=10**9).items) == 25


def test_one_query_for_a_page(rows, django_assert_num_queries):
    token = keyset(Session.objects.all(), order=ORDER, size=5).next_token
    with django_assert_num_queries(1):
        keyset(Session.objects.all(), order=ORDER, after=token, size=5)


def test_a_token_of_another_order_is_refused(rows):
    token = keyset(Session.objects.all(), order=ORDER, size=5).next_token
    with pytest.raises(BadRequest):
        keyset(Session.objects.all(), order=("session_key",), after=token)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(min_size=1))
def test_a_made_up_token_is_refused(db, token):
    with pytest.raises(BadRequest):
        keyset(Session.objects.all(), order=ORDER, after=token)

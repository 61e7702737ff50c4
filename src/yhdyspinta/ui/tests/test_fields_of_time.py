"""Dates and times that people write (T3)."""

from datetime import UTC, datetime, time

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from yhdyspinta.ui import forms


class When(forms.Form):
    at = forms.DateTimeField(label="At")
    until = forms.DateTimeField(label="Until", required=False, default_time=time(23, 59))
    on = forms.DateField(label="On", required=False)


def sent(day="5", month="9", year="2021", clock="16.30", **more):
    return When({"at-day": day, "at-month": month, "at-year": year, "at-time": clock, **more})


@pytest.mark.parametrize("clock", ["9", "9.05", "09:05", " 9.05 ", "23.59", "0"])
def test_ways_of_writing_the_time(clock):
    form = sent(clock=clock)
    assert form.is_valid(), form.errors


@pytest.mark.parametrize("clock", ["", "24", "9.60", "nine", "9.5.1", "-1", "٣.٣٠", "9.\x00", "9" * 400])
def test_a_wrong_time_is_told_and_stays(clock):
    form = sent(clock=clock)
    assert form.errors["at"]
    assert 'name="at-time"' in form.all_fields


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("31", "2", "2021"),
        ("0", "1", "2021"),
        ("1", "13", "2021"),
        ("1", "1", "21"),
        ("1", "1", "99999"),
        ("", "1", "2"),
    ],
)
def test_a_date_that_does_not_exist_is_told(day, month, year):
    assert sent(day, month, year).errors["at"]


@given(*[st.text(max_size=6) for _ in range(4)])
def test_anything_typed_is_answered_with_words(day, month, year, clock):
    form = sent(day, month, year, clock)
    assert form.is_valid() or form.errors["at"]
    assert form.all_fields


def test_t3_the_missing_hour_of_spring_is_refused_with_a_suggestion():
    with override("fi"):
        form = sent("28", "3", "2021", "3.30")
        assert form.errors["at"] == [
            "Sinä yönä kelloja siirretään eteenpäin tämän ajan yli. Valitse esimerkiksi 2.59 tai 4.30."
        ]
    assert sent("28", "3", "2021", "2.59").is_valid()
    assert sent("28", "3", "2021", "4").is_valid()


def test_t3_the_doubled_hour_of_autumn_is_asked():
    form = sent("31", "10", "2021", "3.30")
    assert form.errors["at"]
    assert 'name="at-which"' in form.all_fields
    instants = {}
    for which in ("summer", "winter"):
        form = sent("31", "10", "2021", "3.30", **{"at-which": which})
        assert form.is_valid(), form.errors
        instants[which] = form.cleaned_data["at"]
    assert instants["summer"] == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert instants["winter"] == datetime(2021, 10, 31, 1, 30, tzinfo=UTC)


def test_the_choice_of_the_doubled_hour_is_not_asked_otherwise_and_shown_when_stored():
    assert "at-which" not in When().all_fields
    assert "at-which" not in sent(clock="").all_fields
    stored = When(initial={"at": datetime(2021, 10, 31, 1, 30, tzinfo=UTC)})
    assert 'value="winter" checked' in stored.all_fields
    assert 'value="3.30"' in stored.all_fields


def test_a_stored_instant_comes_back_the_same():
    at = datetime(2021, 9, 5, 20, 59, tzinfo=UTC)
    html = When(initial={"at": at}).all_fields
    for value in ("5", "9", "2021", "23.59"):
        assert f'value="{value}"' in html
    assert sent("5", "9", "2021", "23.59").is_valid()


def test_an_empty_time_can_have_a_default():
    more = {"until-day": "5", "until-month": "9", "until-year": "2021"}
    form = sent(**more)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["until"] == datetime(2021, 9, 5, 20, 59, tzinfo=UTC)
    assert form.cleaned_data["on"] is None

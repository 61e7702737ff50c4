"""The form that narrows a list: what was chosen is said, and clearing is offered only where something was."""

import pytest

from yhdyspinta.ui import forms
from yhdyspinta.ui.component import render_component


class _Filters(forms.Form):
    state = forms.ChoiceField(label="State", choices=[("", "All"), ("open", "Open")], required=False, select=True)
    words = forms.TextField(label="Words", max_length=100, required=False)
    since = forms.DateField(label="From", required=False)


def test_what_was_chosen_is_told_in_words():
    form = _Filters({"state": "open", "words": "", "since-day": "5", "since-month": "9", "since-year": "2021"})
    assert form.chosen == ["State: Open", "From: su\N{NO-BREAK SPACE}5.9.2021"]
    assert _Filters(initial={"words": "bus & tram"}).chosen == ["Words: bus & tram"]
    assert _Filters().chosen == []


def test_what_was_chosen_by_its_number_is_told_by_its_name():
    form = _Filters({"state": "48"})
    form.offer("state", [("", "All"), (48, "4 Distance visits")])  # type: ignore[list-item]  # as numbers of rows are
    assert form.chosen == ["State: 4 Distance visits"]


@pytest.mark.parametrize(("chosen", "clear_url"), [([], ""), (["Words: bus & tram"], "/all/")])
def test_clearing_is_offered_where_something_is_narrowed(chosen, clear_url):
    markup = render_component("filters", label="Narrow", folds=True, chosen=chosen, clear_url=clear_url)
    assert ("Words: bus &amp; tram" in markup) == bool(chosen)
    assert ('href="/all/"' in markup) == bool(chosen)
    assert markup.count("<a ") == bool(chosen)

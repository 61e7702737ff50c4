"""The second typist types the comments of a sheet in whichever order: each is compared with the one that it fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed, compared, paired
from yhdyspinta.intake.models import Batch
from yhdyspinta.intake.tests.test_piles import ROUND, activity, begun, cecilia, day, sheet  # noqa: F401

A, B = 11, 12


def first(*rows):
    return [Comment(number=number, thread_id=place, text=text) for number, (place, text) in enumerate(rows, start=5)]


def second(*rows):
    return {number: Typed(place, text) for number, (place, text) in enumerate(rows, start=5)}


@given(st.lists(st.tuples(st.sampled_from((A, B)), st.text("abc ", min_size=1)), min_size=1, max_size=6), st.randoms())
def test_the_same_sheet_in_any_order_differs_in_nothing(rows, chance):
    rows = [(place, f"{text} {number}") for number, (place, text) in enumerate(rows)]
    comments = first(*rows)
    shuffled = chance.sample(rows, len(rows))
    found = compared(comments, paired(comments, second(*shuffled)))
    assert (found.differing, found.differences) == (0, ())


def test_words_tell_more_than_the_part_and_of_equals_the_part_tells():
    comments = first((A, "Ovet auki iltaisin."), (B, "Bussi kulkee harvoin."))
    moved = paired(comments, second((A, "Bussi kulkee harvoin."), (A, "Ovet auki iltasin.")))
    assert moved == {5: Typed(A, "Ovet auki iltasin."), 6: Typed(A, "Bussi kulkee harvoin.")}
    alike = first((A, "Kannatan."), (B, "Kannatan."))
    assert paired(alike, second((B, "Kannatan."), (A, "Kannatan."))) == {
        5: Typed(A, "Kannatan."),
        6: Typed(B, "Kannatan."),
    }


def test_what_fits_nothing_was_missed_and_what_nothing_fits_is_not_on_the_paper():
    comments = first((A, "Ovet auki."), (B, "Väärästä paperista."))
    told = {5: Typed(0, ""), 6: Typed(A, "Ovet auki."), -1: Typed(A, "Lisää valoja.")}
    assert paired(comments, told) == {5: Typed(A, "Ovet auki."), 6: Typed(0, ""), -1: Typed(A, "Lisää valoja.")}


@pytest.mark.django_db
def test_a_sheet_typed_in_another_order_swaps_no_comments(bertta, cecilia, section):
    batch = begun(signed_in(bertta))
    given_first = sheet("Ovet auki iltaisin.", text_2="Bussi kulkee harvoin.", place_2="A2")
    assert signed_in(bertta).post(f"{ROUND}piles/{batch.pk}/", given_first).status_code == 302
    batch.refresh_from_db()
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=Batch.objects.get(), percent=100, at=clock.now())
    one, two = Comment.objects.order_by("number")
    client, page = signed_in(cecilia), f"{ROUND}piles/{batch.pk}/check/1/"
    assert "Järjestyksellä ei ole väliä" in client.get(page).content.decode()
    other_way = day(language="fi", **{
        f"place_{one.number}": "A2", f"text_{one.number}": "Bussi kulkee liian harvoin.",
        f"place_{two.number}": "A1", f"text_{two.number}": "Ovet auki iltaisin.",
    })  # fmt: skip
    shown = client.get(client.post(page, other_way).url).content.decode()
    assert shown.count("<ins>") == 1
    stands = day(language="fi", stands="second", **{
        f"place_{one.number}": "A1", f"text_{one.number}": "Ovet auki iltaisin.",
        f"place_{two.number}": "A2", f"text_{two.number}": "Bussi kulkee liian harvoin.",
    })  # fmt: skip
    assert client.post(page, stands).status_code == 302
    assert [comment.text for comment in Comment.objects.order_by("number")] == [
        "Ovet auki iltaisin.", "Bussi kulkee liian harvoin."
    ]  # fmt: skip
    assert Thread.objects.get(pk=one.thread_id).visible_count == 1
    assert batch.sheets.get().differing == 1

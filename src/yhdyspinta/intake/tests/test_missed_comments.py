"""The second typist finds what the first left out, and what is not on the paper."""

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.models import Batch
from yhdyspinta.intake.tests.test_piles import ROUND, activity, begun, cecilia, day, pile_of, sheet  # noqa: F401
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def drawn(bertta, *texts):
    """A pile that is all drawn, and the page of its first sheet."""
    batch = pile_of(bertta, *texts)
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    return batch, f"{ROUND}piles/{batch.pk}/check/1/"


def test_a_comment_that_was_left_out_is_added_with_the_sheets_own_day(bertta, cecilia, section):
    batch, page = drawn(bertta, "Ovet auki.")
    client, number = signed_in(cecilia), Comment.objects.get().number
    typed = day(**{f"place_{number}": "A1", f"text_{number}": "Ovet auki.", "language": "fi", "boxes": "0"})
    more = client.post(page, {**typed, "step": "more"}).content.decode()
    assert 'name="text_-1"' in more
    assert "Ovet auki." in more
    given = {**typed, "boxes": "1", "place_-1": "A2", "text_-1": "Bussi puuttuu."}
    assert "#id_place_-1" in client.post(page, {**given, "place_-1": ""}).content.decode()
    assert client.post(page, given).status_code == 302
    for language, words in (
        ("fi", "Vain toisessa kirjauksessa"), ("sv", "Bara i den andra inmatningen"), ("en", "Only in the second typing")
    ):  # fmt: skip
        shown = client.get(page.replace("/fi/", f"/{language}/")).content.decode()
        assert words in shown
        assert "Bussi puuttuu." in shown
    assert Comment.objects.count() == 1
    assert client.post(page, {**given, "stands": "second"}).status_code == 302
    first, second = Comment.objects.order_by("number")
    assert (second.text, second.receipt_id, second.arrived_at) == ("Bussi puuttuu.", first.receipt_id, first.arrived_at)
    assert (second.channel, second.entered_by_id) == ("paper", cecilia.pk)
    batch.refresh_from_db()
    one = batch.sheets.get()
    assert (batch.comment_count, one.was_corrected, one.differing, batch.checked_at is not None) == (2, True, 2, True)
    assert (Activity.objects.get().comment_count, Activity.objects.get().sender_count) == (2, 1)
    assert Line.objects.get(verb="intake.added").detail["sheet"] == 1


def test_a_comment_that_is_not_on_the_paper_is_struck(bertta, cecilia, section):
    client = signed_in(bertta)
    batch = begun(client)
    client.post(f"{ROUND}piles/{batch.pk}/", sheet("Ovet auki.", text_2="Väärästä paperista.", place_2="A2"))
    batch.refresh_from_db()
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=Batch.objects.get(), percent=100, at=clock.now())
    one, two = Comment.objects.order_by("number").values_list("number", flat=True)
    client, page = signed_in(cecilia), f"{ROUND}piles/{batch.pk}/check/1/"
    typed = day(**{f"place_{one}": "A1", f"text_{one}": "Ovet auki.", "language": "fi"})
    half = client.post(page, {**typed, f"place_{two}": "A2", f"text_{two}": ""})
    assert half.status_code == 422
    assert "jos paperissa ei ole tällaista kommenttia" in half.content.decode()
    nothing = day(**{f"place_{one}": "", f"text_{one}": "", "language": "fi"})
    assert client.post(page, nothing).status_code == 422
    assert client.post(page, typed).status_code == 302
    assert "Vain ensimmäisessä kirjauksessa" in client.get(page).content.decode()
    assert client.post(page, {**typed, "stands": "second"}).status_code == 302
    gone = Comment.objects.get(number=two)
    assert (gone.state, gone.text) == ("withdrawn", "Väärästä paperista.")
    assert Thread.objects.get(pk=gone.thread_id).visible_count == 0
    assert Line.objects.get(verb="intake.struck").detail == {"sheet": 1}
    assert batch.sheets.get().was_corrected


def test_the_first_typing_may_stand_as_it_was(bertta, cecilia, section):
    batch, page = drawn(bertta, "Ovet auki.")
    number = Comment.objects.get().number
    typed = {number: Typed(section.thread_id, "Ovet auki."), -1: Typed(section.thread_id, "Toisen paperin sana.")}
    with pytest.raises(Refusal, match="receipt_has_grown"):
        actions.type_again(actor=cecilia, sheet=batch.sheets.get(), typed={-1: typed[-1]}, how="typed", at=clock.now())
    held = actions.type_again(actor=cecilia, sheet=batch.sheets.get(), typed=typed, how="typed", at=clock.now())
    assert (held.words, held.differing, held.checked_at) == (2, 3, None)
    assert signed_in(bertta).post(page, day(stands="first", language="fi", **{
        f"place_{number}": "A1", f"text_{number}": "Ovet auki.", "place_-1": "A1", "text_-1": "Toisen paperin sana.",
    })).status_code == 302  # fmt: skip
    assert Comment.objects.count() == 1
    assert batch.sheets.get().checked_at


def test_compared_by_eye_what_was_left_out_is_added_at_once(bertta, cecilia, section):
    _batch, page = drawn(bertta, "Ovet auki.")
    number = Comment.objects.get().number
    given = {
        f"place_{number}": "A1",
        f"text_{number}": "Ovet auki.",
        "boxes": "1",
        "place_-1": "A1",
        "text_-1": "Toinen.",
    }
    assert signed_in(cecilia).post(f"{page}?how=compare", day(language="fi", **given)).status_code == 302
    assert list(Comment.objects.order_by("number").values_list("text", flat=True)) == ["Ovet auki.", "Toinen."]


def test_sheets_wait_on_the_desk_and_the_page_of_channels_of_whoever_may_check_them(bertta, cecilia, section):
    _batch, page = drawn(bertta, "Ovet auki.", "Toinen.")
    desk, channels = "/keski-suomi/{}/desk/", ROUND + "channels/"
    for language, words in (
        ("fi", "Tarkista kirjaukset"),
        ("sv", "Kontrollera inmatningarna"),
        ("en", "Check what was typed"),
    ):
        assert words in signed_in(cecilia).get(desk.format(language)).content.decode()
        assert words not in signed_in(bertta).get(desk.format(language)).content.decode()
    shown = signed_in(cecilia).get(channels).content.decode()
    assert "2 lomaketta odottaa sinun tarkistustasi" in shown
    assert page.removesuffix("1/") in shown
    number = Comment.objects.get(text="Ovet auki.").number
    differs = day(**{f"place_{number}": "A1", f"text_{number}": "Ovet kiinni.", "language": "fi"})
    signed_in(cecilia).post(page, differs)
    assert "1 lomake odottaa sinun tarkistustasi" in signed_in(bertta).get(channels).content.decode()  # to be decided


def test_a_sheet_whose_words_wait_is_told_to_its_typist(bertta, section):
    client = signed_in(bertta)
    here = f"{ROUND}piles/{begun(client).pk}/"
    assert "odottaa tarkistusta" not in client.post(here, sheet("Tavallista."), follow=True).content.decode()
    saved = client.post(here, sheet("Tunnukseni on 131052-308T."), follow=True).content.decode()
    assert "Siitä 1 kommentti odottaa tarkistusta" in saved


def test_former_age_groups_are_asked_only_where_somebody_was_asked_so(bertta, section):
    client = signed_in(bertta)
    here = f"{ROUND}piles/{begun(client).pk}/"
    assert "aiempi lomake" not in client.get(here).content.decode()
    client.post(here, sheet("Tavallista."))
    Sender.objects.update(age_group="15_64")
    assert "aiempi lomake" in client.get(here).content.decode()

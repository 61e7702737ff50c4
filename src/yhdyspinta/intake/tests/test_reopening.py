"""A finished pile opened again, the list of typed sheets, and what is told of who may check and of the rate."""

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.models import Batch
from yhdyspinta.intake.tests.test_piles import ROUND, activity, cecilia, pile_of, sheet  # noqa: F401
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_finished_pile_is_opened_again_with_a_reason_and_takes_the_missed_sheet(bertta, section):
    batch = pile_of(bertta, "Yksi.")
    client = signed_in(bertta)
    here = f"{ROUND}piles/{batch.pk}/"
    assert f"{here}reopen/" in client.get(f"{here}check/").content.decode()
    assert client.post(f"{here}reopen/", {}).status_code == 422
    for _once_more in range(2):
        assert client.post(f"{here}reopen/", {"reason": "sheet_missed"}).url == here
    assert client.post(here, sheet("Pois jäänyt.")).status_code == 302
    assert client.post(f"{here}finish/").status_code == 302
    batch.refresh_from_db()
    assert (batch.sheet_count, batch.finished_at is None) == (2, False)
    line = Line.objects.get(verb="intake.batch_reopened")
    assert (line.actor, line.detail["reason"]) == (f"person:{bertta.pk}", "sheet_missed")


def test_a_drawn_pile_and_a_round_past_typing_stay_finished(bertta, section):
    batch = pile_of(bertta, "Yksi.")
    actions.draw_sheets(actor=bertta, batch=batch, percent=5, at=clock.now())
    client = signed_in(bertta)
    page = f"{ROUND}piles/{batch.pk}/reopen/"
    assert "arvottu" in client.get(page).content.decode()
    assert "reopen/" not in client.get(f"{ROUND}piles/{batch.pk}/check/").content.decode()
    assert client.post(page, {"reason": "more_came"}).status_code == 422
    Batch.objects.update(drawn_at=None)
    batch.activity.answered_at = clock.now()
    batch.activity.save()
    with pytest.raises(Refusal, match="typed_too_late"):
        actions.reopen_batch(actor=bertta, batch=batch, reason="more_came", at=clock.now())
    assert not Line.objects.filter(verb="intake.batch_reopened").exists()


def test_the_typist_sees_every_sheet_and_a_second_person_not_those_they_check(bertta, cecilia, section):
    batch = pile_of(bertta, "Yksi.", "Kaksi.")
    page = f"{ROUND}piles/{batch.pk}/sheets/"
    paths = [f"/intake/{one.receipt_id}/" for one in batch.sheets.all()]
    assert all(path in signed_in(cecilia).get(page).content.decode() for path in paths)
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    own, other = (signed_in(one).get(page).content.decode() for one in (bertta, cecilia))
    assert all(path in own for path in paths)
    assert not any(path in other for path in paths)


def test_who_may_check_is_told_and_undecided_differences_stand_beside_the_rate(bertta, cecilia, section):
    batch = pile_of(bertta, "Ovet auki.", "Sama.")
    actions.draw_sheets(actor=bertta, batch=batch, percent=50, at=clock.now())
    client, page = signed_in(bertta), f"{ROUND}piles/{batch.pk}/check/"
    for reader in (client, signed_in(cecilia)):  # who reads may be who checks; who typed every sheet may not
        shown = reader.get(page).content.decode()
        assert f"<li>{cecilia.name} (Koordinaattori)</li>" in shown
        assert f"<li>{bertta.name} (" not in shown
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    one, two = batch.sheets.all()
    for kept, text in ((one, "Ovet kiinni."), (two, "Sama.")):
        number = Comment.objects.get(receipt=kept.receipt).number
        typed = {number: Typed(section.thread_id, text)}
        actions.type_again(actor=cecilia, sheet=kept, typed=typed, how="typed", at=clock.now())
    told = client.get(page).content.decode()
    assert "Verratuista 1 sanasta 0 poikkesi" in told
    assert "ei ole tässä luvussa" in told

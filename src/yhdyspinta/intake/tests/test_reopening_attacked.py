"""Somebody tries to open piles that are not theirs, by odd words, again and again, and beside the draw."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.tests.test_piles import ROUND, activity, cecilia, pile_of, sheet  # noqa: F401
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
REASON = {"reason": "sheet_missed"}


@pytest.fixture
def pile(bertta, section) -> Batch:
    return pile_of(bertta, "Yksi.")


def is_finished(pile: Batch) -> bool:
    return Batch.objects.get(pk=pile.pk).finished_at is not None


def test_another_authority_opens_it_neither_at_its_address_nor_through_its_own(pile):
    other = factories.authority("pohjanmaa", code="15")
    own = factories.activity(factories.process(other, slug="toimintamallit"))
    factories.document(own)
    thief = factories.staff(other, email="vieras@example.org")
    client = signed_in(thief)
    for home in (ROUND, ROUND.replace("keski-suomi", "pohjanmaa")):
        path = f"{home}piles/{pile.pk}/"
        assert client.post(f"{path}reopen/", REASON).status_code == 404
        assert client.get(f"{path}sheets/").status_code == 404
        assert client.post(path, sheet("Ujutettu.")).status_code == 404
    with pytest.raises(Refusal, match="not_your_role"):
        actions.reopen_batch(actor=thief, batch=pile, reason="sheet_missed", at=clock.now())
    assert is_finished(pile)


@pytest.mark.parametrize("role", ["answerer", "moderator", "viewer"])
def test_roles_that_take_nothing_in_do_not_open_it(county, pile, role):
    client = signed_in(factories.staff(county, role, f"{role}@example.org"))
    assert client.post(f"{ROUND}piles/{pile.pk}/reopen/", REASON).status_code in {403, 404}
    assert is_finished(pile)


@pytest.mark.parametrize("reason", ["", "sheet_missed ", "SHEET_MISSED", "\x00", "<script>", "x" * 5_000])
def test_an_odd_reason_opens_nothing_and_stands_in_no_trail(bertta, pile, reason):
    client = signed_in(bertta)
    assert client.post(f"{ROUND}piles/{pile.pk}/reopen/", {"reason": reason}).status_code in {400, 422}
    with pytest.raises(Refusal, match="reopening_reason_missing"):
        actions.reopen_batch(actor=bertta, batch=pile, reason=reason, at=clock.now())
    assert is_finished(pile)
    assert not Line.objects.filter(verb="intake.batch_reopened").exists()


def test_looking_opens_nothing(bertta, pile):
    assert signed_in(bertta).get(f"{ROUND}piles/{pile.pk}/reopen/").status_code == 200
    assert is_finished(pile)


def test_the_same_sheet_and_a_late_one_after_finishing_again(bertta, pile):
    client, path = signed_in(bertta), f"{ROUND}piles/{pile.pk}/"
    client.post(f"{path}reopen/", REASON)
    missed = sheet("Pois jäänyt.")
    for _again in range(2):
        assert client.post(path, missed).status_code == 302
    assert Sheet.objects.filter(batch=pile).count() == 2
    client.post(f"{path}finish/")
    assert client.post(path, sheet("Liian myöhään.")).status_code in {302, 403, 409, 422}
    assert Sheet.objects.filter(batch=pile).count() == 2
    assert Line.objects.filter(verb="intake.batch_reopened").count() == 1


def test_who_drew_first_keeps_the_pile_and_who_opened_first_keeps_it_open(bertta, cecilia, pile):
    seen_before_the_draw = Batch.objects.get(pk=pile.pk)
    actions.draw_sheets(actor=cecilia, batch=pile, percent=100, at=clock.now())
    with pytest.raises(Refusal):
        actions.reopen_batch(actor=bertta, batch=seen_before_the_draw, reason="more_came", at=clock.now())
    assert is_finished(pile)
    other = pile_of(bertta, "Kaksi.")
    seen_before_opening = Batch.objects.get(pk=other.pk)
    actions.reopen_batch(actor=bertta, batch=other, reason="more_came", at=clock.now())
    with pytest.raises(Refusal):
        actions.draw_sheets(actor=cecilia, batch=seen_before_opening, percent=100, at=clock.now())
    assert not Sheet.objects.filter(batch=other, is_drawn=True).exists()

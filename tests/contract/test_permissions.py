"""P1, P2, W2, W4: every address asked with GET; by whom, tells `observing.askers`: in the long run by every kind."""

import pytest

from tests.contract.addresses import addresses
from tests.contract.kinds import KINDS, World
from tests.contract.observing import LESS, OPEN, Observed, askers, observe
from tests.contract.permission_table import NOBODY, NOBODY_BECAUSE, TABLE
from tests.contract.print_permissions import PAGE, permissions_page

pytestmark = pytest.mark.django_db


@pytest.fixture(
    scope="module", params=[False, pytest.param(True, marks=pytest.mark.long)], ids=["by turns", "everybody"]
)
def observed(world: World, request: pytest.FixtureRequest) -> Observed:
    return observe(world, "GET", everybody=request.param)


def test_p1_every_address_has_a_row_and_every_row_an_address() -> None:
    assert {one.label for one in addresses()} == set(TABLE)


def test_nobody_is_explained() -> None:
    assert {name for name, row in TABLE.items() if NOBODY in row} == set(NOBODY_BECAUSE)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_p1_whoever_is_let_in_where_others_are_not_always_asks(method: str) -> None:
    """And so does somebody without a role, and of those elsewhere; every kind has its turns at every sort of row."""
    asked = {label: set(askers(label, method, everybody=False)) for label in TABLE}
    for label, kinds in asked.items():
        who = TABLE[label][method == "POST"]
        assert {"visitor", "receipt_holder"} <= kinds, label
        if who not in OPEN:
            assert set(who or ()) <= kinds, label
            assert kinds > {"coordinator_of_another_process", "coordinator_of_another_authority"}, label
    assert set().union(*(kinds for label, kinds in asked.items() if TABLE[label][method == "POST"] not in OPEN)) == set(
        KINDS
    )
    assert set().union(*(kinds for label, kinds in asked.items() if TABLE[label][method == "POST"] in OPEN)) == set(
        KINDS
    ) - set(LESS)


def test_p1_everybody_gets_in_where_the_table_says(observed: Observed) -> None:
    assert observed.wrong() == [], "\n".join(observed.wrong())


def test_p2_whoever_has_not_signed_in_is_asked_to_at_every_page_of_a_desk(observed: Observed) -> None:
    """Alike, before anybody looks what is there, so that it tells nothing."""
    assert observed.signed_out_at_a_desk() == {302}


def test_p2_the_same_role_elsewhere_finds_nothing(observed: Observed) -> None:
    """Staff of another process or authority, in any role, get 404, not 403, below the desk."""
    assert observed.told_elsewhere() == []


def test_w2_reading_changes_nothing(observed: Observed) -> None:
    assert observed.writing == []


def test_w4_pages_of_persons_are_kept_by_no_cache(observed: Observed) -> None:
    assert observed.kept == []


def test_p1_the_printed_table_is_up_to_date() -> None:
    assert PAGE.read_text() == permissions_page(), "run: make docs"

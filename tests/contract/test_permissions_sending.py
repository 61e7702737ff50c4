"""P1, P2, W2: every address asked with POST as in `test_permissions`, so that each core has a half; HEAD and OPTIONS."""

import pytest

from tests.contract.addresses import addresses
from tests.contract.asking import ask
from tests.contract.kinds import World
from tests.contract.observing import Observed, changed, observe, writes
from tests.contract.rendering import each_page_rendered_once

pytestmark = pytest.mark.django_db


@pytest.fixture(
    scope="module", params=[False, pytest.param(True, marks=pytest.mark.long)], ids=["by turns", "everybody"]
)
def observed(world: World, request: pytest.FixtureRequest) -> Observed:
    return observe(world, "POST", everybody=request.param)


def test_p1_everybody_may_send_where_the_table_says(observed: Observed) -> None:
    assert observed.wrong() == [], "\n".join(observed.wrong())


def test_p2_no_form_of_a_desk_is_taken_from_whoever_has_not_signed_in(observed: Observed) -> None:
    assert observed.signed_out_at_a_desk() == {404, 405}


def test_p2_the_same_role_elsewhere_may_send_nothing(observed: Observed) -> None:
    assert observed.told_elsewhere() == []


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_w2_head_and_options_change_nothing(world: World, method: str) -> None:
    found = []
    clients = [world.client(kind) for kind in ("visitor", "coordinator")]
    for address in addresses():
        path, before = address.path(world.things), writes()
        with each_page_rendered_once():
            for client in clients:
                assert ask(client, method, path).status_code < 500, address
        found += changed(f"{method} {address.label}", before)
    assert found == []

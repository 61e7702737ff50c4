"""A1: the time of an answer does not tell whether an address is known.

A few tries in every run find work done for one address only; the 10 ms are measured in `make test-long`.
"""

import itertools
import statistics
import time
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.contract.kinds import World

pytestmark = pytest.mark.django_db
TRIES = 200
FEW = 7
FEWER = 3  # where each try hashes a password
ROUNDS = 3  # what the machine does beside slows one of them; work done for one address only is in each
MOST = 0.010  # seconds apart
MOST_TIMES = 1.6  # the slower median, of a few tries: a hashed password or a letter sent for one only takes longer
KNOWN = "muistava@example.org"
WITHOUT_PASSWORD = "koodilla@example.org"
UNKNOWN = "tuntematon@example.org"


@pytest.fixture(autouse=True)
def people(world: World, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for email, password in ((KNOWN, "pitkä-ja-outo-salasana"), (WITHOUT_PASSWORD, None)):
        person = factories.person(email)
        person.set_password(password)
        person.save()
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    factories.comment(factories.guest(), world.section, email=KNOWN)


def seconds(path: str, data: dict[str, str]) -> float:
    """How long one try takes; what it changed is taken back."""
    cache.clear()
    client = Client()
    with transaction.atomic():
        begun = time.perf_counter()
        response = client.post(path, data)
        took = time.perf_counter() - begun
        assert response.status_code in {200, 302, 303}, response.status_code
        transaction.set_rollback(True)
    return took


def tried(
    path: str, filled: Callable[[str], dict[str, str]], emails: tuple[str, ...], tries: int
) -> dict[str, list[float]]:
    """How long each address's tries take; the addresses are asked in turn."""
    took: dict[str, list[float]] = {email: [] for email in emails}
    for email in emails:
        seconds(path, filled(email))
    for _turn, email in itertools.product(range(tries), emails):
        took[email].append(seconds(path, filled(email)))
    return took


def apart(path: str, filled: Callable[[str], dict[str, str]], emails: tuple[str, ...]) -> dict[str, float]:
    """The fast tenth of each address's tries: what else the machine does slows the slow ones only."""
    took = tried(path, filled, emails, TRIES)
    found = {email: statistics.quantiles(times, n=10)[0] for email, times in took.items()}
    print(path, {email: f"{1000 * fast:.1f} ms" for email, fast in found.items()})
    return found


@pytest.mark.parametrize(
    "page", ["account_login", "account_request_login_code", "account_reset_password", "account_signup", "lost"]
)
def test_a1_a_door_does_as_much_for_known_and_unknown_addresses(world: World, page: str) -> None:
    path = f"/{world.county.slug}/fi/receipt/lost/" if page == "lost" else reverse(page)

    def filled(email: str) -> dict[str, str]:
        return {"login": email, "password": "väärä"} if page == "account_login" else {"email": email}

    tries = FEWER if page == "account_login" else FEW
    rounds = []
    for _round in range(ROUNDS):
        rounds.append(tried(path, filled, (KNOWN, UNKNOWN), tries))
        known, unknown = (statistics.median(rounds[-1][email]) for email in (KNOWN, UNKNOWN))
        if max(known, unknown) < MOST_TIMES * min(known, unknown) + MOST:
            return
    raise AssertionError(rounds)


@pytest.mark.long
def test_a1_a_wrong_password_takes_as_long_for_all() -> None:
    emails = (KNOWN, WITHOUT_PASSWORD, UNKNOWN)
    found = apart(reverse("account_login"), lambda email: {"login": email, "password": "väärä"}, emails)
    assert max(found.values()) - min(found.values()) < MOST, found


@pytest.mark.long
@pytest.mark.parametrize("page", ["account_request_login_code", "account_reset_password", "account_signup"])
def test_a1_asking_for_a_code_takes_as_long_for_all(page: str) -> None:
    found = apart(reverse(page), lambda email: {"email": email}, (KNOWN, UNKNOWN))
    assert max(found.values()) - min(found.values()) < MOST, found


@pytest.mark.long
def test_a1_a_lost_receipt_code_takes_as_long_for_all(world: World) -> None:
    found = apart(f"/{world.county.slug}/fi/receipt/lost/", lambda email: {"email": email}, (KNOWN, UNKNOWN))
    assert max(found.values()) - min(found.values()) < MOST, found

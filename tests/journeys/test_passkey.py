"""Passkeys, with the real ceremony in a real browser: A5 for staff, and the way in for residents."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests import factories
from tests.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "pitkä-ja-outo-salasana"


@pytest.fixture
def address(live_server, settings):
    settings.BASE_ADDRESS = live_server.url
    assert live_server.url.startswith("http://localhost:")  # a passkey needs a name
    return live_server.url


@pytest.fixture
def key_at_hand(open_page):
    """A page of a browser whose machine has a passkey reader with a willing finger."""

    def opened(**options):
        page = open_page(**options)
        page.set_default_timeout(5_000)
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable", {"enableUI": False})
        reader = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": reader})
        return page

    return opened


def known(person):
    """Somebody with a password and a confirmed address."""
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def own_page():
    return f"/{factories.authority().slug}/fi/my-data/"


def come_with_password(page, address, person, then="/"):
    page.goto(f"{address}{reverse('account_login')}?next={then}")
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form[action='/account/login/'] button").click()
    page.wait_for_load_state()


def add_passkey(page, *, alone):
    """On the page of a new passkey; `alone` makes one that is enough for signing in by itself."""
    if reverse("account_reauthenticate") in page.url:  # the password is asked again before the ways in are changed
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main form button").first.click()
        page.wait_for_url(lambda url: reverse("account_reauthenticate") not in url)
    assert not axe(page)
    page.locator("[name=name]").fill("Puhelin")
    if alone:
        page.locator("[name=passwordless]").check(force=True)
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile(rf"{reverse('mfa_list_webauthn')}(\?|$)|/recovery-codes/|/desk/"), wait_until="load")


def sign_out(page, address):
    page.wait_for_load_state("networkidle")
    page.goto(address + reverse("account_logout"))
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def test_a5_a_member_of_staff_adds_a_passkey_and_signs_in_with_it(address, key_at_hand):
    county = factories.authority()
    bertta = known(factories.staff(county, "county_admin"))
    desk = f"/{county.slug}/fi/desk/people/"
    page = key_at_hand()

    come_with_password(page, address, bertta, desk)
    assert reverse("sign_in:second_factor") in page.url  # the role alone does not open the desk
    page.locator(f"a[href^='{reverse('mfa_add_webauthn')}']").click()
    add_passkey(page, alone=False)
    assert Authenticator.objects.get(user=bertta, type="webauthn").wrap().name == "Puhelin"
    page.goto(address + desk)
    assert page.url == address + desk

    sign_out(page, address)
    come_with_password(page, address, bertta, desk)
    assert reverse("mfa_authenticate") in page.url
    assert not axe(page)
    page.goto(address + desk)
    assert reverse("mfa_authenticate") in page.url  # the password alone is half of the way
    page.locator("#mfa_webauthn_authenticate").click()
    page.wait_for_url(address + desk)


def test_a_resident_signs_in_with_a_passkey_alone(address, key_at_hand):
    aino, own = known(factories.person()), own_page()
    page = key_at_hand(width=390)
    come_with_password(page, address, aino)
    page.goto(address + reverse("mfa_add_webauthn"))
    add_passkey(page, alone=True)
    sign_out(page, address)

    page.goto(address + reverse("account_login"))
    page.locator("#passkey_login").click()
    page.wait_for_url(lambda url: reverse("account_login") not in url, wait_until="load")
    page.goto(address + own)
    assert aino.email in page.locator("main").inner_text()


def test_a_passkey_of_another_name_opens_nothing(address, key_at_hand, settings):
    """Made for this address, a passkey is no use to an installation of another name."""
    aino, own = known(factories.person()), own_page()
    page = key_at_hand()
    come_with_password(page, address, aino)
    page.goto(address + reverse("mfa_add_webauthn"))
    add_passkey(page, alone=True)
    sign_out(page, address)

    settings.BASE_ADDRESS = "https://osallistu.example.org"
    page.goto(address + reverse("account_login"))
    page.locator("#passkey_login").click()
    page.goto(address + own)
    assert aino.email not in page.locator("main").inner_text()

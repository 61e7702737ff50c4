"""A5: staff have a second factor, and their session gives it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.urls import reverse

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.people.actions import end_role
from yhdyspinta.people.models import RoleGrant
from yhdyspinta.people.tests.accounts import PASSWORD, is_signed_in, known

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()


def totp_code(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def desk(county):
    return f"/{county.slug}/fi/desk/people/"


def test_a5_w5_staff_set_up_a_second_factor_and_come_back(client, monkeypatch):
    county = factories.authority()
    bertta = known("bertta@example.org")
    RoleGrant.objects.create(person=bertta, authority=county, role="county_admin", given_at=clock.now())
    client.force_login(bertta)
    response = client.get(desk(county))
    assert response.status_code == 302
    assert reverse("sign_in:second_factor") in response["Location"]
    page = client.get(response["Location"]).content.decode()
    assert reverse("mfa_activate_totp") in page
    before = client.session.session_key
    form = client.get(reverse("mfa_activate_totp")).context["form"]
    with monkeypatch.context() as patched:  # a test never commits: what follows a commit comes at once
        patched.setattr("django.db.transaction.on_commit", lambda call, **_: call())
        response = client.post(reverse("mfa_activate_totp"), {"code": totp_code(form.secret)})
    assert response.status_code == 302, response.content.decode()
    assert client.session["second_factor"] is True
    assert client.session.session_key != before
    assert desk(county) in client.get(reverse("mfa_index")).content.decode()
    assert client.get(desk(county)).status_code == 200


def test_a5_a_new_session_asks_for_the_second_factor_again(client):
    county = factories.authority()
    bertta = known("bertta@example.org", password=PASSWORD)
    RoleGrant.objects.create(person=bertta, authority=county, role="county_admin", given_at=clock.now())
    TOTP.activate(bertta, secret := "JBSWY3DPEHPK3PXP")
    response = client.post(
        reverse("account_login"), {"login": bertta.email, "password": PASSWORD, "next": desk(county)}
    )
    assert response["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_signed_in(client, bertta)
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    client.post(reverse("mfa_authenticate"), {"code": totp_code(secret)})
    assert is_signed_in(client, bertta)
    assert client.session["second_factor"] is True
    assert client.get(desk(county)).status_code == 200


def test_a5_w5_a_session_without_it_can_give_it(client):
    county = factories.authority()
    bertta = known("bertta@example.org", password=PASSWORD)
    RoleGrant.objects.create(person=bertta, authority=county, role="county_admin", given_at=clock.now())
    TOTP.activate(bertta, secret := "JBSWY3DPEHPK3PXP")
    client.force_login(bertta)
    assert client.get(desk(county)).status_code == 302
    way = client.get(reverse("sign_in:second_factor"), {"next": desk(county)}).context["app_path"]
    before = client.session.session_key
    response = client.post(way, {"code": totp_code(secret)})
    assert response["Location"] == desk(county)
    assert client.session.session_key != before
    assert client.get(desk(county)).status_code == 200


def test_a5_a_removed_role_stops_at_the_next_request(client):
    county = factories.authority()
    admin = factories.staff(county, "county_admin", "hallinto@example.org")
    bertta = known("bertta@example.org")
    grant = RoleGrant.objects.create(person=bertta, authority=county, role="coordinator", given_at=clock.now())
    client.force_login(bertta)
    session = client.session
    session["second_factor"] = True
    session.save()
    assert client.get(desk(county)).status_code == 200
    end_role(actor=admin, grant=grant, at=clock.now())
    assert client.get(desk(county)).status_code == 404


def test_taking_the_last_second_factor_away_lowers_the_session(client):
    bertta = known("bertta@example.org", password=PASSWORD)
    TOTP.activate(bertta, secret := "JBSWY3DPEHPK3PXP")
    client.force_login(bertta)
    client.post(f"{reverse('mfa_reauthenticate')}?next=/", {"code": totp_code(secret)})
    assert client.session["second_factor"] is True
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=bertta, type="totp").exists()
    assert "second_factor" not in client.session


def test_a_passkey_is_offered(client):
    text = client.get(reverse("account_login")).content.decode()
    assert 'id="passkey_login"' in text
    assert reverse("mfa_login_webauthn") in text
    options = client.get(
        reverse("mfa_login_webauthn"), headers={"accept": "application/json", "x-requested-with": "XMLHttpRequest"}
    )
    assert options.json()["request_options"]["publicKey"]["rpId"] == "localhost"

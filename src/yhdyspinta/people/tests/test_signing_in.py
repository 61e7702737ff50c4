"""Making an account, signing in and out."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail, signing
from django.core.cache import cache
from django.urls import reverse

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.people.models import Person
from yhdyspinta.people.organisations import represent_organisation
from yhdyspinta.people.tests.accounts import PASSWORD, code_in, is_signed_in, known

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()


def test_signing_in_with_a_code_in_ones_own_language(client):
    aino = known(language="sv")
    response = client.post(f"{reverse('account_request_login_code')}?next=/keski-suomi/fi/", {"email": aino.email})
    assert response["Location"].startswith(reverse("account_confirm_login_code"))
    letter = mail.outbox[0]
    assert "participation service" not in letter.body
    assert "Aino" not in letter.subject
    before = client.session.session_key
    response = client.post(response["Location"], {"code": code_in(letter)})
    assert response.status_code == 302
    assert is_signed_in(client, aino)
    assert client.session.session_key != before


def by_code(client, email):
    response = client.post(reverse("account_request_login_code"), {"email": email})
    return client.post(response["Location"], {"code": code_in(mail.outbox[-1])})


def test_a7_an_address_that_has_passed_on_does_not_give_the_account(client, local_provider):
    aino = known(password=PASSWORD, identity_hash="a" * 64, level=Person.Level.STRONG)
    for response in (
        by_code(client, aino.email),
        client.post(reverse("account_login"), {"login": aino.email, "password": PASSWORD}),
    ):
        assert response["Location"] == reverse("sign_in:identify")
        assert not is_signed_in(client, aino)
    assert "tunnistaudu" in client.get(reverse("sign_in:identify"), headers={"accept-language": "fi"}).content.decode()
    bertta = known("bertta@example.org")
    by_code(client, bertta.email)
    assert is_signed_in(client, bertta)


def test_a7_a_second_factor_stands_for_the_identity(client, local_provider):
    aino = known(password=PASSWORD, identity_hash="a" * 64, level=Person.Level.STRONG)
    TOTP.activate(aino, secret := "JBSWY3DPEHPK3PXP")
    response = by_code(client, aino.email)
    assert response["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_signed_in(client, aino)
    counter = next(iter(yield_hotp_counters_from_time()))
    client.post(response["Location"], {"code": format_hotp_value(hotp_value(secret, counter))})
    assert is_signed_in(client, aino)


def test_making_an_account_with_a_code_raises_the_level_and_claims_the_guest(client, settings):
    guest = factories.guest()
    represent_organisation(actor=guest, authority=factories.authority(), name="Esimerkkiyhdistys ry", at=clock.now())
    client.cookies[settings.GUEST_COOKIE] = signing.dumps(guest.guest_token, salt="people.guest")
    response = client.post(reverse("account_signup"), {"email": "uusi@example.org"}, headers={"accept-language": "fi"})
    assert response.status_code == 302
    person = Person.objects.get(email="uusi@example.org")
    assert person.level == Person.Level.GUEST
    client.post(response["Location"], {"code": code_in(mail.outbox[0])})
    person.refresh_from_db()
    assert is_signed_in(client, person)
    assert person.level == Person.Level.EMAIL
    assert person.created_at is not None
    guest.refresh_from_db()
    assert guest.claimed_by == person
    assert person.representations.count() == 1


@pytest.mark.parametrize("page", ["account_request_login_code", "account_reset_password", "account_signup"])
def test_a1_known_and_unknown_addresses_get_the_same_answer(client, page):
    known()
    answers = []
    for email in ("aino@example.org", "outo@example.org"):
        client.logout()
        response = client.post(reverse(page), {"email": email}, follow=True)
        text = re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
        answers.append((response.redirect_chain, text.replace(email, "ADDRESS")))
    assert answers[0] == answers[1]
    assert [letter.to for letter in mail.outbox] == [["aino@example.org"], ["outo@example.org"]]


def test_a1_a_wrong_password_and_an_unknown_address_read_the_same(client):
    known(password=PASSWORD)
    said = []
    for email in ("aino@example.org", "outo@example.org"):
        response = client.post(reverse("account_login"), {"login": email, "password": "väärä"})
        said.append(re.sub(r'(csrfmiddlewaretoken" )?value="[^"]+"', "", response.content.decode()))
    assert said[0] == said[1]


def test_i12_a_password_signs_in_and_failures_are_counted_by_account(client):
    aino = known(password=PASSWORD)
    for turn in range(6):
        response = client.post(
            reverse("account_login"), {"login": aino.email, "password": "väärä"},
            headers={"x-forwarded-for": f"10.0.0.{turn}", "host": "localhost" if turn % 2 else "127.0.0.1"},
        )  # fmt: skip
    assert response.status_code == 200
    client.post(reverse("account_login"), {"login": aino.email, "password": PASSWORD})
    assert not is_signed_in(client, aino), "I12: another host or a made-up address does not lift the limit"
    other = known("bertta@example.org", password=PASSWORD)
    client.post(reverse("account_login"), {"login": other.email, "password": PASSWORD})
    assert is_signed_in(client, other)


def test_a4_two_hundred_people_behind_one_address_can_ask_for_codes(client):
    for number in range(200):
        response = client.post(reverse("account_request_login_code"), {"email": f"oppilas{number}@example.org"})
        assert response.status_code == 302
        client.cookies.clear()
    assert len(mail.outbox) == 200


def test_one_address_is_not_flooded(client):
    aino = known()
    for _ in range(30):
        cache.clear()
        client.post(reverse("account_request_login_code"), {"email": aino.email})
        client.cookies.clear()
    assert len(mail.outbox) <= 12


def test_f5_a_mail_server_that_is_away_is_said_alike(client, monkeypatch):
    from django.core.mail import EmailMultiAlternatives

    def away(self, *args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailMultiAlternatives, "send", away)
    known()
    for email in ("aino@example.org", "outo@example.org"):
        response = client.post(reverse("account_request_login_code"), {"email": email}, follow=True)
        assert response.status_code == 200
    monkeypatch.undo()
    client.cookies.clear()
    cache.clear()
    client.post(reverse("account_request_login_code"), {"email": "aino@example.org"})
    assert [letter.to for letter in mail.outbox] == [["aino@example.org"]]  # it goes out again once the server is back


def test_i12_links_in_mail_are_the_installations_own(client, settings):
    settings.ALLOWED_HOSTS = ["localhost", "testserver", "evil.example"]
    aino = known(password=PASSWORD)
    client.post(
        reverse("account_reset_password"), {"email": aino.email},
        headers={"host": "evil.example", "x-forwarded-host": "evil.example"},
    )  # fmt: skip
    letter = mail.outbox[0]
    everything = letter.body + str(letter.alternatives) + str(letter.message())
    assert "evil.example" not in everything
    assert settings.BASE_ADDRESS in letter.body


@pytest.mark.parametrize(
    "evil", ["//evil.example", "https://evil.example", "/\\evil.example", "https:evil.example", "/%0d%0aLocation:evil"]
)
def test_i11_signing_in_does_not_lead_away(client, evil):
    aino = known(password=PASSWORD)
    response = client.post(reverse("account_login"), {"login": aino.email, "password": PASSWORD, "next": evil})
    assert response.status_code == 302
    assert response["Location"].startswith("/")
    assert not response["Location"].startswith(("//", "/\\"))
    assert "\n" not in response["Location"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    "page", ["account_login", "account_signup", "account_request_login_code", "account_reset_password"]
)
def test_pages_stand_in_our_frame_in_three_languages(client, page, language):
    response = client.get(f"{reverse(page)}?language={language}")
    text = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}"' in text
    assert "govuk-heading-l" in text
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*(src=|application/json))", text)


def test_pages_of_the_account_open(client):
    client.force_login(known(password=PASSWORD))
    for page in ("account_email", "account_change_password", "mfa_index", "account_logout"):
        assert client.get(reverse(page)).status_code == 200, page
    for page in ("mfa_list_webauthn", "mfa_activate_totp", "mfa_add_webauthn"):
        assert client.get(reverse(page)).status_code in {200, 302}, page


def test_signing_out_is_a_post(client):
    client.force_login(known())
    client.get(reverse("account_logout"))
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_an_erased_account_is_signed_out_everywhere(client):
    from yhdyspinta.people.erasure import erase_me

    aino = known()
    client.force_login(aino)
    erase_me(actor=aino, at=clock.now() + timedelta(seconds=1))
    response = client.get(reverse("mfa_index"))
    assert response.status_code == 302


def test_i7_changing_the_address_needs_no_style_of_its_own(client):
    aino = known()
    client.force_login(aino)
    assert " style=" not in client.get(reverse("account_email")).content.decode()
    EmailAddress.objects.create(user=aino, email="aino.uusi@example.org", verified=False, primary=False)
    waiting = client.get(reverse("account_email")).content.decode()
    assert "aino.uusi@example.org" in waiting
    assert 'name="action_send"' in waiting
    assert 'name="action_remove"' in waiting
    assert " style=" not in waiting


def test_w5_the_session_has_a_new_id_at_sign_in_and_sign_out(client):
    aino = known(password=PASSWORD)
    session = client.session
    session["before"] = "yes"
    session.save()
    client.cookies["sessionid"] = session.session_key
    client.post(reverse("account_login"), {"login": aino.email, "password": PASSWORD})
    assert is_signed_in(client, aino)
    inside = client.session.session_key
    assert inside != session.session_key
    client.post(reverse("account_logout"))
    assert not is_signed_in(client, aino)
    assert client.session.session_key != inside

"""A6: identification by OpenID Connect; what does not fit is refused and changes nothing."""

import logging
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests import factories
from yhdyspinta.audit.models import Entry
from yhdyspinta.people.identification import conversation, deadline
from yhdyspinta.people.identification.providers import Provider, provider
from yhdyspinta.people.models import Person

pytestmark = pytest.mark.django_db

NUMBER = "010150-999X"  # an invented one, of a range that is never given
CLAIMS = {"urn:oid:1.2.246.21": NUMBER, "urn:oid:1.2.246.517.2002.2.18": "179"}


def ask(client, kind="identify", then="/"):
    response = client.post(reverse(f"sign_in:{kind}"), {"next": then})
    assert response.status_code == 302, response.content
    parts = urlsplit(response["Location"])
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


def come_back(client, answer, kind="identify"):
    return client.get(f"{reverse(f'sign_in:{kind}_back')}?{answer}")


def test_a6_a_visitor_identifies_and_the_number_is_kept_nowhere(client, local_provider, caplog):
    caplog.set_level(logging.DEBUG)
    question = ask(client, then="/keski-suomi/fi/")
    assert question["code_challenge_method"] == "S256"
    response = come_back(client, local_provider.agree(question, CLAIMS))
    assert response["Location"] == "/keski-suomi/fi/"
    person = Person.objects.get()
    assert person.level == Person.Level.STRONG
    assert person.home_municipality.code == "179"
    assert person.home_checked_at is not None
    everything = str(list(Person.objects.values())) + str(list(Entry.objects.values())) + caplog.text
    everything += str(dict(client.session))
    assert NUMBER not in everything
    assert len(person.identity_hash) == 64


def test_w5_a_signed_in_person_is_raised_under_a_new_session_id(client, local_provider):
    aino = factories.person()
    client.force_login(aino)
    before = client.session.session_key
    come_back(client, local_provider.agree(ask(client), CLAIMS))
    aino.refresh_from_db()
    assert aino.level == Person.Level.STRONG
    assert client.session.session_key != before
    assert Person.objects.count() == 1


def test_the_same_identity_comes_back_to_the_same_account(client, local_provider):
    come_back(client, local_provider.agree(ask(client), CLAIMS))
    first = Person.objects.get()
    client.logout()
    aino = factories.person()
    client.force_login(aino)
    come_back(client, local_provider.agree(ask(client), CLAIMS))
    assert client.session["_auth_user_id"] == str(first.pk)
    aino.refresh_from_db()
    assert aino.identity_hash is None


def test_an_account_cannot_get_a_second_identity(client, local_provider):
    aino = factories.person()
    client.force_login(aino)
    come_back(client, local_provider.agree(ask(client), CLAIMS))
    response = come_back(client, local_provider.agree(ask(client), {**CLAIMS, "urn:oid:1.2.246.21": "020250-998Y"}))
    assert response.status_code == 403


@pytest.mark.parametrize(
    "spoil",
    [
        {"nonce": "another"},
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"aud": ["yhdyspinta", "another"]},
        {"exp": 1},
        {"iat": 1},
        {"iat": 99_999_999_999},
        {"urn:oid:1.2.246.21": ""},
        {"urn:oid:1.2.246.21": "not a number"},
        {"exp": "soon"},
    ],
)
def test_a6_a_token_that_does_not_fit_is_refused(client, local_provider, spoil):
    question = ask(client)
    local_provider.spoil = spoil
    response = come_back(client, local_provider.agree(question, CLAIMS))
    assert response.status_code == 400
    assert Person.objects.count() == 0


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a6_only_public_key_signatures_count(client, local_provider, algorithm):
    question = ask(client)
    local_provider.algorithm = algorithm
    assert come_back(client, local_provider.agree(question, CLAIMS)).status_code == 400
    assert Person.objects.count() == 0


def test_a6_keys_change_and_an_old_key_is_refused(client, local_provider):
    old = local_provider.key
    local_provider.key = local_provider.new_key()
    local_provider.published = [old, local_provider.key]
    assert come_back(client, local_provider.agree(ask(client), CLAIMS)).status_code == 302
    client.logout()
    local_provider.key, local_provider.published = old, [local_provider.new_key()]
    assert come_back(client, local_provider.agree(ask(client), CLAIMS)).status_code == 400


def test_a6_state_is_asked_for_and_works_once(client, local_provider):
    question = ask(client)
    answer = local_provider.agree(question, CLAIMS)
    assert come_back(client, answer.replace("state=", "state=x")).status_code == 400
    question = ask(client)
    answer = local_provider.agree(question, CLAIMS)
    assert come_back(client, answer).status_code == 302
    assert come_back(client, answer).status_code == 400
    local_provider.codes["again"] = (question, CLAIMS)
    assert come_back(client, f"code=again&state={question['state']}").status_code == 400


def test_a6_an_answer_to_somebody_elses_question_is_refused(client, local_provider):
    from django.test import Client

    question = ask(Client())
    assert come_back(client, local_provider.agree(question, CLAIMS)).status_code == 400


@pytest.mark.parametrize("endpoint", ["token_endpoint", "jwks_uri"])
@pytest.mark.parametrize(
    "place",
    ["http://169.254.169.254/", "http://localhost:{port}/", "http://user@127.0.0.1:{port}/", "file:///etc/x", "//"],
)
def test_w7_a_description_leads_us_to_no_other_host(client, local_provider, monkeypatch, endpoint, place):
    called = []
    real = conversation._OPENER.open
    monkeypatch.setattr(
        conversation._OPENER, "open", lambda request, **more: called.append(request.full_url) or real(request, **more)
    )
    local_provider.description = {endpoint: place.format(port=local_provider.server.server_port)}
    question = ask(client)
    assert come_back(client, local_provider.agree(question, CLAIMS)).status_code == 409
    assert all(url.startswith(f"{local_provider.issuer}/") for url in called)
    assert not Person.objects.exists()


def test_w7_a_redirect_is_not_followed(client, local_provider):
    local_provider.moved = "http://169.254.169.254/latest/"
    assert client.post(reverse("sign_in:identify"), {"next": "/"}).status_code == 503


def test_w7_a_host_that_the_settings_name_is_called(local_provider, settings):
    named = f"localhost:{local_provider.server.server_port}"
    settings.IDENTIFICATION["resident"]["hosts"] = (named,)
    assert conversation._is_configured(f"http://{named}/keys", provider("resident"))
    assert not conversation._is_configured("http://localhost:1/keys", provider("resident"))


def test_w7_production_calls_by_https_only():
    one = Provider("resident", "https://tunnistus.example", "id", "secret", "openid")
    assert conversation._is_configured("https://tunnistus.example/keys", one)
    for url in ("http://tunnistus.example/keys", "https://tunnistus.example:8443/", "https://tunnistus.example.evil/"):
        assert not conversation._is_configured(url, one)


def test_f5_the_provider_away_or_refusing_is_said(client, local_provider):
    question = ask(client)
    assert come_back(client, f"error=access_denied&state={question['state']}").status_code == 400
    local_provider.stop()
    cache.clear()  # its description is known for five minutes
    response = client.post(reverse("sign_in:identify"), {"next": "/"})
    assert response.status_code == 503
    local_provider.__init__()


@pytest.mark.parametrize("how", ["is_silent", "drips", "drips_headers"])
@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "ei saada nyt yhteyttä"), ("sv", "kan inte nås just nu"), ("en", "cannot be reached now")],
)
def test_f5_a_provider_that_is_slow_is_not_waited_for(client, local_provider, monkeypatch, how, language, words):
    assert deadline._SILENCE < conversation._LONGEST <= 10
    monkeypatch.setattr(deadline, "_SILENCE", 0.2)
    monkeypatch.setattr(conversation, "_LONGEST", 0.2)
    setattr(local_provider, how, True)
    began = time.monotonic()
    response = client.post(f"{reverse('sign_in:identify')}?language={language}", {"next": "/keski-suomi/fi/"})
    assert time.monotonic() - began < 4
    assert response.status_code == 503
    assert words in response.content.decode()
    setattr(local_provider, how, False)
    local_provider.go_on.set()
    cache.clear()  # half a minute later
    come_back(client, local_provider.agree(ask(client), CLAIMS))  # it works again, and so does the same browser
    assert Person.objects.get().level == Person.Level.STRONG


def test_f5_what_is_asked_for_one_page_shares_one_deadline(client, local_provider, monkeypatch):
    """Three answers, each quick enough alone, are not waited for together."""
    monkeypatch.setattr(conversation, "_LONGEST", 1.0)
    answer = local_provider.agree(ask(client), CLAIMS)
    local_provider.pause = 0.6
    assert come_back(client, answer).status_code == 503
    local_provider.pause = 0.0


def test_without_settings_nothing_is_there(client):
    for name in ("identify", "identify_back", "staff", "staff_back"):
        assert client.get(reverse(f"sign_in:{name}")).status_code == 404
    page = client.get(reverse("account_login")).content.decode()
    assert reverse("sign_in:identify") not in page
    assert reverse("sign_in:staff") not in page


def test_the_page_with_the_button_lets_the_form_go_to_the_provider_only(client, local_provider):
    response = client.get(reverse("sign_in:identify"))
    assert response.status_code == 200
    assert f"form-action 'self' {local_provider.issuer}" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "evil", ["//evil.example", "https://evil.example/", "/\\evil.example", "https:evil.example", "javascript:alert(1)"]
)
def test_i11_the_way_on_stays_here(client, local_provider, evil):
    response = come_back(client, local_provider.agree(ask(client, then=evil), CLAIMS))
    assert response["Location"] == "/"


def test_staff_come_in_by_a_confirmed_address_and_two_factors_count(client, local_provider):
    from allauth.account.models import EmailAddress

    bertta = factories.staff(factories.authority())
    asked = {"email": bertta.email, "email_verified": True}
    assert come_back(client, local_provider.agree(ask(client, "staff"), asked), "staff").status_code == 403
    EmailAddress.objects.create(user=bertta, email=bertta.email, verified=True, primary=True)
    unproved = {**asked, "email_verified": False}
    assert come_back(client, local_provider.agree(ask(client, "staff"), unproved), "staff").status_code == 403
    assert come_back(client, local_provider.agree(ask(client, "staff"), asked), "staff").status_code == 302
    assert "second_factor" not in client.session
    come_back(client, local_provider.agree(ask(client, "staff"), {**asked, "amr": ["pwd", "mfa"]}), "staff")
    assert client.session["second_factor"] is True

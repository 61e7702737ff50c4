"""O7: who identifies themselves does not take the threads of a process; A6: what comes back may hold any signs."""

from contextlib import ExitStack

import pytest
from django.urls import reverse

from yhdyspinta.people import account_views
from yhdyspinta.people.identification import deadline, patience
from yhdyspinta.people.tests.test_identification import CLAIMS, ask, come_back

pytestmark = pytest.mark.django_db


def test_f5_o7_a_provider_that_hangs_is_waited_for_once_and_then_left_alone(client, local_provider, monkeypatch):
    monkeypatch.setattr(deadline, "_SILENCE", 0.2)
    answer = local_provider.agree(ask(client), CLAIMS)
    local_provider.is_silent = True
    assert come_back(client, answer).status_code == 503
    before = len(local_provider.asked)
    for _ in range(3):
        assert client.post(reverse("sign_in:identify"), {"next": "/"}).status_code == 503
        assert client.post(reverse("sign_in:staff"), {"next": "/"}).status_code == 503
    assert len(local_provider.asked) == before  # nobody holds a thread for it
    local_provider.is_silent = False
    local_provider.go_on.set()


def test_o7_a_description_is_asked_once_and_keys_each_time(client, local_provider):
    for _ in range(3):
        assert come_back(client, local_provider.agree(ask(client), CLAIMS)).status_code == 302
        client.logout()
    asked = [path.rpartition("/")[2] for path in local_provider.asked]
    assert (asked.count("openid-configuration"), asked.count("token"), asked.count("keys")) == (1, 3, 3)


def test_o7_two_threads_of_a_process_wait_for_a_provider_and_no_more(client, local_provider, monkeypatch):
    monkeypatch.setattr(patience, "_WAIT", 0.05)
    waiting = deadline.Deadline(5)
    with ExitStack() as held:
        for _ in range(2):
            held.enter_context(patience.asking(local_provider.issuer, waiting))
        assert client.post(reverse("sign_in:identify"), {"next": "/"}).status_code == 503
    assert local_provider.asked == []
    ask(client)


def test_o7_one_line_begins_only_so_often(client, local_provider, monkeypatch):
    monkeypatch.setattr(account_views, "_MOST_BEGUN", 2)
    ask(client)
    ask(client, "staff")
    refused = client.post(f"{reverse('sign_in:identify')}?language=en", {"next": "/"})
    assert refused.status_code == 429
    assert "Too many tries" in refused.content.decode()


@pytest.mark.parametrize("state", ["ä", "☃", "%ff", "%ed%a0%80", "%00", ""])
def test_a6_a_state_of_any_signs_is_refused(client, local_provider, state):
    ask(client)
    assert come_back(client, f"state={state}&code=x").status_code == 400


@pytest.mark.parametrize("nonce", ["ä", 7, None, ["x"]])
def test_a6_a_nonce_of_any_kind_is_refused(client, local_provider, nonce):
    question = ask(client)
    local_provider.spoil = {"nonce": nonce}
    assert come_back(client, local_provider.agree(question, CLAIMS)).status_code == 400


@pytest.mark.parametrize("endpoint", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_a6_a_description_that_lacks_something_is_refused(client, local_provider, endpoint):
    local_provider.description = {endpoint: None}
    assert client.post(reverse("sign_in:identify"), {"next": "/"}).status_code == 409

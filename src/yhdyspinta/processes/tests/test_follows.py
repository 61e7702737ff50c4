"""Following without an account: confirmed first, stopped with one click, in the follower's language."""

from datetime import timedelta

import pytest
from django.core.signing import TimestampSigner

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes import follows
from yhdyspinta.processes.models import Follow
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def process():
    return factories.process(factories.authority())


def by_email(process, email="seuraaja@example.org", **more):
    asked = {"language": "fi", "what": "everything", "digest": "at_once", "at": clock.now(), **more}
    return follows.follow_by_email(process=process, email=email, **asked)


def refused(code, act, **values):
    with pytest.raises(Refusal) as caught:
        act(**values)
    assert caught.value.code == code


def test_nothing_comes_before_confirming(process):
    follow = by_email(process)
    assert follows.receivers(process, what="everything") == []
    found = follows.read_confirmation(process, follows.confirmation_token(follow))
    follows.confirm_follow(follow=found, at=clock.now())
    follows.confirm_follow(follow=found, at=clock.now())
    (receiver,) = follows.receivers(process, what="everything")
    assert receiver.address == "seuraaja@example.org"
    assert receiver.extra == {"unsubscribe": follow.nonce}
    follows.unfollow(follow=found, at=clock.now())
    follows.unfollow(follow=found, at=clock.now())
    assert follows.receivers(process, what="everything") == []
    assert Follow.objects.get().email == ""


def test_asking_twice_owes_one_message_and_one_follow(process):
    by_email(process)
    by_email(process, email="SEURAAJA@example.org")
    assert Follow.objects.count() == 1
    assert Notice.objects.count() == 1


def test_who_hears_of_what(process):
    aino, cai = factories.person(language="sv"), factories.person("cai@example.org")
    at = clock.now()
    follows.follow_process(actor=aino, process=process, what="everything", at=at)
    follows.follow_process(actor=cai, process=process, what="results", at=at)
    follows.follow_process(actor=cai, process=process, what="results", at=at)
    assert [one.person for one in follows.receivers(process, what="everything")] == [aino]
    assert [one.person for one in follows.receivers(process, what="results")] == [aino, cai]
    assert follows.receivers(process, what="results")[0].language == "sv"


def test_what_cannot_be_followed(process):
    draft = factories.process(process.owner, "luonnos", published=False)
    at = clock.now()
    refused("not_public", by_email, process=draft)
    refused("unknown_choice", by_email, process=process, what="gossip")
    refused("unknown_choice", by_email, process=process, digest="hourly")
    refused("unknown_language", by_email, process=process, language="xx")
    refused(
        "guest_needs_account",
        follows.follow_process,
        actor=factories.guest(),
        process=process,
        what="everything",
        at=at,
    )
    assert not Follow.objects.exists()


def test_links_serve_only_their_purpose_and_time(process):
    follow = by_email(process)
    other = factories.process(factories.authority("pirkanmaa", code="08"), "muu")
    token = follows.confirmation_token(follow)
    refused("follow_link_old", follows.read_confirmation, process=other, token=token)
    for wrong in (follow.nonce, token + "x", TimestampSigner(salt="other").sign(follow.nonce)):
        refused("follow_link_old", follows.read_confirmation, process=process, token=wrong)
    refused("follow_link_old", follows.follow_of_link, authority_id=process.owner_id, nonce=token)
    refused("follow_link_old", follows.follow_of_link, authority_id=other.owner_id, nonce=follow.nonce)


def test_a_late_confirmation_is_refused(process, monkeypatch):
    token = follows.confirmation_token(by_email(process))
    monkeypatch.setattr(follows, "CONFIRM_WITHIN", timedelta(seconds=-1))
    refused("follow_link_old", follows.read_confirmation, process=process, token=token)


def test_changing_what_one_hears(process):
    follow = by_email(process)
    follows.change_follow(follow=follow, what="results", digest="daily", at=clock.now())
    follow.refresh_from_db()
    assert (follow.what, follow.digest) == ("results", "daily")
    refused("unknown_choice", follows.change_follow, follow=follow, what="x", digest="daily", at=clock.now())
    follows.unfollow(follow=follow, at=clock.now())
    refused("follow_link_old", follows.change_follow, follow=follow, what="results", digest="daily", at=clock.now())


@pytest.mark.parametrize(("language", "word"), [("fi", "Vahvista"), ("sv", "Bekräfta"), ("en", "Confirm")])
def test_the_confirming_mail_is_in_the_chosen_language(process, language, word):
    by_email(process, language=language)
    mail = letter(Notice.objects.get())
    assert word in mail.subject
    assert "seuraaja" not in mail.subject


def test_the_pages_from_asking_to_stopping(client, process):
    base = f"/{process.owner.slug}/fi"
    asking = f"{base}/processes/{process.slug}/follow/"
    assert client.get(asking).status_code == 200
    failed = client.post(asking, {"email": "ei osoite", "what": "everything", "digest": "at_once"})
    assert failed.status_code == 422
    assert "ei osoite" in failed.content.decode()
    sent = client.post(asking, {"email": "seuraaja@example.org", "what": "everything", "digest": "daily"})
    assert sent.status_code == 200
    follow = Follow.objects.get()
    confirming = f"{asking}confirm/{follows.confirmation_token(follow)}/"
    assert client.get(confirming).status_code == 200
    follow.refresh_from_db()
    assert follow.confirmed_at is None
    assert client.post(confirming).status_code == 302
    follow.refresh_from_db()
    assert follow.confirmed_at is not None
    changing = f"{base}/following/{follow.nonce}/"
    assert client.get(changing).status_code == 200
    assert client.post(changing, {"what": "results", "digest": "at_once"}).status_code == 302
    stopping = f"{base}/unsubscribe/{follow.nonce}/"
    assert client.get(stopping).status_code == 200
    follow.refresh_from_db()
    assert follow.ended_at is None
    assert client.get(f"{base}/unsubscribe/{'x' * 22}/").status_code == 410


def test_a_mail_program_stops_with_one_click(process):
    from django.test import Client

    follow = by_email(process)
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"/{process.owner.slug}/fi/unsubscribe/{follow.nonce}/", {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    follow.refresh_from_db()
    assert follow.ended_at is not None

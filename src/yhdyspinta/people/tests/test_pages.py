"""Pages about oneself and the staff's pages of people: who sees them, what they do, and what they refuse."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.actions import block_person
from yhdyspinta.people.models import Block, Person, RoleGrant
from yhdyspinta.people.organisations import represent_organisation
from yhdyspinta.processes.models import Invitation

pytestmark = pytest.mark.django_db

OWN = ["my-data", "my-data/download", "my-data/settings", "my-data/contributions", "my-data/messages", "my-data/erase"]
STAFF = ["people", "blocked", "organisations", "messages"]


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def section(county):
    return factories.document(factories.activity(factories.process(county))).versions.get().sections.first()


def sign_in(client, person, *, second_factor=True):
    client.force_login(person)
    session = client.session
    session["second_factor"] = second_factor
    session.save()
    return client


def at(county, page, language="fi"):
    return f"/{county.slug}/{language}/{page}/"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", OWN)
def test_own_pages_open_for_a_signed_in_person(client, county, page, language):
    client.force_login(factories.person())
    response = client.get(at(county, page, language))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("page", OWN)
def test_own_pages_lead_a_visitor_to_sign_in(client, county, page):
    assert client.get(at(county, page)).status_code == (200 if page == "my-data" else 302)


def test_a_guest_sees_what_the_cookie_holds(client, county, section, settings):
    from django.core import signing

    guest = factories.guest()
    factories.comment(guest, section, "Vieraan sanat.")
    client.cookies[settings.GUEST_COOKIE] = signing.dumps(guest.guest_token, salt="people.guest")
    assert client.get(at(county, "my-data")).status_code == 200
    assert "Vieraan sanat." in client.get(at(county, "my-data/contributions")).content.decode()
    assert "Vieraan sanat." in client.get(at(county, "my-data/download")).content.decode()


def test_e8_a_copied_address_of_my_data_gives_another_nothing_of_mine(client, county, section):
    aino, cai = factories.person(), factories.person("cai@example.org")
    factories.comment(aino, section, "Ainon omat sanat.")
    path = at(county, "my-data/download")
    client.force_login(aino)
    response = client.get(path)
    assert "Ainon omat sanat." in response.content.decode()
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    client.force_login(cai)
    assert "Ainon" not in client.get(path).content.decode()
    client.logout()
    assert client.get(path).status_code == 302


def test_d2_the_download_holds_my_words_and_nobody_elses(client, county, section):
    aino, cai = factories.person(), factories.person("cai@example.org")
    factories.comment(aino, section, "Ainon oma kommentti.")
    factories.comment(cai, section, "Cain salainen kommentti.")
    client.force_login(aino)
    response = client.get(at(county, "my-data/download"))
    assert "attachment" in response["Content-Disposition"]
    text = json.dumps(json.loads(response.content), ensure_ascii=False)
    assert "Ainon oma kommentti." in text
    assert "Cain" not in text
    assert "cai@" not in text


def test_settings_are_saved_and_bad_ones_keep_what_was_typed(client, county):
    aino = factories.person()
    client.force_login(aino)
    path = at(county, "my-data/settings")
    assert client.post(path, {"name": "Uusi Nimi", "language": "sv", "digest": "daily"}).status_code == 302
    aino.refresh_from_db()
    assert (aino.name, aino.language, aino.digest) == ("Uusi Nimi", "sv", "daily")
    response = client.post(path, {"name": "Toinen Nimi", "language": "xx", "digest": "daily"})
    assert response.status_code == 422
    assert "Toinen Nimi" in response.content.decode()


def test_d2_erasing_takes_the_name_and_keeps_the_public_text_and_totals(client, county, section):
    aino = factories.person()
    comment = factories.comment(aino, section, "Tämä teksti jää.", email="aino@example.org")
    client.force_login(aino)
    path = at(county, "my-data/erase")
    assert client.post(path, {}).status_code == 422
    aino.refresh_from_db()
    assert aino.erased_at is None
    before = comment.activity.comment_count
    assert client.post(path, {"sure": "yes"}).status_code == 302
    assert "_auth_user_id" not in client.session
    comment.refresh_from_db()
    comment.sender.refresh_from_db()
    comment.activity.refresh_from_db()
    assert comment.public_text == "Tämä teksti jää."
    assert comment.sender.person is None
    assert comment.sender.email == ""
    assert comment.activity.comment_count == max(before, 1)
    assert not Person.objects.filter(email="aino@example.org").exists()
    assert client.get(at(county, "my-data/erased")).status_code == 200


def test_signing_out_elsewhere_keeps_this_session(client, county):
    from django.test import Client

    aino = factories.person()
    other = Client()
    other.force_login(aino)
    client.force_login(aino)
    client.post(at(county, "my-data/sign-out-elsewhere"))
    assert client.get(at(county, "my-data/settings")).status_code == 200
    assert other.get(at(county, "my-data/settings")).status_code == 302


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", STAFF)
def test_staff_pages_open_for_an_administrator(client, county, page, language):
    sign_in(client, factories.staff(county, "county_admin"))
    assert client.get(at(county, f"desk/{page}", language)).status_code == 200


@pytest.mark.parametrize("page", STAFF)
def test_staff_pages_do_not_exist_for_others(client, county, page):
    other = factories.authority("pirkanmaa", code="08")
    cai = factories.staff(other, "county_admin", "cai@example.org")
    asked = client.get(at(county, f"desk/{page}"))
    assert asked.status_code == 302
    assert asked["Location"].startswith(reverse("account_login"))  # the same for an address that does not exist
    for person in (factories.person(), cai, factories.staff(county, "viewer", "katsoja@example.org")):
        client.logout()
        sign_in(client, person)
        assert client.get(at(county, f"desk/{page}")).status_code in {403, 404}


def test_an_administrator_invites_ends_a_role_and_takes_an_invitation_back(client, county):
    admin = factories.staff(county, "county_admin")
    moderator = factories.staff(county, "moderator", "moni@example.org")
    sign_in(client, admin)
    people = at(county, "desk/people")
    assert client.post(people, {"email": "uusi@example.org", "role": "viewer"}).status_code == 302
    assert client.post(people, {"email": "uusi@example.org", "role": "king"}).status_code == 422
    invitation = Invitation.objects.get()
    back = at(county, f"desk/people/invitations/{invitation.pk}/revoke")
    assert client.get(back).status_code == 200
    assert client.post(back).status_code == 302
    invitation.refresh_from_db()
    assert invitation.revoked_at is not None
    grant = RoleGrant.objects.get(person=moderator)
    ending = at(county, f"desk/people/roles/{grant.pk}/end")
    assert client.get(ending).status_code == 200
    assert client.post(ending).status_code == 302
    grant.refresh_from_db()
    assert grant.ended_at is not None


def test_p2_things_of_another_authority_do_not_exist(client, county):
    other = factories.authority("pirkanmaa", code="08")
    sign_in(client, factories.staff(county, "county_admin"))
    cai = factories.staff(other, "county_admin", "cai@example.org")
    aino = factories.person()
    block = block_person(
        actor=cai, person=aino, authority=other, reason="Syy", until=clock.now() + timedelta(days=1), at=clock.now()
    )
    organisation = represent_organisation(actor=aino, authority=other, name="Muun alueen yhdistys", at=clock.now())
    notice = Notice.objects.filter(authority=other).first()
    for page in (
        f"desk/people/roles/{RoleGrant.objects.get(person=cai).pk}/end",
        f"desk/blocked/{block.pk}/lift",
        f"desk/organisations/{organisation.organisation_id}",
        f"desk/representatives/{organisation.pk}",
        f"desk/messages/{notice.pk}/again",
        f"desk/people/{aino.pk}/block",
    ):
        assert client.post(at(county, page), {}).status_code == 404, page


def test_a_sender_is_blocked_told_and_let_in_again(client, county, section):
    aino = factories.person()
    factories.comment(aino, section)
    sign_in(client, factories.staff(county))
    path = at(county, f"desk/people/{aino.pk}/block")
    assert client.get(path).status_code == 200
    assert client.post(path, {"reason": " ", "days": "30"}).status_code == 422
    assert client.post(path, {"reason": "Uhkaili muita.", "days": "30"}).status_code == 302
    block = Block.objects.get()
    assert Notice.objects.filter(person=aino, kind="people.blocked").exists()
    assert "Uhkaili muita." in client.get(at(county, "desk/blocked")).content.decode()
    assert client.post(at(county, f"desk/blocked/{block.pk}/lift")).status_code == 302
    block.refresh_from_db()
    assert block.lifted_at is not None


def test_an_organisation_is_confirmed_on_its_page(client, county):
    made = represent_organisation(actor=factories.person(), authority=county, name="<i>Yhdistys</i> ry", at=clock.now())
    sign_in(client, factories.staff(county))
    text = client.get(at(county, "desk/organisations")).content.decode()
    assert "<i>Yhdistys" not in text
    client.post(at(county, f"desk/representatives/{made.pk}"), {"step": "confirm"})
    made.refresh_from_db()
    assert made.confirmed_at is not None
    assert made.organisation.verified_at is not None


def test_a_parked_message_is_shown_and_sent_again(client, county):
    bertta = factories.staff(county, "county_admin")
    notice = Notice.objects.create(
        kind="people.role_ended", address="x@example.org", language="fi", authority=county, values={"role": "viewer"},
        owed_at=clock.now(), state=Notice.State.PARKED, tries=5, problem="ConnectionRefusedError",
    )  # fmt: skip
    sign_in(client, bertta)
    assert "x@example.org" in client.get(at(county, "desk/messages")).content.decode()
    assert client.post(at(county, f"desk/messages/{notice.pk}/again")).status_code == 302
    notice.refresh_from_db()
    assert notice.state == Notice.State.OWED


def test_messages_are_read_on_the_site(client, county):
    aino = factories.person()
    for _ in range(25):
        Notice.objects.create(
            kind="people.block_lifted", person=aino, language="fi", authority=county, owed_at=clock.now(), state="shown"
        )
    client.force_login(aino)
    page = client.get(at(county, "my-data/messages"))
    assert page.context["older"]
    assert client.get(at(county, "my-data/messages") + page.context["older"]).status_code == 200
    assert client.get(at(county, "my-data/messages") + "?before=x'").status_code == 200
    client.post(at(county, "my-data/messages/read"), {"newest": page.context["newest"]})
    assert not Notice.objects.filter(person=aino, read_at=None).exists()


@pytest.mark.parametrize("count", [3, 60])
def test_lists_ask_the_same_number_of_questions(client, county, count, django_assert_max_num_queries):
    for number in range(count):
        person = factories.person(f"henkilo{number}@example.org")
        RoleGrant.objects.create(person=person, authority=county, role="viewer", given_at=clock.now())
        represent_organisation(actor=person, authority=county, name=f"Yhdistys numero {number}", at=clock.now())
    sign_in(client, factories.staff(county, "county_admin"))
    for page in STAFF:
        with django_assert_max_num_queries(15):
            client.get(at(county, f"desk/{page}"))

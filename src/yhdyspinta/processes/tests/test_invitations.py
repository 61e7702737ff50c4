"""A2: an invitation works once, in time, in its authority, for its address, by a button."""

from datetime import timedelta

import pytest
from django.core import signing

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.actions import end_role
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.rules import roles_to_give
from yhdyspinta.processes import invitations
from yhdyspinta.processes.models import Invitation, ProcessRole
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def bertta(county):
    return factories.staff(county)


def offer(county, bertta, role="answerer", email="Aino@Example.org", **more):
    return invitations.invite(actor=bertta, authority=county, role=role, email=email, at=clock.now(), **more)


def refused(code, act, **values):
    with pytest.raises(Refusal) as caught:
        act(**values)
    assert caught.value.code == code


def test_a2_an_invitation_gives_the_role_once(county, bertta):
    aino = factories.person()
    made = offer(county, bertta)
    at = clock.now()
    invitations.accept_invitation(actor=aino, invitation=made, at=at)
    assert "answer" in staff_abilities(aino, county)
    refused("invitation_used", invitations.accept_invitation, actor=aino, invitation=made, at=at)
    refused("invitation_used", invitations.revoke_invitation, actor=bertta, invitation=made, at=at)
    assert RoleGrant.objects.filter(person=aino).count() == 1


def test_an_invitation_to_a_process_gives_a_role_there_only(county, bertta):
    here, there = factories.process(county), factories.process(county, "muu")
    aino = factories.person()
    made = offer(county, bertta, process=here)
    invitations.accept_invitation(actor=aino, invitation=made, at=clock.now())
    assert "answer" in staff_abilities(aino, here)
    assert not staff_abilities(aino, there)
    assert not staff_abilities(aino, county)
    role = ProcessRole.objects.get()
    refused("not_your_role", invitations.end_process_role, actor=aino, role=role, at=clock.now())
    invitations.end_process_role(actor=bertta, role=role, at=clock.now())
    assert not staff_abilities(aino, here)
    refused("role_has_ended", invitations.end_process_role, actor=bertta, role=role, at=clock.now())


def test_a2_late_revoked_and_for_somebody_else(county, bertta):
    aino, cai = factories.person(), factories.person("cai@example.org")
    made = offer(county, bertta)
    at = made.invited_at
    accept = invitations.accept_invitation
    refused("invitation_expired", accept, actor=aino, invitation=made, at=at + timedelta(days=14))
    refused("invitation_for_another", accept, actor=cai, invitation=made, at=at)
    refused("invitation_for_another", accept, actor=factories.guest(), invitation=made, at=at)
    unsure = factories.person("unsure@example.org", level=Person.Level.GUEST)
    refused("invitation_for_another", accept, actor=unsure, invitation=offer(county, bertta, email=unsure.email), at=at)
    invitations.revoke_invitation(actor=bertta, invitation=made, at=at)
    refused("invitation_revoked", accept, actor=aino, invitation=made, at=at)
    assert not RoleGrant.objects.filter(person__in=[aino, cai, unsure]).exists()


def test_only_administrators_offer_the_authoritys_own_roles(county, bertta):
    boss = factories.staff(county, "county_admin", "boss@example.org")
    operator = factories.person("operaattori@example.org", is_operator=True)
    for role in ("county_admin", "registrar", "data_protection_officer"):
        assert role not in roles_to_give(bertta, county)
        refused("role_not_yours_to_give", offer, county=county, bertta=bertta, role=role)
        assert offer(county, boss, role=role).role == role
        assert offer(county, operator, role=role).role == role


def test_a_role_that_somebody_has_is_not_offered_again(county, bertta):
    aino = factories.person()
    invitations.accept_invitation(actor=aino, invitation=offer(county, bertta), at=clock.now())
    refused("role_is_given", offer, county=county, bertta=bertta)
    assert "processes.role_given" in Entry.objects.values_list("verb", flat=True)


def test_nothing_stays_of_an_offer_whose_message_fails(county, bertta, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(invitations, "owe", broken)
    with pytest.raises(RuntimeError):
        offer(county, bertta)
    assert not Invitation.objects.exists()
    assert not Entry.objects.exists()


def test_an_offer_falls_with_its_giver(county, bertta):
    aino = factories.person()
    made = offer(county, bertta)
    boss = factories.staff(county, "county_admin", "boss@example.org")
    end_role(actor=boss, grant=RoleGrant.objects.get(person=bertta), at=clock.now())
    refused("invitation_revoked", invitations.accept_invitation, actor=aino, invitation=made, at=clock.now())


def test_only_those_who_give_roles_invite(county, bertta):
    process = factories.process(county)
    cai = factories.staff(factories.authority("pirkanmaa", code="08"), "county_admin", "cai@example.org")
    viewer = factories.staff(county, "viewer", "katsoja@example.org")
    for actor in (cai, viewer, factories.person()):
        refused("not_your_role", offer, county=county, bertta=actor)
        refused("not_your_role", offer, county=county, bertta=actor, process=process)
    refused("role_not_yours_to_give", offer, county=county, bertta=bertta, role="registrar")
    refused("unknown_role", offer, county=county, bertta=bertta, role="registrar", process=process)
    refused("unknown_role", offer, county=county, bertta=bertta, role="king")
    assert not Invitation.objects.exists()
    assert not Notice.objects.exists()


def test_a_second_offer_replaces_the_first(county, bertta):
    first, second = offer(county, bertta), offer(county, bertta)
    first.refresh_from_db()
    assert first.revoked_at is not None
    assert second.revoked_at is None


def test_a2_the_token_names_its_purpose_and_authority(county, bertta):
    made = offer(county, bertta)
    token = invitations.token_of(made)
    assert invitations.read_token(county, token) == made
    other = factories.authority("pirkanmaa", code="08")
    refused("invitation_unknown", invitations.read_token, authority=other, token=token)
    for wrong in (
        token + "x",
        "",
        made.nonce,
        "\x00",
        signing.Signer(salt="other").sign_object({"i": made.nonce, "a": county.pk}),
    ):
        refused("invitation_unknown", invitations.read_token, authority=county, token=wrong)


@pytest.mark.parametrize(("language", "word"), [("fi", "kutsuttu"), ("sv", "inbjuden"), ("en", "invited")])
def test_the_mail_is_in_the_receivers_language_and_leads_to_the_page(county, bertta, settings, language, word):
    factories.person(language=language)
    made = offer(county, bertta)
    mail = letter(Notice.objects.get(kind="processes.invited"))
    assert word in mail.subject + mail.body
    assert "aino" not in mail.subject.lower()
    assert f"{settings.BASE_ADDRESS}/{county.slug}/{language}/invitation/{invitations.token_of(made)}/" in mail.body


def test_a2_the_page_changes_nothing_before_its_button(client, county, bertta):
    aino = factories.person()
    path = f"/{county.slug}/fi/invitation/{invitations.token_of(offer(county, bertta))}/"
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 302
    client.force_login(aino)
    assert client.get(path).status_code == 200
    assert not RoleGrant.objects.filter(person=aino).exists()
    assert client.post(path)["Location"].startswith(f"/{county.slug}/fi/")
    assert RoleGrant.objects.filter(person=aino).exists()
    assert client.get(path).status_code == 200
    assert client.post(path).status_code == 410
    factories.authority("pirkanmaa", code="08")
    assert client.get(path.replace(county.slug, "pirkanmaa")).status_code == 404

"""Roles, blocks, names and settings: refused and accepted on one set-up, and rolled back together."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.notices.models import Notice
from yhdyspinta.people import actions
from yhdyspinta.people.models import Block, Person, RoleGrant
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def admin(county):
    return factories.staff(county, "county_admin", "hallinto@example.org")


def refused(code, act, **values):
    with pytest.raises(Refusal) as caught:
        act(**values)
    assert caught.value.code == code
    assert str(caught.value.words)


def test_an_administrator_ends_a_role(county, admin):
    moni = factories.staff(county, "moderator", "moni@example.org")
    grant = RoleGrant.objects.get(person=moni)
    at = clock.now()
    refused("not_your_role", actions.end_role, actor=moni, grant=grant, at=at)
    assert "moderate" in staff_abilities(moni, county)
    actions.end_role(actor=admin, grant=grant, at=at)
    assert staff_abilities(moni, county) == frozenset()
    refused("role_has_ended", actions.end_role, actor=admin, grant=grant, at=at)
    assert list(Entry.objects.values_list("verb", flat=True)) == ["people.role_ended"]
    assert Notice.objects.filter(person=moni, kind="people.role_ended").count() == 1


def test_only_administrators_end_the_authoritys_own_roles(county):
    bertta = factories.staff(county)
    registrar = factories.staff(county, "registrar", "rekisteri@example.org")
    grant = RoleGrant.objects.get(person=registrar)
    refused("role_not_yours_to_give", actions.end_role, actor=bertta, grant=grant, at=clock.now())
    assert not Notice.objects.exists()


def test_the_last_administrator_stays(county, admin):
    grant = RoleGrant.objects.get(person=admin)
    refused("last_administrator", actions.end_role, actor=admin, grant=grant, at=clock.now())


def test_a_block_has_a_reason_and_an_end_and_can_be_lifted(county):
    bertta = factories.staff(county)
    aino = factories.person()
    at = clock.now()
    ask = {
        "actor": bertta,
        "person": aino,
        "authority": county,
        "reason": "Uhkailua",
        "until": at + timedelta(days=7),
        "at": at,
    }
    refused("block_reason_missing", actions.block_person, **{**ask, "reason": "  "})
    refused("block_ends_in_past", actions.block_person, **{**ask, "until": at})
    refused("block_too_long", actions.block_person, **{**ask, "until": at + timedelta(days=3000)})
    refused("not_your_role", actions.block_person, **{**ask, "actor": aino})
    refused("staff_cannot_be_blocked", actions.block_person, **{**ask, "person": bertta})
    assert not Block.objects.exists()
    block = actions.block_person(**ask)
    refused("is_blocked", actions.block_person, **ask)
    actions.lift_block(actor=bertta, block=block, at=at + timedelta(seconds=1))
    refused("block_is_over", actions.lift_block, actor=bertta, block=block, at=at + timedelta(seconds=2))


def test_people_change_their_own_name_and_messages():
    aino = factories.person()
    at = clock.now()
    actions.rename_self(actor=aino, name="  Aino   Esimerkki ", at=at)
    actions.save_notice_settings(actor=aino, language="sv", digest="daily", at=at)
    aino.refresh_from_db()
    assert (aino.name, aino.language, aino.digest) == ("Aino Esimerkki", "sv", "daily")
    refused("name_too_long", actions.rename_self, actor=aino, name="a" * 121, at=at)
    refused("unknown_language", actions.save_notice_settings, actor=aino, language="xx", digest="daily", at=at)
    refused("unknown_choice", actions.save_notice_settings, actor=aino, language="fi", digest="hourly", at=at)
    refused("guest_needs_account", actions.rename_self, actor=factories.guest(), name="X", at=at)


def test_nothing_stays_of_a_change_whose_message_fails(county, admin, monkeypatch):
    moni = factories.staff(county, "moderator", "moni@example.org")
    grant = RoleGrant.objects.get(person=moni)

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "owe", broken)
    with pytest.raises(RuntimeError):
        actions.end_role(actor=admin, grant=grant, at=clock.now())
    assert RoleGrant.objects.get(person=moni).ended_at is None
    assert not Entry.objects.exists()


def test_ending_sessions_changes_what_proves_them():
    aino = factories.person()
    before = aino.get_session_auth_hash()
    actions.end_sessions(actor=aino, at=clock.now())
    assert Person.objects.get(pk=aino.pk).get_session_auth_hash() != before


def test_a_code_of_a_refusal_is_worded_in_three_languages():
    from django.utils import translation

    from yhdyspinta.people.refusals import WORDS

    for words in WORDS.values():
        said = set()
        for language in ("fi", "sv", "en"):
            with translation.override(language):
                said.add(str(words))
        assert len(said) == 3, words

"""D2: what is kept of me, claiming, erasing; limits."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.people import personal_registry
from yhdyspinta.people.claiming import claim_guest
from yhdyspinta.people.erasure import erase_me
from yhdyspinta.people.limits import Limit, allow, forget_old
from yhdyspinta.people.models import Person, RateWindow
from yhdyspinta.people.organisations import represent_organisation
from yhdyspinta.processes.follows import follow_process
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_guests_doings_pass_to_the_account_once():
    county = factories.authority()
    guest, aino = factories.guest(), factories.person()
    at = clock.now()
    represent_organisation(actor=guest, authority=county, name="Esimerkkiyhdistys ry", at=at)
    claim_guest(actor=aino, guest=guest, at=at)
    claim_guest(actor=aino, guest=guest, at=at)
    guest.refresh_from_db()
    assert guest.claimed_by == aino
    assert guest.guest_token is None
    assert aino.representations.count() == 1
    with pytest.raises(Refusal, match="guest_is_claimed"):
        claim_guest(actor=factories.person("cai@example.org"), guest=guest, at=at)
    with pytest.raises(Refusal, match="guest_needs_account"):
        claim_guest(actor=factories.guest(), guest=factories.guest(), at=at)


def test_a_claim_that_breaks_half_way_leaves_nothing(monkeypatch):
    guest, aino = factories.guest(), factories.person()

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(personal_registry, "claim_all", broken)
    with pytest.raises(RuntimeError):
        claim_guest(actor=aino, guest=guest, at=clock.now())
    guest.refresh_from_db()
    assert guest.claimed_by is None
    assert not Entry.objects.exists()


def test_the_copy_holds_what_is_mine_and_nothing_of_others():
    county = factories.authority()
    process = factories.process(county)
    aino, cai = factories.person(), factories.person("cai@example.org")
    at = clock.now()
    follow_process(actor=aino, process=process, what="everything", at=at)
    follow_process(actor=cai, process=process, what="results", at=at)
    copy = str(personal_registry.export_all(aino))
    assert "aino@example.org" in copy
    assert "'what': 'everything'" in copy
    assert "cai@example.org" not in copy
    assert "'results'" not in copy


def test_erasing_leaves_no_name_and_keeps_the_trails_references():
    county = factories.authority()
    process = factories.process(county)
    aino = factories.person()
    guest = factories.guest()
    at = clock.now()
    claim_guest(actor=aino, guest=guest, at=at)
    follow_process(actor=aino, process=process, what="everything", at=at)
    erase_me(actor=aino, at=at)
    left = Person.objects.get(pk=aino.pk)
    assert (left.email, left.name, left.level, left.is_active, left.identity_hash) == (None, "", 0, False, None)
    assert left.erased_at == at
    assert process.follows.count() == 0
    assert Entry.objects.filter(actor=f"person:{aino.pk}").exists()
    assert "aino" not in str(list(Entry.objects.values())).lower()
    with pytest.raises(Refusal, match="is_erased"):
        erase_me(actor=aino, at=at)


def test_staff_cannot_erase_themselves_while_they_work():
    bertta = factories.staff(factories.authority())
    with pytest.raises(Refusal, match="erase_roles_first"):
        erase_me(actor=bertta, at=clock.now())
    bertta.refresh_from_db()
    assert bertta.email


def test_limits_count_by_key_and_begin_again():
    hour = timedelta(hours=1)
    assert all(allow(Limit("code:aino@example.org", 3, hour)) for _ in range(3))
    assert not allow(Limit("code:Aino@example.org", 3, hour))
    assert allow(Limit("code:cai@example.org", 3, hour))
    assert "aino" not in str(list(RateWindow.objects.values()))
    RateWindow.objects.update(ends_at=clock.now())
    assert allow(Limit("code:aino@example.org", 3, hour))
    RateWindow.objects.update(ends_at=clock.now())
    assert forget_old() == 2

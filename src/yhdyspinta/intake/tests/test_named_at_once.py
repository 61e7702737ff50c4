"""A mistyped organisation goes while somebody names it: one waits for the other, and nobody meets a fault."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from django.db import connections, transaction

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.people.organisations import forget_mistyped, represent_organisation, represent_organisations
from yhdyspinta.statements.actions import begin_statement
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Omaishoitajat ry"


@pytest.fixture
def pool():
    with ThreadPoolExecutor(2) as found:
        yield found
        for _each in range(2):
            found.submit(connections.close_all).result()


@pytest.fixture
def mistyped(county):
    """Typed for a guest, who does not speak for it after all."""
    guest = factories.guest()
    return guest, represent_organisation(actor=guest, authority=county, name=NAME, at=clock.now()).organisation


def named(county):
    return represent_organisation(actor=factories.guest(), authority=county, name=NAME, at=clock.now()).organisation


def named_in_a_file(county):
    guest = factories.guest()
    given = {"actor": guest, "authority": county, "named": [(guest, NAME)], "at": clock.now()}
    return represent_organisations(**given)[guest.pk]


def forget(bertta, mistyped):
    guest, organisation = mistyped
    forget_mistyped(actor=bertta, person=guest, organisation=organisation, at=clock.now())


@contextmanager
def going_on(pool, work):
    """Somebody has done the work, and their transaction goes on until the block ends."""
    done, may_end = Event(), Event()

    def hold():
        with transaction.atomic():
            work()
            done.set()
            may_end.wait(9)

    going = pool.submit(hold)
    assert done.wait(5)
    try:
        yield
    finally:
        may_end.set()
        going.result(9)


@pytest.mark.parametrize("name", [named, named_in_a_file])
def test_what_somebody_is_naming_is_left_alone(county, bertta, mistyped, pool, name):
    with going_on(pool, lambda: name(county)):
        forget(bertta, mistyped)
    assert Organisation.objects.get() == mistyped[1]
    assert Representation.objects.exclude(person=mistyped[0]).count() == Representation.objects.count() == 1


@pytest.mark.parametrize("name", [named, named_in_a_file])
def test_whoever_names_what_is_just_going_waits_and_has_it_anew(county, bertta, mistyped, pool, name):
    with going_on(pool, lambda: forget(bertta, mistyped)):
        waiting = pool.submit(name, county)
        with pytest.raises(TimeoutError):
            waiting.result(0.3)
    found = waiting.result(9)
    assert found.pk != mistyped[1].pk
    assert Organisation.objects.get() == found
    assert Representation.objects.get().organisation == found


def test_a_statement_of_what_is_just_going_is_refused(county, bertta, mistyped, pool, section):
    speaker = factories.person("oili@example.org")
    mistyped[1].verified_at = clock.now()  # as a page read before would have it

    def begin():
        given = {"activity": section.version.document.activity, "organisation": mistyped[1], "language": "fi"}
        return begin_statement(actor=speaker, at=clock.now(), **given)

    with going_on(pool, lambda: forget(bertta, mistyped)):
        waiting = pool.submit(begin)
        with pytest.raises(TimeoutError):
            waiting.result(0.3)
    with pytest.raises(Refusal, match="statement_not_yours"):
        waiting.result(9)

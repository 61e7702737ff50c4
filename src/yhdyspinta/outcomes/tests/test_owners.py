"""The owner of a measure is tied to a person only while it is their name, and only their name goes with them."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.measures import MeasureText
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import measure
from yhdyspinta.people.erasure import erase_me
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
HERS = Wording(fi="Bertta Esimerkki", sv="Bertta Esimerkki")
UNIT = Wording(fi="Kotihoito", sv="Hemvården")


@pytest.fixture
def bertta(process):
    return _named(factories.staff(process.owner), "Bertta Esimerkki")


@pytest.fixture
def colleague(process):
    return _named(factories.staff(process.owner, email="toinen@example.org"), "Toinen Esimerkki")


def _named(person, name):
    Person.objects.filter(pk=person.pk).update(name=name)
    person.refresh_from_db()
    return person


def rename(actor, kept, name):
    text = MeasureText(**{**vars(MeasureText.of(kept)), "owner_name": name})
    return measures.save_measure(
        actor=actor, process=kept.process, measure=kept, text=text, revision=kept.revision, at=clock.now()
    )


def erase(person):
    RoleGrant.objects.filter(person=person).update(ended_at=clock.now())
    erase_me(actor=person, at=clock.now())
    return Measure.objects.get()


def test_a_unit_written_over_a_persons_name_stays_when_they_are_erased(bertta, colleague, process):
    kept = measures.publish_measure(actor=bertta, measure=measure(bertta, process, owner_name=HERS), at=clock.now())
    kept = rename(colleague, kept, UNIT)
    assert kept.owner is None
    assert erase(bertta).owner_name == UNIT


def test_a_name_that_a_colleague_wrote_goes_with_the_person(bertta, colleague, process):
    kept = measure(colleague, process, owner_name=Wording(fi="bertta  Esimerkki", sv="Hemvården"))
    measures.publish_measure(actor=colleague, measure=kept, at=clock.now())
    assert Measure.objects.get().owner == bertta
    left = erase(bertta)
    assert left.owner is None
    assert left.owner_name == {"fi": process.owner.name["fi"], "sv": "Hemvården"}


def test_a_former_name_goes_too_and_a_published_measure_keeps_an_owner(bertta, process):
    measures.publish_measure(actor=bertta, measure=measure(bertta, process, owner_name=HERS), at=clock.now())
    left = erase(_named(bertta, "Bertta Toisenniminen"))
    assert left.owner_name == {tag: process.owner.name[tag] for tag in ("fi", "sv")}


def test_of_two_with_the_same_name_neither_is_tied(bertta, colleague, process):
    _named(factories.staff(process.owner, email="kolmas@example.org"), "Bertta Esimerkki")
    assert measure(colleague, process, owner_name=HERS).owner is None
    assert measure(bertta, process, owner_name=HERS).owner == bertta


def test_correcting_other_words_leaves_the_owner(bertta, colleague, process):
    kept = measure(bertta, process, owner_name=HERS)
    assert rename(colleague, kept, HERS).owner == bertta

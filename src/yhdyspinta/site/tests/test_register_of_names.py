"""By which name the authority knows who sent something: in the register's file only, with a purpose (906/2019 26 §)."""

from uuid import uuid4

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Sender
from yhdyspinta.intake.models import Entry
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.site.tests.received import EXPORT, RECEIVED, World, body, table
from yhdyspinta.site.tests.test_register_of_appeals import about_a_comment
from yhdyspinta.statements.models import Statement

pytestmark = pytest.mark.django_db
NAMED = {"named": "on", "purpose": "Kirjaaminen asianhallintaan"}
SHOWN, KNOWN, WHENCE, TEXT = 9, 10, 11, 12


@pytest.fixture
def world():
    return World()


def _by_text(world, language="en"):
    rows = table(signed_in(world.risto).post(RECEIVED.format(language) + "export/", NAMED))
    return {row[TEXT]: row[SHOWN:TEXT] for row in rows}


def _known(made, **fields):
    Person.objects.filter(pk=made.sender.person_id).update(**fields)


def _statement(world, approver):
    """A statement of an organisation that somebody approved."""
    made = world.comment("Yhdistys lausuu.")
    organisation = Organisation.objects.create(
        authority=world.county, name="Esimerkki ry", skeleton="esimerkki", created_at=world.at
    )
    Statement.objects.create(
        activity=world.activity, organisation=organisation, key=uuid4(), language="fi", opened_at=world.at,
        receipt=made.receipt, approved_by=approver,
    )  # fmt: skip
    Sender.objects.filter(pk=made.sender_id).update(organisation=organisation, is_statement=True)
    return made


def test_beside_the_shown_name_stands_the_known_one_and_whence_it_is_known(world):
    pseudonym, strong, paper = world.comment("Nimimerkillä"), world.comment("Tunnistautui"), world.comment("Paperilla")
    Sender.objects.filter(pk=pseudonym.sender_id).update(naming="pseudonym", display_name="Metsänhenki")
    _known(pseudonym, name="Aino Asukas")
    _known(strong, name="Väinö Vahva", level=Person.Level.STRONG)
    Sender.objects.filter(pk=paper.sender_id).update(person=None)
    Entry.objects.create(receipt=paper.receipt, entered_at=world.at, reply_by="letter", name="Pirkko Paperi")
    _statement(world, factories.person("puheenjohtaja@example.org", name="Paula Puheenjohtaja"))
    Sender.objects.filter(pk=world.comment("Vieras").sender_id).update(person=None)
    assert _by_text(world) == {
        "Text": ["Sender as shown", "Name known to the authority", "Whence the name is known"],
        "Nimimerkillä": ["Metsänhenki", "Aino Asukas", "Given by the sender in their account"],
        "Tunnistautui": ["", "Väinö Vahva", "Given in an account that is strongly identified"],
        "Paperilla": ["", "Pirkko Paperi", "Typed by staff from what was received"],
        "Yhdistys lausuu.": ["", "Paula Puheenjohtaja", "Approved the organisation’s statement"],
        "Vieras": ["", "", ""],
    }


@pytest.mark.parametrize(
    ("language", "head"), [("fi", "Viranomaisen tiedossa oleva nimi"), ("sv", "Namn som myndigheten känner till")]
)
def test_the_column_is_told_in_the_readers_language(world, language, head):
    world.comment("Sanottu")
    assert head in _by_text(world, language)[{"fi": "Teksti", "sv": "Text"}[language]]


def test_who_appealed_and_who_reported_are_known_too(world):
    hidden = about_a_comment(world)
    _known(hidden, name="Olli Omistaja")
    reporter = hidden.reports.get().person
    Person.objects.filter(pk=reporter.pk).update(name="Iida Ilmoittaja")
    told = _by_text(world)
    assert told["Olen eri mieltä."][1] == "Olli Omistaja"
    assert next(names for text, names in told.items() if text.endswith("Minusta."))[1] == "Iida Ilmoittaja"


def test_e11_known_names_come_for_a_purpose_only_and_the_trail_tells_who_took_them(world):
    """E11: no known name in any file by default, on no page, and never another authority's."""
    _known(world.comment("Nimetön"), name="Aino Asukas")
    client = signed_in(world.risto)
    assert "Aino Asukas" not in body(client.post(EXPORT))
    assert "Aino Asukas" not in client.get(RECEIVED.format("fi")).content.decode()
    assert client.post(EXPORT, NAMED | {"purpose": ""}).status_code == 422
    assert "Aino Asukas" in body(client.post(EXPORT, NAMED))
    lines = Line.objects.filter(verb="site.register_exported").order_by("pk")
    assert [line.detail.get("named_export") is not None for line in lines] == [False, True]
    assert "Aino" not in str([line.detail for line in lines])
    viewer = signed_in(factories.staff(world.county, "viewer", "viewer@example.org"))
    assert viewer.post(EXPORT, NAMED).status_code == 404

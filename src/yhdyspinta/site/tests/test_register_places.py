"""The register's file tells what each thing is about: its round, the part of the document, and where it is read."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.moderation.models import Report
from yhdyspinta.processes.models import Activity
from yhdyspinta.site.tests.received import RECEIVED, World, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


def rows(world, language="fi"):
    """The export as its headings name its cells."""
    head, *found = table(factories.signed_in(world.risto).post(RECEIVED.format(language) + "export/"))
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.mark.parametrize(
    ("language", "heads", "told"),
    [
        (
            "fi",
            ("Kierros", "Mitä koskee", "Osoite"),
            ("Kommentointikierros", "Osallisuuden toimintamalli, luonnos 1, kohta 1"),
        ),
        (
            "sv",
            ("Runda", "Vad det gäller", "Adress"),
            ("Kommentarsrunda", "Modell för delaktighet, utkast 1, avsnitt 1"),
        ),
        (
            "en",
            ("Round", "What it is on", "Address"),
            ("Comment round", "Osallisuuden toimintamalli, luonnos 1, section 1"),
        ),
    ],
)
def test_a_comment_is_told_with_its_round_part_and_address(world, language, heads, told):
    made = world.comment("Samaa mieltä.")
    (row,) = rows(world, language)
    path = f"/keski-suomi/{language}/processes/{world.process.slug}/comment-round/{world.activity.slug}/comments/"
    assert [row[head] for head in heads] == [*told, f"http://localhost:8000{path}{made.number}/"]


def test_two_rounds_of_a_matter_have_comments_of_one_number_and_are_told_apart(world):
    second = factories.activity(world.process, slug="toinen")
    Activity.objects.filter(pk=second.pk).update(title={"fi": "Toinen kierros"})
    place = factories.document(second, slug="toinen-malli").versions.get().sections.first()
    world.comment("Yksi.")
    factories.comment(factories.person("toinen@example.org"), place, "Kaksi.")
    found = rows(world)
    assert {row["Numero"] for row in found} == {"1"}
    assert {(row["Kierros"], row["Teksti"]) for row in found} == {
        ("Kommentointikierros", "Yksi."),
        ("Toinen kierros", "Kaksi."),
    }
    assert len({row["Osoite"] for row in found}) == 2


def test_a_whole_document_the_whole_matter_and_what_is_not_shown(world):
    matter = Thread.objects.create(activity=world.activity)
    aino, whole = factories.person(), world.section.version.thread_id
    for place, words in ((whole, "Koko malli."), (matter.pk, "Kaikki."), (0, "Piilotettu.")):
        factories.comment(aino, world.section, words, place=place)
    Comment.objects.filter(text="Piilotettu.").update(state="hidden")
    told = {row["Teksti"]: (row["Mitä koskee"], bool(row["Osoite"])) for row in rows(world)}
    assert told == {
        "Koko malli.": ("Koko asiakirja: Osallisuuden toimintamalli, luonnos 1", True),
        "Kaikki.": ("Koko asia", True),
        "Piilotettu.": ("Osallisuuden toimintamalli, luonnos 1, kohta 1", False),
    }


def test_what_is_said_of_a_comment_tells_its_part_and_what_belongs_to_none_stays_empty(world):
    made = world.comment("Näkyvä.")
    Report.objects.create(comment=made, person=factories.person("ilmoittaja@example.org"), reason="insult", at=world.at)
    world.feedback(1, world.at + timedelta(days=1))
    told = ("Kierros", "Mitä koskee", "Osoite")
    by_kind = {row["Laji"]: [row[name] for name in told] for row in rows(world)}
    assert by_kind["Ilmoitus kommentista"] == by_kind["Kommentti"] != ["", "", ""]
    assert by_kind["Saavutettavuuspalaute"] == ["", "", ""]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Ei näy sivustolla: prosessi on luonnos"),
        ("sv", "Visas inte på webbplatsen: processen är ett utkast"),
        ("en", "Not on the site: the process is a draft"),
    ],
)
def test_what_came_with_a_draft_process_is_not_told_to_be_read_by_anybody(world, language, words):
    world.comment("Kysely viime vuodelta.")
    type(world.process).objects.filter(pk=world.process.pk).update(published_at=None)
    (row,) = rows(world, language)
    assert words in row.values()
    assert row[{"fi": "Osoite", "sv": "Adress", "en": "Address"}[language]] == ""

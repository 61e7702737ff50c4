"""What a file tells of its senders besides the background: the name that is shown, and how they get the answer."""

import re

import pytest
from django.utils import translation

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.intake.importing.cells import rows_of
from yhdyspinta.intake.importing.template import template_file
from yhdyspinta.intake.models import Entry, Upload
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.intake.personal import erase, export
from yhdyspinta.intake.tests.test_files import ROUND, activity, book, send, today  # noqa: F401
from yhdyspinta.intake.tests.typing_in import answer
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Activity

pytestmark = pytest.mark.django_db
BASIC = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Ikäryhmä"]
REPLY = [
    "Vastauksen lähettäminen",
    "Nimi kirjettä tai puhelua varten",
    "Postiosoite",
    "Puhelinnumero",
    "Sähköpostiosoite",
]
NAME = ["Näytettävä nimi", "18 vuotta tai yli"]


@pytest.fixture
def naming(activity):
    def let(how):
        Activity.objects.update(settings=RoundSettings(naming=how).stored())

    return let


def row(number, *more, age=""):
    return [number, "A1", f"Paperi {number}.", today(), age, *more]


def mistakes(client, content):
    """Each mistake of the file: its row, column and reason."""
    upload = send(client, content).url
    table = client.get(upload).content.decode()
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
    cells = [[re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", one, re.DOTALL)]
             for one in rows]  # fmt: skip
    return [(one[0], one[1], one[-1]) for one in cells if one and one[0].isdigit()]


def brought(client, content):
    path = send(client, content).url
    answered = client.post(f"{path}import/")
    assert answered.status_code == 302, answered.content.decode()
    return Upload.objects.latest("pk")


def test_senders_of_a_file_get_their_answers_as_those_of_a_pile(county, bertta, activity):
    client = signed_in(bertta)
    kept = brought(client, book(
        [*BASIC, *REPLY],
        row("1", "Kirjeellä", "Aino Esimerkki", "Tie 1, 00000 Esimerkkilä", "", ""),
        row("1"),
        row("2", "Puhelimitse", "Bo Esimerkki", "", "000 000 0001", ""),
        row("3", "Sähköpostilla", "", "", "", "cai@example.org"),
        row("4"),
    ))  # fmt: skip
    assert kept.rows == []
    assert "Esimerkki" not in str(kept.found)
    entries = {one.receipt.comments.first().text: one for one in Entry.objects.all()}
    assert entries["Paperi 1."].postal_address == "Tie 1, 00000 Esimerkkilä"
    assert [entries[f"Paperi {n}."].reply_by for n in (1, 2, 3, 4)] == ["letter", "phone", "email", "none"]
    assert list(Notice.objects.values_list("kind", "address")) == [("comment_rounds.received", "cai@example.org")]
    for number, receipt in enumerate(Receipt.objects.order_by("pk"), start=1):
        answer(receipt.comments.first(), number=number)
    assert list(letters_due(county).values_list("name", flat=True)) == ["Aino Esimerkki", "Bo Esimerkki", ""]
    page = client.get("/keski-suomi/fi/desk/intake/letters/").content.decode()
    assert "Aino Esimerkki" in page
    assert "cai@example.org" in page


def test_personal_data_of_a_file_is_told_to_its_sender_and_erased(bertta, activity):
    brought(signed_in(bertta), book([*BASIC, *REPLY], row("1", "Kirjeellä", "Aino Esimerkki", "Tie 1", "", "")))
    sender = Sender.objects.get()
    assert export(sender.person)["entries"][0]["postal_address"] == "Tie 1"
    erase(sender.person, at=clock.now())
    entry = Entry.objects.get()
    assert (entry.name, entry.postal_address, entry.reply_by) == ("", "", "none")


def test_what_is_missing_for_the_answer_is_told_by_row_and_column(bertta, activity):
    found = mistakes(signed_in(bertta), book(
        [*BASIC, *REPLY],
        row("1", "Kirjeellä", "Aino Esimerkki", "", "", ""),
        row("2", "Puhelimitse", "Bo Esimerkki", "", "", ""),
        row("3", "Sähköpostilla", "", "", "", ""),
        row("4", "", "", "Tie 4", "", ""),
        row("5", "Sähköpostilla", "", "", "", "cai(at)example.org"),
        row("6", "Kyyhkysellä", "", "", "", ""),
        row("7", "Kirjeellä", "Aino", "Tie 7", "", ""),
        row("7", "Kirjeellä", "Aino", "Tie 8", "", ""),
    ))  # fmt: skip
    assert [(place, column) for place, column, _why in found] == [
        ("2", "H"), ("3", "I"), ("4", "J"), ("5", "F"), ("6", "J"), ("6", "J"), ("7", "F"), ("9", "H"),
    ]  # fmt: skip
    assert not Comment.objects.exists()


def test_a_name_in_a_file_is_shown_in_a_named_round(bertta, activity, naming):
    naming("named")
    brought(signed_in(bertta), book([*BASIC, *NAME], row("1", "Aino Avoin", "kyllä"), row("2", "", "")))
    assert list(Sender.objects.order_by("pk").values_list("naming", "display_name")) == [
        ("named", "Aino Avoin"), ("not_shown", ""),
    ]  # fmt: skip


def test_d7_the_name_of_a_minor_in_a_file_is_a_mistake_of_its_row(bertta, activity, naming):
    naming("named")
    client = signed_in(bertta)
    found = mistakes(client, book(
        [*BASIC, *NAME],
        row("1", "Nelli Nuori", "kyllä", age="15–17"),
        row("2", "Aino Avoin", ""),
        row("3", "Kirjaamo", "kyllä"),
    ))  # fmt: skip
    assert [(place, column) for place, column, _why in found] == [("2", "F"), ("3", "G"), ("4", "F")]
    naming("not_shown")
    found = mistakes(client, book([*BASIC, *NAME], row("1", "Aino Avoin", "kyllä")))
    assert found[0][2] == "Tässä kierroksessa ei näytetä nimiä. Jätä nimi pois."


def test_pseudonyms_that_look_the_same_are_told_and_the_same_file_is_not_its_own_rival(bertta, activity, naming):
    naming("pseudonym")
    client = signed_in(bertta)
    heads = [*BASIC, NAME[0]]
    found = mistakes(client, book(heads, row("1", "Hirvi"), row("2", "hirvi")))
    assert [(place, column) for place, column, _why in found] == [("3", "F")]
    brought(client, book(heads, row("1", "Hirvi")))
    assert mistakes(client, book(heads, row("1", "Hirvi"), row("2", "HIRVI")))[0][:2] == ("3", "F")
    brought(client, book(heads, row("1", "Hirvi"), row("2", "Karhu")))
    assert set(Sender.objects.values_list("display_name", flat=True)) == {"Hirvi", "Karhu"}


@pytest.mark.parametrize(("how", "count"), [("not_shown", 0), ("pseudonym", 1), ("named", 2)])
def test_the_template_asks_for_names_only_where_they_are_shown(activity, naming, how, count):
    naming(how)
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            heads = rows_of(template_file(Activity.objects.get(), [], [], language), "a.xlsx")[2]
        assert len(heads) == 15 + count

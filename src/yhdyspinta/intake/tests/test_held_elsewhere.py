"""A round held in another service is offered no pages that call people to take part in it here."""

import importlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils.translation import override

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import EarlierRound
from yhdyspinta.intake.tests.typing_in import ENTER
from yhdyspinta.open_data.tests.test_received_statements import a_file
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.round_pages import pages_of

pytestmark = pytest.mark.django_db
NOT_FOR_IT = {
    "Viestintäpaketti", "Kortti muille sivustoille", "Tulostettava paperilomake", "Kirjaa yksi kommentti tai puhelu",
    "Aukioloaika", "Tuo taulukko",
}  # fmt: skip
STAFF = ("launch:edit", "launch:preview", "open_data:share", "intake:paper", "comment_rounds:staff_times")
PUBLIC = ("open_data:card", "intake:paper_form")
WHY = {
    "fi": "Tämä kierros pidettiin toisessa palvelussa",
    "sv": "Rundan hölls i en annan tjänst",
    "en": "This round was held in another service",
}


def _offered(activity):
    return {link.words for link in pages_of(activity)}


def test_its_menu_leads_to_bringing_it_in_and_to_no_launch(bertta, last_year):
    with override("fi"):
        offered = _offered(Activity.objects.select_related("process__owner").get())
        assert "Tuo muualla pidetty kierros" in offered
        assert not offered & NOT_FOR_IT
    client = signed_in(bertta)
    page = client.get(f"{ENTER}channels/").content.decode()
    assert page.count(f'href="{ENTER}earlier/"') >= 2  # in the menu and on the page
    assert "sen vastaukset tuodaan tänne tiedostosta" in page
    assert ">Tulostettava paperilomake<" not in page


def test_any_other_round_keeps_them(section):
    with override("fi"):
        offered = _offered(section.version.document.activity)
        assert offered >= NOT_FOR_IT
        assert "Tuo muualla pidetty kierros" not in offered


@pytest.mark.parametrize("language", WHY)
@pytest.mark.parametrize("name", [*STAFF, *PUBLIC])
def test_an_address_of_such_a_page_says_why_it_is_not_there(bertta, last_year, name, language):
    Process.objects.update(published_at=last_year.created_at)
    client = Client() if name in PUBLIC else signed_in(bertta)
    answer = client.get(activity_address(last_year, name, language=language))
    assert answer.status_code == 404
    assert WHY[language] in answer.content.decode()


def test_rounds_that_were_declared_before_are_marked(bertta, last_year):
    Activity.objects.update(is_held_elsewhere=False)
    migration = importlib.import_module("yhdyspinta.intake.migrations.0012_rounds_held_elsewhere_are_marked")
    with connection.cursor() as cursor:
        cursor.execute(migration.FILL)
    assert Activity.objects.get().is_held_elsewhere
    EarlierRound.objects.all().delete()
    Activity.objects.update(is_held_elsewhere=False)
    with connection.cursor() as cursor:
        cursor.execute(migration.FILL)
    assert not Activity.objects.get().is_held_elsewhere


def test_statements_of_the_statement_service_come_in_on_the_same_page(bertta, last_year):
    client = signed_in(bertta)
    sent = SimpleUploadedFile("lausunnot.xml", a_file())
    path = client.post(f"{ENTER}earlier/", {"file": sent, "language": "fi"}).url
    page = client.get(path).content.decode()
    assert "Kirjatkaa määräaika." in page
    assert f'<a class="govuk-link" href="{ENTER}earlier/">Takaisin tiedostoihin</a>' in page
    assert client.post(f"{path}import/").status_code == 302
    assert Comment.objects.count() == 3
    assert "lausunnot.xml" in client.get(f"{ENTER}earlier/").content.decode()


def test_a_file_comes_in_at_once_when_the_round_has_been_declared(bertta, last_year):
    """Whoever declares it goes on with the round as they had it: what it says of itself may be older."""
    last_year.is_held_elsewhere = False
    kept = actions.upload_file(
        actor=bertta, activity=last_year, kind="earlier", content=b"Vastaus\r\nSanottua.", file_name="a.csv",
        language="fi", at=clock.now(),
    )  # fmt: skip
    assert kept.row_count == 2

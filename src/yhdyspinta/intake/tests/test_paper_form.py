"""What the paper form of a round says on its sheets: texts, numbers, where to go on and where to return it."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Section, SectionText
from yhdyspinta.documents.passages import passages
from yhdyspinta.intake.codes import round_code
from yhdyspinta.intake.paper import BEGINNING, WHOLE, beginning_of
from yhdyspinta.intake.tests.test_piles import ROUND
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import round_link
from yhdyspinta.wording.languages import EASY_FINNISH

pytestmark = pytest.mark.django_db
PAPER = "/keski-suomi/fi/processes/toimintamallit/activities/kommentointi/paper-form/"
CUT = "Tässä on kohdan A1 alku."


def page_of(language="fi"):
    answer = Client().get(PAPER.replace("/fi/", f"/{language}/", 1))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def drafted(county):
    """A round whose document can still be written, and its publishing."""
    document = factories.document(factories.activity(factories.process(county)), published=False)

    def publish(body, **languages):
        first = document.versions.get().sections.order_by("position")[0]
        SectionText.objects.filter(section=first).update(body=body)
        if languages:
            first.texts.exclude(language__in=languages).delete()
        document.versions.update(published_at=clock.now())

    return publish


def test_a_short_text_stands_whole_and_of_a_long_one_the_beginning_with_where_it_goes_on(drafted):
    drafted("Lyhyt **kohta**.\n\n- yksi\n- kaksi")
    page = page_of()
    assert "<strong>kohta</strong>" in page
    assert "<li>kaksi</li>" in page
    assert CUT not in page


def test_a_long_text_is_told_to_go_on_elsewhere(drafted):
    drafted("Alku on tässä.\n\n" + "sana " * 300)
    page = page_of()
    assert "Alku on tässä." in page
    assert "sana sana" not in page
    assert CUT in page
    assert round_link(Activity.objects.get(), "fi") + "</b>" in page


def test_the_beginning_is_whole_passages_or_words_of_a_long_first():
    assert beginning_of(passages("x" * WHOLE)) == (tuple(one.html for one in passages("x" * WHOLE)), False)
    text, is_cut = beginning_of(passages("sana <b> " * 300))
    assert is_cut
    assert "&lt;b&gt;" in text[0]
    assert BEGINNING - 10 < len(str(text[0]).replace("&lt;", "<").replace("&gt;", ">")) < BEGINNING + 10
    assert beginning_of(()) == ((), False)


def test_every_sheet_tells_the_round_and_the_way_back_and_every_box_its_part(county, section):
    county.postal_address = {"fi": "Esimerkkitie 1\r\n00000 Esimerkkilä"}
    county.save()
    page, code = page_of(), round_code(Activity.objects.get())
    head, foot = page.split("y-paper__head")[1].split("y-paper__body")[0], page.split("y-paper__foot")[1]
    assert code in head
    assert code in foot
    assert "Esimerkkitie 1, 00000 Esimerkkilä" in foot
    labels = re.findall(r'y-paper__label">Kommentti: (A[\d.]*) <span>(.*?)</span>', page)
    assert labels == [(part, code) for part in ("A", "A1", "A2", "A3")]
    assert "Jos tila loppuu" in page


def test_without_a_postal_address_the_form_tells_the_desk_and_e_mail(county, section, bertta):
    county.paper_way = {"fi": "Neuvontaan, Hoitokatu 2"}
    county.email = "osallisuus@example.fi"
    county.save()
    page = page_of()
    assert "<li>Neuvontaan, Hoitokatu 2</li>" in page
    assert "osallisuus@example.fi" in page
    assert "Neuvontaan, Hoitokatu 2" in page.split("y-paper__foot")[1]
    staff = signed_in(bertta)
    assert "Ennen kuin tulostat" in staff.get(ROUND + "paper/").content.decode()
    county.paper_way, county.email = {}, ""
    county.phone = "014 123 456"
    county.save()
    assert "Kysy, mihin lomake palautetaan: 014 123 456." in page_of()
    assert "Älä tulosta lomaketta vielä" in staff.get(ROUND + "paper/").content.decode()
    county.phone = ""
    county.save()
    assert "ei ole kertonut, mihin lomake palautetaan" in page_of()


def test_a_part_in_another_language_says_so_for_eye_and_ear(drafted):
    drafted("Vain suomeksi.", fi=True)
    page = page_of("sv")
    part = page.split("y-paper__part")[2]
    assert '<span lang="fi">1 ' in part
    assert '<span class="y-language-note" lang="fi">(suomi)</span>' in part
    assert 'class="y-paper__text" lang="fi"' in part
    assert "(suomi)" not in page_of("fi")


def test_on_the_screen_the_form_leads_back_to_the_round_within_ten_queries(section, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        page = page_of()
    back = '<a class="govuk-link" href="/keski-suomi/fi/processes/toimintamallit/comment-round/kommentointi/">'
    assert back in page.split('class="y-no-print"')[1].split("y-paper__head")[0]
    assert 'aria-current="page">Paperilomake<' in page


def test_the_form_is_listed_and_printed_in_easy_language_and_sami_too(drafted, bertta):
    """Where the newest published texts are in them, and the ordinary form does not keep what was chosen before."""
    first, staff = Section.objects.order_by("position")[0], signed_in(bertta)
    SectionText.objects.create(section=first, language=EASY_FINNISH, heading="Helposti")
    SectionText.objects.create(section=first, language="smn", heading="Uási")
    assert "selkosuomi" not in staff.get(ROUND + "paper/").content.decode().split("<main")[1]  # nobody reads it yet
    drafted("Alku on tässä.")
    listed = staff.get(ROUND + "paper/").content.decode().split("<main")[1]
    names = ("selkosuomi", "anarâškielâ", "suomi")
    easy, sami, plain = (re.search(rf'href="([^"]*)"[^>]*>{name}<', listed)[1] for name in names)
    reader = Client()
    for path, heading in ((easy, "1 Helposti"), (sami, "1 Uási"), (plain, "1 Kohta 1 (fi)")):
        page = reader.get(path).content.decode().split("y-paper__head")[1]
        assert heading in page
        assert "1 Helposti" not in page.replace(heading, "")
        link = re.search(r'y-paper__address">https?://[^/]+([^<]+)<', page)[1]
        opened = Client().get(link, follow=True)
        assert (opened.status_code, heading in opened.content.decode()) == (200, True), link


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_address_on_the_paper_is_short_enough_to_type_and_leads_to_the_round(county, section, language):
    page = page_of(language)
    link = re.search(r'y-paper__address">(http[^<]*)</b>', page)[1]
    assert len(link) < 70
    words = {"fi": "QR-koodi, joka johtaa osoitteeseen", "sv": "QR-kod som leder till"}[language]
    assert f'alt="{words} {link}"' in page
    answer = Client().get(link.removeprefix("http://localhost:8000"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/keski-suomi/{language}/")
    assert answer["Location"].endswith("/comment-round/kommentointi/")


def test_headings_of_the_form_go_down_one_level_at_a_time(county, section):
    start_round(Activity.objects.get(), at=clock.now())
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page_of().split("y-paper__body")[1])]
    assert levels[:2] == [1, 2]
    assert all(later <= before + 1 for before, later in pairwise(levels))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("sähköpostiosoite tai nimi ja osoite", "oikeutesi", "Vastaukset kommentteihin julkaistaan")),
        ("sv", ("e-postadress, eller namn och adress", "dina rättigheter", "Svaren på kommentarerna publiceras")),
        ("en", ("e-mail address, or name and address", "your rights", "Answers to the comments are published")),
    ],
)
def test_the_form_says_what_contact_details_are_for_and_where_privacy_and_answers_are_read(
    county, section, language, words
):
    about = page_of(language).split("y-paper__who")[1]
    assert all(one in about for one in words)
    privacy, answers = re.findall(r'y-paper__address">http://localhost:8000([^<]*)</b>', about)
    assert privacy == f"/keski-suomi/{language}/privacy/"
    assert Client().get(privacy).status_code == 200
    assert Client().get(answers).status_code == 302

"""(a) Karin takes an empty bilingual county to an open round in Finnish and Swedish."""

from io import BytesIO

import docx
import pytest

from yhdyspinta.audit import clock
from yhdyspinta.authorities.actions import switch_on
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Process

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FINNISH = {
    "title": "Lähipalvelujen verkko",
    "summary": "Kerro, mitkä palvelut tarvitset lähelle.",
    "use_of_results": "Kommentit käsitellään työpajoissa ja luonnos korjataan.",
    "decided_by": "Aluevaltuusto päättää keväällä.",
    "results_receiver": "Aluevaltuusto",
    "privacy_purposes": "Käsittelemme tietoja kommenttien vastaanottamiseksi.",
}
SWEDISH = {
    "title": "Nätverket av närservice",
    "summary": "Berätta vilken service du behöver nära dig.",
    "use_of_results": "Kommentarerna behandlas i workshoppar och utkastet rättas.",
    "decided_by": "Välfärdsområdesfullmäktige beslutar på våren.",
    "results_receiver": "Välfärdsområdesfullmäktige",
    "privacy_purposes": "Vi behandlar uppgifter för att ta emot kommentarer.",
}
PHONE = "000 111 2222"
POSTAL = {"fi": "Esimerkkikatu 1, 00000 Esimerkkilä", "sv": "Exempelgatan 1, 00000 Exempelby"}
MARKDOWN = """# Lägesbild

Servicen ska finnas nära.

# Mål

Varje kommun har en serviceplats.

# Uppföljning

Vi berättar varje år hur det har gått.
"""


@pytest.fixture
def county(world):
    """A bilingual county with nothing in it, whose administrator is Heikki and whose coordinator is Karin."""
    county = switch_on(actor=None, area=Area.objects.get(kind="county", code="05"), at=clock.now())
    assert set(county.duty_languages) == {"fi", "sv"}
    for email, role in (
        ("heikki.hallinta@example.org", "county_admin"),
        ("karin.koordinator@example.org", "coordinator"),
    ):
        person = Person.objects.get(email=email)
        RoleGrant.objects.create(person=person, authority=county, role=role, given_at=clock.now())
    return county


def _tell_contacts(heikki, county):
    """The phone and paper way of the county, in both languages, as its administrator sets them."""
    heikki.go(f"/{county.slug}/fi/desk/authority/")
    heikki.page.locator("main a[href$='/desk/authority/contact/']").first.click()
    heikki.write("phone", PHONE)
    for language, words in POSTAL.items():
        heikki.write(f"postal_address-{language}", words)
    heikki.page.locator("main form button").last.click()
    heikki.go(f"/{county.slug}/fi/desk/authority/contact/")
    assert heikki.page.locator("[name='phone']").input_value() == PHONE


def _word_file():
    made = docx.Document()
    for heading, text in (
        ("Nykytila", "Palvelujen on oltava lähellä. Terveys\u00adasema on lähipalvelu."),
        ("Tavoitteet", "Jokaisessa kunnassa on palvelupiste."),
        ("Seuranta", "Kerromme vuosittain, miten on käynyt."),
    ):
        made.add_heading(heading, level=1)
        made.add_paragraph(text)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _begin(karin, county):
    karin.go(f"/{county.slug}/fi/desk/")
    karin.page.locator("main a[href$='/desk/new-process/']").first.click()
    karin.write("title-fi", FINNISH["title"])
    karin.write("title-sv", SWEDISH["title"])
    today = clock.now().astimezone()
    for part, value in (("day", today.day), ("month", today.month), ("year", today.year)):
        karin.write(f"opens_on-{part}", str(value))
    karin.page.locator("main form button").last.click()
    process = Process.objects.get(owner=county)
    karin.sees(FINNISH["title"])
    return process


def _tell_more(karin):
    """Everything that a resident must know, side by side in both languages."""
    karin.page.locator("main a[href$='/edit/']").first.click()
    for language, texts in (("fi", FINNISH), ("sv", SWEDISH)):
        for field, words in texts.items():
            karin.write(f"{field}-{language}", words)
    facts = {"takes_minutes": "10", "case_number": "EX-2026-1", "contact_name": "Karin Koordinator",
             "contact_phone": "000 000 0000", "contact_email": "karin.koordinator@example.org"}  # fmt: skip
    for field, words in facts.items():
        karin.write(field, words)
    karin.choose("six_ways", "opinions")
    karin.choose("influence", "consult")
    karin.page.locator("main form button").last.click()


def _bring_in(karin, desk):
    karin.go(f"{desk}documents/new-document/")
    karin.write("title-fi", "Luonnos verkoksi")
    karin.write("title-sv", "Utkast till nätverk")
    karin.write("summary-fi", "Mitä palveluja on missä.")
    karin.write("summary-sv", "Vilken service finns var.")
    karin.page.locator("main form button").last.click()
    document = karin.page.url
    karin.go(f"{document}import/")
    karin.choose("language", "fi")
    karin.choose("source", "docx")
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    file = {"name": "luonnos.docx", "mimeType": word, "buffer": _word_file()}
    karin.page.locator("input[type='file']").set_input_files(file)
    karin.page.locator("main form button").last.click()
    karin.sees("Part 1" if karin.language == "en" else "Osa 1", "Terveysasema on lähipalvelu.")
    karin.page.locator("main form button").last.click()
    karin.sees("Nykytila", "Tavoitteet", "Seuranta")

    karin.go(f"{document}publish/")
    assert karin.page.locator("section[aria-labelledby='gaps'] a").count() >= 3  # the Swedish texts are missing
    karin.go(f"{document}import/")
    karin.choose("language", "sv")
    karin.choose("source", "markdown")
    karin.write("markdown", MARKDOWN)
    karin.page.locator("main form button").last.click()
    chosen = karin.page.locator("main [name='target_0'] option:checked").inner_text()
    assert "Nykytila" in chosen  # aligned with the Finnish section of the same place
    karin.page.locator("main form button").last.click()
    return document


def test_from_an_empty_county_to_an_open_round(county, walker):
    _tell_contacts(walker("county_admin"), county)
    karin = walker("swedish_coordinator")
    process = _begin(karin, county)
    overview = f"/{county.slug}/fi/desk/processes/{process.slug}/"
    activity = process.activities.get()

    karin.go(f"{overview}publish/")
    gaps = karin.page.locator("main ul.govuk-list--bullet a")
    assert gaps.count() > 5
    assert karin.page.locator("button[name='now']").count() == 0
    gaps.first.click()
    assert karin.path.startswith(f"{overview}edit/#id_")
    karin.go(overview)
    _tell_more(karin)
    assert process.owner_id == county.pk

    document = _bring_in(karin, f"{overview}activities/{activity.slug}/")
    karin.go(f"{document}publish/")
    assert karin.page.locator("section[aria-labelledby='gaps']").count() == 0
    karin.write("name-fi", "luonnos 1")
    karin.write("name-sv", "utkast 1")
    karin.page.locator("button[name='publish']").click()

    karin.go(f"{overview}publish/")
    assert karin.page.locator("main ul.govuk-list--bullet a").count() == 0, karin.text
    karin.page.locator("button[name='now']").click()

    resident = walker()
    resident.go(f"/{county.slug}/fi/")
    resident.sees(FINNISH["title"])
    for language, texts, heading in (("fi", FINNISH, "Nykytila"), ("sv", SWEDISH, "Lägesbild")):
        resident.go(f"/{county.slug}/{language}/processes/{process.slug}/")
        resident.sees(texts["title"], texts["decided_by"], texts["use_of_results"])
        resident.page.locator("main a[href*='/comment-round/']").first.click()
        resident.sees(texts["summary"])
        resident.sees(heading)  # a short round is read on its own page
        resident.page.locator("main a[href*='/v1/']").first.click()
        assert heading in resident.heading
        resident.sees(PHONE, POSTAL[language])
        assert resident.page.locator("main [lang]:not([lang='fi'], [lang='sv'])").count() == 0

"""What the demo's processes say of themselves, in Finnish and Swedish."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from yhdyspinta.processes.actions import ProcessFacts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import EASY_FINNISH, EASY_SWEDISH

_CONTENT = Path(__file__).parent / "content"


def text_of(name: str, language: str) -> str:
    """A document of the demo as Markdown."""
    return (_CONTENT / f"{name}.{language}.md").read_text(encoding="utf-8")


def both(fi: str, sv: str, en: str = "") -> Wording:
    return Wording(fi=fi, sv=sv, en=en)


def with_easy(ordinary: Wording, fi: str, sv: str) -> Wording:
    """A text with its easy-language twins."""
    return Wording({**ordinary, EASY_FINNISH: fi, EASY_SWEDISH: sv})


#: Title and summary of each document.
DOCUMENTS: Final = {
    "participation": (
        both("Osallisuuden toimintamalli", "Verksamhetsmodell för delaktighet", "Model for participation"),
        both("Miten asukkaat pääsevät mukaan valmisteluun.", "Hur invånarna kommer med i beredningen."),
    ),
    "cooperation": (
        both(
            "Järjestöyhteistyön toimintamalli",
            "Verksamhetsmodell för organisationssamarbete",
            "Model for cooperation with organisations",
        ),
        both(
            "Miten alue, kunnat ja järjestöt tekevät työtä yhdessä.",
            "Hur området, kommunerna och organisationerna samarbetar.",
        ),
    ),
    "promises": (
        both("Kotihoidon palvelulupaukset", "Servicelöften inom hemvården", "Service promises of home care"),
        both("Mitä kotona asuva voi odottaa.", "Vad den som bor hemma kan vänta sig."),
    ),
    "carers": (
        both("Lupaukset läheiselle", "Löften till närstående", "Promises to those who care for them"),
        both("Mitä läheinen ja omaishoitaja voivat odottaa.", "Vad närstående och närståendevårdare kan vänta sig."),
    ),
    "plan": (
        both("Osallisuussuunnitelma", "Delaktighetsplan", "Participation plan"),
        both("Missä asioissa asukkaita kuullaan ja miten.", "I vilka frågor invånarna hörs och hur."),
    ),
}


@dataclass(frozen=True)
class Story:
    """A process of the demo: its words, documents and how long ago commenting opened (days; negative is ahead)."""

    key: str
    title: Wording
    summary: Wording
    background: Wording
    documents: tuple[str, ...]
    opened_days_ago: int
    case_number: str
    influence: str = "involve"
    #: Codes of the only municipalities from which people came, and they all told it; empty is the whole area.
    towns: tuple[str, ...] = ()
    blueprint: str = "round_with_forum"

    def facts(self, promised: date | None) -> ProcessFacts:
        return ProcessFacts(
            title=self.title,
            summary=self.summary,
            background=self.background,
            use_of_results=both(
                "Kommentit käsitellään syksyn työpajoissa ja luonnokset korjataan niiden pohjalta. Soveltuvat osat viedään valmisteluun.",
                "Kommentarerna behandlas i höstens workshoppar och utkasten rättas utifrån dem. Lämpliga delar tas med i beredningen.",
                "Comments are worked through in workshops and the drafts are mended on their ground.",
            ),
            decided_by=both(
                "Mallista päättää aluehallitus. Käsittely on vastausten julkaisun jälkeen.",
                "Välfärdsområdesstyrelsen beslutar om modellen efter att svaren har publicerats.",
                "The county executive board decides after the answers are published.",
            ),
            results_receiver=both(
                "Aluehallitus ja osallisuustyöryhmä",
                "Välfärdsområdesstyrelsen och delaktighetsarbetsgruppen",
                "The county executive board and the participation working group",
            ),
            takes_minutes=10,
            answers_promised_on=promised,
            six_ways=("opinions", "co_planning"),
            influence=self.influence,
            keywords=both(
                "osallisuus, järjestöt, palvelut",
                "delaktighet, organisationer, tjänster",
                "participation, organisations",
            ),
            case_number=self.case_number,
            contact_name="Esimerkki Yhteyshenkilö",
            contact_title=both("osallisuuskoordinaattori", "delaktighetskoordinator", "participation coordinator"),
            contact_phone="000 000 0000",
            contact_email="yhteys@example.org",
            privacy_purposes=both(
                "Käsittelemme tietoja, jotta kommentit voidaan ottaa vastaan, niihin vastata ja tulokset julkaista.",
                "Vi behandlar uppgifter för att kunna ta emot kommentarer, besvara dem och publicera resultaten.",
                "We handle data to receive comments, answer them and publish the results.",
            ),
        )


STORIES: Final = {
    story.key: story
    for story in (
        Story(
            "preparing",
            both("Osallisuussuunnitelma 2027–2029", "Delaktighetsplan 2027–2029", "Participation plan 2027–2029"),
            both(
                "Suunnitelma kertoo, missä asioissa asukkaita kuullaan kolmen vuoden aikana.",
                "Planen berättar i vilka frågor invånarna hörs under tre år.",
            ),
            both("Suunnitelmaa valmistellaan osallisuustyöryhmässä.", "Planen bereds i delaktighetsarbetsgruppen."),
            ("plan",),
            -21,
            "KSHVA-2026-0411",
        ),
        Story(
            "earlier",
            both("Järjestökysely 2025", "Enkäten till organisationer 2025", "Survey to organisations 2025"),
            both(
                "Kysely pidettiin toisessa palvelussa. Sen vastaukset tuodaan tänne, jotta niihin voidaan vastata.",
                "Enkäten gjordes i en annan tjänst. Svaren förs hit så att de kan besvaras.",
            ),
            both("Kysely edelsi yhteistyön mallin luonnosta.", "Enkäten föregick utkastet till samarbetsmodellen."),
            ("cooperation",),
            -30,
            "KSHVA-2025-0093",
        ),
        Story(
            "brought_in",
            both(
                "Kysely osallisuussuunnitelman pohjaksi",
                "Enkät inför delaktighetsplanen",
                "Survey for the participation plan",
            ),
            both(
                "Kysely pidettiin toisessa palvelussa. Kommentit ja niihin annetut vastaukset tuotiin tänne taulukkona.",
                "Enkäten gjordes i en annan tjänst. Kommentarerna och svaren på dem hämtades hit som en tabell.",
            ),
            both(
                "Kyselyllä koottiin toiveita osallisuussuunnitelman luonnokseen.",
                "Med enkäten samlades önskemål för utkastet till delaktighetsplan.",
            ),
            ("plan",),
            170,
            "KSHVA-2026-0064",
            "consult",
            blueprint="round",
        ),
        Story(
            "open",
            with_easy(
                both(
                    "Järjestöyhteistyön ja osallisuuden toimintamallit",
                    "Modeller för organisationssamarbete och delaktighet",
                    "Models for cooperation with organisations and for participation",
                ),
                "Miten asukkaat ja järjestöt voivat vaikuttaa?",
                "Hur kan invånare och organisationer påverka?",
            ),
            with_easy(
                both(
                    "Kommentoi kahden toimintamallin luonnosta kohta kohdalta.",
                    "Kommentera utkasten till två verksamhetsmodeller punkt för punkt.",
                    "Comment on two drafts section by section.",
                ),
                "Teemme kaksi ohjetta. Ohjeissa kerrotaan, miten asukkaat ja järjestöt voivat vaikuttaa palveluihin. "
                "Lue ohjeet ja kerro, mitä ajattelet niistä.",
                "Vi gör två anvisningar. I dem berättar vi hur invånare och organisationer kan påverka tjänsterna. "
                "Läs anvisningarna och berätta vad du tycker om dem.",
            ),
            with_easy(
                both(
                    "Malleihin on koottu keskeiset periaatteet ja hyvät käytännöt. Tavoitteena ovat yhteiset käytännöt "
                    "järjestöjen kanssa ja paremmat mahdollisuudet kehittää palveluja yhdessä asukkaiden kanssa.\n\n"
                    "Maakunnallinen osallisuusfoorumi järjestetään kierroksen puolivälissä. Luonnoksia voi kommentoida myös siellä.",
                    "I modellerna har vi samlat centrala principer och god praxis. Målet är gemensamma arbetssätt med "
                    "organisationerna och bättre möjligheter att utveckla tjänster tillsammans med invånarna.\n\n"
                    "Det regionala delaktighetsforumet ordnas i mitten av rundan. Utkasten kan kommenteras också där.",
                ),
                "Haluamme suunnitella palveluja yhdessä asukkaiden ja järjestöjen kanssa. Siksi kysymme, mitä sinä ajattelet.\n\n"
                "Voit kirjoittaa ajatuksesi tänne. Voit myös tulla tilaisuuteen, jossa puhumme ohjeista.",
                "Vi vill planera tjänsterna tillsammans med invånare och organisationer. Därför frågar vi vad du tycker.\n\n"
                "Du kan skriva dina tankar här. Du kan också komma till ett möte där vi talar om anvisningarna.",
            ),
            ("participation", "cooperation"),
            10,
            "KSHVA-2026-0388",
        ),
        Story(
            "answering",
            both("Kotihoidon palvelulupaukset", "Servicelöften inom hemvården", "Service promises of home care"),
            both(
                "Mitä kotona asuva voi odottaa kotihoidolta? Kierros on päättynyt ja kommentteihin vastataan.",
                "Vad kan den som bor hemma vänta sig av hemvården? Rundan har avslutats och kommentarerna besvaras.",
            ),
            both("Lupaukset koskevat koko aluetta.", "Löftena gäller hela området."),
            ("promises", "carers"),
            40,
            "KSHVA-2026-0302",
            "consult",
        ),
        Story(
            "answered",
            both(
                "Osallisuuden toimintamalli, ensimmäinen kierros",
                "Modellen för delaktighet, första rundan",
                "Model for participation, first round",
            ),
            both(
                "Ensimmäisestä luonnoksesta saatiin kommentteja, ja malli korjattiin niiden pohjalta.",
                "Det första utkastet kommenterades och modellen rättades utifrån kommentarerna.",
            ),
            both("Kierros pidettiin keväällä.", "Rundan hölls på våren."),
            ("participation",),
            150,
            "KSHVA-2026-0117",
            towns=("179", "410", "992"),
        ),
        Story(
            "bilingual",
            both(
                "Osallisuuden malli Pohjanmaalla",
                "Modell för delaktighet i Österbotten",
                "Model for participation in Ostrobothnia",
            ),
            both("Kommentoi luonnosta suomeksi tai ruotsiksi.", "Kommentera utkastet på svenska eller finska."),
            both(
                "Kommentit käsitellään yhdessä kummallakin kielellä.",
                "Kommentarerna behandlas tillsammans på båda språken.",
            ),
            ("participation",),
            8,
            "OVPH-2026-0058",
        ),
        Story(
            "town",
            both("Kaupungin osallisuussuunnitelma", "Stadens delaktighetsplan", "The city's participation plan"),
            both("Kommentoi kaupungin suunnitelmaa.", "Kommentera stadens plan."),
            both("Suunnitelma täydentää hyvinvointialueen mallia.", "Planen kompletterar välfärdsområdets modell."),
            ("plan",),
            5,
            "JKLD-2026-0921",
            "consult",
        ),
    )
}

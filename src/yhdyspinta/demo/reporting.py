"""The answered round's report in the demo world, with what stands beside it: the agenda's attachment, a solution in use."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from yhdyspinta.demo.stories import both
from yhdyspinta.documents.models import Section
from yhdyspinta.open_data.actions import order_files
from yhdyspinta.open_data.exports.building import build
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports import actions
from yhdyspinta.reports.actions import PracticeText, SentFile
from yhdyspinta.reports.words import ReportWords

_WORDS = ReportWords(
    in_short=both(
        "Eniten puhutti, **milloin kommentteihin vastataan** ja miten mukaan pääsee illalla tai ilman verkkoa. "
        "Malliin kirjattiin 30 päivän määräaika ja joka toinen foorumi illalle. Muutama ehdotus ei mennyt läpi, ja "
        "kerromme miksi.",
        "Mest diskuterades **när kommentarerna besvaras** och hur man kan delta på kvällen eller utan internet. "
        "I modellen skrevs in en tidsfrist på 30 dagar och att vartannat forum ordnas på kvällen. Några förslag gick inte "
        "igenom, och vi berättar varför.",
    ),
    asked=both(
        "Kysyimme, mitä osallisuuden toimintamallin luonnoksesta puuttuu ja miten se toimisi arjessa. Mallia saivat "
        "kommentoida asukkaat, järjestöt, ammattilaiset ja luottamushenkilöt.",
        "Vi frågade vad som saknas i utkastet till modell för delaktighet och hur den skulle fungera i vardagen. "
        "Invånare, organisationer, yrkesfolk och förtroendevalda fick kommentera.",
    ),
    took_part=both(
        "Nuoria ja pienten kuntien asukkaita tavoitettiin vähän. Seuraavalla kierroksella viemme paperilomakkeet "
        "kirjastoautoihin ja kouluihin.",
        "Få unga och invånare i små kommuner nåddes. Under nästa runda tar vi pappersblanketter till bokbussar och "
        "skolor.",
    ),
    next_steps=both(
        "Aluehallitus otti mallin valmisteluun soveltuvin osin. Kerromme tässä palvelussa, kun lupaukset on tehty.",
        "Välfärdsområdesstyrelsen tog modellen till beredning i tillämpliga delar. Vi berättar i tjänsten när löftena "
        "har uppfyllts.",
    ),
)


_LIST = """Muistilista vastaajalle

1. Kerro ensin, mitä sanottiin ja kuinka moni sen sanoi.
2. Kerro, mikä muuttui, ja näytä kohta.
3. Jos mikään ei muuttunut, kerro syy selvällä kielellä.
4. Kerro, kuka vastaa seuraavasta askeleesta ja milloin.
"""
_LIST_IN_SWEDISH = """Minneslista för den som svarar

1. Berätta först vad som sades och hur många som sade det.
2. Berätta vad som ändrades och visa stället.
3. Om ingenting ändrades, ge orsaken på ett klart språk.
4. Berätta vem som ansvarar för nästa steg och när.
"""


def report(activity: Activity, staff: Person, *, at: datetime) -> None:
    """The attachment for the board, the report and its second version, and what is in use already beside good practices."""
    activity.refresh_from_db()
    actions.make_hearing_summary(actor=staff, activity=activity, at=at - timedelta(days=5))
    first = replace(_WORDS, took_part=both("", ""))
    for words, revision, later in ((first, 0, at - timedelta(days=4)), (_WORDS, 1, at)):
        saved = actions.save_report(actor=staff, activity=activity, words=words, revision=revision, at=later)
        actions.publish_report(actor=staff, activity=activity, revision=saved.revision, at=later)
    changed = Section.objects.filter(version__document__activity=activity, version__number=2)
    for text in (*_beside(changed.get(number="2.3")), *_beside_each(changed.get(number="3.2"))):
        actions.add_practice(actor=staff, activity=activity, at=at + timedelta(days=2), text=text)


def make_files(activity: Activity, asker: Person, *, at: datetime) -> None:
    """The files of open data, as the worker makes them when somebody asks."""
    build(order_files(actor=asker, activity=activity, at=at).pk, worker=uuid4())


def _beside(section: Section) -> tuple[PracticeText, ...]:
    return (
        PracticeText(
            section_id=section.pk,
            kind="solution",
            title=both("Vastauspohja kommenteille", "Svarsmall för kommentarer"),
            text=both(
                "Esimerkkilän osallisuuspalvelut vastaa yhdellä pohjalla: mitä sanottiin, mitä muutettiin ja miksi.",
                "Delaktighetstjänsterna i Exempelby svarar med en mall: vad som sades, vad som ändrades och varför.",
            ),
        ),
        PracticeText(
            section_id=section.pk,
            kind="support",
            title=both("Muistilista vastaajalle", "Minneslista för den som svarar"),
            files=(
                SentFile(_LIST.encode(), "muistilista.txt", "text/plain", "fi"),
                SentFile(_LIST_IN_SWEDISH.encode(), "minneslista.txt", "text/plain", "sv"),
            ),
        ),
    )


def _beside_each(section: Section) -> tuple[PracticeText, ...]:
    """The section has two good practices, the forum and the workshops: each has its own."""
    return (
        PracticeText(
            section_id=section.pk,
            part=1,
            kind="solution",
            title=both("Foorumi kirjastossa ja etänä", "Forum på biblioteket och på distans"),
            text=both(
                "Esimerkkilän foorumi on kirjaston salissa, ja sitä voi seurata etänä. Puheenvuoron saa kummastakin.",
                "I Exempelby hålls forumet i bibliotekets sal och kan följas på distans. Man får ordet på båda sätten.",
            ),
        ),
        PracticeText(
            section_id=section.pk,
            part=2,
            kind="support",
            title=both("Työpajan kulku puolessa päivässä", "Workshopens gång på en halv dag"),
            text=both(
                "1. Luetaan ehdotukset pöydittäin.\n2. Valitaan kolme tärkeintä.\n3. Kirjataan, kuka vie ne eteenpäin.",
                "1. Förslagen läses vid borden.\n2. De tre viktigaste väljs.\n3. Det skrivs upp vem som för dem vidare.",
            ),
        ),
    )

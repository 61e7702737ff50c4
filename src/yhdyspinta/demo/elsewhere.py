"""Two rounds that were held in another service: one whose file is being mended, and one that was answered here."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo import aftermath, building, reporting
from yhdyspinta.demo.content.replies import REPLIES
from yhdyspinta.demo.stories import STORIES, both
from yhdyspinta.documents import actions as document_actions
from yhdyspinta.intake import actions as intake
from yhdyspinta.intake.models import Upload
from yhdyspinta.people.models import Person
from yhdyspinta.processes import actions
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.reports.actions import publish_report, save_report
from yhdyspinta.reports.words import ReportWords

_SOURCE: Final = "Alueen aiempi kyselytyökalu"
#: What the survey tool's file held: a heading line, then an answer a line.
_TO_MEND: Final = """Vastaajan tunnus;Vastattu;Kenen puolesta;Kotikunta;Mitä mieltä kumppanuuspöydästä?;Muuta
101;3.3.2025;Järjestö;Laukaa;Pöytään pitää päästä myös ilman y-tunnusta.;Kokousajat puoli vuotta etukäteen.
102;4.3.2025;Asukas;Keuruu;Muistiot luettavaksi kirjastoon.;
103;viikolla 10;Järjestö;Viitasaari;Kaksi edustajaa järjestöä kohti riittää.;Etäyhteys joka kokoukseen.
104;7.3.2025;Ammattilainen;Jyväskylä;;Yhdyshenkilölle lisää työaikaa.
"""
_COLUMNS: Final = {
    "Vastaajan tunnus": {"role": "id"},
    "Vastattu": {"role": "date"},
    "Kenen puolesta": {"role": "capacity"},
    "Kotikunta": {"role": "municipality"},
    "Mitä mieltä kumppanuuspöydästä?": {"role": "text", "place": "A2.2"},
    "Muuta": {"role": "text", "place": "A"},
}
#: What another file of the same tool held, with the answers that were given there: the day is counted from the first one.
_WISHES: Final = """Vastaajan tunnus;Vastattu;Kenen puolesta;Kieli;Kotikunta;Mihin aikaan kuulla?;Millä keinoilla?;Mistä näkee, että onnistuttiin?;Annettu vastaus;Käsittely;Perustelu
201;{0};Asukas;suomi;Laukaa;Illat sopivat työssäkäyville.;Kylän yhteinen ilta olisi mukavin.;;{timing}
202;{1};Asukas;suomi;Keuruu;;Soittakaa niille, joilla ei ole konetta.;Siitä, että joku kertoo mitä muuttui.;{ways}
203;{1};Järjestön edustaja;suomi;Viitasaari;Aiheet tietoon jo tammikuussa.;;Montako ehdotusta otettiin mukaan.;{timing}
204;{2};Invånare;svenska;Jyväskylä;Gärna på våren, inte mitt i sommaren.;Ordna en träff på svenska också.;;{ways}
205;{3};Ammattilainen;suomi;Jyväskylä;;Työpajassa pitää olla aikaa puhua.;Siitä, kuka jäi tulematta.;{measuring}
206;{3};Asukas;suomi;Saarijärvi;Ei kesälomien aikaan.;Paperi kaupan ilmoitustaululle.;;{timing}
207;{4};Järjestön edustaja;suomi;Äänekoski;;Pyytäkää järjestöjä kysymään jäseniltään.;Vastausten pitää tulla luvattuna päivänä.;{measuring}
"""
_OF_WISHES: Final = {
    "Vastaajan tunnus": {"role": "id"},
    "Vastattu": {"role": "date"},
    "Kenen puolesta": {"role": "capacity"},
    "Kieli": {"role": "language"},
    "Kotikunta": {"role": "municipality"},
    "Mihin aikaan kuulla?": {"role": "text", "place": "A2"},
    "Millä keinoilla?": {"role": "text", "place": "A3"},
    "Mistä näkee, että onnistuttiin?": {"role": "text", "place": "A5"},
    "Annettu vastaus": {"role": "answer"},
    "Käsittely": {"role": "handling"},
    "Perustelu": {"role": "reason"},
}
#: Which part's answer stands in the file, how it was handled there and why.
_ANSWERED: Final = {
    "timing": ("2", "Otettu huomioon", ""),
    "ways": ("3", "Otettu osittain huomioon", "Kustannukset"),
    "measuring": ("5", "Otettu huomioon", ""),
}
_EARLIER: Final = timedelta(days=45)  # from the survey to the days that a new process plans
_REPORT: Final = ReportWords(
    in_short=both(
        "Vastaajat toivoivat aiheita tietoon ajoissa, keinoja myös ilman verkkoa ja tietoa siitä, mikä muuttui.",
        "De som svarade önskade att ämnena berättas i tid, sätt att delta också utan internet och besked om vad som ändrades.",
    ),
    asked=both(
        "Kysyimme toisessa palvelussa, milloin ja miten asukkaita pitää kuulla ja mistä näkee, että kuuleminen onnistui.",
        "I en annan tjänst frågade vi när och hur invånarna ska höras och av vad man ser att hörandet har lyckats.",
    ),
    next_steps=both(
        "Osallisuussuunnitelman luonnos tulee kommentoitavaksi tähän palveluun.",
        "Utkastet till delaktighetsplan kan kommenteras i den här tjänsten.",
    ),
)


def bring_in_earlier(county: Authority, staff: Person, *, now: datetime) -> Process:
    """Last year's survey to organisations: held in another service, its file is here and one of its cells is wrong."""
    process = building.prepare(STORIES["earlier"], county, staff, now=now)
    at = now - timedelta(days=1)
    days = (datetime.fromisoformat(f"{day}T12:00:00+00:00") for day in ("2025-02-24", "2025-03-14"))
    activity = _declared(process, staff, *days, at=at)
    _mapped(activity, staff, _TO_MEND, "jarjestokysely-2025.csv", _COLUMNS, name=_SOURCE, at=at)
    return process


def bring_in_and_answer(county: Authority, staff: Person, *, now: datetime) -> Process:
    """A survey that was held in another service, brought in with the answers given there, and published and reported here."""
    story = STORIES["brought_in"]
    process = building.prepare(story, county, staff, now=now)
    planned = building.local(now, -story.opened_days_ago, 12)
    opened, at = planned - _EARLIER, planned - timedelta(days=23)
    activity = _declared(process, staff, opened, opened + timedelta(days=20), at=at)
    days = [f"{opened + timedelta(days=2 * place):%-d.%-m.%Y}" for place in range(5)]
    file = _WISHES.format(*days, **{name: _cells(*told) for name, told in _ANSWERED.items()})
    upload = _mapped(activity, staff, file, "osallisuuskysely.csv", _OF_WISHES, name="", at=at + timedelta(hours=2))
    intake.import_upload(actor=staff, upload=upload, at=at + timedelta(hours=3))
    actions.publish_process(actor=staff, process=process, at=at + timedelta(days=1))
    _finished(activity, staff, at=at + timedelta(days=9))
    reporting.make_files(activity, staff, at=now)
    return process


def _cells(part: str, handling: str, reason: str) -> str:
    """The old answer as the file has it, in Finnish only."""
    return ";".join((REPLIES["brought_in"][part].body.text("fi"), handling, reason))


def _finished(activity: Activity, staff: Person, *, at: datetime) -> None:
    """The old answers get their Swedish and are published, and so is the report."""
    aftermath.let_show(activity, staff, at=at)
    aftermath.summarise("brought_in", activity, staff, at=at)
    aftermath.publish_brought("brought_in", activity, staff, at=at + timedelta(days=1))
    aftermath.finish(activity, staff, at=at + timedelta(days=2))
    activity.refresh_from_db()
    saved = save_report(actor=staff, activity=activity, words=_REPORT, revision=0, at=at + timedelta(days=3))
    publish_report(actor=staff, activity=activity, revision=saved.revision, at=at + timedelta(days=3))


def _declared(process: Process, staff: Person, opened: datetime, closed: datetime, *, at: datetime) -> Activity:
    """The round with its documents published and the days on which it was held elsewhere."""
    activity = Activity.objects.select_related("process__owner").get(process=process)
    for document in activity.documents.all():
        document_actions.publish_version(actor=staff, version=document.versions.get(published_at=None), at=at)
    days = {"opened_at": building.local(opened, 0, 9), "closed_at": building.local(closed, 0, 16)}
    intake.declare_earlier(actor=staff, activity=activity, source=_SOURCE, at=at, **days)
    activity.refresh_from_db(fields=["is_held_elsewhere"])
    return activity


def _mapped(
    activity: Activity, staff: Person, file: str, file_name: str, columns: Mapping[str, Any], *, name: str, at: datetime
) -> Upload:
    """A file of the survey tool whose columns have been told."""
    upload = intake.upload_file(
        actor=staff, activity=activity, kind=Upload.Kind.EARLIER, content=file.encode(), file_name=file_name,
        language="fi", at=at,
    )  # fmt: skip
    choices = {"language": "fi", "columns": columns, "place": ""}
    return intake.map_columns(actor=staff, upload=upload, choices=choices, name=name, at=at + timedelta(minutes=4))

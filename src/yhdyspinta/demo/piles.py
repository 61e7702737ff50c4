"""Paper by the pile, notes by table and a filled spreadsheet in the demo's open round."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.translation import override

from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.demo.sending import sections_of
from yhdyspinta.demo.voices import Meanwhile
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import Background, Reply, Words
from yhdyspinta.intake.checking import Typed, typed_comments
from yhdyspinta.intake.codes import round_code
from yhdyspinta.intake.importing.columns import TEMPLATE
from yhdyspinta.intake.models import Batch, Sheet, Upload
from yhdyspinta.intake.table_links import latest_end
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import in_helsinki

_LEAFLET: Final = (
    "Valmis lappu kylätalolta: kyyti kokoukseen ja takaisin pitää luvata jokaiselle, joka sitä pyytää, eikä siitä saa "
    "periä maksua."
)
#: Each paper of the pile: its parts and words.
_PILE: Final = (
    (("2.2", "Kirjaston pöydällä oli kynä ja lomake, siksi vastaan. Verkossa en olisi."),),
    (("3.2", "Foorumi Saarijärvelle joka toinen kerta. Meiltä on Jyväskylään matkaa 70 kilometriä."),),
    (("2.2", _LEAFLET),),
    (("2.2", _LEAFLET), ("4", "Kertokaa paikallislehdessä, mitä muuttui. Sen lukee koko kylä.")),
)
#: The second typist read this paper otherwise; the difference waits to be decided.
_OTHERWISE: Final = {
    2: "Foorumi Saarijärvelle joka kolmas kerta. Meiltä on Jyväskylään matkaa 20 kilometriä.",
}
_BEGUN: Final = ("3.3", "Vanhusneuvosto: paperit kuukautta aikaisemmin, niin ehdimme kysyä kerhoissa.")
_TABLES: Final = (
    ("1", "2.1", "Pöydässä toivottiin, että valmistelija tulee kuuntelemaan ennen kuin mitään on kirjoitettu."),
    ("1", "3.1", "Kokemusasiantuntijan palkkiosta pitää sopia kirjallisesti etukäteen."),
    ("2", "2.3", "Vastaus samaa tietä kuin kommentti tuli: pöydästä kolme haluaisi kirjeen."),
    ("3", "4", "Seuranta kunnittain, ja luvut samaan taulukkoon joka vuosi."),
)


def in_open_round(activity: Activity, people: Mapping[str, Person], *, now: datetime) -> list[Meanwhile]:
    """What the county types and checks in the round, with the instants."""
    desk = _Desk(activity, people["coordinator"], people["county_admin"])

    def ago(hours: float, happening: Callable[[datetime], object]) -> Meanwhile:
        at = now - timedelta(hours=hours)
        return at, lambda: happening(at)

    return [ago(70, desk.types_the_pile), ago(45, desk.notes_by_table), ago(22, desk.begins_another),
            ago(20, desk.checks_the_pile), ago(4, desk.gets_a_spreadsheet), ago(0.2, desk.opens_tables)]  # fmt: skip


class _Desk:
    """Two people of the county at the same pile."""

    def __init__(self, activity: Activity, first: Person, second: Person) -> None:
        self.activity, self.first, self.second = activity, first, second

    def types_the_pile(self, at: datetime) -> None:
        batch = self._begin(1, "pile", "Kirjaston palautuslaatikko", "paper", at)
        for number, paper in enumerate(_PILE, start=1):
            self._type(batch, number, paper, at + timedelta(minutes=3 * number))
        actions.finish_batch(actor=self.first, batch=batch, at=at + timedelta(minutes=20))

    def begins_another(self, at: datetime) -> None:
        batch = self._begin(2, "pile", "Vanhusneuvoston kokouksesta tuodut", "paper", at)
        self._type(batch, 1, (_BEGUN,), at + timedelta(minutes=2))

    def notes_by_table(self, at: datetime) -> None:
        batch = self._begin(3, "event", "Maakunnallinen osallisuusfoorumi", "event", at, people=40)
        for place, (table, section, text) in enumerate(_TABLES):
            actions.note_at_table(
                actor=self.first, batch=batch, key=self._key(30 + place), table=table, text=text,
                thread_id=self._thread(section), at=at + timedelta(minutes=10 + place),
            )  # fmt: skip

    def opens_tables(self, at: datetime) -> None:
        """A workshop goes on today: its tables write with links of their own, and a note waits to be taken in."""
        batch = self._begin(4, "event", "Omaisten torstairyhmä", "event", at)
        links = actions.make_table_links(
            actor=self.first, batch=batch, tables=2, expires_at=latest_end(batch.arrived_on), at=at
        )
        actions.write_at_table(
            link=links[0], key=self._key(40), thread_id=self._thread("2.2"), name="Tuula", at=at + timedelta(minutes=8),
            text="Sijainen pitää saada myös iltatilaisuuden ajaksi, muuten omaishoitaja jää kotiin.",
        )  # fmt: skip

    def checks_the_pile(self, at: datetime) -> None:
        """Every paper is typed again by the second person; one of them differs."""
        batch = Batch.objects.get(activity=self.activity, key=self._key(1))
        actions.draw_sheets(actor=self.second, batch=batch, percent=100, at=at)
        for sheet in Sheet.objects.filter(batch=batch).select_related("batch", "receipt"):
            typed = {
                one.number: Typed(one.thread_id, _OTHERWISE.get(sheet.number, one.text))
                for one in typed_comments(sheet.receipt)
            }
            later = at + timedelta(minutes=4 * sheet.number)
            actions.type_again(actor=self.second, sheet=sheet, typed=typed, how=Sheet.How.TYPED, at=later)

    def gets_a_spreadsheet(self, at: datetime) -> None:
        """A library filled the template; two of its cells must be mended before anything is brought in."""
        day = in_helsinki(at - timedelta(days=1)).strftime("%-d.%-m.%Y")
        with override("fi"):
            heads = [str(words) for words in TEMPLATE.values()]
        rows = [
            ["1", "A2.2", "Lukukerhossa mietittiin, kuka auttaa lomakkeen täyttämisessä.", "", "", day],
            ["2", "A3.2", "Foorumi voisi olla kirjastossa, tilaa on.", "", "", "viime viikolla"],
            ["3", "A9", "Tästä ei puhuttu missään kohdassa: kirjastoauto.", "", "", day],
        ]
        lines = [["Kirjaston lomakkeet", *[""] * (len(heads) - 1)], [round_code(self.activity)], heads, *rows]
        text = "\r\n".join(";".join(line) for line in lines)
        actions.upload_file(
            actor=self.first, activity=self.activity, kind=Upload.Kind.TEMPLATE, content=text.encode(),
            file_name="kirjaston-lomakkeet.csv", language="fi", at=at,
        )  # fmt: skip

    def _begin(
        self, number: int, kind: str, name: str, channel: str, at: datetime, *, people: int | None = None
    ) -> Batch:
        return actions.begin_batch(
            actor=self.first, activity=self.activity, key=self._key(number), kind=kind, name=name, channel=channel,
            arrived_on=in_helsinki(at).date(), language="fi", at=at, people=people,
        )  # fmt: skip

    def _type(self, batch: Batch, number: int, paper: tuple[tuple[str, str], ...], at: datetime) -> None:
        actions.type_sheet(
            actor=self.first, batch=batch, key=self._key(10 * batch.pk + number), arrived_on=in_helsinki(at).date(),
            words=[Words(self._thread(section), text) for section, text in paper],
            facts=SenderFacts(language="fi", capacities=("resident",)), organisation="", background=Background(),
            reply=Reply(), at=at,
        )  # fmt: skip

    def _thread(self, section: str) -> int:
        return sections_of(self.activity)[section].thread_id or 0

    def _key(self, number: int) -> UUID:
        return UUID(int=self.activity.pk * 1_000_000 + 500_000 + number, version=4)

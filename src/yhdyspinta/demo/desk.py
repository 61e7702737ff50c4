"""What lies on the demo's desks: templates of answers, a translator's file, and a round that was held elsewhere."""

from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.answers.phrases import save_template
from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo import building
from yhdyspinta.demo.stories import STORIES, both
from yhdyspinta.documents import actions as document_actions
from yhdyspinta.intake import actions as intake
from yhdyspinta.intake.models import Upload
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.translating.actions import keep_returned
from yhdyspinta.translating.files import HEAD_ROWS, RowBack, as_excel, code_of
from yhdyspinta.translating.texts import texts_of

_IN_ENGLISH: Final = {
    "summary": "The plan tells in which matters residents are heard during three years.",
    "background": "The plan is prepared in the participation working group.",
}
#: What the survey tool's file held: a heading line, then an answer a line.
_SURVEY: Final = """Vastaajan tunnus;Vastattu;Kenen puolesta;Kotikunta;Mitä mieltä kumppanuuspöydästä?;Muuta
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


def keep_phrases(county: Authority, staff: Person, *, at: datetime) -> None:
    """Words that the county's answers often hold."""
    for name, body in (
        (
            "Otettu huomioon",
            both(
                "Kiitos. Korjasimme tekstin ehdotuksesi pohjalta. Muutettu kohta on linkin takana.",
                "Tack. Vi rättade texten utifrån ditt förslag. Den ändrade punkten finns bakom länken.",
            ),
        ),
        (
            "Ei kuulu meille",
            both(
                "Kiitos. Asia kuuluu toiselle viranomaiselle, ja siirrämme kommenttisi sinne.",
                "Tack. Saken hör till en annan myndighet, och vi för din kommentar dit.",
            ),
        ),
    ):
        save_template(actor=staff, authority=county, template=None, name=name, body=body, revision=0, at=at)


def bring_translations(process: Process, staff: Person, *, at: datetime) -> None:
    """The translator's file into English came back and waits for a look."""
    texts = texts_of(process, "fi", "en")
    done = {text: _IN_ENGLISH.get(text.key.rpartition("/")[2], "") for text in texts if text.key.startswith("process/")}
    pairs = [(code_of(text, "fi", "en"), words) for text, words in done.items() if words]
    rows = [RowBack(number, *pair) for number, pair in enumerate(pairs, start=HEAD_ROWS + 1)]
    content = as_excel(texts, title=str(process.title), source="fi", target="en")
    keep_returned(actor=staff, of=process, name="kaannokset-en.xlsx", content=content, rows=rows, at=at)


def bring_own_translations(authority: Authority, staff: Person, *, at: datetime) -> None:
    """What the authority says of itself came back in English too."""
    texts = texts_of(authority, "fi", "en")
    chosen = [text for text in texts if text.key.endswith("/paper_way")]
    rows = [
        RowBack(
            number, code_of(text, "fi", "en"), "Paper forms are in libraries and at health centres. Leave them there."
        )
        for number, text in enumerate(chosen, start=HEAD_ROWS + 1)
    ]
    content = as_excel(texts, title=str(authority.name), source="fi", target="en")
    keep_returned(actor=staff, of=authority, name="omat-tekstit-en.xlsx", content=content, rows=rows, at=at)


def bring_in_earlier(county: Authority, staff: Person, *, now: datetime) -> Process:
    """Last year's survey to organisations: held in another service, its file is here and one of its cells is wrong."""
    process = building.prepare(STORIES["earlier"], county, staff, now=now)
    activity = process.activities.get()
    at = now - timedelta(days=1)
    for document in activity.documents.all():
        document_actions.publish_version(actor=staff, version=document.versions.get(published_at=None), at=at)
    intake.declare_earlier(
        actor=staff, activity=activity, source="Alueen aiempi kyselytyökalu",
        opened_at=building.local(datetime.fromisoformat("2025-02-24T12:00:00+00:00"), 0, 9),
        closed_at=building.local(datetime.fromisoformat("2025-03-14T12:00:00+00:00"), 0, 16), at=at,
    )  # fmt: skip
    upload = intake.upload_file(
        actor=staff, activity=activity, kind=Upload.Kind.EARLIER, content=_SURVEY.encode(),
        file_name="jarjestokysely-2025.csv", language="fi", at=at,
    )  # fmt: skip
    choices = {"language": "fi", "columns": _COLUMNS, "place": ""}
    intake.map_columns(
        actor=staff, upload=upload, choices=choices, name="Alueen aiempi kyselytyökalu", at=at + timedelta(minutes=4)
    )
    return process

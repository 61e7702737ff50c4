"""The launch pack of the demo's open round: its news, posts and picture, released when commenting opened."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Final

from yhdyspinta.demo.stories import both
from yhdyspinta.launch.actions import release_pack, save_pack
from yhdyspinta.launch.pictures import SentPicture
from yhdyspinta.launch.words import LaunchWords
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity

_WORDS: Final = LaunchWords(
    headline=both("Miten asukkaat pääsevät mukaan? Kommentoi luonnoksia", "Hur kommer invånarna med? Kommentera utkasten"),
    news=both(
        "Järjestöyhteistyön ja osallisuuden toimintamallit ovat luonnoksina kommentoitavina. Kohdat voi lukea ja kommentoida "
        "yksitellen, eikä kirjautumista tarvita.\n\nPaperilomakkeita on kirjastoissa ja terveysasemilla, ja puhelimella voi "
        "kertoa arkisin. Jokaiseen kommenttiin vastataan.",
        "Modellerna för organisationssamarbete och delaktighet kan nu kommenteras som utkast. Punkterna kan läsas och "
        "kommenteras en i taget, utan inloggning.\n\nPappersblanketter finns på bibliotek och hälsostationer, och man kan "
        "ringa på vardagar. Varje kommentar besvaras.",
    ),
    newsletter=both(
        "Kaksi toimintamallia on kommentoitavana. Lue kohta, joka koskee yhdistystäsi, ja kerro, mitä siitä puuttuu.",
        "Två modeller kan kommenteras. Läs den punkt som gäller er förening och berätta vad som saknas.",
    ),
    short_post=both(
        "Mitä osallisuuden malleista puuttuu? Kommentoi kohta kerrallaan, ilman kirjautumista.",
        "Vad saknas i modellerna för delaktighet? Kommentera en punkt åt gången, utan inloggning.",
    ),
    post=both(
        "Kaksi mallia, yksi kysymys: miten asukkaat ja järjestöt pääsevät mukaan ajoissa? Luonnoksia voi kommentoida "
        "verkossa, paperilla, puhelimessa ja osallisuusfoorumissa. Jokaiseen kommenttiin vastataan.",
        "Två modeller, en fråga: hur kommer invånare och organisationer med i tid? Utkasten kan kommenteras på nätet, på "
        "papper, per telefon och på delaktighetsforumet. Varje kommentar besvaras.",
    ),
    picture_post=both(
        "Sano oma kohtasi. Luonnokset ovat auki nyt.", "Säg din punkt. Utkasten är öppna nu."
    ),
    picture_text=both(
        "Kolme puhekuplaa vierekkäin, yhdessä niistä on viiva kuin allekirjoitettavana.",
        "Tre pratbubblor bredvid varandra, i en av dem en linje som att skriva på.",
    ),
)  # fmt: skip


def release(activity: Activity, staff: Person, *, at: datetime) -> None:
    """Write the pack, look at it, and release it."""
    picture = SentPicture(_picture(), "puhekuplat.png", "image/png")
    pack = save_pack(actor=staff, activity=activity, words=_WORDS, revision=0, picture=picture, at=at)
    release_pack(actor=staff, activity=activity, revision=pack.revision, at=at + timedelta(minutes=30))


def _picture() -> bytes:
    """Three speech bubbles, drawn here."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1200, 630), "#f7f4ec")
    pen = ImageDraw.Draw(image)
    for left, colour in ((90, "#0d4d47"), (440, "#b36b00"), (790, "#0b5a73")):
        pen.rounded_rectangle((left, 170, left + 320, 390), radius=44, fill=colour)
        pen.polygon([(left + 70, 380), (left + 150, 380), (left + 60, 470)], fill=colour)
    for place in range(3):
        pen.rounded_rectangle((140, 225 + 45 * place, 340 - 50 * place, 239 + 45 * place), radius=7, fill="#fffdf8")
    pen.line((840, 330, 1060, 330), fill="#fffdf8", width=8)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()

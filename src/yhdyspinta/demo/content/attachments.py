"""Files beside the demo documents: plain texts, by document."""

from typing import Final, NamedTuple

from yhdyspinta.demo.stories import both
from yhdyspinta.wording.fields import Wording


class File(NamedTuple):
    """A file as a coordinator would bring it."""

    file_name: str
    name: Wording
    language: str
    text: str


ATTACHMENTS: Final[dict[str, tuple[File, ...]]] = {
    "participation": (
        File(
            "kaytossa-olevia-ratkaisuja.txt",
            both("Jo käytössä olevia ratkaisuja", "Lösningar som redan används"),
            "fi",
            "Jo käytössä olevia ratkaisuja\n\n"
            "1. Puhelintunti: valmistelija vastaa kysymyksiin joka toinen tiistai.\n"
            "2. Kahvipöytä: lomakkeet ja kirjaaja tulevat sinne, missä ihmiset jo ovat.\n"
            "3. Vastausviikko: vastaukset julkaistaan samalla viikolla kaikille.\n",
        ),
        File(
            "losningar-som-anvands.txt",
            both("Jo käytössä olevia ratkaisuja (ruotsiksi)", "Lösningar som redan används (på svenska)"),
            "sv",
            "Lösningar som redan används\n\n"
            "1. Telefontimme: beredaren svarar på frågor varannan tisdag.\n"
            "2. Kaffebord: blanketterna och en sekreterare kommer dit där människorna redan är.\n"
            "3. Svarsvecka: svaren publiceras samma vecka för alla.\n",
        ),
    ),
    "cooperation": (
        File(
            "kumppanuuspoydan-vuosi.csv",
            both("Kumppanuuspöydän vuosi taulukkona", "Partnerskapsbordets år som tabell"),
            "fi",
            "kuukausi;aihe\ntammikuu;tavoitteet\nmaaliskuu;tilat\nkesäkuu;avustukset\nlokakuu;arviointi\n",
        ),
    ),
}

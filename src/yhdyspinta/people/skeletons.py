"""Names as the eye reads them: two that look alike have the same skeleton."""

import unicodedata
from typing import Final

from django.utils import translation

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.roles import ROLES
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

#: Letters of other scripts, digits and signs, and the Latin letter that each passes for.
_LOOKS_LIKE: Final = str.maketrans(
    {
        **dict(zip("авекмнорстухѕіјһԁԛԝгпѵ", "abekmhopctyxsijhdqwrnv", strict=True)),
        **dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=True)),
        **dict(zip("ıɩɑɡɪʟℓ", "iiagill", strict=True)),
        **dict(zip("013457$@|", "oleastsal", strict=True)),
        **dict(zip("σδρςⲙⲟⲁⲉⲣⲧⲥᴍᴏᴅᴇʀᴀᴛɴᴊʏᴋᴜᴘᴠʜꜱʙɪʟ", "odpcmoaeptcmoderatnjykupvhsbil", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "ø": "ö",
        "đ": "d",
        "ł": "l",
        "þ": "th",
    }
)
#: Å, ä and ö are letters of their own for Finnish and Swedish eyes; other marks are easily overlooked.
_OWN_LETTERS: Final = frozenset("åäö")
#: Words that a resident's name may not hold: they read as somebody who works here.
_STAFF_WORDS: Final = (
    "moderaattori", "moderator", "moderointi", "moderering", "ylläpito", "ylläpitäjä", "pääkäyttäjä", "administrator",
    "administratör", "huvudanvändare", "driftansvarig", "hallinnoija", "koordinaattori", "koordinator", "coordinator",
    "samordnare", "kirjaamo", "registratorskontor", "tietosuojavastaava", "dataskyddsombud", "data protection officer",
    "viranomainen", "myndighet", "asiakaspalvelu", "kundtjänst", "customer service", "yhdyspinta",
)  # fmt: skip
_STAFF_NAMES: Final = ("admin", "staff", "official", "virallinen", "officiell", "tuki", "support", "system", "hva")
_AUTHORITY_ENDINGS: Final = ("hyvinvointialue", "välfärdsområde", "wellbeing services county")
#: What a municipality's name is followed by when it speaks as the municipality.
_MUNICIPAL: Final = ("kaupunki", "kunta", "stad", "kommun", "city", "municipality")
_LONG_NAME: Final = 12
_ALIKE: Final = frozenset({"LATIN", "GREEK", "CYRILLIC", "COPTIC", "CHEROKEE", "ARMENIAN", "LISU"})


def skeleton(text: str, *, most: int = 80) -> str:
    """The text without what the eye overlooks: case, marks, look-alike letters, signs and spaces."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(letter if letter in _OWN_LETTERS else _bare(letter) for letter in folded)
    mapped = letters.translate(_LOOKS_LIKE).replace("i", "l")  # a capital i and a small l are the same stroke
    kept = "".join(letter for letter in mapped if letter.isalnum())
    return kept.replace("rn", "m").replace("vv", "w")[:most]


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


def may_be_shown_as(name: str, authority: Authority) -> bool:
    """Whether a resident's name or pseudonym can be shown: not empty, and not passing for staff or the authority."""
    shown = skeleton(name)
    if not shown:
        return False
    if any(skeleton(word) in shown for word in _STAFF_WORDS):
        return False
    if any(shown.endswith(skeleton(ending)) for ending in _AUTHORITY_ENDINGS):
        return False
    if _mixes_scripts(name) or _is_municipality(name, authority):
        return False
    names = {skeleton(text) for text in _names_of(authority)} - {""}
    if any(taken in shown for taken in names if len(taken) >= _LONG_NAME):
        return False
    return shown not in names | {skeleton(word) for word in _STAFF_NAMES} | _role_names()


def _names_of(authority: Authority) -> list[str]:
    """The authority's names, and the short one of its address: "Keski-Suomi" is read as the county too."""
    return [*authority.name.values(), *authority.name_inflected.values(), authority.slug]


def _mixes_scripts(name: str) -> bool:
    """Whether one word has letters of Latin and of a script that looks like it: no word of any language has."""
    for word in unicodedata.normalize("NFKC", name).split():
        scripts = {unicodedata.name(letter, "").split(" ", 1)[0] for letter in word if letter.isalpha()}
        if len(scripts & _ALIKE) > 1:
            return True
    return False


def _is_municipality(name: str, authority: Authority) -> bool:
    """Whether the name is the authority's own with its kind: "Jyväskylän kaupunki", "Vasa stad", "City of Vaasa"."""
    words = [skeleton(word) for word in name.split()]
    if len(words) < 2 or not {words[0], words[-1]} & {skeleton(kind) for kind in _MUNICIPAL}:
        return False
    stems = {skeleton(text.split()[0]) for text in _names_of(authority) if text.split()}
    return any(word.startswith(stem[: max(len(stem) - 2, 3)]) for word in words for stem in stems)


def _role_names() -> set[str]:
    found = set()
    for language in INTERFACE_LANGUAGES:
        with translation.override(language):
            found |= {skeleton(str(role.name)) for role in ROLES.values()}
    return found

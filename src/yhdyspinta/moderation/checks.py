"""What a comment's words may hold that should be looked at before they are shown. Warns; never refuses."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_CHECK_LETTERS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
#: The century marks of 128/2010 as extended in 2023.
_CENTURIES: Final = dict.fromkeys("+", 1800) | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)

_IDENTITY = re.compile(r"(?<![\w+-])(\d{2})(\d{2})(\d{2}) ?([-+–A-FU-Y]) ?(\d{3})([0-9A-Y])(?!\w)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,20}", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w+/.§-])(?:\+|00)?\d(?:[ ()-]?\d){5,13}(?![\w/§]|[.-]\d)")
_DATE_LIKE = re.compile(r"\d{1,2}[.-]\d{1,2}[.-]\d{2,4}|\d{4}-\d{2}-\d{2}(?: \d+)?|\d{4} ?- ?\d{4}")
#: How numbers of people begin here: mobile 04x and 050, areas 01-09 without 00, and numbers from abroad.
_PHONE_STARTS: Final = (
    "04",
    "050",
    "013",
    "014",
    "015",
    "016",
    "017",
    "018",
    "019",
    "02",
    "03",
    "05",
    "06",
    "08",
    "09",
)

#: Beginnings of words that tell of somebody's health. "terveyskeskus" and other names of services are not among them.
_HEALTH: Final = (
    # Finnish, with consonant gradation spelled out
    "diagnoos", "lääkity", "lääkkeeni", "masennus", "masennuks", "masentunu", "ahdistuneisuushäir", "skitsofreni",
    "psykoos", "kaksisuuntai", "syöpä", "syövän", "syöpää", "syöpähoi", "kasvaim", "diabetes", "diabeetik",
    "epilepsi", "muistisairau", "muistisairas", "dementi", "alzheimer", "parkinson", "aivoinfarkt", "aivohalvau", "sydäninfarkt",
    "sairastan", "sairastun", "sairasta", "sairastava", "sairauteni", "sairautensa", "leikattiin", "leikkaukseni", "raskaana",
    "keskenmen", "abort", "alkoholist", "päihderiippuv", "huumeriippuv", "hiv-", "itsemur", "vammani",
    "kehitysvammai", "adhd", "autismi", "autistin", "ms-tauti", "ms-taudi", "reumaa", "astmaa", "mielenterveysongelm", "oirei", "potilastie",
    # Swedish
    "depression", "deprimera", "cancer", "tumör", "epilepsi", "demens", "stroke", "schizofren", "bipolär",
    "psykos", "gravid", "missfall", "missbruk", "självmord", "sjukdom", "insjukna", "opererade", "medicinering", "ångest", "hjärtinfarkt",
    # English
    "diagnos", "depress", "diabet", "epilep", "dementia", "schizophren", "bipolar", "pregnan", "miscarriage", "suicid",
    "my illness", "my disease", "medication", "surgery", "tumour", "tumor", "addict",
)  # fmt: skip
_INSULTS: Final = (
    "idioot", "ääliö", "vitun", "vittu", "vitut", "saatanan", "perkeleen", "paskiai", "huora", "kusipä", "runkkar",
    "imbesil", "neeker", "jävla", "fitta", "fittor", "kärring", "idiot", "svin", "hora", "horor",
    "fuck", "asshole", "bastard", "moron", "bitch", "tapan sinut", "tapetaan", "ampua kaikki",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """A stretch of the text that a check points at."""

    code: str  # moderation.values.WARNINGS
    start: int
    end: int


def warnings_in(text: str) -> tuple[str, ...]:
    """The codes of everything the checks find, each once, most serious first."""
    found = {finding.code for finding in findings(text)}
    return tuple(code for code in _CHECKS if code in found)


def findings(text: str) -> tuple[Finding, ...]:
    """Where the checks point, in the order of the text; stretches do not overlap, the more serious one stays."""
    kept: list[Finding] = []
    for code, check in _CHECKS.items():
        for start, end in check(text):
            if all(end <= other.start or start >= other.end for other in kept):
                kept.append(Finding(code, start, end))
    return tuple(sorted(kept, key=lambda finding: finding.start))


def _identity_codes(text: str) -> Iterator[tuple[int, int]]:
    for match in _IDENTITY.finditer(text):
        day, month, year, mark, order, check = match.groups()
        century = _CENTURIES.get("-" if mark == "–" else mark.upper())
        number = int(f"{day}{month}{year}{order}")
        if century is None or _CHECK_LETTERS[number % 31] != check.upper():
            continue
        try:
            date(century + int(year), int(month), int(day))
        except ValueError:
            continue
        yield match.span()


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (match.span() for match in pattern.finditer(text))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        said = match.group()
        digits = re.sub(r"\D", "", said)
        if _DATE_LIKE.fullmatch(said) or len(set(digits)) == 1:
            continue
        if said.startswith("+") or digits.startswith("00358"):
            is_phone = 8 <= len(digits) <= 15 and set(digits[4:]) != {"0"}
        else:
            is_phone = 7 <= len(digits) <= 11 and digits.startswith(_PHONE_STARTS)
        if is_phone:
            yield match.span()


def _words(beginnings: tuple[str, ...]) -> Callable[[str], Iterator[tuple[int, int]]]:
    ordered = sorted(set(beginnings), key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")\w*", re.IGNORECASE)
    return _matches(pattern)


_CHECKS: Final[dict[str, Callable[[str], Iterator[tuple[int, int]]]]] = {
    "identity_code": _identity_codes,
    "health": _words(_HEALTH),
    "email": _matches(_EMAIL),
    "link": _matches(_LINK),
    "phone": _phones,
    "insult": _words(_INSULTS),
}

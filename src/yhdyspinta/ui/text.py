"""The one cleaning of every text that a person gives, and its beginning where the whole does not fit."""

import re
import unicodedata
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Marks that turn the reading direction of what follows: they can make a text show other than it is.
BIDI_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Characters without width or look that hide inside words; the joiner of emoji families is kept between emoji.
ZERO_WIDTH: Final = frozenset(
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0\ufffe\uffff"
)
JOINER: Final = "\u200d"
MOST_MARKS: Final = 4
_INVISIBLE: Final = {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"}
_PICTURE_KINDS: Final = {"So", "Sk"}
_NEWLINES: Final = re.compile(r"\r\n?|\u2028|\u2029|\x85")
#: Latin letters and signs that need no looking at: whole as they are, seen, and on one line or several.
_ORDINARY: Final = re.compile("[\n\t -~\u00a1-\u00ac\u00ae-\u017f\u2013\u2014\u2019\u201d]*")
_SPACES: Final = re.compile(r"[^\S\n]+")
_MANY_NEWLINES: Final = re.compile(r"\n{3,}")


def clean_text(value: str, *, multiline: bool) -> str:
    """The text in NFC without hidden characters, or ValidationError saying what cannot be in it.

    Empty in, empty out; a text of only invisible characters is refused.
    """
    if not value:
        return ""
    text = _NEWLINES.sub("\n", value)
    if not is_ordinary(text):
        _refuse_broken(text)
        text = _without_hidden(unicodedata.normalize("NFC", text))
        text = _fewer_marks(unicodedata.normalize("NFC", text))
    if multiline:
        lines = (line.rstrip() for line in text.replace("\t", "    ").split("\n"))
        text = _MANY_NEWLINES.sub("\n\n", "\n".join(lines)).strip()
    else:
        text = _SPACES.sub(" ", text.replace("\n", " ")).strip()
    text = unicodedata.normalize("NFC", text)
    if not has_visible(text):
        if value.strip():
            raise ValidationError(_("Write something that can be seen."), code="invisible")
        return ""
    return text


def is_ordinary(text: str) -> bool:
    """Whether every sign is one that nothing hides in."""
    return _ORDINARY.fullmatch(text) is not None


def readable(text: str, *, multiline: bool) -> str:
    """Any text as it is cleaned when somebody gives it, and never refused: what cannot be in a text is left out.

    For what is printed far from where it was checked, as in mail: a stored text may be older than a check of today.
    """
    kept = "".join(character for character in _NEWLINES.sub("\n", text) if not _is_broken(character))
    kept = unicodedata.normalize("NFC", _fewer_marks(_without_hidden(unicodedata.normalize("NFC", kept))))
    return kept if multiline else " ".join(kept.split())


def _is_broken(character: str) -> bool:
    is_control = unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
    return is_control or character in BIDI_OVERRIDES


def beginning(text: str, most: int) -> str:
    """The text, or as much of it as fits, cut between words and with a sign that it goes on."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(".,;:–- ") + "…"


_APART: Final = re.compile(r"(?<=\d) (?=[^\W\d_]|[§%€/])|(?<=[§/]) (?=\d)")


def together(text: str) -> str:
    """A text in which no line ends between a number and what it counts or is divided by: "9 kommenttia", "1 / 2"."""
    return type(text)(_APART.sub("\N{NO-BREAK SPACE}", text))  # what is markup stays that


#: The highest number that is asked of anything: a column of whole numbers holds it, with room to count on from it.
HIGHEST: Final = 2_000_000_000


def number_of(text: object, *, most_digits: int = 17) -> int | None:
    """A whole number that fits the database, or None: never an error, whatever an address or a form carries."""
    plain = str(text or "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= most_digits else None


def has_visible(text: str) -> bool:
    """Whether anything in the text can be seen."""
    return any(
        unicodedata.category(character) not in _INVISIBLE and character not in ZERO_WIDTH and character != "\u2800"
        for character in text
    )


def _refuse_broken(text: str) -> None:
    for character in text:
        kind = unicodedata.category(character)
        if kind == "Cs":
            raise ValidationError(_("The text has a broken character. Write it again."), code="surrogate")
        if kind == "Cc" and character not in "\n\t":
            raise ValidationError(_("The text has control characters. Write it again without them."), code="control")
        if character in BIDI_OVERRIDES:
            raise ValidationError(
                _("The text has hidden marks that turn its direction. Write it again without them."), code="bidi"
            )


def _without_hidden(text: str) -> str:
    kept: list[str] = []
    for place, character in enumerate(text):
        if character in ZERO_WIDTH:
            continue
        if character == JOINER and not (
            _is_picture(text[place - 1 : place]) and _is_picture(text[place + 1 : place + 2])
        ):
            continue
        kept.append(character)
    return "".join(kept)


def _is_picture(character: str) -> bool:
    return bool(character) and (unicodedata.category(character) in _PICTURE_KINDS or character == "\ufe0f")


def _fewer_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if run <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)

"""What an import proposes: parts with a heading and Markdown, and mends of broken words."""

import re
import unicodedata
from dataclasses import asdict, dataclass, field
from typing import Any, Self

#: Characters that show nothing or turn the reading order: never kept in a text.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
_PILED = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


@dataclass(frozen=True)
class Mend:
    """A word that a line break or soft hyphen broke: as it came, as proposed, and whether the proposal is taken."""

    before: str
    after: str
    accepted: bool
    #: "hyphen" waits for approval; "soft" is already done and only shown.
    kind: str = "hyphen"


@dataclass(frozen=True)
class Part:
    """A proposed section."""

    heading: str
    level: int
    body: str
    mends: tuple[Mend, ...] = field(default=())

    def stored(self) -> dict[str, Any]:
        return {**asdict(self), "mends": [asdict(mend) for mend in self.mends]}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        mends = tuple(Mend(**mend) for mend in kept.get("mends", ()))
        return cls(str(kept["heading"]), int(kept["level"]), str(kept["body"]), mends)


def clean(text: str) -> str:
    """NFC, one kind of line end, and nothing unseen; what people read stays."""
    text = _UNSEEN.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    return _PILED.sub(r"\1", unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\t", " "))


_NUMBERED = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3}){0,5})(?P<end>[.)]?)\s+(?P<words>\S.*)$")


def without_number(heading: str) -> tuple[str, int | None]:
    """A heading without the number that was written before it, and the level that the number tells."""
    found = _NUMBERED.match(heading.strip())
    if not found or not any(letter.isalpha() for letter in found["words"]):
        return heading.strip(), None
    return found["words"].strip(), found["number"].count(".") + 1


_STARTS = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|={2,}|-{2,}|~{3,})")
_COUNTS = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Plain text as Markdown that shows the same letters."""
    text = re.sub(r"([\\*`|])", r"\\\1", text)
    text = re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", text)
    text = text.replace("](", "]\\(").replace("]:", "]\\:")
    text = re.sub(r"&(?=#?\w+;)", r"\\&", text)
    text = re.sub(r"<(?=[a-zA-Z/!?])", r"\\<", text)
    text = _STARTS.sub(lambda found: f"{found[1]}\\{found[2]}", text)
    return _COUNTS.sub(r"\1\\\2", text)

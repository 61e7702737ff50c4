"""Staff's words made to fit a page: whole paragraphs as far as they go, and whether something was left out."""

from typing import NamedTuple

from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording


class Shortened(NamedTuple):
    """The beginning of a text in each language."""

    text: Wording
    is_cut: bool


def shortened(text: Wording, most: int) -> Shortened:
    """The first paragraphs within so many signs; a first one that is longer ends with its last whole sentence."""
    short = Wording({language: _beginning(words, most) for language, words in text.items()})
    return Shortened(short, any(short[language] != words.strip() for language, words in text.items()))


def _beginning(words: str, most: int) -> str:
    kept: list[str] = []
    for paragraph in words.strip().split("\n\n"):
        if sum(map(len, kept)) + len(paragraph) > most:
            break
        kept.append(paragraph)
    return "\n\n".join(kept) or _sentences(words.strip().split("\n\n")[0], most)


def _sentences(paragraph: str, most: int) -> str:
    """Whole sentences; of a single endless one whole words and a sign that it goes on."""
    room = paragraph[:most]
    end = max(room.rfind(f"{sign} ") for sign in ".!?")
    return room[: end + 1] if end > 0 else beginning(paragraph, most)

"""The text that a reader has chosen, Sámi or easy language: for the page being made, and for nothing kept or sent."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from yhdyspinta.wording.languages import EASY_OF, TEXT_LANGUAGES, fallback_order, page_language

#: The name of the query by which a reader chooses; its value, and the cookie's, is one of `TEXT_LANGUAGES`, or this.
NAME: Final = "text"
ORDINARY: Final = "ordinary"


@dataclass
class Reading:
    """What the reader of a page chose, and what the page turned out to have."""

    chosen: str = ""  # a tag of TEXT_LANGUAGES, or nothing: the ordinary texts
    met: set[str] = field(default_factory=set)  # the languages that texts on the page exist in
    fell_back: bool = False  # some text on the page does not exist in the chosen language


_READING: ContextVar[Reading | None] = ContextVar("yhdyspinta_reading", default=None)


@contextmanager
def reading(chosen: str = "") -> Iterator[Reading]:
    """While a reader's page is made: its texts are looked for in the chosen language first."""
    now = Reading(chosen if chosen in TEXT_LANGUAGES else "")
    token = _READING.set(now)
    try:
        yield now
    finally:
        _READING.reset(token)


def chosen_text() -> str:
    """The chosen language of texts on this page; easy language follows the page's own, and English has none."""
    now = _READING.get()
    if now is None or not now.chosen:
        return ""
    return EASY_OF.get(page_language(), "") if now.chosen in EASY_OF.values() else now.chosen


def choices() -> list[str]:
    """What the reader of this page may choose: the languages that its texts exist in, and the one chosen."""
    now = _READING.get()
    if now is None:
        return []
    easy = EASY_OF.get(page_language())
    offered = {tag for tag in now.met if tag not in EASY_OF.values() or tag == easy} | {chosen_text()}
    return [tag for tag in TEXT_LANGUAGES if tag in offered]


def fell_back() -> bool:
    """Whether something on the page is not in the chosen language."""
    now = _READING.get()
    return now is not None and bool(chosen_text()) and now.fell_back


def reading_order(language: str) -> list[str]:
    """Which languages to try for the reader of a page in `language`, best first."""
    chosen = chosen_text()
    return list(dict.fromkeys([chosen, *fallback_order(language)] if chosen else fallback_order(language)))


def best_tag(existing: Iterable[str], language: str) -> str | None:
    """Of the languages that a text exists in, the chosen one, or the nearest to `language`; None when none is near."""
    tags, now, chosen = set(existing), _READING.get(), chosen_text()
    if now is not None:
        now.met |= tags
        now.fell_back |= bool(tags) and chosen not in tags
    return next((tag for tag in reading_order(language) if tag in tags), None)


def note(met: Iterable[str], *, fell_back: bool) -> None:
    """What a piece of the page, made earlier, told of the languages of its texts."""
    now = _READING.get()
    if now is not None:
        now.met |= set(met)
        now.fell_back |= fell_back


def is_fallback(tag: str, language: str) -> bool:
    """Whether a text in `tag` is something else than what a reader of `language` asked for."""
    return tag != (chosen_text() or language)

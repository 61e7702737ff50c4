"""The languages that content may have, and what they are called."""

from collections.abc import Sequence
from typing import Final

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language

EASY_FINNISH: Final = "fi-x-selko"
EASY_SWEDISH: Final = "sv-x-lattlast"

#: Content languages in the order in which staff see them; keys are BCP 47 tags, stored in the database.
CONTENT_LANGUAGES: Final[dict[str, str]] = {
    "fi": "suomi",
    "sv": "svenska",
    "en": "English",
    "se": "davvisámegiella",
    "smn": "anarâškielâ",
    "sms": "nuõrttsääʹmǩiõll",
    EASY_FINNISH: "selkosuomi",
    EASY_SWEDISH: "lätt svenska",
}

#: What the words of others are in when it is none of these, as BCP 47 says it.
ANOTHER_LANGUAGE: Final = "und"

INTERFACE_LANGUAGES: Final = ("fi", "sv", "en")

#: Content that a reader may choose beside the language of the page.
TEXT_LANGUAGES: Final = ("se", "smn", "sms", EASY_FINNISH, EASY_SWEDISH)

#: Easy language is one choice: it goes with the language of the page.
EASY_OF: Final[dict[str, str]] = {"fi": EASY_FINNISH, "sv": EASY_SWEDISH}

# Django does not know the Sámi languages: without these its language tools refuse them.
for _code in ("se", "smn", "sms"):
    LANG_INFO.setdefault(
        _code,
        {
            "bidi": False,
            "code": _code,
            "name": CONTENT_LANGUAGES[_code],
            "name_local": CONTENT_LANGUAGES[_code],
        },
    )


def fallback_order(language: str) -> list[str]:
    """Which languages to try for a reader of `language`, best first; an easy-language reader gets the plain twin next."""
    order = [language, language.split("-", maxsplit=1)[0], "fi", "sv", "en", "se", "smn", "sms"]
    return list(dict.fromkeys(order))


def spoken_to_in(tag: str, ours: Sequence[str] = ()) -> str:
    """The language to write in to somebody whose words are in this one: our first where theirs is another."""
    return next(iter(ours), "fi") if tag == ANOTHER_LANGUAGE else tag


def html_lang(tag: str) -> str:
    """What `lang` says of a content language: easy Finnish is Finnish to a screen reader."""
    return tag.split("-x-", maxsplit=1)[0]


def page_language_of(tag: str, ours: Sequence[str] = ()) -> str:
    """The language of pages and letters for whoever reads or writes a content language.

    There are pages in three languages alone: for others it is the first of ours that has them.
    """
    wanted = (html_lang(tag).split("-", maxsplit=1)[0], *ours)
    return next((one for one in wanted if one in INTERFACE_LANGUAGES), INTERFACE_LANGUAGES[0])


def page_language() -> str:
    """The language of the page or message that is being made."""
    return (get_language() or "fi").split("-")[0]

"""The short link of a round in each language."""

from typing import Final

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES, html_lang

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def code_of(number: int) -> str:
    """A number in as few letters and digits as possible."""
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text or "0"


def number_of_code(code: str) -> int | None:
    """The number of a code, or None for what is none."""
    if not code.isascii() or not code.isalnum() or len(code) > 11 or code != code.lower():
        return None
    return int(code, 36)


def page_language_of(language: str) -> str:
    """The language of the pages that a text of the content language leads to."""
    plain = html_lang(language)
    return plain if plain in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def round_link(activity: Activity, language: str) -> str:
    """The short link, whole, in a language."""
    code = code_of(activity.pk)
    return absolute(address("launch:short", activity.process.owner, language=page_language_of(language), code=code))

"""The short link of a round in each language: for print, posts and paper forms. `launch` leads on from it."""

from typing import Final

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import page_language_of

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


def round_link(activity: Activity, language: str) -> str:
    """The short link, whole, in a language."""
    owner = activity.process.owner
    pages = page_language_of(language, owner.duty_languages)
    return absolute(address("launch:short", owner, language=pages, code=code_of(activity.pk)))

"""The short link of a round in each language: for print, posts and paper forms. `launch` leads on from it."""

from typing import Final

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import TEXT_LANGUAGES, page_language_of
from yhdyspinta.wording.reader import NAME, ORDINARY

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


def round_link(activity: Activity, language: str, *, text: str = "") -> str:
    """The short link, whole, in a language; `text` is the Sámi or easy-language text that it opens."""
    owner = activity.process.owner
    pages = page_language_of(language, owner.duty_languages)
    return absolute(with_text(address("launch:short", owner, language=pages, code=code_of(activity.pk)), text))


def with_text(path: str, text: str) -> str:
    """An address that opens the text in Sámi or easy language, or the ordinary one."""
    return f"{path}?{NAME}={text}" if text in {ORDINARY, *TEXT_LANGUAGES} else path

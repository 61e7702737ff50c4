"""How long a text is as people see it: an emoji family, a flag or a letter with its marks is one character."""

import unicodedata
from typing import Final

from yhdyspinta.ui.text import JOINER

_JOINED_KINDS: Final = frozenset({"Mn", "Me", "Mc"})
_SKINS: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)


def seen_length(text: str) -> int:
    """The number of characters that a reader counts."""
    count, before, is_half_flag = 0, "", False
    for character in unicodedata.normalize("NFC", text):
        is_flag_letter = ord(character) in _FLAG_LETTERS
        if not (count and (_belongs_to(before, character) or (is_flag_letter and is_half_flag))):
            count += 1
            is_half_flag = is_flag_letter
        else:
            is_half_flag = False
        before = character
    return count


def _belongs_to(before: str, character: str) -> bool:
    """Whether the character is drawn into the one before it."""
    number = ord(character)
    is_mark = unicodedata.category(character) in _JOINED_KINDS or number in _SKINS or number in _TAGS
    return is_mark or JOINER in (character, before)

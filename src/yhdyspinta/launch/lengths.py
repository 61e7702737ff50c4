"""How long a text is as people see it: an emoji family, a flag or a letter with its marks is one character."""

import re
import unicodedata
from typing import Final

from yhdyspinta.ui.text import JOINER

_JOINED_KINDS: Final = frozenset({"Mn", "Me", "Mc"})
_SKINS: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
#: What X counts as one: Latin, Greek, Cyrillic and their like, and the common marks.
_SINGLE: Final = (range(4_352), range(8_192, 8_206), range(8_208, 8_224), range(8_242, 8_248))
_LINK_ON_X: Final = 23
#: A name of a site begins where no other name goes on, so that a long row of dots is looked through once only.
_LINK: Final = re.compile(
    r"(?P<scheme>https?://)\S+|(?<!\w)(?<![\w-][.-])(?:[^\W_][\w-]*\.)+[a-z]{2,24}\b(?:/\S*)?", re.IGNORECASE
)
_FIRST_EMOJI: Final = 0x1F000
_EMOJI_MARKS: Final = frozenset({"\ufe0f", "\u20e3"})  # the look of an emoji, and a key around a digit


def seen_length(text: str) -> int:
    """The number of characters that a reader counts."""
    return len(seen_characters(text))


def seen_characters(text: str) -> list[str]:
    """The text by what a reader sees as one character."""
    found: list[str] = []
    is_half_flag = False
    for character in unicodedata.normalize("NFC", text):
        is_flag_letter = ord(character) in _FLAG_LETTERS
        if found and (_belongs_to(found[-1][-1], character) or (is_flag_letter and is_half_flag)):
            found[-1] += character
            is_half_flag = False
        else:
            found.append(character)
            is_half_flag = is_flag_letter
    return found


def length_on_x(text: str) -> int:
    """How long X counts a post: any link 23, an emoji 2 however it is put together, and a character 1 or 2 by its script.

    The rule is X's own: its page "Counting characters" (docs.x.com) and the configuration v3 of its library twitter-text
    (transformedURLLength 23, emojiParsingEnabled, defaultWeight 200, and weight 100 in `_SINGLE`), read in November 2026.
    What only looks like a link, as "esim.fi" does, is counted as a link or as its letters, whichever is more.
    """
    length, place = 0, 0
    for link in _LINK.finditer(text):
        own = _LINK_ON_X if link["scheme"] else max(_LINK_ON_X, _weight(link[0]))
        length += _weight(text[place : link.start()]) + own
        place = link.end()
    return length + _weight(text[place:])


def _weight(text: str) -> int:
    return sum(2 if _is_emoji(one) else sum(map(_weight_of, one)) for one in seen_characters(text))


def _weight_of(character: str) -> int:
    return 1 if any(ord(character) in single for single in _SINGLE) else 2


def _is_emoji(seen: str) -> bool:
    return any(ord(one) >= _FIRST_EMOJI or one in _EMOJI_MARKS for one in seen)


def _belongs_to(before: str, character: str) -> bool:
    """Whether the character is drawn into the one before it."""
    number = ord(character)
    is_mark = unicodedata.category(character) in _JOINED_KINDS or number in _SKINS or number in _TAGS
    return is_mark or JOINER in (character, before)

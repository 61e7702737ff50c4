"""A masked passage: what stands in its place, where it may begin and end, and how it reads."""

import re
from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _

#: What `Comment.public_text` holds in the place of a masked passage: the same in every language, also in exports.
#: The joiners in it cannot be seen, and `clean_text` takes them out of whatever people write: nobody can type a mask.
MASK_MARK: Final = "[\u2060▒▒▒\u2060]"
_SENTENCE = re.compile(r"[^\s][^.!?\n]*(?:[.!?]+(?=\s|$)|(?=\n)|$|[.!?])", re.UNICODE)

Span = tuple[int, int]


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text as the public gets it."""
    parts: list[str] = []
    place = 0
    for start, end in joined(spans):
        parts += [text[place:start], MASK_MARK]
        place = end
    return "".join([*parts, text[place:]])


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def in_words(public_text: str) -> str:
    """A public text with the mark in the reader's language, for pages, mail and feeds."""
    if MASK_MARK not in public_text:
        return public_text
    words = _("passage hidden by the authority")
    return public_text.replace(MASK_MARK, f"[{words}]")


def sentences(text: str) -> list[Span]:
    """Where the sentences stand, so that one can be masked without a script."""
    return [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]


def lines_of(passages: str) -> list[str]:
    """What was written to be covered, one passage a line, each once."""
    return list(dict.fromkeys(line for written in passages.split("\n") if (line := " ".join(written.split()))))


def occurrences(text: str, passage: str) -> list[Span]:
    """Every place of exactly these words in the text, also where two places overlap; a space stands for any white space."""
    words = passage.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    found: list[Span] = []
    match = pattern.search(text)
    while match:
        found.append(match.span())
        match = pattern.search(text, match.start() + 1)
    return found

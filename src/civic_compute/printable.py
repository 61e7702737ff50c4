"""Names and values from a file in a sentence: short, and with nothing that a terminal obeys."""

from typing import Final

LONGEST: Final = 120  # characters


def printable(text: str, *, longest: int = LONGEST) -> str:
    """The text with line ends, escapes and other characters that do not print as codes, and cut where it is long."""
    cut = text[: longest + 1]
    if not cut.isprintable():
        cut = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in cut)
    return cut if len(cut) <= longest else f"{cut[:longest]}…"

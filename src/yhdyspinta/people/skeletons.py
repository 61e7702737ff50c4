"""A name as the eye reads it, so that two pseudonyms cannot look the same."""

import unicodedata

_LOOKALIKES = str.maketrans({
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "в": "b",
    "н": "h", "к": "k", "м": "m", "т": "t", "ο": "o", "α": "a", "ι": "i", "ν": "v", "ρ": "p", "τ": "t", "κ": "k",
    "0": "o", "1": "l", "|": "l", "5": "s", "8": "b",
})


def skeleton(text: str) -> str:
    """NFKC, case folded, look-alike letters made one, spaces and marks dropped (after Unicode TR 39)."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LOOKALIKES).replace("i", "l")
    return "".join(letter for letter in folded if letter.isalnum())

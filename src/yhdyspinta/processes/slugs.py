"""The piece of address made from a title."""

from collections.abc import Iterable

from django.utils.text import slugify

_LONGEST = 70
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t", "–": "-", "—": "-"}
)


def slug_of(title: str, *, longest: int, default: str) -> str:
    """As much of the title as an address takes."""
    return slugify(title.translate(_LETTERS))[:longest].strip("-") or default


def free_slug(title: str, taken: Iterable[str], *, default: str) -> str:
    """A slug for the title that is not among `taken`, slugs as plain values."""
    base = slug_of(title, longest=_LONGEST, default=default)
    used = {slug for slug in taken if slug.startswith(base)}
    number, slug = 1, base
    while slug in used:
        number += 1
        slug = f"{base}-{number}"
    return slug

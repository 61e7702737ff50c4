"""Translations by the authority in the rows of a download: beside the sender's words, in columns of their own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from yhdyspinta.material.models import Translation
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

Kept = tuple[str, str, str]
#: The columns for the languages that have one each.
_COLUMNS: Final = {tag: f"translation_{tag}" for tag in INTERFACE_LANGUAGES}
#: Where there is none.
NONE: Final[Mapping[str, str]] = dict.fromkeys(("translated_into", *_COLUMNS.values(), "translation_other"), "")


def kept_of(activity: Activity, numbers: list[int]) -> Mapping[int, list[Kept]]:
    """What is kept for `material.translations.translations_told`, by number of comment; one query."""
    found: dict[int, list[Kept]] = defaultdict(list)
    rows = Translation.objects.filter(comment__activity=activity, comment__number__range=(numbers[0], numbers[-1]))
    for number, *one in rows.exclude(text="").values_list("comment__number", "language", "text", "of_words"):
        found[number].append((one[0], one[1], one[2]))
    return found


def cells(told: Mapping[str, str]) -> dict[str, str]:
    """Into which languages, the words in the three that have a column, and the others with their language before them."""
    others = _others((tag, text) for tag, text in told.items() if tag not in _COLUMNS)
    own = {column: told.get(tag, "") for tag, column in _COLUMNS.items()}
    return {"translated_into": " ".join(told), **own, "translation_other": others}


def _others(found: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"[{tag}] {text}" for tag, text in found)

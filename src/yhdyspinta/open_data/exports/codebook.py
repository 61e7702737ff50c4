"""What each column and each key means, in the three languages of the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from yhdyspinta.comments.audience import Group, who_spoke
from yhdyspinta.open_data.exports.columns import COLUMNS
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES


@dataclass(frozen=True)
class Entry:
    """A column, or one key of a column, in words by language."""

    column: str
    value: str
    words: dict[str, str]


def codebook() -> Iterator[Entry]:
    """Every column, each followed by its keys."""
    for column in COLUMNS:
        yield Entry(column.name, "", _in_languages(column.words))
        for key, words in column.values.items():
            yield Entry(column.name, key, _in_languages(words))


def _in_languages(words: Any) -> dict[str, str]:
    found = {}
    for language in INTERFACE_LANGUAGES:
        with translation.override(language):
            found[language] = words.text(language) if isinstance(words, Wording) else str(words)
    return found


@dataclass(frozen=True)
class Total:
    """How many senders belong to a group."""

    kind: str
    key: str
    words: dict[str, str]
    senders: int


def totals(activity: Activity) -> list[Total]:
    """Senders by capacity: each comment tells its sender's, but not how many senders there are.

    Municipalities and ages are left to the report, which hides small groups.
    """
    found = who_spoke([activity.pk])
    return [_total("capacity", group) for group in found.capacities if group.count]


def _total(kind: str, group: Group) -> Total:
    return Total(kind, group.key, _in_languages(group.name), group.count or 0)

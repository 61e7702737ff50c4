"""Texts that staff write in several languages, a field for each: as their row has them, and as a version keeps them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from django.utils.functional import Promise

from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class TextPart:
    """One text that staff write in several languages: its form and the translator's file ask the same of it."""

    label: Promise | str
    longest: int
    is_long: bool = False  # may have several lines
    measure: Callable[[str], int] = len  # how its length is counted

    def is_too_long(self, text: str) -> bool:
        return self.measure(text) > self.longest

    @property
    def options(self) -> dict[str, Any]:
        """For its field in a form."""
        return {"label": self.label, "max_length": self.longest, "multiline": self.is_long}


@dataclass(frozen=True)
class Parts:
    """The base of such texts: every field of a subclass is a Wording with a column of the same name."""

    @classmethod
    def of(cls, row: Any) -> Self:
        """What the row holds now."""
        return cls(**{part.name: Wording(getattr(row, part.name)) for part in fields(cls)})

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """What a version kept; a field of a later day is empty in it."""
        return cls(**{part.name: Wording(stored.get(part.name)) for part in fields(cls)})

    def stored(self) -> dict[str, dict[str, str]]:
        """For a version to keep."""
        return {part.name: dict(getattr(self, part.name)) for part in fields(self)}

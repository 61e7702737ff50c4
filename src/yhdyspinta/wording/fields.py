"""Content in several languages: one JSON column, one value class."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db import models

from yhdyspinta.wording.languages import CONTENT_LANGUAGES, fallback_order
from yhdyspinta.wording.reader import best_tag


class Version(NamedTuple):
    """A text and the language that it is in."""

    text: str
    language: str


class Wording(dict[str, str]):
    """One text in several languages, keyed by language tag; empty languages are left out."""

    def __init__(self, texts: Mapping[str, str] | None = None, **more: str) -> None:
        everything = {**(texts or {}), **more}
        super().__init__({tag: text for tag, text in everything.items() if text and tag in CONTENT_LANGUAGES})

    def in_language(self, language: str) -> Version:
        """The text for a reader of `language`, or the nearest that exists; empty text when there is none."""
        for tag in fallback_order(language):
            if tag in self:
                return Version(self[tag], tag)
        return Version(next(iter(self.values()), ""), next(iter(self), language))

    def for_reader(self, language: str) -> Version:
        """The text on a page in `language`: as its reader chose (`wording.reader`), or the nearest that exists.

        Only for what is shown: what is kept or sent takes `in_language` or `text`, which know of no choice.
        """
        tag = best_tag(self, language)
        return Version(self[tag], tag) if tag is not None else self.in_language(language)

    def text(self, language: str) -> str:
        return self.in_language(language).text

    def missing(self, languages: Iterable[str]) -> list[str]:
        """Which of the languages have no text, in their order."""
        return [tag for tag in languages if not self.get(tag, "").strip()]

    def __str__(self) -> str:
        return self.text("fi")


class WordingField(models.JSONField):
    """A text in several languages; reads as `Wording`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Wording | None:
        loaded = super().from_db_value(value, expression, connection)
        return None if loaded is None else Wording(loaded)

    def to_python(self, value: Any) -> Any:
        loaded = super().to_python(value)
        return Wording(loaded) if isinstance(loaded, dict) else loaded

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, dict) and not isinstance(value, Wording):
            value = Wording(value)
            setattr(model_instance, self.attname, value)
        return value

"""A refusal: the one way in which an action says no, as a code with values; words are added at the page."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Refusal(Exception):
    """What was asked cannot be done, and why: `code` is a key of the registered words, `values` fill them in."""

    def __init__(self, code: str, *, status: int = 409, field: str | None = None, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.field = field
        self.values = values
        self.others: tuple[Refusal, ...] = ()

    @classmethod
    def together(cls, found: Sequence["Refusal"]) -> "Refusal":
        """The first, which brings the others: a form shows each at its field."""
        first = found[0]
        first.others = tuple(found[1:])
        return first

    @property
    def words_at_language(self) -> str:
        """The words at the input of one language, whose label names the language."""
        return str(_AT_LANGUAGE.get(self.code, "")) or self.words

    @property
    def words(self) -> str:
        """The reason in the reader's language."""
        text = _WORDS.get(self.code)
        return str(text) % self.values if text is not None else _("This cannot be done now.")


_WORDS: dict[str, Promise | str] = {
    "too_much_to_keep": gettext_lazy("The text is too long to be kept unsent. Go back, and send or save it in parts."),
}


_AT_LANGUAGE: dict[str, Promise | str] = {"language_missing": gettext_lazy("The text is missing.")}


def register_words(words: Mapping[str, Promise | str]) -> None:
    """Add an app's refusals; called once from its `apps.py`."""
    _WORDS.update(words)


def known_codes() -> frozenset[str]:
    return frozenset(_WORDS)

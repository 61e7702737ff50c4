"""A refusal: the one way in which an action says no, as a code with values; words are added at the page."""

from collections.abc import Mapping
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

    @property
    def words(self) -> str:
        """The reason in the reader's language."""
        text = _WORDS.get(self.code)
        return str(text) % self.values if text is not None else _("This cannot be done now.")


_WORDS: dict[str, Promise | str] = {
    "too_much_to_keep": gettext_lazy("The text is too long to be kept unsent. Go back, and send or save it in parts."),
}


def register_words(words: Mapping[str, Promise | str]) -> None:
    """Add an app's refusals; called once from its `apps.py`."""
    _WORDS.update(words)


def known_codes() -> frozenset[str]:
    return frozenset(_WORDS)

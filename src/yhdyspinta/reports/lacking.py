"""Which words of a report lack which language: told before anything is made of them, beside the button that makes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yhdyspinta.comments.values import LANGUAGES
from yhdyspinta.reports.words import NAMES
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class LackingIn:
    """A language, and the parts that are written in others but not in it."""

    tag: str
    parts: tuple[str, ...]

    @property
    def language(self) -> str:
        return str(LANGUAGES[self.tag])

    @property
    def named(self) -> str:
        return ", ".join(self.parts)


def lacking_in(words: Mapping[str, Mapping[str, str]], languages: Iterable[str]) -> list[LackingIn]:
    """The languages that some part lacks, in their order, with the parts in the order of the page."""
    written = {name: Wording(words.get(name, {})) for name in NAMES}
    found = [
        LackingIn(tag, tuple(str(NAMES[name]) for name, text in written.items() if text and text.missing([tag])))
        for tag in languages
    ]
    return [one for one in found if one.parts]

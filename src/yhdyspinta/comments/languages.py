"""The language that a comment is written in: what its sender says, else what its words tell clearly, else the page's."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from civic_compute.texts.languages import guess_language
from yhdyspinta.wording.languages import ANOTHER_LANGUAGE, CONTENT_LANGUAGES

#: Every language that a comment may be marked with, by its own name; one that is not listed is another.
COMMENT_LANGUAGES: Final[Mapping[str, Promise | str]] = {
    **CONTENT_LANGUAGES,
    ANOTHER_LANGUAGE: gettext_lazy("Another language"),
}
#: The languages in which people write; easy language is how authorities write.
WRITTEN_IN: Final = {tag: name for tag, name in COMMENT_LANGUAGES.items() if "-x-" not in tag}
#: What staff may mark somebody's words with: any, for easy language is also how some write with help.
MARKED_IN: Final = dict(COMMENT_LANGUAGES)

#: Those that words are told apart by: what somebody says to be in another one is in it.
GUESSED: Final = frozenset({"fi", "sv", "en"})

_LOOKED_AT: Final = 600  # letters: the beginning tells enough, and a long text takes no longer
_FEWEST_WORDS: Final = 5
_CLEAR: Final = 0.75


def language_name(tag: str) -> str:
    """What a comment's language is called; one that no list has any more by its tag."""
    return str(COMMENT_LANGUAGES.get(tag, tag))


def language_of(text: str, page: str) -> str:
    """The language of a text that was written on a page in another, or is expected to be in it.

    It is the page's where too little tells otherwise, and where that is none of those that are guessed.
    """
    words = text[:_LOOKED_AT]
    if page not in GUESSED or len(words.split()) < _FEWEST_WORDS:
        return page
    guess = guess_language(words)
    return guess.language if guess.language and guess.lead >= _CLEAR else page

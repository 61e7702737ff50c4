"""Translations beside comments: which may be shown, and which one a reader gets."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, QuerySet

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import Translation
from yhdyspinta.moderation.models import Mask
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, html_lang
from yhdyspinta.wording.reader import chosen_text

ASKED: Final = "asked"  # to be translated
CURRENT: Final = "current"
OLDER: Final = "older"  # its sender has edited the comment since: the old words are not theirs any more
WITHHELD: Final = "withheld"  # words have been masked since: they may stand in the translation


def mark_of(public_text: str) -> str:
    """What the public words of a comment are known by."""
    return hashlib.sha256(public_text.encode()).hexdigest()


@dataclass(frozen=True)
class TranslationShown:
    """A translation as its reader gets it."""

    text: str
    language: str


def with_standing(found: QuerySet[Translation]) -> QuerySet[Translation]:
    """The translations with what tells whether they may be shown; read by `standing_of`."""
    since = Mask.objects.filter(comment=OuterRef("comment"), pk__gt=OuterRef("of_mask"))
    return found.annotate(
        masked_since=Exists(since), words_now=F("comment__public_text"), revision_now=F("comment__revision")
    )


def standing_of(translation: Any) -> str:
    """Of a translation read by `with_standing`. Whatever is not known to be safe is withheld."""
    if not translation.text:
        return ASKED
    if translation.of_words == mark_of(translation.words_now):
        return CURRENT
    is_edited = translation.of_revision != translation.revision_now
    return OLDER if is_edited and not translation.masked_since else WITHHELD


def for_readers(comments: Iterable[Comment], language: str) -> dict[int, TranslationShown]:
    """Of comments on a page, the translations into its reader's language; one query, none when all are in it already."""
    tags = [tag for tag in dict.fromkeys((chosen_text(), language)) if tag]
    wanted = {
        one.pk: better
        for one in comments
        if one.state == Comment.State.VISIBLE
        if (better := _before(tags, one.language))
    }
    if not wanted:
        return {}
    rows = with_standing(Translation.objects.filter(comment__in=list(wanted), language__in=tags).exclude(text=""))
    found: dict[int, TranslationShown] = {}
    for row in sorted(rows, key=lambda row: tags.index(row.language), reverse=True):  # the chosen language is put last
        if standing_of(row) == CURRENT and row.language in wanted[row.comment_id]:
            found[row.comment_id] = TranslationShown(row.text, html_lang(row.language))
    return found


def translations_told(public_text: str, language: str, kept: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """What may be told of a comment's translations, words by language: as pages show them, so not what is in doubt.

    What is `kept` of each: its language, its words and the mark of what they were made of.
    """
    if not (rows := list(kept)):
        return {}
    mark = mark_of(public_text)
    told = {tag: text for tag, text, of_words in rows if text and of_words == mark and tag != language}
    return {tag: told[tag] for tag in CONTENT_LANGUAGES if tag in told}


def _before(tags: Sequence[str], own: str) -> Sequence[str]:
    """The languages that the reader would rather read than the comment's own."""
    return tags[: tags.index(own)] if own in tags else tags

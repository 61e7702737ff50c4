"""Words of comments that nobody may read, and whether the authority's own words tell them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import F, Q

from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.models import Answer, FormerAnswer
from yhdyspinta.comments.models import Comment, Revision
from yhdyspinta.documents.models import SectionText
from yhdyspinta.moderation.models import Mask

_IN_A_ROW: Final = 6  # words that hardly stand so in two texts by chance
_LETTERS: Final = 4  # of the shortest masked word that is looked for: "Kai" is also a word
_NAME: Final = 3  # words; each of a passage as short as a name, if it begins with a capital, tells it
_NO_WORD: Final = re.compile(r"[^\w\s]|_")

Words = Mapping[str, str]
Shown = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Unread:
    """What nobody may read: whole texts, and the passages that are masked in others."""

    texts: tuple[str, ...]
    passages: tuple[str, ...]


def unread_in(comment: Comment) -> Unread:
    """All words of a comment that may have to be withheld, or were: as it is, before changes, under masks; two queries."""
    former = Revision.objects.filter(comment=comment, is_slip=False).values_list("text", flat=True)
    return Unread((comment.text, *former), _masked(Q(comment=comment)))


def hides_words(comment: Comment) -> bool:
    """Whether any words of the comment may be read no more: all, those under a mask, or those that its sender changed."""
    is_shown = comment.state == Comment.State.VISIBLE
    return not is_shown or comment.public_text != comment.text or comment.rewritten_at is not None


def unread_of(answer: Answer) -> Unread:
    """Of the answer's comments: hidden, withdrawn, waiting, masked or since changed; two queries."""
    comments = Comment.objects.filter(answered__answer=answer).order_by()
    unshown = comments.filter(~Q(state=Comment.State.VISIBLE) | ~Q(public_text=F("text"))).values_list("text")
    former = Revision.objects.filter(comment__answered__answer=answer, is_slip=False).values_list("text")
    return Unread(
        tuple(text for (text,) in unshown.union(former)),
        masked_passages(answer),
    )


def masked_passages(answer: Answer) -> tuple[str, ...]:
    """What is masked in the answer's comments; one query."""
    return _masked(Q(comment__answered__answer=answer, lifted_at=None))


def _masked(of: Q) -> tuple[str, ...]:
    rows = Mask.objects.filter(of).values_list("comment__text", "start", "end")
    return tuple(dict.fromkeys(text[start:end] for text, start, end in rows))


def words_of(answer: Answer | FormerAnswer | AnswerText) -> dict[str, str]:
    """What an answer or a former one says below its title, by field and language as in "body:fi"."""
    return {
        f"{field}:{language}": text
        for field in ("body", "reason_words", "passed_to")
        for language, text in getattr(answer, field).items()
    }


def read_of(answer: Answer) -> list[str]:
    """What anybody reads beside an answer: its shown comments, and the sections that they are on; two queries."""
    comments = Comment.objects.filter(answered__answer=answer).order_by()
    public = comments.filter(state=Comment.State.VISIBLE).values_list("public_text", flat=True)
    sections = SectionText.objects.filter(
        section__thread__in=comments.values("thread"), section__version__published_at__isnull=False
    )
    return [*public, *sections.values_list("body", flat=True)]


def quoted(words: Words, unread: Unread, shown: Shown) -> str:
    """What the words quote that stands in no shown text, as it is written there without signs; empty when nothing.

    That is some words in a row of an unread text, or a masked passage. The shown texts are asked only where something
    was found.
    """
    found = next(_found(words, unread, ()), "")
    return next(_found(words, unread, tuple(shown())), "") if found else ""


def _found(words: Words, unread: Unread, shown: Collection[str]) -> Iterator[str]:
    said = {run for text in words.values() for run in _runs(text)}
    free = {run for text in shown for run in _runs(text)} if said else set()
    for text in unread.texts if said else ():
        yield from (" ".join(run) for run in _runs(text) if run in said and run not in free)
    texts = [_plain(text) for text in words.values()] if unread.passages else []
    public = [_plain(text) for text in shown] if texts else []
    for run in (run for passage in unread.passages for run in _telling(passage)):
        if any(_has(text, run) for text in texts) and not any(_has(text, run) for text in public):
            yield " ".join(run)


def _telling(passage: str) -> Iterator[tuple[str, ...]]:
    """What of a masked passage tells it: the whole, and each name of one that is hardly more."""
    whole = _plain(passage)
    if sum(map(len, whole)) >= _LETTERS:
        yield whole
    names = _NO_WORD.sub("", passage).split()
    if 1 < len(names) <= _NAME:
        yield from (_plain(name) for name in names if len(name) >= _LETTERS and name[0].isupper())


def _has(text: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(text[place : place + len(run)] == run for place, word in enumerate(text) if word == run[0])


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _plain(text)
    return zip(*(words[first:] for first in range(_IN_A_ROW)), strict=False)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(_NO_WORD.sub("", text.casefold()).split())

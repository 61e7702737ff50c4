"""A draft is named by a comment's first words until somebody writes a better title; nobody reads there what is not shown."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.quotations import Unread, masked_passages, quoted, read_of
from yhdyspinta.comments.models import Comment, Revision
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.moderation.models import Mask
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import spoken_to_in

_LONGEST: Final = 70
_SHORTEST: Final = 20  # letters that hardly begin two texts by chance
_AWAY: Final = (Comment.State.WAITING, Comment.State.HIDDEN, Comment.State.WITHDRAWN)


def first_words(activity: Activity, comments: Collection[int]) -> Wording:
    """How the first of the comments begins."""
    comment = Comment.objects.filter(activity=activity, pk__in=comments).order_by("pk").first()
    if comment is None:
        return Wording()
    short = beginning(" ".join(comment.public_text.replace(MASK_MARK, "…").split()), _LONGEST)
    return Wording({spoken_to_in(comment.language, activity.process.owner.duty_languages): short})


def tells_unshown(answer: Answer, shown: Iterable[Comment]) -> bool:
    """Whether its title is how words of the round begin that nobody may read, or names what is masked in its comments.

    They are of a comment that is hidden, withdrawn, waits or is masked there, or that was changed since; it may have
    been taken out of the answer, whose title stays. What one that is shown begins with too may be told. Two queries, and
    more only for what was found.
    """
    if quoted(answer.title, Unread((), masked_passages(answer)), lambda: read_of(answer)):
        return True
    titles = {" ".join(text.removesuffix("…").split()) for text in answer.title.values()} - {""}
    found = {title for title in titles for text in _unshown(answer.activity_id, titles) if _begins(text, title)}
    told = {title for title in found if not any(_begins(one.public_text, title) for one in shown)}
    return any(not _is_shown(answer.activity_id, title) for title in told)


def _unshown(activity: int, titles: Collection[str]) -> list[str]:
    """What begins with the first word of a title and is not shown, or no more."""
    like = reduce(or_, (Q(text__istartswith=_first_word(title)) for title in titles), Q(pk__in=[]))
    comments = Comment.objects.filter(like, activity=activity).order_by()
    masked = comments.filter(pk__in=Mask.objects.filter(comment__activity=activity, lifted_at=None).values("comment"))
    former = Revision.objects.filter(like, comment__activity=activity).order_by()
    away = comments.filter(state__in=_AWAY).values_list("text")
    return [text for (text,) in away.union(masked.values_list("text"), former.values_list("text"))]


def _is_shown(activity: int, title: str) -> bool:
    """Whether any comment that is shown in the round begins so."""
    rows = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE)
    like = rows.filter(public_text__istartswith=_first_word(title)).values_list("public_text", flat=True)
    return any(_begins(text, title) for text in like.iterator())


def _first_word(title: str) -> str:
    return title.split(maxsplit=1)[0]


def begins_with_title(text: str, title: Mapping[str, str]) -> bool:
    """Whether a comment begins as the title in one of its languages."""
    return any(_begins(text, words.removesuffix("…")) for words in title.values() if words)


def tells(words: Mapping[str, str], own: Unread, shown: Callable[[], list[str]]) -> bool:
    """Whether words tell what nobody may read: they quote it, or one of them is how it begins, which nothing shown does."""
    if quoted(words, own, shown):
        return True
    begun = any(begins_with_title(text, words) for text in own.texts)
    return begun and not any(begins_with_title(text, words) for text in shown())


def _begins(text: str, title: str) -> bool:
    line, wanted = _line(text), _line(title)
    return line == wanted or (len(wanted) >= _SHORTEST and line.startswith(wanted))


def _line(text: str) -> str:
    return " ".join(text.split()).casefold()

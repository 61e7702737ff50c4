"""A comment is hidden, masked or withdrawn after its answer was published: the answer does not go on telling its words.

Where they stand in the title, readers get a neutral one at once: a title is short, is read in lists, search, feeds and open
data, and nothing else of the answer hangs on it. The answer itself is not cut: it is the authority's own text and answers
others too, so staff are told on their desk and correct it. The neutral title is written as the title, so that whatever
reads answers shows it; what it was is kept for staff, and comes back if the comment does.
"""

from collections.abc import Collection
from copy import copy
from datetime import datetime
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.search_entries import follow_publication
from yhdyspinta.answers.titles import begins_with_title, quotes_unshown, tells_unshown, texts_of, unshown_texts
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.wording.fields import Wording

_KEPT = ["title", "unshown_at", "withheld_title"]


def hold_answers(comments: Collection[int]) -> None:
    """Lock the published answers of comments before the comments, as whoever corrects does.

    Drafts are left alone: nothing of them is withheld, and one that is begun once the comments are held would be waited for
    by those who hold them already.
    """
    if comments:
        published = Answer.objects.filter(answered__comment__in=comments, published_at__isnull=False)
        list(published.select_for_update(of=("self",), no_key=True).order_by("pk").values("pk"))


def follow_words(comment: Comment, at: datetime) -> None:
    """Withhold from the comment's published answer what the public may read no more, or give back what it may again."""
    published = Answer.objects.filter(answered__comment=comment, published_at__isnull=False)
    answer = published.select_related("activity__process__owner").first()
    own = texts_of(comment) if answer is not None else []
    if answer is None or not _is_touched(answer, own):
        return
    is_shown = comment.state == Comment.State.VISIBLE
    if not is_shown or comment.public_text != comment.text or comment.rewritten_at is not None:
        _withhold(answer, own, at)
    if is_shown and (answer.unshown_at is not None or answer.former.filter(is_withheld=True).exists()):
        _give_back(answer, at)


def _is_touched(answer: Answer, own: Collection[str]) -> bool:
    """Whether the answer tells anything of a comment's words, however many others it answers: mostly it does not."""
    titles = [answer.title, answer.withheld_title or {}]
    if any(begins_with_title(text, title) for text in own for title in titles):
        return True
    bodies = [answer.body, *answer.former.values_list("body", flat=True)]
    return any(quotes_unshown(body, own, list) for body in bodies)


def _withhold(answer: Answer, own: Collection[str], at: datetime) -> None:
    """What the comment's own words are told by; those of others were looked at when they were no longer shown."""
    shown = cache(lambda: _shown(answer))
    for old in answer.former.filter(is_withheld=False):
        if quotes_unshown(old.body, own, lambda: _texts(shown())):
            old.is_withheld = True
            old.save(update_fields=["is_withheld"])
    named = answer.withheld_title is None and any(begins_with_title(text, answer.title) for text in own)
    in_title = named and tells_unshown(answer, shown())
    if not in_title and (
        answer.unshown_at is not None or not quotes_unshown(answer.body, own, lambda: _texts(shown()))
    ):
        return
    if in_title:
        answer.withheld_title, answer.title = answer.title, neutral_title(answer)
    answer.unshown_at = answer.unshown_at or at
    answer.save(update_fields=_KEPT)
    follow_publication(answer, at=at)
    _note("answers.words_unshown", answer, at, in_title=in_title)


def _give_back(answer: Answer, at: datetime) -> None:
    """The comment can be read again: the title with its words comes back, and nothing is left to correct."""
    unshown, shown = unshown_texts(answer), _shown(answer)
    texts = _texts(shown)
    for old in answer.former.filter(is_withheld=True):
        old.is_withheld = quotes_unshown(old.body, unshown, lambda: texts)
        old.save(update_fields=["is_withheld"])
    if answer.unshown_at is None:
        return
    before = answer.withheld_title
    if before is not None and any(begins_with_title(text, before) for text in texts):
        trial = copy(answer)
        trial.title = before
        if not tells_unshown(trial, shown):
            answer.title, answer.withheld_title = before, None
    if answer.withheld_title is None and not quotes_unshown(answer.body, unshown, lambda: texts):
        answer.unshown_at = None
    answer.save(update_fields=_KEPT)
    follow_publication(answer, at=at)
    if answer.unshown_at is None:
        _note("answers.words_shown_again", answer, at)


def settle(answer: Answer, shown: Collection[Comment]) -> None:
    """The words of a locked answer are other ones, checked by `check_ready`: only a quotation can be left to correct."""
    answer.withheld_title = None
    if answer.unshown_at is not None and not quotes_unshown(answer.body, unshown_texts(answer), lambda: _texts(shown)):
        answer.unshown_at = None


def is_quoting(answer: Answer) -> bool:
    """Whether the words of an answer that staff are asked to correct quote what is not shown; no query for others."""
    return answer.unshown_at is not None and quotes_unshown(
        answer.body, unshown_texts(answer), lambda: _texts(_shown(answer))
    )


def neutral_title(answer: Answer) -> Wording:
    """As in: Answer 4, in each language that the authority answers in."""
    told = {}
    for tag in answer.activity.process.owner.duty_languages:
        with override(tag):
            told[tag] = _("Answer %(number)s") % {"number": answer.number}
    return Wording(told)


def _shown(answer: Answer) -> list[Comment]:
    return list(Comment.objects.filter(answered__answer=answer, state=Comment.State.VISIBLE).only("public_text"))


def _texts(comments: Collection[Comment]) -> list[str]:
    return [one.public_text for one in comments]


def _note(verb: str, answer: Answer, at: datetime, **detail: bool) -> None:
    process = answer.activity.process
    record(verb, actor=None, target=answer, at=at, process=process, number=answer.number, **detail)

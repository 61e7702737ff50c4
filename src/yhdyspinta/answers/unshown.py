"""A comment is hidden, masked or withdrawn after its answer was published: the answer does not go on telling its words.

Where they stand in the title, readers get a neutral one at once: a title is short, is read in lists, search, feeds and open
data, and nothing else of the answer hangs on it. The answer itself is not cut: it is the authority's own text and answers
others too, so staff are told on their desk and correct it. The neutral title is written as the title, so that whatever
reads answers shows it; what it was is kept for staff, and comes back if the comment does.
"""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from dataclasses import replace
from datetime import datetime
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.quotations import Unread, hides_words, quoted, read_of, unread_in, unread_of, words_of
from yhdyspinta.answers.search_entries import follow_publication
from yhdyspinta.answers.titles import begins_with_title, tells, tells_unshown
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.waiting import waits_shortly
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
    own = unread_in(comment) if answer is not None else None
    if answer is None or own is None or not _is_touched(answer, own):
        return
    _hold_now(answer)
    if hides_words(comment):
        _withhold(answer, own, at)
    if comment.state == Comment.State.VISIBLE and (
        answer.unshown_at is not None or answer.former.filter(is_withheld=True).exists()
    ):
        _give_back(answer, own, at)


def _hold_now(answer: Answer) -> None:
    """`hold_answers` has it, unless it was published since then: nobody waits for an answer while holding comments."""
    with waits_shortly("answer_held_by_another"):
        list(Answer.objects.select_for_update(nowait=True, no_key=True).filter(pk=answer.pk).values("pk"))


def _is_touched(answer: Answer, own: Unread) -> bool:
    """Whether the answer tells anything of a comment's words, however many others it answers: mostly it does not."""
    if _names(answer.title, own) or _names(answer.withheld_title or {}, own):
        return True
    said = [words_of(answer), *({**words_of(old), **old.title} for old in answer.former.all())]
    return any(quoted(words, own, list) for words in said)


def _names(title: Mapping[str, str], own: Unread) -> bool:
    """Whether a title is how one of the texts begins, or tells a masked passage."""
    if any(begins_with_title(text, title) for text in own.texts):
        return True
    return bool(quoted(title, replace(own, texts=()), list))


def _withhold(answer: Answer, own: Unread, at: datetime) -> None:
    """What the comment's own words are told by; those of others were looked at when they were no longer shown."""
    shown = cache(lambda: read_of(answer))
    for old in answer.former.filter(is_withheld=False):
        if tells({**words_of(old), **old.title}, own, shown):
            old.is_withheld = True
            old.save(update_fields=["is_withheld"])
    named = answer.withheld_title is None and _names(answer.title, own)
    in_title = named and tells_unshown(answer, _shown(answer))
    if not in_title and (answer.unshown_at is not None or not quoted(words_of(answer), own, shown)):
        return
    if in_title:
        answer.withheld_title, answer.title = answer.title, neutral_title(answer)
    answer.unshown_at = answer.unshown_at or at
    answer.save(update_fields=_KEPT)
    follow_publication(answer, at=at)
    _note("answers.words_unshown", answer, at, in_title=in_title)


def _give_back(answer: Answer, own: Unread, at: datetime) -> None:
    """The comment can be read again: the title with its words comes back, and nothing is left to correct."""
    unread, shown = unread_of(answer), cache(lambda: read_of(answer))
    for old in answer.former.filter(is_withheld=True).exclude(title={}):  # of some the words have had their time
        old.is_withheld = tells({**words_of(old), **old.title}, unread, shown)
        old.save(update_fields=["is_withheld"])
    if answer.unshown_at is None:
        return
    if answer.withheld_title and _may_be_read(answer, answer.withheld_title, own, shown()):
        answer.title, answer.withheld_title = answer.withheld_title, None
    if answer.withheld_title is None and not quoted(words_of(answer), unread, shown):
        answer.unshown_at = None
    answer.save(update_fields=_KEPT)
    follow_publication(answer, at=at)
    if answer.unshown_at is None:
        _note("answers.words_shown_again", answer, at)


def _may_be_read(answer: Answer, title: Wording, own: Unread, read: Collection[str]) -> bool:
    """Whether a withheld title tells nothing any more; where it was the beginning of the comment, that is read again."""
    was_beginning = any(begins_with_title(text, title) for text in own.texts)
    if was_beginning and not any(begins_with_title(text, title) for text in read):
        return False
    trial = copy(answer)
    trial.title = title
    return not tells_unshown(trial, _shown(answer))


def settle(answer: Answer) -> None:
    """The words of a locked answer are other ones, checked by `check_ready`: only a quotation can be left to correct."""
    answer.withheld_title = None
    if not is_quoting(answer):
        answer.unshown_at = None


def is_quoting(answer: Answer) -> bool:
    """Whether the words of an answer that staff are asked to correct quote what is not shown; no query for others."""
    return answer.unshown_at is not None and bool(quotation_in(words_of(answer), answer))


def quotation_in(words: Mapping[str, str], answer: Answer) -> str:
    """What the words quote of the answer's comments that nobody may read; empty when nothing. Two queries or four."""
    return quoted(words, unread_of(answer), lambda: read_of(answer))


def neutral_title(answer: Answer) -> Wording:
    """As in: Answer 4, in each language that the authority answers in."""
    return number_as_title(answer.number, answer.activity.process.owner.duty_languages)


def number_as_title(number: int, languages: Iterable[str]) -> Wording:
    """As in: Answer 4."""
    told = {}
    for tag in languages:
        with override(tag):
            told[tag] = _("Answer %(number)s") % {"number": number}
    return Wording(told)


def left_out(words: Mapping[str, str]) -> Wording:
    """What stands in the place of words that told a comment, in their languages."""
    told = {}
    for tag in words:
        with override(tag):
            told[tag] = _("These words have been left out afterwards: they told a comment that is no longer shown.")
    return Wording(told)


def _shown(answer: Answer) -> list[Comment]:
    return list(Comment.objects.filter(answered__answer=answer, state=Comment.State.VISIBLE).only("public_text"))


def _note(verb: str, answer: Answer, at: datetime, **detail: bool) -> None:
    process = answer.activity.process
    record(verb, actor=None, target=answer, at=at, process=process, number=answer.number, **detail)

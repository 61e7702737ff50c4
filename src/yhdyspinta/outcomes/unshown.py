"""A comment is hidden, masked or withdrawn after a measure told its words: readers get neutral ones until staff correct them.

They are written in the measure's own fields, so that whatever reads measures shows them; what stood there is kept for staff,
and comes back if the comment does. The same holds of what a measure promised before.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache, partial

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.quotations import hides_words, quoted, read_of, unread_in, unread_of
from yhdyspinta.answers.titles import begins_with_title, tells
from yhdyspinta.answers.unshown import left_out
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.outcomes.models import FormerPromise, Measure
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

NAMES = ("you_said", "we_decided", "promise")
_Tells = Callable[[Wording], bool]


def hold_measures(comments: Collection[int]) -> None:
    """Lock the published measures that follow from answers to comments, before these and before the comments."""
    if comments:
        found = Measure.objects.filter(answer__answered__comment__in=comments, published_at__isnull=False)
        list(found.select_for_update(of=("self",), no_key=True).order_by("pk").values("pk"))


def follow_words(comment: Comment, at: datetime) -> None:
    """Withhold from measures what the public may read no more of the comment, or give back what it may again."""
    found = Measure.objects.filter(answer__answered__comment=comment, published_at__isnull=False)
    measures = list(found.select_related("process__owner", "answer").prefetch_related("former").order_by("pk"))
    if not measures:
        return
    own = unread_in(comment)
    is_hidden = hides_words(comment)
    for measure in measures:
        answer = measure.answer
        assert answer is not None
        read = cache(partial(read_of, answer))
        rows: list[Measure | FormerPromise] = [measure, *measure.former.all()]
        if is_hidden:
            changed = [_withhold(row, partial(tells, own=own, shown=read)) for row in rows]
        else:
            changed = [_give_back(row, partial(tells, own=unread_of(answer), shown=read)) for row in rows]
        if any(changed):
            verb = "outcomes.words_unshown" if is_hidden else "outcomes.words_shown_again"
            record(verb, actor=None, target=measure, at=at, process=measure.process)


def _withhold(row: Measure | FormerPromise, tells_unread: _Tells) -> bool:
    kept = dict(row.withheld or {})
    for name, words in _words_of(row):
        if name not in kept and tells_unread(words):
            kept[name] = dict(words)
            setattr(row, name, left_out(words))
    return _keep(row, kept)


def _give_back(row: Measure | FormerPromise, tells_unread: _Tells) -> bool:
    kept = dict(row.withheld or {})
    for name, words in list(kept.items()):
        if words and not tells_unread(Wording(words)):
            setattr(row, name, Wording(kept.pop(name)))
    return _keep(row, kept)


def _keep(row: Measure | FormerPromise, kept: dict[str, dict[str, str]]) -> bool:
    if kept == (row.withheld or {}):
        return False
    row.withheld = kept or None
    row.save(update_fields=["withheld", *(name for name, _words in _words_of(row))])
    return True


def _words_of(row: Measure | FormerPromise) -> Iterator[tuple[str, Wording]]:
    return ((name, Wording(getattr(row, name))) for name in NAMES if hasattr(row, name))


def settle(measure: Measure, before: Measure | None) -> None:
    """Staff have saved other words: what was withheld of these fields is corrected."""
    if before is None or not measure.withheld:
        return
    left = {name: words for name, words in measure.withheld.items() if getattr(measure, name) == getattr(before, name)}
    measure.withheld = left or None


def require_tellable(measure: Measure, before: Measure | None) -> None:
    """Refuse words of a comment that nobody may read, at each field and language; what a published measure said stays.

    The answer that it follows from is locked: a comment of it that is hidden at this moment waits.
    """
    answer = Answer.objects.select_for_update(no_key=True).filter(pk=measure.answer_id or 0).first()
    if answer is None:
        return
    unread, read = unread_of(answer), cache(partial(read_of, answer))
    refused = []
    for name, words in _words_of(measure):
        old = getattr(before, name) if before is not None else {}
        for tag, text in words.items():
            if old.get(tag) != text and tells({tag: text}, unread, read):
                said = quoted({tag: text}, unread, read) or text
                refused.append(Refusal("words_are_not_shown", status=422, field=f"{name}:{tag}", words=said))
    if refused:
        raise Refusal.together(refused)


def begun_from(answer: Answer) -> dict[str, Wording]:
    """What a measure that follows from an answer begins with; its title only where it is not a comment's own beginning."""
    comments = Comment.objects.filter(answered__answer=answer).values_list("text", flat=True)
    is_comments = answer.withheld_title is not None or any(
        begins_with_title(text, answer.title) for text in comments.iterator()
    )
    return {"we_decided": answer.body} if is_comments else {"you_said": answer.title, "we_decided": answer.body}

"""A comment is hidden, masked or withdrawn after a report that tells its words: every version goes on without them.

Words of an answer or a measure that told the comment are left out wherever a version is read (`as_read`), and its files are
made anew; they come back with the comment.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache, partial
from typing import Any

from django.db.models.functions import JSONObject

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.quotations import Unread, hides_words, read_of, unread_in, unread_of
from yhdyspinta.answers.titles import tells
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.actions.files import make_anew
from yhdyspinta.reports.models import Report, ReportVersion, WithheldWords

_OF_ANSWER = ("title", "body", "reason_words", "passed_to")
_OF_MEASURE = ("you_said", "we_decided", "promise")
_Words = dict[str, str]


def follow_words(comment: Comment, at: datetime) -> None:
    """Leave out of the round's published versions what the public may read no more, or give back what it may again."""
    if not Report.objects.filter(activity=comment.activity_id).exists():
        return
    Activity.objects.select_for_update(no_key=True).get(pk=comment.activity_id)  # as whoever publishes a version
    versions = ReportVersion.objects.filter(activity=comment.activity_id).select_for_update(no_key=True)
    told = JSONObject(answers="figures__answers", measures="figures__measures")
    rows = list(versions.annotate(told=told).defer("words", "figures").order_by("pk"))
    if not rows:
        return
    answer = Answer.objects.filter(answered__comment=comment).first()
    own, read = unread_in(comment), cache(lambda: read_of(answer) if answer is not None else [])
    if hides_words(comment):
        unread = own
    else:
        unread = unread_of(answer) if answer is not None else Unread((), ())
    for version in rows:
        places = [place for place, words in _texts(version.told, answer) if tells(words, own, list)]
        if places:
            _follow(comment.activity, version, places, partial(tells, own=unread, shown=read), at=at)


def _follow(
    activity: Activity, version: Any, places: Collection[str], tells_unread: Callable[[_Words], bool], *, at: datetime
) -> None:
    """Keep which of these places of a version tell what nobody may read; its files are made anew where that changed."""
    words = dict(_texts(version.told, None))
    telling = {place for place in places if tells_unread(words[place])}
    kept = {row.place: row for row in WithheldWords.objects.filter(version=version, place__in=places)}
    changed = {place for place in places if (place in telling) != (place in kept and kept[place].lifted_at is None)}
    for place in changed:
        WithheldWords.objects.update_or_create(
            version=version, place=place,
            defaults={"lifted_at": None, "since": at} if place in telling else {"lifted_at": at},
        )  # fmt: skip
    if changed:
        make_anew(version)
        verb = "reports.words_withheld" if telling else "reports.words_shown_again"
        record(verb, actor=None, target=activity, at=at, process=activity.process, number=version.number)


def _texts(told: dict[str, Any], answer: Answer | None) -> Iterator[tuple[str, _Words]]:
    """The words of answers, or of one of them, and of measures in a version's figures, by their places."""
    for row in told["answers"] or ():
        if answer is None or row["number"] == answer.number:
            yield from ((f"answers:{row['number']}:{name}", row[name]) for name in _OF_ANSWER)
    for place, row in enumerate(told["measures"] or ()):
        yield from ((f"measures:{place}:{name}", row[name]) for name in _OF_MEASURE)

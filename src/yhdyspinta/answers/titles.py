"""A draft is named by a comment's first words until somebody writes a better title; nobody reads there what is not shown."""

from collections.abc import Collection, Iterable
from typing import Final

from django.db.models import F, Q

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import spoken_to_in

_LONGEST: Final = 70
_SHORTEST: Final = 20  # letters that hardly begin two texts by chance


def first_words(activity: Activity, comments: Collection[int]) -> Wording:
    """How the first of the comments begins."""
    comment = Comment.objects.filter(activity=activity, pk__in=comments).order_by("pk").first()
    if comment is None:
        return Wording()
    short = beginning(" ".join(comment.public_text.split()), _LONGEST)
    return Wording({spoken_to_in(comment.language, activity.process.owner.duty_languages): short})


def tells_unshown(answer: Answer, shown: Iterable[Comment]) -> bool:
    """Whether its title is how a comment of it begins that is hidden, withdrawn, waits or is masked there; one query.

    What one of the `shown` begins with too may be told.
    """
    titles = {_line(text.removesuffix("…")) for text in answer.title.values() if text}
    unshown = ~Q(state=Comment.State.VISIBLE) | ~Q(public_text=F("text"))
    words = [
        _line(text) for text in Comment.objects.filter(unshown, answered__answer=answer).values_list("text", flat=True)
    ]
    told = {title for title in titles for text in words if _begins(text, title)}
    return bool(told) and any(not any(_begins(_line(one.public_text), title) for one in shown) for title in told)


def _begins(text: str, title: str) -> bool:
    return text == title or (len(title) >= _SHORTEST and text.startswith(title))


def _line(text: str) -> str:
    return " ".join(text.split()).casefold()

"""A draft is named by a comment's first words until somebody writes a better title; nobody reads there what is not shown."""

from collections.abc import Iterable
from typing import Final

from django.db.models import F, Q

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment

_SHORTEST: Final = 20  # letters that hardly begin two texts by chance


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

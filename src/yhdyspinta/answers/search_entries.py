"""A published answer can be found with search; one that is taken back cannot."""

from collections.abc import Iterator
from datetime import datetime

from yhdyspinta.answers.models import Answer
from yhdyspinta.audit.trail import reference
from yhdyspinta.processes import searching
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.searching import PublicText
from yhdyspinta.wording.fields import Wording


def follow_publication(answer: Answer, *, at: datetime) -> None:
    """Put the answer's words into search or take them out; inside the transaction of the change."""
    if answer.published_at is None:
        searching.unindex(answer.activity.process, reference(answer))
        return
    found = _public_text(answer, at)
    searching.index(answer.activity.process, found.kind, found.target, found.texts, path=found.path, at=at)


def published_answers(process: Process) -> Iterator[PublicText]:
    """Every published answer of the process, as search holds it; one query."""
    rows = Answer.objects.filter(activity__process=process).select_related("activity__process").order_by("pk")
    for answer in rows:
        if answer.published_at is not None:
            yield _public_text(answer, answer.corrected_at or answer.published_at)


def _public_text(answer: Answer, at: datetime) -> PublicText:
    title, body = Wording(answer.title), Wording(answer.body)
    activity = answer.activity
    path = f"processes/{activity.process.slug}/answers/{activity.slug}/{answer.number}/"
    return PublicText("answer", reference(answer), {tag: (title.text(tag), body[tag]) for tag in body}, path, at)

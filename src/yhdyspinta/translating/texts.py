"""What there is to translate in a process: its own texts, drafts of documents and answers, summaries, chosen comments.

Published versions and published answers stand as they are, so they are not among them. A comment is among them once
staff have chosen it; its translation stands beside it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.answers.models import Answer, Summary
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.actions.sections import LONGEST_BODY, LONGEST_HEADING
from yhdyspinta.documents.models import Section
from yhdyspinta.material.actions.translations import LONGEST
from yhdyspinta.material.models import Translation
from yhdyspinta.material.translations import CURRENT, standing_of, with_standing
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording

MOST_IN_A_CELL: Final = 32_000
COMMENT: Final = "comment"  # begins the key of a comment's text
_MASKED: Final = "[▒▒▒]"
#: name: (words, longest)
PROCESS_TEXTS: Final[Mapping[str, tuple[Promise, int]]] = {
    "title": (gettext_lazy("Title"), 200),
    "summary": (gettext_lazy("Summary"), 20_000),
    "background": (gettext_lazy("Background"), 20_000),
    "use_of_results": (gettext_lazy("What the results are used for"), 20_000),
    "decided_by": (gettext_lazy("Who decides, and when"), 20_000),
    "results_receiver": (gettext_lazy("Who receives the results"), 200),
    "keywords": (gettext_lazy("Keywords"), 200),
    "contact_title": (gettext_lazy("Contact person's title"), 200),
    "privacy_purposes": (gettext_lazy("Why personal data are handled"), 20_000),
}
ANSWER_TEXTS: Final[Mapping[str, tuple[Promise, int]]] = {
    "title": (gettext_lazy("What the comments are about"), 150),
    "body": (gettext_lazy("Answer"), 8_000),
    "reason_words": (gettext_lazy("Reason"), 3_000),
    "passed_to": (gettext_lazy("Where it was passed on"), 300),
}


@dataclass(frozen=True)
class Text:
    """One text of a process in two languages; `mark` tells whether the original is still the same."""

    key: str
    where: str
    source: str
    target: str
    longest: int
    mark: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mark", hashlib.sha256(self.source.encode()).hexdigest()[:10])

    @property
    def fits_a_cell(self) -> bool:
        """Whether a spreadsheet's cell holds it whole."""
        return max(len(self.source), len(self.target)) <= MOST_IN_A_CELL

    @property
    def is_comment(self) -> bool:
        """Whether it is a sender's words, which may be masked or hidden at any time."""
        return self.key.startswith(f"{COMMENT}/")

    @property
    def is_missing(self) -> bool:
        return not self.target.strip()


def texts_of(process: Process, source: str, target: str) -> list[Text]:
    """Every text that has an original in `source`, in the order of the pages; five queries."""
    found = (
        *_of_process(process),
        *_of_sections(process, source, target),
        *_of_answers(process),
        *_of_comments(process, source, target),
    )
    return [
        Text(key, where, words[source], words.get(target, ""), longest)
        for key, where, words, longest in found
        if words.get(source, "").strip()
    ]


_Found = Iterator[tuple[str, str, Mapping[str, str], int]]


def _of_process(process: Process) -> _Found:
    for name, (words, longest) in PROCESS_TEXTS.items():
        yield f"process/{name}", str(words), getattr(process, name), longest


def _of_sections(process: Process, source: str, target: str) -> _Found:
    drafts = Section.objects.filter(version__published_at=None, version__document__activity__process=process)
    rows = drafts.select_related("version__document").prefetch_related("texts")
    for section in rows.order_by("version__document__position", "version__document", "position"):
        texts = {text.language: text for text in section.texts.all() if text.language in {source, target}}
        title = Wording(section.version.document.title)
        where = f"{title} {section.number}"
        headings = {language: text.heading for language, text in texts.items()}
        bodies = {language: text.body for language, text in texts.items()}
        yield f"section/{section.pk}/heading", f"{where}: {_('heading')}", headings, LONGEST_HEADING
        yield f"section/{section.pk}/body", f"{where}: {_('text')}", bodies, LONGEST_BODY


def _of_answers(process: Process) -> _Found:
    drafts = Answer.objects.filter(activity__process=process, published_at=None)
    for answer in drafts.order_by("activity", "number"):
        where = _("Answer %(number)s") % {"number": answer.number}
        for name, (words, longest) in ANSWER_TEXTS.items():
            yield f"answer/{answer.pk}/{name}", f"{where}: {words}", getattr(answer, name), longest
    for summary in Summary.objects.filter(activity__process=process, published_at=None).order_by("pk"):
        yield f"summary/{summary.activity_id}/body", _("Summary of the comments"), summary.body, 20_000


def _of_comments(process: Process, source: str, target: str) -> _Found:
    """Shown comments that were chosen to be translated; what is older than the comment, or withheld, is made anew."""
    chosen = Translation.objects.filter(
        comment__activity__process=process, comment__language=source, comment__state=Comment.State.VISIBLE,
        language=target,
    )  # fmt: skip
    rows = with_standing(chosen.select_related("comment")).order_by("comment__activity", "comment__number")
    row: Any
    for row in rows:
        where = _("Comment %(number)s") % {"number": row.comment.number}
        there = row.text if standing_of(row) == CURRENT else ""
        words = {source: row.words_now.replace(MASK_MARK, _MASKED), target: there}
        yield f"{COMMENT}/{row.comment_id}/text", where, words, LONGEST

"""The figures of a report by place: sections, whole documents and the matter as a whole, adding up to all that it counts."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.comments.whole import whole_threads
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.processes.models import Activity

Told = dict[str, Any]


def section_told(section: Section) -> Told:
    """Where a section stands and what it is called."""
    return {
        **_version_told(section.version),
        "section": section.number,
        "anchor": section.anchor,
        "heading": {text.language: text.heading for text in section.texts.all()},
    }


def _version_told(version: DocumentVersion) -> Told:
    """A document as a whole: with no number and no heading of its own."""
    return {
        "document": dict(version.document.title),
        "document_slug": version.document.slug,
        "version": version.number,
        "version_name": dict(version.name),
        **_NO_SECTION,
    }


_NO_SECTION: Told = {"section": "", "anchor": "", "heading": {}}
_MATTER: Told = {"document": {}, "document_slug": "", "version": 0, "version_name": {}, **_NO_SECTION}


def places_told(activity: Activity, answers: Sequence[Answer]) -> list[Told]:
    """Every place with visible comments, each with its answers: the matter, then each document and its sections."""
    given, waiting = _answers_given(answers), _waiting(activity)

    def counted(thread: Thread) -> Told:
        return {
            "comments": thread.visible_count,
            "answers": given.get(thread.pk, []),
            "waiting": waiting.get(thread.pk, 0),
        }

    found = [_MATTER | counted(thread) for thread in whole_threads(activity).filter(visible_count__gt=0)]
    sections = Section.objects.filter(version__document__activity=activity, thread__visible_count__gt=0)
    sections = sections.select_related("thread", "version__document").prefetch_related("texts")
    versions = DocumentVersion.objects.filter(document__activity=activity, thread__visible_count__gt=0)
    rows = [
        ((*_order(row), -1), row.thread, _version_told(row)) for row in versions.select_related("thread", "document")
    ]
    rows += [((*_order(row.version), row.position), row.thread, section_told(row)) for row in sections]
    for _at, thread, told in sorted(rows, key=lambda row: row[0]):
        if thread is not None:
            found.append(told | counted(thread))
    return found


def _order(version: DocumentVersion) -> tuple[int, int, int]:
    return version.document.position, version.document_id, version.number


def _waiting(activity: Activity) -> dict[int, int]:
    """How many visible comments of each place wait for an answer; one query."""
    open_ = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, handling=Comment.Handling.OPEN)
    return dict(open_.values_list("thread").annotate(n=Count("pk")).order_by())


def _answers_given(answers: Sequence[Answer]) -> dict[int, list[int]]:
    """The numbers of the answers to the visible comments of each place."""
    given: dict[int, list[int]] = {}
    places = Answer.objects.filter(pk__in=[answer.pk for answer in answers], answered__comment__state="visible")
    for thread, number in places.values_list("answered__comment__thread", "number").distinct().order_by("number"):
        given.setdefault(thread, []).append(number)
    return given

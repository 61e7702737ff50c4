"""Drafts of answers, corrections that wait, what published answers lack, summaries and templates, for the translator's file."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.answers.actions import AnswerText, save_answer
from yhdyspinta.answers.corrections import as_corrected, propose_correction
from yhdyspinta.answers.models import Answer, AnswerTemplate, Correction, Summary
from yhdyspinta.answers.phrases import save_template
from yhdyspinta.answers.publishing import correct_answer
from yhdyspinta.answers.rounds import save_summary
from yhdyspinta.answers.written import ANSWER, SUMMARY, TEMPLATE
from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.language_versions import Asked, Change, Found, OfRows, Taking
from yhdyspinta.processes.models import Process


def _joined(taking: Taking, answer: Answer, changes: Mapping[str, Change]) -> AnswerText:
    """The whole text of an answer with what came back for it."""
    return AnswerText(**{**vars(AnswerText.of(answer)), **taking.joined(answer, changes)})


class AnswerTexts(OfRows):
    """Drafts of answers."""

    key = "answer"
    model = Answer
    parts = ANSWER
    order = ("activity", "number")
    more = {"number": "number"}

    def rows(self, process: Process) -> QuerySet[Answer]:
        return Answer.objects.filter(activity__process=process, published_at=None)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Answer %(number)s") % {"number": data["number"]}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        answer = taking.row_of(Answer, pk)
        save_answer(
            actor=taking.actor,
            answer=answer,
            text=_joined(taking, answer, changes),
            revision=answer.revision,
            at=taking.at,
        )


class PublishedTexts(OfRows):
    """What published answers lack in a language: the words that stand in it stay as they are.

    Where answers are approved by another, the further language waits for that as a correction does.
    """

    key = "publishedanswer"
    model = Answer
    parts = ANSWER
    order = ("activity", "number")
    more = {"number": "number"}

    def rows(self, process: Process) -> QuerySet[Answer]:
        return Answer.objects.filter(activity__process=process, published_at__isnull=False, correction=None)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Published answer %(number)s") % {"number": data["number"]}

    def texts(self, asked: Asked, data: Mapping[str, Any], where: str) -> Iterator[Found]:
        return (found for found in super().texts(asked, data, where) if not found.words.get(asked.target, "").strip())

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        answer = taking.row_of(Answer, pk)
        text = _joined(taking, answer, changes)
        change = propose_correction if taking.process.owner.answers_need_approval else correct_answer
        change(actor=taking.actor, answer=answer, text=text, revision=answer.revision, at=taking.at)


class CorrectionTexts(OfRows):
    """Corrections of published answers, which wait for somebody's approval."""

    key = "correction"
    model = Correction
    parts = ANSWER
    order = ("answer__activity", "answer__number")
    more = {"number": "answer__number"}

    def rows(self, process: Process) -> QuerySet[Correction]:
        return Correction.objects.filter(answer__activity__process=process, returned_note="")

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Correction of the answer %(number)s") % {"number": data["number"]}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        found = Correction.objects.select_related("answer__activity", "changed_section__version__document")
        kept = found.get(pk=pk, answer__activity__process=taking.process)
        answer = kept.answer
        answer.activity.process = taking.process
        before = vars(AnswerText.of(as_corrected(answer, kept)))
        made = AnswerText(**{**before, **taking.joined(kept, changes)})
        propose_correction(actor=taking.actor, answer=answer, text=made, revision=kept.revision, at=taking.at)


class SummaryTexts(OfRows):
    """What came in, told soon after closing."""

    key = "summary"
    model = Summary
    parts = SUMMARY

    def rows(self, process: Process) -> QuerySet[Summary]:
        return Summary.objects.filter(activity__process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Summary of the comments")

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = taking.row_of(Summary, pk)
        body = taking.joined(row, changes)["body"]
        save_summary(actor=taking.actor, activity=row.activity, body=body, revision=row.revision, at=taking.at)


class TemplateTexts(OfRows):
    """Words that the authority's answers often hold."""

    key = "answertemplate"
    of = Authority
    ability = "answer"
    model = AnswerTemplate
    parts = TEMPLATE
    order = ("name", "pk")
    more = {"name": "name"}

    def rows(self, of: Authority) -> QuerySet[AnswerTemplate]:
        return AnswerTemplate.objects.filter(authority=of)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Template %(name)s") % {"name": data["name"]}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = AnswerTemplate.objects.get(pk=pk, authority=taking.authority)
        save_template(
            actor=taking.actor, authority=taking.authority, template=row, name=row.name, revision=row.revision,
            at=taking.at, **taking.joined(row, changes),
        )  # fmt: skip


KINDS = (SummaryTexts(), AnswerTexts(), PublishedTexts(), CorrectionTexts(), TemplateTexts())

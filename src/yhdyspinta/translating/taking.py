"""A translation goes where its text stands, through the action that anybody writing there would use."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from yhdyspinta.answers.actions import AnswerText, save_answer
from yhdyspinta.answers.models import Answer, Summary
from yhdyspinta.answers.rounds import save_summary
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.actions import save_section_text
from yhdyspinta.documents.models import Section, SectionText
from yhdyspinta.material.actions.translations import save_translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.actions import ProcessFacts, edit_process
from yhdyspinta.processes.models import Process
from yhdyspinta.translating.texts import COMMENT
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class Taking:
    """Whose file it is, for which process, in which language, and when; called inside the file's transaction."""

    actor: Person
    process: Process
    target: str
    at: datetime

    def take(self, kind: str, pk: str, words: Mapping[str, str]) -> None:
        """Store the words of one thing: a process, a section, an answer, a summary or a comment."""
        {
            "process": self._process,
            "section": self._section,
            "answer": self._answer,
            "summary": self._summary,
            COMMENT: self._comment,
        }[kind](pk, words)

    def _joined(self, before: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
        return {**before, **{name: Wording({**before[name], self.target: text}) for name, text in words.items()}}

    def _process(self, _pk: str, words: Mapping[str, str]) -> None:
        fresh = Process.objects.select_related("owner").get(pk=self.process.pk)
        facts = {one.name: getattr(fresh, one.name) for one in fields(ProcessFacts)}
        facts["six_ways"] = tuple(facts["six_ways"])
        made = ProcessFacts(**self._joined(facts, words))
        edit_process(actor=self.actor, process=fresh, facts=made, revision=fresh.revision, at=self.at)

    def _section(self, pk: str, words: Mapping[str, str]) -> None:
        section = Section.objects.get(pk=int(pk), version__document__activity__process=self.process)
        text = SectionText.objects.filter(section=section, language=self.target).first()
        heading, body = (text.heading, text.body) if text else ("", "")
        save_section_text(
            actor=self.actor, section=section, language=self.target, heading=words.get("heading", heading),
            body=words.get("body", body), revision=text.revision if text else 0, at=self.at,
        )  # fmt: skip

    def _answer(self, pk: str, words: Mapping[str, str]) -> None:
        answer = Answer.objects.select_related("activity").get(pk=int(pk), activity__process=self.process)
        answer.activity.process = self.process
        made = AnswerText(**self._joined(vars(AnswerText.of(answer)), words))
        save_answer(actor=self.actor, answer=answer, text=made, revision=answer.revision, at=self.at)

    def _summary(self, pk: str, words: Mapping[str, str]) -> None:
        summary = Summary.objects.select_related("activity").get(activity=int(pk), activity__process=self.process)
        summary.activity.process = self.process
        body = self._joined({"body": summary.body}, words)["body"]
        save_summary(actor=self.actor, activity=summary.activity, body=body, revision=summary.revision, at=self.at)

    def _comment(self, pk: str, words: Mapping[str, str]) -> None:
        """Beside the original, which the file's action has found unchanged."""
        comment = Comment.objects.select_related("activity").get(pk=int(pk), activity__process=self.process)
        comment.activity.process = self.process
        kept = comment.translations.filter(language=self.target).first()
        save_translation(
            actor=self.actor, comment=comment, language=self.target, text=words["text"],
            mark=mark_of(comment.public_text), revision=kept.revision if kept else 0, at=self.at,
        )  # fmt: skip

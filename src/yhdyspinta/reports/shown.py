"""A version of a report as its pages show it: parts in their order, each with words and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.answers.values import HANDLINGS, REASONS
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.reports import sentences
from yhdyspinta.reports.area import area_map
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.parts import parts_of
from yhdyspinta.reports.shortening import shortened
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.ui.dates import day
from yhdyspinta.wording.fields import Wording

CHANGING: Final = frozenset({"accepted", "partly_accepted"})


@dataclass(frozen=True)
class AnswerTold:
    """An answer in a report."""

    number: int
    title: Wording
    body: Wording
    comments: str
    count: int
    handling: str
    handling_words: str
    handling_told: str  # with "preliminary" where it may still change
    reason: str
    reason_words: Wording
    passed_to: Wording
    is_final: bool
    changed: str
    changed_path: str

    @property
    def short_title(self) -> Wording:
        """As much of the title as a row of a printed page takes."""
        return shortened(self.title, 90).text


def report_context(version: ReportVersion, language: str) -> dict[str, Any]:
    """Everything that the pages of a report show; no queries."""
    told = version.figures
    parts = parts_of(ReportWords.read(version.words), told, language)
    return {
        "version": version,
        "process": version.activity.process,
        "activity": version.activity,
        "told": told,
        "area_map": area_map(told, language),
        "title": Wording(told["title"]),
        "line": sentences.version_line(version.number, version.published_at, language),
        "citation": citation(version, language),
        "facts": sentences.facts(told, language),
        "counted": sentences.counted(told, language),
        "chose_themselves": sentences.chose_themselves(told),
        "parts": {part.name: part for part in parts},
        "ordered": parts,
        "answers": answers_told(version, language),
        "passed_on": sentences.passed_on(told, language),
        "passed_left": told.get("passed_in_all", 0) - len(told.get("passed", [])),
        "answers_left": told["answers_in_all"] - len(told["answers"]),
        "outcomes": sentences.outcomes(told, language),
        "measures": sentences.measures(told, language),
    }


def citation(version: ReportVersion, language: str) -> str:
    """How a version is cited: authority, title, version, day and the address that stays."""
    told, words = (
        version.figures,
        _("%(authority)s: %(title)s. Report of the round, version %(number)s, %(day)s. %(path)s"),
    )
    return words % {
        "authority": Wording(told.get("authority") or version.activity.process.owner.name).text(language),
        "title": Wording(told["title"]).text(language),
        "number": version.number,
        "day": day(version.published_at, language).split(maxsplit=1)[-1],  # without the weekday
        "path": absolute(version_path(version)),
    }


def answers_told(version: ReportVersion, language: str) -> list[AnswerTold]:
    """The answers of a report, the largest first, with where the text changed."""
    method = comment_method_of(version.activity)
    return [
        AnswerTold(
            number=row["number"],
            title=Wording(row["title"]),
            body=Wording(row["body"]),
            comments=sentences.comments_words(row["comments"], language),
            count=row["comments"],
            handling=row["handling"],
            handling_words=str(HANDLINGS.get(row["handling"], "")),
            handling_told=sentences.handling(row),
            reason=str(REASONS.get(row["reason"], "")),
            reason_words=Wording(row["reason_words"]),
            passed_to=Wording(row["passed_to"]),
            is_final=row["is_final"],
            changed=sentences.changed_place(row, language),
            changed_path=method.section_path(version.activity, **_place(row["changed"])) if row["changed"] else "",
        )
        for row in version.figures["answers"]
    ]


def _place(place: dict[str, Any]) -> dict[str, Any]:
    return {"document": place["document_slug"], "version": place["version"], "section": place["anchor"]}


@dataclass(frozen=True)
class SectionTold:
    """A place that was commented on, with its answers: a section; with no number a document; with no document the matter."""

    slug: str  # the document's
    anchor: str
    document: Wording
    version: Wording
    number: str
    heading: Wording
    path: str
    comments: int
    answers: tuple[AnswerTold, ...]
    waiting: int  # comments without an answer when it was published; 0 in versions from before they were counted


def sections_told(version: ReportVersion, answers: Sequence[AnswerTold]) -> list[SectionTold]:
    """The sections that were commented on, in their order; no queries."""
    method = comment_method_of(version.activity)
    by_number = {answer.number: answer for answer in answers}
    return [
        SectionTold(
            slug=row["document_slug"],
            anchor=row["anchor"],
            document=Wording(row["document"]),
            version=Wording(row["version_name"]),
            number=row["section"],
            heading=Wording(row["heading"]),
            path=method.section_path(version.activity, **_place(row)),
            comments=row["comments"],
            answers=tuple(by_number[number] for number in row["answers"] if number in by_number),
            waiting=row.get("waiting", 0),
        )
        for row in version.figures["sections"]
    ]


def version_path(version: ReportVersion, name: str = "report", **parts: Any) -> str:
    """The address of a version, or of something of it."""
    return activity_address(version.activity, f"reports:{name}", version=version.number, **parts)

"""What the comments of a process changed, and what they did not: everything the results page tells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from django.utils.translation import ngettext

from yhdyspinta.answers.links import answer_path
from yhdyspinta.answers.models import Answer, Summary
from yhdyspinta.answers.queries import AnswerShown, published_answers, shown
from yhdyspinta.answers.values import HANDLINGS, PASSED_ON, SENT_ON
from yhdyspinta.comments.audience import Speakers, who_spoke
from yhdyspinta.outcomes.changed_text import ChangedText, changed_text
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.transfers.told import passed_counts
from yhdyspinta.wording.fields import Wording

_BIGGEST = 3
_NOT_CHANGED = 5
_CHANGING = {"accepted", "partly_accepted"}


@dataclass(frozen=True)
class Figure:
    """How many comments were handled in one way."""

    key: str
    words: str
    count: int
    path: str


@dataclass(frozen=True)
class Loop:
    """One row of 'You said, we decided, done'."""

    you_said: Wording
    comments: int
    comments_path: str
    we_decided: Wording
    is_no: bool  # we did not change
    changed_path: str
    changed_label: str
    passed_to: Wording
    measure: Measure | None


@dataclass(frozen=True)
class NotChanged:
    """What was not changed, and why."""

    answer: AnswerShown
    comments: int


@dataclass(frozen=True)
class Results:
    """The results page, in plain values."""

    state: str  # no_comments, nothing_yet, summary_only, partly, answered
    comments: int
    senders: int
    waiting: int
    answered: int
    closed: int
    passed: int  # with another authority
    answered_at: datetime | None
    summaries: tuple[Summary, ...]
    figures: tuple[Figure, ...]
    loops: tuple[Loop, ...]
    text: ChangedText | None
    text_path: str
    not_changed: tuple[NotChanged, ...]
    outcomes: tuple[Outcome, ...]
    audience: Speakers  # ages and municipalities are told by the report only
    activities: tuple[Activity, ...]

    def count(self, handling: str) -> int:
        return next((figure.count for figure in self.figures if figure.key == handling), 0)


def handled_words(comments: int, answered: int, closed: int, passed: int = 0) -> str:
    """As in: 60 kommenttia, 53 vastattu, 2 siirretty, 5 ei tarvinnut vastausta. The same sentence wherever the figures are told."""
    words = [ngettext("%(count)s comment", "%(count)s comments", comments) % {"count": comments}]
    words.append(ngettext("%(count)s answered", "%(count)s answered", answered) % {"count": answered})
    if passed:
        words.append(ngettext("%(count)s passed on", "%(count)s passed on", passed) % {"count": passed})
    if closed:
        words.append(ngettext("%(count)s needed no answer", "%(count)s needed no answer", closed) % {"count": closed})
    return ", ".join(words)


def results_of(process: Process, language: str) -> Results:
    """Everything the page tells; nine queries however many comments there are."""
    commented = Activity.objects.filter(method_key__in=keys_of_comment_methods(), process=process)
    with_reports = commented.select_related("summary").annotate(report_number=Max("report_versions__number"))
    activities = list(with_reports.order_by("pk"))
    for activity in activities:
        activity.process = process
    answers = _answers(activities)
    outcomes = Outcome.objects.filter(process=process, published_at__isnull=False).order_by("-on", "-pk")
    best = _best_text(answers)
    summaries = [found for item in activities if (found := getattr(item, "summary", None)) and found.published_at]
    comments = sum(activity.comment_count for activity in activities)
    answered = sum(activity.answered_count for activity in activities)
    passed = sum(passed_counts([activity.pk for activity in activities]).values()) if activities else 0
    marked = [activity.answered_at for activity in activities if activity.answered_at]
    is_all = bool(activities) and len(marked) == len(activities)
    return Results(
        state=_state(comments, answers, summaries, is_all=is_all),
        comments=comments,
        senders=sum(activity.sender_count for activity in activities),
        waiting=sum(activity.due_count + activity.waiting_count for activity in activities),
        answered=answered,
        closed=max(comments - answered - passed - sum(activity.due_count for activity in activities), 0),
        passed=passed,
        answered_at=max(marked) if is_all else None,
        summaries=tuple(summaries),
        figures=tuple(_figures(answers, activities, passed)),
        loops=tuple(_loops(_measures(process), answers, language)),
        text=changed_text(best.changed_section, language) if best and best.changed_section else None,
        text_path=shown(best, language).changed_path if best else "",
        not_changed=tuple(_not_changed(answers, language)),
        outcomes=tuple(outcomes),
        audience=who_spoke([activity.pk for activity in activities]),
        activities=tuple(activities),
    )


def _measures(process: Process) -> list[Measure]:
    rows = Measure.objects.filter(process=process, published_at__isnull=False)
    return list(rows.select_related("answer__changed_section__version__document"))


def _answers(activities: Sequence[Activity]) -> list[Answer]:
    """The published answers with how many visible comments each has now, largest first; one query."""
    own = {activity.pk: activity for activity in activities}
    rows = published_answers(list(own)).select_related(None).select_related("changed_section__version__document")
    rows = rows.annotate(visible=Count("answered", filter=Q(answered__comment__state="visible")))
    found: list[Answer] = list(rows.order_by("-visible", "-pk"))
    for answer in found:
        answer.activity = own[answer.activity_id]
    return found


def _state(comments: int, answers: Sequence[Answer], summaries: Sequence[Summary], *, is_all: bool) -> str:
    if is_all:
        return "answered" if comments else "no_comments"
    if answers:
        return "partly"
    if summaries:
        return "summary_only"
    return "nothing_yet" if comments else "no_comments"


def _figures(answers: Sequence[Answer], activities: Sequence[Activity], passed: int) -> list[Figure]:
    """Comments by handling: the final answers, and what is with another authority; they add up to what was handled."""
    counts = Counter[str]({PASSED_ON: passed})
    for answer in answers:
        if answer.is_final:
            counts[answer.handling] += answer.visible  # type: ignore[attr-defined]
    own = {PASSED_ON: passed}  # no answers of ours
    path = _answers_path(activities[0]) if len(activities) == 1 else ""
    return [
        Figure(key, str(words), counts[key], f"{path}?handling={key}" if path and counts[key] > own.get(key, 0) else "")
        for key, words in HANDLINGS.items()
        if counts[key] or key in _CHANGING | {"not_accepted"}
    ]


def _answers_path(activity: Activity) -> str:
    return activity_address(activity, "answers:answers")


def _loops(measures: Sequence[Measure], answers: Sequence[Answer], language: str) -> list[Loop]:
    """First what is being done, then the largest answers without a measure."""
    by_pk = {answer.pk: answer for answer in answers}
    sized = sorted(measures, key=lambda measure: (-_size(by_pk.get(measure.answer_id or 0)), -measure.pk))
    rows = [_measure_loop(measure, by_pk.get(measure.answer_id or 0), language) for measure in sized]
    told = {measure.answer_id for measure in measures}
    rest = [answer for answer in answers if answer.pk not in told and answer.handling != "off_topic"]
    rows += [_answer_loop(answer, language) for answer in rest[: max(_BIGGEST - len(rows), 0)]]
    return rows


def _size(answer: Answer | None) -> int:
    return answer.visible if answer else 0  # type: ignore[attr-defined]


def _measure_loop(measure: Measure, answer: Answer | None, language: str) -> Loop:
    view = shown(answer, language) if answer else None
    return Loop(
        you_said=Wording(measure.you_said),
        comments=_size(answer),
        comments_path=view.path if view else "",
        we_decided=Wording(measure.we_decided),
        is_no=False,
        changed_path=view.changed_path if view else "",
        changed_label=view.changed_label if view else "",
        passed_to=Wording(),
        measure=measure,
    )


def _answer_loop(answer: Answer, language: str) -> Loop:
    view = shown(answer, language)
    return Loop(
        you_said=Wording(answer.title),
        comments=_size(answer),
        comments_path=answer_path(answer, language=language),
        we_decided=Wording(answer.reason_words) if answer.handling == "not_accepted" else Wording(answer.body),
        is_no=answer.handling == "not_accepted",
        changed_path=view.changed_path,
        changed_label=view.changed_label,
        passed_to=Wording(answer.passed_to) if answer.handling == SENT_ON else Wording(),
        measure=None,
    )


def _best_text(answers: Sequence[Answer]) -> Answer | None:
    """The answer whose changed section most comments led to."""
    return next((answer for answer in answers if answer.changed_section_id and answer.handling in _CHANGING), None)


def _not_changed(answers: Sequence[Answer], language: str) -> list[NotChanged]:
    found = [answer for answer in answers if answer.handling == "not_accepted"][:_NOT_CHANGED]
    return [NotChanged(shown(answer, language), _size(answer)) for answer in found]

"""The figures of a report, made from the data when it is published: plain values that go into the version as they are.

Keys are stored and words are not, so that every language reads the same figures. A version keeps what it was published
with: what is added here later is read with `.get`, since versions from before do not have it. Of what is not public on
the comments themselves (age group, municipality) only what `comments.groups` keeps goes in (docs/adr/0010).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments.audience import Audience, Group, audience
from yhdyspinta.comments.keeping_groups import keep_groups
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.organisations import confirmed_organisations
from yhdyspinta.intake.events import events_of
from yhdyspinta.intake.models import EarlierRound
from yhdyspinta.moderation.queries import hidden_by_reason
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.asked import documents_asked
from yhdyspinta.reports.by_place import places_told, section_told
from yhdyspinta.reports.stances import stances_of
from yhdyspinta.reports.themes import themes_of
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import shown
from yhdyspinta.transfers.told import passed_counts, passed_from

Figures = dict[str, Any]


def figures_of(activity: Activity, *, at: datetime) -> Figures:
    """Everything that the report tells in numbers, and the answers' own words; the same number of queries always.

    Age groups and municipalities are those that are kept (`comments.keeping_groups`): taken anew here when a whole
    group has come or gone since.
    """
    keep_groups(activity, at=at)
    people = audience(activity.process.owner, [activity.pk])
    answers = _answers(activity)
    organisations, gave_statement = confirmed_organisations(activity.pk)
    passed = passed_counts([activity.pk]).get(activity.pk, 0)
    counted = Counter({answer.pk: answer.visible for answer in answers})  # type: ignore[attr-defined]
    return {
        "taken_at": at.isoformat(),
        **_round(activity),
        "comments": activity.comment_count,
        "came": Comment.objects.filter(activity=activity).exists(),
        "unchecked": activity.waiting_count,
        "senders": people.senders,
        "off_line": people.off_line,
        "organisations": organisations,
        "gave_statement": gave_statement,
        "capacities": [{"key": group.key, "count": group.count} for group in people.capacities],
        "channels": _by(activity, "channel"),
        "events": _events(activity),
        "languages": _by(activity, "language"),
        **_small_groups(people),
        "themes": themes_of(activity),
        **stances_of(activity),
        "handlings": _handlings(answers, passed),
        **_handled(activity, passed),
        "passed": [_passed(row) for row in passed_from(activity.pk)],
        "passed_in_all": passed,
        "answers": [_answer(answer, counted[answer.pk]) for answer in answers],
        "answers_in_all": len(answers),
        "sections": places_told(activity, answers),
        "hidden": _counts(hidden_by_reason(activity).items()),
        **_what_followed(activity),
    }


def _handled(activity: Activity, passed: int) -> Figures:
    """Comments answered, waiting for an answer, and those that need none."""
    answered, waiting = activity.answered_count, activity.due_count
    closed = max(activity.comment_count - answered - waiting - passed, 0)
    return {"answered": answered, "open": waiting, "closed": closed}


def _by(activity: Activity, name: str) -> list[dict[str, Any]]:
    """Visible comments by channel or language."""
    visible = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE)
    return _counts(visible.values_list(name).annotate(count=Count("pk")).order_by())


def _events(activity: Activity) -> Figures:
    """Tables and people at events; of people fewer than a small group nothing is told (ADR 10)."""
    found = events_of(activity.pk, shown=True, at_least=activity.process.owner.small_group_limit)
    return {"events": found.events, "tables": found.tables, "counted": found.counted, "people": found.people}


def _counts(rows: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    """The largest first; like counts in the order of their keys, so that the same data gives the same figures."""
    return [{"key": key, "count": count} for key, count in sorted(rows, key=lambda row: (-row[1], row[0]))]


def _round(activity: Activity) -> Figures:
    stages = sorted(activity.stages.all(), key=lambda stage: stage.opens_at)
    held_in = EarlierRound.objects.filter(activity=activity).values_list("source", flat=True).first() or ""
    asked = documents_asked(activity, closed_at=stages[-1].closes_at if stages and not held_in else None)
    return {
        "authority": dict(activity.process.owner.name),
        "title": dict(activity.process.title),
        "case_number": activity.process.case_number,
        "opened_at": stages[0].opens_at.isoformat() if stages else "",
        "closed_at": stages[-1].closes_at.isoformat() if stages else "",
        "held_in": held_in,
        "documents": [document["title"] for document in asked],
        "asked": asked,
    }


def _small_groups(people: Audience) -> Figures:
    """Age groups and municipalities, as they are kept."""
    return {
        "ages": [_group(group) for group in people.ages],
        "age_groups": [{"key": group.key, "count": group.count} for group in people.age_groups],
        "municipalities": [
            _group(group) | {"name": dict(group.name), "of_those_shown": group.of_those_shown}
            for group in people.municipalities
        ],
        "municipalities_in_all": people.municipalities_all,
        "limit": people.limit,
        "groups_at": people.groups.taken_at.isoformat() if people.groups.taken_at else "",
        "groups_senders": people.groups.senders,
    }


def _group(group: Group) -> Figures:
    return {
        "key": group.key,
        "count": group.count,
        "share": group.share if group.count is not None else None,
        "population_share": group.population_share,
    }


def _answers(activity: Activity) -> list[Answer]:
    """The published answers with how many visible comments each has, largest first; one query."""
    found = Answer.objects.filter(activity=activity, published_at__isnull=False)
    found = found.select_related("changed_section__version__document").prefetch_related("changed_section__texts")
    counted = found.annotate(visible=Count("answered", filter=Q(answered__comment__state=Comment.State.VISIBLE)))
    return list(counted.order_by("-visible", "number"))


def _handlings(answers: Sequence[Answer], passed: int) -> list[dict[str, Any]]:
    """Comments by handling: by the final answers, and passed on to another authority."""
    counted: Counter[str] = Counter({PASSED_ON: passed} if passed else {})
    for answer in answers:
        if answer.is_final:
            counted[answer.handling] += answer.visible  # type: ignore[attr-defined]
    return _counts(counted.items())


def _passed(transfer: Transfer) -> Figures:
    """Where a comment was passed on, and what was answered there; words that wait for approval stay out."""
    told = shown(transfer)
    return {
        "number": transfer.comment.number,
        "to": dict(told.to),
        "reason": dict(told.reason),
        "answer": dict(told.answer),
        "answered_at": told.answered_at.isoformat() if told.answered_at else "",
    }


def _answer(answer: Answer, comments: int) -> Figures:
    return {
        "number": answer.number,
        "comments": comments,
        "title": dict(answer.title),
        "body": dict(answer.body),
        "handling": answer.handling,
        "reason": answer.reason,
        "reason_words": dict(answer.reason_words),
        "passed_to": dict(answer.passed_to),
        "is_final": answer.is_final,
        "changed": section_told(answer.changed_section) if answer.changed_section else None,
    }


def _what_followed(activity: Activity) -> Figures:
    outcomes = Outcome.objects.filter(process=activity.process_id, published_at__isnull=False).order_by("on", "pk")
    measures = Measure.objects.filter(process=activity.process_id, published_at__isnull=False).order_by("pk")
    return {
        "outcomes": [
            {
                "kind": row.kind,
                "title": dict(row.title),
                "body_name": dict(row.body_name),
                "on": row.on.isoformat(),
                "section_number": row.section_number,
                "case_number": row.case_number,
            }
            for row in outcomes
        ],
        "measures": [_measure(row) for row in measures],
    }


def _measure(row: Measure) -> Figures:
    return {
        "you_said": dict(row.you_said),
        "we_decided": dict(row.we_decided),
        "promise": dict(row.promise),
        "owner_name": dict(row.owner_name),
        "due_on": row.due_on.isoformat() if row.due_on else "",
        "first_due_on": row.first_due_on.isoformat() if row.first_due_on else "",
        "state": row.state,
        "done_on": row.done_on.isoformat() if row.done_on else "",
    }

"""The page that this product exists for: what the comments changed, and what they did not."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from yhdyspinta.comments.audience import Speakers
from yhdyspinta.intake.elsewhere import held_elsewhere
from yhdyspinta.outcomes.due_days import due_words
from yhdyspinta.outcomes.models import FormerPromise, Measure, MeasureUpdate
from yhdyspinta.outcomes.queries import former_promises, histories, is_done_late, is_late, totals_of
from yhdyspinta.outcomes.results import Loop, Results, handled_words, results_of
from yhdyspinta.outcomes.values import MEASURE_STATES, OUTCOMES
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, public_process
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import day, in_helsinki
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.marking import marked, spoken


@require_safe
def results(request: HttpRequest, process: str) -> HttpResponse:
    """What the comments changed."""
    found = public_process(request, process)
    language = page_language()
    told = results_of(found, language)
    context = {
        "held_elsewhere": held_elsewhere(told.activities),
        "process": found,
        "results": told,
        "lead": _lead(told),
        "state_words": _state_words(told, language),
        "loops": [_loop(row, language) for row in told.loops],
        "outcomes": [{"outcome": row, "kind": OUTCOMES.get(row.kind, "")} for row in told.outcomes],
        "chart": _chart(told.audience),
        "chart_is_of_many": sum(group.count or 0 for group in told.audience.capacities) > told.senders,
        "answers_paths": [
            {"title": activity.title, "path": activity_address(activity, "answers:answers")}
            for activity in told.activities
            if told.figures and told.answered
        ],
        "reports": [_report(activity) for activity in told.activities if activity.report_number],  # type: ignore[attr-defined]
        "measures_path": process_address(found, "outcomes:measures") if any(row.measure for row in told.loops) else "",
        "process_path": process_address(found),
        "follow_path": process_address(found, "follows:follow"),
        "breadcrumbs": [
            {"text": _("Results"), "href": address("site:results", found.owner)},
            {"text": spoken(Wording(found.title).for_reader(language), language)},
        ],
    }
    return render(request, "outcomes/results.html", context)


@require_safe
def measures(request: HttpRequest, process: str) -> HttpResponse:
    """What was promised against what was done, each with its history."""
    found = public_process(request, process)
    language = page_language()
    today = in_helsinki(moment_of(request)).date()
    promised = Measure.objects.filter(process=found, published_at__isnull=False)
    rows, ways = paged(request, promised, order=("-pk",), name="measures")
    told, former = histories(rows), former_promises(rows)
    context = {
        "process": found,
        "totals": totals_of(promised, today),
        "rows": [
            {
                "measure": row,
                "state": MEASURE_STATES.get(row.state, ""),
                "is_late": is_late(row, today),
                "is_done_late": is_done_late(row),
                "first_due_on": row.first_due_on if row.first_due_on != row.due_on else None,
                "history": _history(told[row.pk], former[row.pk]),
            }
            for row in rows
        ],
        "ways": ways,
        "results_path": process_address(found, "outcomes:results"),
        "breadcrumbs": [
            {"text": _("Results"), "href": address("site:results", found.owner)},
            {
                "text": spoken(Wording(found.title).for_reader(language), language),
                "href": process_address(found, "outcomes:results"),
            },
            {"text": _("Promised and done"), "href": ""},
        ],
    }
    return render(request, "outcomes/measures.html", context)


def _history(updates: Sequence[MeasureUpdate], former: Sequence[FormerPromise]) -> list[dict[str, Any]]:
    """What was told and what was promised otherwise before, newest first."""
    told: list[dict[str, Any]] = [
        {"at": one.at, "state": MEASURE_STATES.get(one.state, ""), "words": one.words, "done_on": one.done_on}
        for one in updates
    ]
    told += [{"at": one.until, "former": one} for one in former]
    return sorted(told, key=lambda one: one["at"], reverse=True)


def _report(activity: Activity) -> dict[str, Any]:
    """The newest published report of an activity, with its readers' views."""
    number = activity.report_number  # type: ignore[attr-defined]
    readers = (
        (_("For residents: what it changed"), "residents"),
        (_("For those who decide: one page"), "deciders"),
        (_("For professionals: by section"), "professionals"),
    )
    return {
        "title": activity.title,
        "path": activity_address(activity, "reports:report", version=number),
        "readers": [
            {"text": words, "path": activity_address(activity, "reports:reader", version=number, reader=name)}
            for words, name in readers
        ],
    }


def _lead(told: Results) -> str:
    words = ngettext("%(count)s comment came in.", "%(count)s comments came in.", told.comments)
    sentences = [words % {"count": told.comments}] if told.comments else []
    changed, partly = told.count("accepted"), told.count("partly_accepted")
    if changed:
        words = ngettext("%(count)s was taken into account.", "%(count)s were taken into account.", changed)
        sentences.append(words % {"count": changed})
    if partly:
        words = ngettext(
            "%(count)s was partly taken into account.", "%(count)s were partly taken into account.", partly
        )
        sentences.append(words % {"count": partly})
    if told.count("not_accepted"):
        sentences.append(_("We also tell what we did not change, and why."))
    return " ".join(sentences)


def _state_words(told: Results, language: str) -> dict[str, str]:
    """Where answering stands, as a tag."""
    if told.state == "answered" and told.answered_at:
        words = _("Answered %(day)s") % {"day": day(told.answered_at, language)}
        figures = handled_words(told.comments, told.answered, told.closed, told.passed)
        return {"text": f"{words} · {figures}", "colour": "moss"}
    if told.state == "partly":
        words = _("Being answered · %(done)s / %(all)s")
        return {"text": words % {"done": told.answered, "all": told.answered + told.waiting}, "colour": "amber"}
    return {}


def _loop(row: Loop, language: str) -> dict[str, Any]:
    """A row as the loop card takes it."""
    said: dict[str, Any] = {"text": marked(row.you_said, language)}
    if row.comments:
        words = ngettext("%(count)s comment", "%(count)s comments", row.comments) % {"count": row.comments}
        said["link"] = {"text": words, "href": row.comments_path}
    decided: dict[str, Any] = {"text": marked(row.we_decided, language)}
    if row.is_no:
        decided["heading"] = _("We did not change")
    if row.changed_path:
        decided["link"] = {"text": row.changed_label, "href": row.changed_path}
    return {"said": said, "decided": decided, "done": _done(row, language)}


def _done(row: Loop, language: str) -> dict[str, Any]:
    measure = row.measure
    if measure is None:
        if row.passed_to:
            return {"heading": _("Passed on"), "text": marked(row.passed_to, language)}
        return {"heading": _("What next"), "text": _("Nothing further has been promised.")}
    words = marked(measure.status_words, language)
    if measure.total_count:
        count = _("%(done)s of %(all)s") % {"done": measure.done_count or 0, "all": measure.total_count}
        words = format_html("{}. {}", count, words)
    if measure.state == "done":
        strong = day(measure.done_on, language) if measure.done_on else ""
        return {"done": True, "strong": strong, "text": words or marked(measure.promise, language)}
    promise = marked(measure.promise, language)
    due = due_words(measure, language)
    owner = marked(measure.owner_name, language)
    text = format_html_join(" ", "{}", ((part,) for part in (promise, words, due, owner) if part))
    return {"heading": str(MEASURE_STATES.get(measure.state, "")), "text": text}


def _chart(people: Speakers) -> list[dict[str, Any]]:
    return [{"label": str(group.name), "value": group.count} for group in people.capacities]

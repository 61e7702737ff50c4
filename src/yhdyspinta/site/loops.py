"""'You said, we decided, done': a measure in the words of its card."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.outcomes.due_days import due_words
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.values import MEASURE_STATES
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.ui.dates import day
from yhdyspinta.wording.marking import marked


def loop_of(measure: Measure, language: str) -> dict[str, Any]:
    """A measure whose outcome, answer and process are at hand, as the loop card takes it; no queries."""
    said: dict[str, Any] = {"text": marked(measure.you_said, language)}
    said["link"] = {"text": _said_by(measure), "href": process_address(measure.process, "outcomes:results")}
    return {"said": said, "decided": _decided(measure, language), "done": _done(measure, language)}


def named_loop_of(measure: Measure, language: str) -> dict[str, Any]:
    """The same with the name of its process, for a page of many processes; no queries."""
    matter = {"text": marked(measure.process.title, language), "href": process_address(measure.process)}
    return {**loop_of(measure, language), "matter": matter}


def _said_by(measure: Measure) -> str:
    count = measure.answer.comment_count if measure.answer else 0
    if not count:
        return _("What the comments changed")
    return ngettext("%(count)s comment", "%(count)s comments", count) % {"count": count}


def _decided(measure: Measure, language: str) -> dict[str, Any]:
    decided: dict[str, Any] = {"text": marked(measure.we_decided, language)}
    outcome = measure.outcome
    if outcome is None or outcome.published_at is None:
        return decided
    number = f"{section}, " if (section := outcome.section_words) else ""
    words = f"{number}{day(outcome.on, language)}"
    if outcome.link:
        decided["link"] = {"text": words, "href": outcome.link}
    else:
        decided["text"] = format_html("{} {}", decided["text"], words)
    return decided


def _done(measure: Measure, language: str) -> dict[str, Any]:
    done: dict[str, Any] = {"done": measure.state == "done"}
    if measure.state != "done":
        done["heading"] = str(MEASURE_STATES.get(measure.state, ""))
    if measure.total_count:
        done["strong"] = f"{measure.done_count or 0} / {measure.total_count}."
    elif measure.done_on and measure.state == "done":
        done["strong"] = f"{day(measure.done_on, language)}."
    words = [marked(measure.status_words or measure.promise, language)]
    if measure.state not in {"done", "given_up"}:
        words.append(format_html("{}", due_words(measure, language)))
    done["text"] = format_html_join(" ", "{}", ((word,) for word in words if word))
    return done

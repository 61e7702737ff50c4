"""Authorities, processes, their timeline, and what came of them: an explicit list of public fields."""

from typing import Any, Final

from yhdyspinta.authorities.models import Authority
from yhdyspinta.open_data.api.addresses import activity_page, api_address, pages, pieces_of
from yhdyspinta.open_data.api.fields import Field, Shape, address, code, codes, day, many, moment, number, text, texts
from yhdyspinta.outcomes.values import MEASURE_STATES, OUTCOMES
from yhdyspinta.processes.addresses import address as page_address
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.values import INFLUENCE_LEVELS, PHASE_KINDS, SIX_WAYS
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

_LANGUAGES: Final = {"type": "array", "items": {"enum": list(CONTENT_LANGUAGES)}}

AUTHORITY: Final = Shape(
    "Authority", "A county, municipality or national organisation that invites people to take part.",
    (
        address("url", "This object in the API.", lambda row: api_address("authority", authority=row.slug)),
        text("slug", "Its name in addresses."),
        code("kind", dict(Authority.Kind.choices)),
        texts("name"),
        texts("tagline"),
        Field("languages", _LANGUAGES, "Languages of its texts.", lambda row: list(row.languages)),
        Field("duty_languages", _LANGUAGES, "Languages that it owes by law.", lambda row: list(row.duty_languages)),
        text("area_code", "The code of its area in the national division.", missing=True,
             read=lambda row: row.area.code if row.area else None),
        pages("Its front page.", lambda row, tag: page_address("site:home", row, language=tag)),
    ),
)  # fmt: skip


def _closes(row: Activity) -> Any:
    return max((stage.closes_at for stage in row.stages.all()), default=None)


def _opens(row: Activity) -> Any:
    return min((stage.opens_at for stage in row.stages.all()), default=None)


ACTIVITY: Final = Shape(
    "Activity", "One method placed in a phase, with its figures.",
    (
        text("slug"),
        Field("method", {"enum": list(methods())}, "The kind of participation.", lambda row: row.method_key),
        texts("title"),
        moment("opens_at", "When it opens; that instant is within.", _opens),
        moment("closes_at", "When it closes; that instant is outside.", _closes),
        number("comment_count", "Visible comments."),
        number("sender_count", "Senders of visible comments; each chose to take part."),
        number("hidden_count", "Comments that are hidden."),
        number("answered_count", "Visible comments that have a published answer."),
        moment("answered_at", "When everything was marked as answered."),
        address("comments_url", "The comments in the API.", lambda row: api_address("comments", **pieces_of(row))),
        pages("Its page.", activity_page),
    ),
)  # fmt: skip

PHASE: Final = Shape(
    "Phase", "A named stretch of a process's timeline.",
    (
        number("position", "Its place in the list."),
        code("kind", PHASE_KINDS),
        texts("title"),
        texts("description"),
        texts("when", "When, in words.", lambda row: row.when_words),
        moment("starts_at", "Its own beginning; activities have theirs."),
        moment("ends_at"),
        texts("place"),
        text("link", "A web address, or nothing."),
        many("activities", ACTIVITY, "What residents can do in it.", lambda row: row.activities.all()),
    ),
)  # fmt: skip

PROCESS: Final = Shape(
    "Process", "A matter that residents take part in.",
    (
        address("url", "This object in the API.",
                lambda row: api_address("process", authority=row.owner.slug, process=row.slug)),
        text("authority", "The slug of its owner.", lambda row: row.owner.slug),
        Field("partners", {"type": "array", "items": {"type": "string"}}, "Slugs of partner authorities.",
              lambda row: [one.authority.slug for one in row.partnerships.all()]),
        text("slug"),
        texts("title"),
        texts("summary"),
        texts("background", "Markdown."),
        texts("use_of_results"),
        texts("decided_by"),
        texts("results_receiver"),
        texts("keywords", "Separated by commas."),
        codes("six_ways", SIX_WAYS, "The ways of taking part of 611/2021 29 § and 410/2015 22 §."),
        code("influence", INFLUENCE_LEVELS),
        text("case_number", "In the case register; empty where there is none."),
        day("answers_promised_on"),
        Field("answers_promised_before", {"type": "array", "items": {"type": "string", "format": "date"}},
              "Days published earlier and then moved, the first first.",
              lambda row: [one.isoformat() for one in row.answers_promised_before]),
        moment("published_at"),
        moment("paused_at"),
        moment("cancelled_at"),
        moment("archived_at"),
        pages("Its page.", lambda row, tag: process_address(row, language=tag)),
    ),
)  # fmt: skip

DECISION: Final = Shape(
    "Decision", "What was decided, or that the matter was taken into preparation.",
    (
        code("kind", OUTCOMES),
        texts("title"),
        texts("body_name", "Which body."),
        day("on"),
        text("section_number", "The section of the minutes."),
        text("case_number"),
        text("link", "A web address, or nothing."),
        texts("explanation"),
        moment("published_at"),
    ),
)  # fmt: skip

UPDATE: Final = Shape(
    "MeasureUpdate", "What was told of a measure, and when.",
    (
        code("state", MEASURE_STATES),
        texts("words"),
        day("done_on", "The day when it was done, as was told then; nothing of what was told before this was asked."),
        moment("at"),
    ),
)  # fmt: skip

FORMER_PROMISE: Final = Shape(
    "FormerPromise", "What a published measure promised before it was corrected.",
    (
        texts("we_decided"),
        texts("promise"),
        texts("owner_name", "Which unit saw to it."),
        day("due_on"),
        number("total_count", "Of how many.", missing=True),
        moment("until"),
    ),
)  # fmt: skip

MEASURE: Final = Shape(
    "Measure", "What is done because of it: promised, and how far it is.",
    (
        texts("you_said"),
        texts("we_decided"),
        texts("promise"),
        texts("owner_name", "Which unit sees to it."),
        day("due_on"),
        day("first_due_on", "The first published day, where it has been moved."),
        day("promised_on", "When it was promised; what came with a round held earlier was promised then.",
            lambda row: row.promised_day),
        code("state", MEASURE_STATES),
        number("done_count", "Done so far.", missing=True),
        number("total_count", "Of how many.", missing=True),
        texts("status_words"),
        day("done_on"),
        number("answer", "The number of the answer that it comes from.",
               lambda row: row.answer.number if row.answer and row.answer.published_at else None, missing=True),
        moment("published_at"),
        many("former_promises", FORMER_PROMISE, "Oldest first.", lambda row: row.former.all()),
        many("updates", UPDATE, "Oldest first.", lambda row: row.updates.all()),
    ),
)  # fmt: skip

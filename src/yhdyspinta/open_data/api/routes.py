"""Every list and thing of the API: its address, its rows and what may be asked of it. The document is made of this."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_noop as _

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import commented
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.material.models import Translation
from yhdyspinta.open_data.api import loading, matters, reports, texts
from yhdyspinta.open_data.api.fields import Schema, Shape
from yhdyspinta.open_data.places import PLACE_PATHS
from yhdyspinta.open_data.told_marks import with_marks
from yhdyspinta.outcomes.models import FormerPromise, Measure, MeasureUpdate, Outcome
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.processes.models import Activity, Phase
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE
from yhdyspinta.transfers.told import HANDLING

Rows = Callable[..., QuerySet[Any]]
_SLUG: Final[Schema] = {"type": "string", "pattern": "^[-a-zA-Z0-9_]{1,80}$"}


@dataclass(frozen=True)
class Filter:
    """Something that may be asked of a list, and the field that it compares."""

    name: str
    schema: Schema
    lookup: str
    words: str


@dataclass(frozen=True)
class Route:
    """An address of the API. A list has an order; one thing has none."""

    name: str
    path: str
    words: str  # in English for the document; the page of open data translates it
    shape: Shape
    rows: Rows
    order: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    found_by: Mapping[str, str] = field(default_factory=dict)  # for one thing: field by piece of address
    beside: Callable[[Sequence[Any]], None] | None = None  # gives the rows of a page what they share a query for


def _one_of(name: str, values: Mapping[str, Any], lookup: str, words: str) -> Filter:
    return Filter(name, {"type": "string", "enum": list(values)}, lookup, words)


def _phases(authority: str, process: str) -> QuerySet[Phase]:
    owner = loading.process(authority, process)
    activities = Activity.objects.order_by("pk").select_related("process__owner").prefetch_related("stages")
    return Phase.objects.filter(process=owner).prefetch_related(Prefetch("activities", activities))


def _decisions(authority: str, process: str) -> QuerySet[Outcome]:
    return Outcome.objects.filter(process=loading.process(authority, process), published_at__isnull=False)


def _measures(authority: str, process: str) -> QuerySet[Measure]:
    found = Measure.objects.filter(process=loading.process(authority, process), published_at__isnull=False)
    updates = MeasureUpdate.objects.order_by("at", "pk")
    former = FormerPromise.objects.order_by("until", "pk")
    return found.select_related("answer").prefetch_related(Prefetch("updates", updates), Prefetch("former", former))


def _documents(**pieces: str) -> QuerySet[Any]:
    versions = DocumentVersion.objects.filter(published_at__isnull=False).order_by("number")
    found = loading.activity(**pieces).documents.filter(versions__published_at__isnull=False).distinct()
    return found.prefetch_related(Prefetch("versions", versions))


def _sections(**pieces: str) -> QuerySet[Section]:
    found = Section.objects.filter(
        version__document__activity=loading.activity(**pieces), version__published_at__isnull=False
    )
    return found.select_related("version__document", "thread").prefetch_related("texts")


def comments_of(activity: Activity) -> QuerySet[Comment]:
    """The published comments of an activity with all that the API tells of them."""
    found = commented(None).filter(activity=activity, state=Comment.State.VISIBLE)
    beside = (
        "sender__organisation",
        "quote",
        "parent",
        "answered__answer",
        "closure",
        "work",
        "activity__process__owner",
    )
    found = found.select_related(*beside, *PLACE_PATHS).annotate(told_handling=HANDLING)
    passed = Transfer.objects.filter(state__in=GONE).select_related("receiver")
    translated = Translation.objects.exclude(text="")
    return found.prefetch_related(Prefetch("transfers", passed), Prefetch("translations", translated))


def _comments(**pieces: str) -> QuerySet[Comment]:
    return comments_of(loading.activity(**pieces))


def _marks(comments: Sequence[Comment]) -> None:
    """What staff have marked of the comments and a published report tells of."""
    if comments:
        with_marks(comments[0].activity, comments)


def _reports(**pieces: str) -> QuerySet[ReportVersion]:
    found = ReportVersion.objects.filter(activity=loading.activity(**pieces))
    return found.select_related("activity__process__owner")


def _answers(**pieces: str) -> QuerySet[Answer]:
    found = Answer.objects.filter(activity=loading.activity(**pieces), published_at__isnull=False)
    return found.select_related("activity__process__owner", "changed_section__version__document")


_PROCESS: Final = "processes/{authority}/{process}/"
_ACTIVITY: Final = f"{_PROCESS}activities/{{activity}}/"
_ON_COMMENTS: Final = (
    _one_of("language", COMMENT_LANGUAGES, "language", "Written in this language."),
    _one_of("capacity", CAPACITIES, "sender__capacities__contains", "Sent in this capacity."),
    _one_of("channel", CHANNELS, "channel", "Came this way."),
    _one_of("handling", dict.fromkeys(texts.HANDLING_KEYS), "told_handling", "Handled like this."),
)
_ON_SECTIONS: Final = (
    Filter("document", _SLUG, "version__document__slug", "Of the document with this slug."),
    Filter("version", {"type": "integer", "minimum": 1, "maximum": 10_000}, "version__number", "Of this version."),
)

ROUTES: Final = (
    Route("authorities", "authorities/", _("The authorities of this installation."), matters.AUTHORITY,
          loading.authorities, ("slug",)),
    Route("authority", "authorities/{authority}/", _("One authority."), matters.AUTHORITY, loading.authorities,
          found_by={"slug": "authority"}),
    Route("processes", "processes/", _("The public processes, the newest first."), matters.PROCESS, loading.processes,
          ("-published_at", "-pk"), (Filter("authority", _SLUG, "owner__slug", "Owned by this authority."),)),
    Route("process", _PROCESS, _("One process."), matters.PROCESS, loading.processes,
          found_by={"owner__slug": "authority", "slug": "process"}),
    Route("phases", f"{_PROCESS}phases/", _("The timeline, with what residents can do."), matters.PHASE, _phases,
          ("position", "pk")),
    Route("decisions", f"{_PROCESS}decisions/", _("What was decided."), matters.DECISION, _decisions, ("on", "pk")),
    Route("measures", f"{_PROCESS}measures/", _("What is done because of it."), matters.MEASURE, _measures, ("pk",)),
    Route("documents", f"{_ACTIVITY}documents/", _("The texts that are commented on."), texts.DOCUMENT, _documents,
          ("position", "pk")),
    Route("sections", f"{_ACTIVITY}sections/", _("Sections of published versions."), texts.SECTION, _sections, ("pk",),
          _ON_SECTIONS),
    Route("comments", f"{_ACTIVITY}comments/", _("The published comments, the oldest first."), texts.COMMENT, _comments,
          ("number",), _ON_COMMENTS, beside=_marks),
    Route("comment", f"{_ACTIVITY}comments/{{number}}/", _("One comment."), texts.COMMENT, _comments,
          found_by={"number": "number"}, beside=_marks),
    Route("answers", f"{_ACTIVITY}answers/", _("The published answers, the oldest first."), texts.ANSWER, _answers,
          ("number",)),
    Route("answer", f"{_ACTIVITY}answers/{{number}}/", _("One answer."), texts.ANSWER, _answers,
          found_by={"number": "number"}),
    Route("reports", f"{_ACTIVITY}reports/", _("The published reports with their counts, the oldest first."),
          reports.REPORT, _reports, ("number",)),
)  # fmt: skip

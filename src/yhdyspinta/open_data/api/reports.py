"""The counts of a published report, as they stand in it. Municipalities and ages are on its page only (docs/adr/0011)."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, Final

from yhdyspinta.open_data.api.addresses import pages
from yhdyspinta.open_data.api.fields import Field, Shape, many, moment, number, text, texts
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.reports.models import ReportVersion

COUNT: Final = Shape(
    "Count", "How many belong to a group.",
    (
        text("key", "As in the comments and in the codebook of the files.", itemgetter("key")),
        number("count", "", itemgetter("count")),
    ),
)  # fmt: skip

THEME: Final = Shape(
    "Theme", "A theme that staff found in the comments. A comment may have several.",
    (
        texts("name", "", itemgetter("name")),
        number("comments", "Visible comments of it.", itemgetter("comments")),
    ),
)  # fmt: skip


def _figure(name: str) -> Callable[[ReportVersion], int]:
    return lambda row: int(row.figures.get(name, 0))


def _at_events(name: str) -> Callable[[ReportVersion], int]:
    """Of events; a version from before they were told has none."""
    return lambda row: int(row.figures.get("events", {}).get(name, 0))


def _groups(name: str) -> Callable[[ReportVersion], Sequence[Any]]:
    return lambda row: row.figures.get(name, ())


def _counts(name: str, words: str) -> Field:
    return many(name, COUNT, words, _groups(name))


def _page(row: ReportVersion, tag: str) -> str:
    return activity_address(row.activity, "reports:report", language=tag, version=row.number)


REPORT: Final = Shape(
    "Report", "A published version of the report: its counts never change; comments may have been hidden since.",
    (
        number("number", "The number of the version; the newest is the last."),
        moment("published_at"),
        number("comments", "Visible comments.", _figure("comments")),
        number("senders", "Their senders; each chose to take part.", _figure("senders")),
        _counts("capacities", "Senders by capacity."),
        _counts("channels", "Comments by the way they came."),
        _counts("languages", "Comments by language."),
        number("events", "Events whose tables wrote notes.", _at_events("events")),
        number("tables", "Their tables; each is one of the senders.", _at_events("tables")),
        number(
            "people_at_events",
            "About how many were at the events where that was told: beside the senders, never added to them. Of an event with fewer"
            " than the authority's smallest group nothing is told.",
            _at_events("people"),
        ),
        number("counted_events", "The events that those people were at.", _at_events("counted")),
        many("themes", THEME, "Comments by theme, the largest first.", _groups("themes")),
        _counts("stances", "Comments by the stance that staff marked, their reading of them; none where nothing is marked."),
        _counts("handlings", "Comments by what the final answers say, and passed on to another authority."),
        number("answered", "Comments that have a published answer.", _figure("answered")),
        number("open", "Comments that wait for an answer.", _figure("open")),
        number("closed", "Comments that need no answer.", _figure("closed")),
        _counts("hidden", "Hidden comments by reason."),
        pages("Its page.", _page),
    ),
)  # fmt: skip

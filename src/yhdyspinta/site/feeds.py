"""Atom feeds: the processes of an authority, and what has happened in one process."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.launch.loading import news_of, news_of_authority, news_path
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.outcomes.values import MEASURE_STATES, OUTCOMES
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, moment_of, public_process
from yhdyspinta.processes.models import Process, Stage
from yhdyspinta.site.front import public_processes, shortened
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_MOST = 50
Event = tuple[datetime, str, str, str]  # when, key, title, path


@require_safe
def authority_feed(request: HttpRequest) -> HttpResponse:
    """The newest processes of the authority, and the news of its rounds."""
    authority = authority_of(request)
    language, at = page_language(), clock.now()
    feed = _feed(authority.name.text(language), address("site:home", authority), request.path, language)
    rows = public_processes(authority, at).select_related("owner").order_by("-published_at", "-pk")[:_MOST]
    for when, key, title, text, path in sorted(_items(rows, authority, language, at), reverse=True)[:_MOST]:
        feed.add_item(
            title=_clean(title),
            link=absolute(path),
            description=escape(_clean(shortened(text))),  # readers take it for HTML
            unique_id=_id(key),
            pubdate=when,
            updateddate=when,
        )
    return _answer(feed)


def _items(
    rows: Iterable[Process], authority: Authority, language: str, at: datetime
) -> Iterable[tuple[datetime, str, str, str, str]]:
    for row in rows:
        title, summary = Wording(row.title).text(language), Wording(row.summary).text(language)
        yield _at(row.published_at), f"process:{row.pk}", title, summary, process_address(row)
    for release in news_of_authority(authority, at):
        text = Wording(release.words["news"]).text(language)
        yield release.release_at, f"news:{release.pk}", _headline(release, language), text, news_path(release)


def _headline(release: LaunchRelease, language: str) -> str:
    return Wording(release.words["headline"]).text(language)


@require_safe
def process_feed(request: HttpRequest, process: str) -> HttpResponse:
    """What has happened in the process: opened, closed, answered, decided, done."""
    found = public_process(request, process)
    at: datetime = moment_of(request)
    language = page_language()
    feed = _feed(Wording(found.title).text(language), process_address(found), request.path, language)
    for when, key, title, path in sorted(_events(found, language, at), reverse=True)[:_MOST]:
        feed.add_item(
            title=_clean(title), link=absolute(path), description="", unique_id=_id(key), pubdate=when, updateddate=when
        )
    return _answer(feed)


def _events(process: Process, language: str, at: datetime) -> list[Event]:
    """Five queries."""
    home, results = process_address(process), process_address(process, "outcomes:results")
    events: list[Event] = []
    if process.published_at:
        events.append((process.published_at, f"published:{process.pk}", _("The matter was published"), home))
    for stage in Stage.objects.filter(activity__process=process).select_related("activity"):
        name = Wording(stage.activity.title).text(language)
        for when, key, words in (
            (stage.opens_at, "opened", _("Opened: %(title)s")),
            (stage.closes_at, "closed", _("Closed: %(title)s")),
        ):
            if when <= at:
                events.append((when, f"{key}:{stage.pk}", words % {"title": name}, home))
    answers = Answer.objects.filter(activity__process=process, published_at__lte=at).order_by("-published_at")
    for answer in answers[:_MOST]:
        title = _("Answer: %(title)s") % {"title": Wording(answer.title).text(language)}
        events.append((_at(answer.published_at), f"answer:{answer.pk}", title, results))
    for outcome in Outcome.objects.filter(process=process, published_at__lte=at):
        title = f"{OUTCOMES.get(outcome.kind, '')}: {Wording(outcome.title).text(language)}"
        events.append((_at(outcome.published_at), f"outcome:{outcome.pk}", title, results))
    for measure in Measure.objects.filter(process=process, published_at__lte=at):
        title = f"{MEASURE_STATES.get(measure.state, '')}: {Wording(measure.promise).text(language)}"
        events.append((_at(measure.published_at), f"measure:{measure.pk}:{measure.state}", title, results))
    for release in news_of(process, at):
        title = _("News: %(title)s") % {"title": _headline(release, language)}
        events.append((release.release_at, f"news:{release.pk}", title, news_path(release)))
    return events


def _at(value: datetime | None) -> datetime:
    assert value is not None
    return value


def _feed(title: str, path: str, own_path: str, language: str) -> Any:
    return Atom1Feed(
        title=_clean(title), link=absolute(path), description="", language=language, feed_url=absolute(own_path)
    )


def _clean(text: str) -> str:
    """Without characters that XML cannot hold."""
    return "".join(
        c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )


def _id(key: str) -> str:
    return absolute(f"/#{key}")


def _answer(feed: Any) -> HttpResponse:
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")

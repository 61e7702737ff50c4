"""What a round publishes for other programs: a feed of comments, and its dates for a calendar."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.comments.queries import PAGE_LENGTH, Wanted
from yhdyspinta.methods.comment_rounds import queries
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.rules import closing_time, opening_time
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.processes.loading import moment_of, public_activity
from yhdyspinta.ui import dates
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_KEY = "comment_rounds"


@require_safe
def comments_feed(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The newest comments as Atom, the same for everybody."""
    found = public_activity(request, process, {_KEY})
    language = page_language()
    title = Wording(found.process.title).text(language)
    feed = Atom1Feed(
        title=_("Comments: %(title)s") % {"title": title},
        link=absolute(path_of(found, "round")),
        description="",
        feed_url=absolute(path_of(found, "feed")),
        language=language,
    )
    page = queries.all_comments(found, Wanted(sort="newest"), VISITOR, language, length=PAGE_LENGTH)
    for comment in page.comments:
        link = absolute(comment.paths.own)
        name = _("Comment %(number)s") % {"number": comment.number}
        feed.add_item(
            title=f"{name}, {comment.where}" if comment.where else name,
            link=link,
            description=linebreaks(comment.text, autoescape=True),  # the summary is HTML
            author_name=comment.by,
            pubdate=_day(comment.arrived_at),
            updateddate=_day(comment.edited_at or comment.arrived_at),
            unique_id=link,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def _day(at: datetime) -> datetime:
    """The day only: the second would tell which comments were sent together (docs/adr/0011)."""
    return in_helsinki(at).replace(hour=0, minute=0, second=0, microsecond=0)


@require_safe
def calendar(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The round's opening and closing as a calendar file, in Helsinki time."""
    from icalendar import Calendar, Event

    found = public_activity(request, process, {_KEY})
    language = page_language()
    title = Wording(found.process.title).text(language)
    page = absolute(path_of(found, "round"))
    file = Calendar()
    file.add("prodid", "-//Yhdyspinta//")
    file.add("version", "2.0")
    words = ((_("Commenting opens"), opening_time(found)), (_("Commenting closes"), closing_time(found)))
    for text, at in words:
        if at is None:
            continue
        event = Event()
        event.add("uid", f"{found.pk}-{at:%Y%m%d%H%M}@yhdyspinta")
        event.add("summary", f"{text}: {title}")
        event.add("dtstamp", moment_of(request))
        event.add("dtstart", dates.in_helsinki(at))
        event.add("dtend", dates.in_helsinki(at))
        event.add("url", page)
        event.add("description", f"{dates.moment(at, language)} {page}")
        file.add_component(event)
    response = HttpResponse(file.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.ics"'
    return response

"""What colleagues hear of the work on comments."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Item, Message, NoticeKind
from yhdyspinta.processes.notices import process_title
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def _assigned(notice: Notice) -> Message:
    values, language = notice.values, page_language()
    count = int(values.get("count", 1))
    line = ngettext("%(count)s comment was assigned to you.", "%(count)s comments were assigned to you.", count) % {
        "count": dates.number(count, language)
    }
    due = values.get("due_on")
    if due:
        line = f"{line} {_('See to it by %(day)s.') % {'day': dates.day(date.fromisoformat(due), language)}}"
    return _message(notice, _("Comments were assigned to you"), line, "?assignee=me&answered=no")


def _unassigned(notice: Notice) -> Message:
    count = int(notice.values.get("count", 1))
    line = ngettext(
        "We told you that %(count)s comment was assigned to you. That was undone.",
        "We told you that %(count)s comments were assigned to you. That was undone.",
        count,
    ) % {"count": dates.number(count, page_language())}
    return _message(notice, _("Comments are no longer assigned to you"), line, "")


def _due_soon(notice: Notice) -> Message:
    return _reminder(notice, _("Comments assigned to you are due soon"))


def _due_late(notice: Notice) -> Message:
    return _reminder(notice, _("Comments assigned to you are late"))


def _reminder(notice: Notice, subject: str) -> Message:
    """To whoever sees to them: how many, of which round and by when, each round with the way to them."""
    owner, process = notice.values["owner"], notice.values["process"]
    place = f"/{owner}/{page_language()}/desk"
    rounds = tuple(
        Item(
            heading=Wording(one["title"]).text(page_language()),
            text=_how_many(one),
            path=f"{place}/processes/{process}/activities/{one['activity']}/material/?assignee=me&answered=no&sort=due",
        )
        for one in notice.values["rounds"]
    )
    return Message(
        subject=subject,
        paragraphs=(process_title(notice),),
        items=rounds,
        button_text=_("Open the desk"),
        path=f"{place}/",
    )


def _how_many(one: Mapping[str, Any]) -> str:
    late = ngettext(
        "%(count)s comment assigned to you was due %(day)s.",
        "%(count)s comments assigned to you are late, the first since %(day)s.",
        one["late"],
    )
    soon = ngettext(
        "%(count)s comment assigned to you is due %(day)s.",
        "%(count)s comments assigned to you are due, the first %(day)s.",
        one["soon"],
    )
    told = ((late, one["late"], one["since"]), (soon, one["soon"], one["by"]))
    language = page_language()
    return " ".join(
        words % {"count": dates.number(count, language), "day": dates.day(date.fromisoformat(on), language)}
        for words, count, on in told
        if count
    )


def _message(notice: Notice, subject: str, line: str, query: str) -> Message:
    values, language = notice.values, page_language()
    path = f"/{values['owner']}/{language}/desk/processes/{values['process']}/activities/{values['activity']}/material/"
    return Message(
        subject=subject,
        paragraphs=(process_title(notice), line),
        button_text=_("Open the comments"),
        path=f"{path}{query}",
    )


KINDS = (
    NoticeKind("material.assigned", gettext_lazy("Comments assigned to a colleague"), _assigned, True),
    NoticeKind("material.due_soon", gettext_lazy("Comments assigned to you are due soon"), _due_soon, True),
    NoticeKind("material.due_late", gettext_lazy("Comments assigned to you are late"), _due_late, True),
    NoticeKind("material.unassigned", gettext_lazy("Comments no longer assigned to a colleague"), _unassigned, True),
)

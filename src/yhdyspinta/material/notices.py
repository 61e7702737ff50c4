"""What colleagues hear of the work on comments."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_title
from yhdyspinta.ui import dates
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
    NoticeKind("material.unassigned", gettext_lazy("Comments no longer assigned to a colleague"), _unassigned, True),
)

"""What followers hear of reports."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path


def _published(notice: Notice) -> Message:
    first = _("The report tells what was asked, who took part, what was said and what it changed.")
    return Message(
        subject=_("A report in a matter you follow"),
        paragraphs=tuple(text for text in (process_title(notice), first) if text),
        button_text=_("Read the report"),
        path=process_path(notice, f"report/{notice.values['activity']}/{notice.values['number']}/"),
        unsubscribe_path=unsubscribe_path(notice),
    )


KINDS = (
    NoticeKind(
        "reports.published", gettext_lazy("A report in a matter you follow"), _published, can_wait_for_digest=True
    ),
)

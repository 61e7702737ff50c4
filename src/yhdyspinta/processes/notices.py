"""What followers hear of a process itself."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def process_title(notice: Notice) -> str:
    """The process's title in the receiver's language."""
    return Wording(notice.values.get("title", {})).text(page_language())


def process_path(notice: Notice, rest: str = "") -> str:
    """The process's page in the receiver's language; `rest` is what follows it."""
    language = page_language()
    return f"/{notice.values['owner']}/{language}/processes/{notice.values['process']}/{rest}"


def unsubscribe_path(notice: Notice) -> str:
    """Where the receiver stops following, if they follow by e-mail."""
    token = notice.values.get("unsubscribe", "")
    language = page_language()
    return f"/{notice.values['owner']}/{language}/unsubscribe/{token}/" if token else ""


def _paused(notice: Notice) -> Message:
    return _message(notice, _("Taking part is paused"), _("Taking part is paused for now. The page tells why."))


def _resumed(notice: Notice) -> Message:
    return _message(notice, _("Taking part goes on"), _("Taking part goes on after the pause."))


def _cancelled(notice: Notice) -> Message:
    return _message(notice, _("A matter you follow was cancelled"), _("The matter was cancelled. The page tells why."))


def _handed_over(notice: Notice) -> Message:
    return _message(
        notice,
        _("A matter you follow has a new owner"),
        _("Another authority now looks after the matter. What was promised still holds, and old links work."),
    )


def _message(notice: Notice, subject: str, line: str) -> Message:
    return Message(
        subject=subject,
        paragraphs=(process_title(notice), line),
        button_text=_("Open the page"),
        path=process_path(notice),
        unsubscribe_path=unsubscribe_path(notice),
    )


KINDS = (
    NoticeKind("processes.paused", gettext_lazy("Taking part is paused"), _paused),
    NoticeKind("processes.resumed", gettext_lazy("Taking part goes on"), _resumed),
    NoticeKind("processes.cancelled", gettext_lazy("A matter you follow was cancelled"), _cancelled),
    NoticeKind(
        "processes.handed_over",
        gettext_lazy("A matter you follow has a new owner"),
        _handed_over,
        can_wait_for_digest=True,
    ),
)

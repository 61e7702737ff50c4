"""What followers hear of news."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def _released(notice: Notice) -> Message:
    headline = Wording(notice.values.get("headline", {})).text(page_language())
    return Message(
        subject=_("News in a matter you follow"),
        paragraphs=tuple(text for text in (process_title(notice), headline) if text),
        button_text=_("Read the news"),
        path=process_path(notice, f"news/{notice.values['activity']}/"),
        unsubscribe_path=unsubscribe_path(notice),
    )


def _failed(notice: Notice) -> Message:
    """To whoever released it: after the last try nothing more happens by itself."""
    lines = (
        process_title(notice),
        _("The launch pack was to go out at its time, and it failed each time it was tried."),
        _("Its page tells why, and there you can try again."),
    )
    return Message(
        subject=_("A launch pack did not go out"),
        paragraphs=tuple(text for text in lines if text),
        button_text=_("Go to the launch pack"),
        path=notice.values["path"],
    )


KINDS = (
    NoticeKind("launch.released", gettext_lazy("News in a matter you follow"), _released, can_wait_for_digest=True),
    NoticeKind("launch.failed", gettext_lazy("A launch pack did not go out"), _failed),
)

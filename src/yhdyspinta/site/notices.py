"""What senders of accessibility feedback hear."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.authorities.models import AccessibilityFeedback
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.addresses import address
from yhdyspinta.ui.dates import moment
from yhdyspinta.wording.languages import page_language


def _feedback(notice: Notice) -> AccessibilityFeedback:
    return AccessibilityFeedback.objects.select_related("authority").get(pk=notice.values["feedback"])


def _received(notice: Notice) -> Message:
    feedback = _feedback(notice)
    language = page_language()
    words = {
        "number": feedback.number,
        "at": moment(feedback.arrived_at, language),
        "due": moment(feedback.due_at, language),
    }
    return _message(
        feedback,
        _("Your feedback on accessibility has arrived"),
        _("Your feedback number %(number)s arrived %(at)s. We answer by %(due)s.") % words,
    )


def _extended(notice: Notice) -> Message:
    feedback = _feedback(notice)
    words = {"number": feedback.number, "due": moment(feedback.due_at, page_language())}
    return _message(
        feedback,
        _("We need two more weeks for your feedback"),
        _("Your feedback number %(number)s asks for more work. We answer by %(due)s.") % words,
    )


def _answered(notice: Notice) -> Message:
    feedback = _feedback(notice)
    line = _("This is our answer to your feedback number %(number)s:") % {"number": feedback.number}
    return _message(feedback, _("We have answered your feedback on accessibility"), line, feedback.answer)


def _message(feedback: AccessibilityFeedback, subject: str, *lines: str) -> Message:
    return Message(
        subject=subject,
        paragraphs=lines,
        button_text=_("Read the accessibility statement"),
        path=address("site:accessibility", feedback.authority),
    )


KINDS = (
    NoticeKind("site.feedback_received", gettext_lazy("Feedback on accessibility arrived"), _received),
    NoticeKind("site.feedback_extended", gettext_lazy("Feedback on accessibility takes longer"), _extended),
    NoticeKind("site.feedback_answered", gettext_lazy("Feedback on accessibility was answered"), _answered),
)

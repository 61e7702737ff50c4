"""What senders and followers hear of answers."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.answers.values import CLOSURE_REASONS
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.wording.languages import page_language


def _answer_path(notice: Notice) -> str:
    return process_path(notice, f"answers/{notice.values['activity']}/{notice.values['number']}/")


def _published(notice: Notice) -> Message:
    final = notice.values.get("is_final", True)
    line = (
        _("The authority has answered. You see how your comment was taken into account, and why.")
        if final
        else _("This is a preliminary answer. The final one follows, and we tell you of it.")
    )
    return _message(notice, _("Your comment was answered"), line, _("Read the answer"), _answer_path(notice))


def _corrected(notice: Notice) -> Message:
    return _message(
        notice,
        _("The answer to your comment was corrected"),
        _("The words of the answer were changed. What it said before can be read on the same page."),
        _("Read the answer"),
        _answer_path(notice),
    )


def _joined(notice: Notice) -> Message:
    line = ngettext(
        "Comment %(numbers)s is like comments that the authority had answered. It was given the same answer.",
        "Comments %(numbers)s are like comments that the authority had answered. They were given the same answer.",
        len(_numbers(notice)),
    ) % {"numbers": ", ".join(_numbers(notice))}
    if not notice.values.get("is_final", True):
        line = f"{line} {_('This is a preliminary answer. The final one follows, and we tell you of it.')}"
    return _message(notice, _("Your comment was answered"), line, _("Read the answer"), _answer_path(notice))


def _taken_out(notice: Notice) -> Message:
    line = ngettext(
        "We told you that comment %(numbers)s was answered. The answer was not meant for it: it waits for an answer again.",
        "We told you that comments %(numbers)s were answered. The answer was not meant for them: they wait for an answer again.",
        len(_numbers(notice)),
    ) % {"numbers": ", ".join(_numbers(notice))}
    return _stands(notice, _("Your comment waits for an answer again"), line)


def _taken_back(notice: Notice) -> Message:
    line = _("The answer was taken back to be worked on. We tell you when there is a new one.")
    return _stands(notice, _("The answer to your comment was taken back"), line)


def _returned(notice: Notice) -> Message:
    number = notice.values["number"]
    path = f"processes/{notice.values['process']}/activities/{notice.values['activity']}/answers/{number}/"
    return Message(
        subject=_("An answer came back to be mended"),
        paragraphs=(
            process_title(notice),
            _("Answer %(number)s was not approved as it is. The page says what should be mended.") % {"number": number},
        ),
        button_text=_("Open the answer"),
        path=f"/{notice.values['owner']}/{page_language()}/desk/{path}",
    )


def _closed(notice: Notice) -> Message:
    reason = str(CLOSURE_REASONS.get(notice.values.get("reason", ""), ""))
    line = ngettext(
        "Comment %(numbers)s was read. It gets no answer of its own.",
        "Comments %(numbers)s were read. They get no answer of their own.",
        len(_numbers(notice)),
    ) % {"numbers": ", ".join(_numbers(notice))}
    return _stands(notice, _("Your comment was read"), f"{line} {_('Reason:')} {reason}." if reason else line)


def _reopened(notice: Notice) -> Message:
    line = ngettext(
        "We told you that comment %(numbers)s gets no answer of its own. That was changed: it waits for an answer again.",
        "We told you that comments %(numbers)s get no answer of their own. That was changed: they wait for an answer again.",
        len(_numbers(notice)),
    ) % {"numbers": ", ".join(_numbers(notice))}
    return _stands(notice, _("Your comment waits for an answer again"), line)


def _new(notice: Notice) -> Message:
    return _message(
        notice,
        _("New answers in a matter you follow"),
        _("Comments have been answered. You see what changed and what did not, and why."),
        _("See what the comments changed"),
        process_path(notice, "results/"),
    )


def _summary(notice: Notice) -> Message:
    return _message(
        notice,
        _("A summary of the comments has been published"),
        _("The summary tells what was said. The answers follow."),
        _("Read the summary"),
        process_path(notice, "results/"),
    )


def _round_answered(notice: Notice) -> Message:
    return _message(
        notice,
        _("All comments have been answered"),
        _("Every comment has been gone through. You see what the comments changed."),
        _("See what the comments changed"),
        process_path(notice, "results/"),
    )


def _numbers(notice: Notice) -> list[str]:
    """The receiver's comments that it is about."""
    return [str(number) for number in notice.values.get("numbers", [])]


def _stands(notice: Notice, subject: str, line: str) -> Message:
    """What became of a comment without an answer to read, with the way to where the matter stands."""
    return _message(notice, subject, line, _("See where the matter stands"), process_path(notice, "results/"))


def _message(notice: Notice, subject: str, line: str, button: str, path: str) -> Message:
    return Message(
        subject=subject,
        paragraphs=(process_title(notice), line),
        button_text=button,
        path=path,
        unsubscribe_path=unsubscribe_path(notice),
    )


KINDS = (
    NoticeKind("answers.published", gettext_lazy("Your comment was answered"), _published),
    NoticeKind("answers.corrected", gettext_lazy("The answer to your comment was corrected"), _corrected),
    NoticeKind("answers.joined", gettext_lazy("Your comment was answered"), _joined),
    NoticeKind("answers.taken_out", gettext_lazy("Your comment waits for an answer again"), _taken_out),
    NoticeKind("answers.taken_back", gettext_lazy("The answer to your comment was taken back"), _taken_back),
    NoticeKind("answers.returned", gettext_lazy("An answer came back to be mended"), _returned),
    NoticeKind("answers.closed", gettext_lazy("Your comment was read"), _closed),
    NoticeKind("answers.reopened", gettext_lazy("Your comment waits for an answer again"), _reopened),
    NoticeKind("answers.new", gettext_lazy("New answers in a matter you follow"), _new, can_wait_for_digest=True),
    NoticeKind(
        "answers.summary",
        gettext_lazy("A summary of the comments has been published"),
        _summary,
        can_wait_for_digest=True,
    ),
    NoticeKind(
        "answers.round_answered",
        gettext_lazy("All comments have been answered"),
        _round_answered,
        can_wait_for_digest=True,
    ),
)

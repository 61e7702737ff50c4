"""What senders hear of decisions on their comments."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.comments.codes import link_token
from yhdyspinta.moderation.models import Decision
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title
from yhdyspinta.wording.languages import page_language


def _decision(notice: Notice) -> Decision | None:
    found = Decision.objects.select_related("comment__receipt", "appeal")
    return found.filter(pk=notice.values.get("decision")).first()


def _why(decision: Decision | None) -> tuple[str, ...]:
    if decision is None:
        return ()
    reason = _("Reason: %(reason)s") % {"reason": REASONS.get(decision.reason, _("Another reason"))}
    return (f"{reason}. {decision.words}".strip() if decision.words else f"{reason}.",)


def _appeal_path(notice: Notice, decision: Decision | None) -> str:
    if decision is None:
        return process_path(notice)
    language = page_language()
    token = link_token(decision.comment.receipt)
    return f"/{notice.values['owner']}/{language}/appeals/{decision.pk}/?receipt={token}"


def _against(notice: Notice, subject: str, line: str) -> Message:
    decision = _decision(notice)
    how = _(
        "If you think that this is wrong, you can ask for it to be looked at again. Your own words are kept as they are."
    )
    return Message(
        subject=subject,
        paragraphs=(process_title(notice), line % {"number": notice.values["number"]}, *_why(decision), how),
        button_text=_("See the decision and appeal"),
        path=_appeal_path(notice, decision),
    )


def _hidden(notice: Notice) -> Message:
    return _against(notice, _("Your comment was hidden"), _("Your comment %(number)s is no longer shown on the page."))


def _masked(notice: Notice) -> Message:
    line = _("A passage of your comment %(number)s is no longer shown. The rest of the comment is on the page.")
    return _against(notice, _("A passage of your comment was hidden"), line)


def _shown_again(notice: Notice) -> Message:
    line = _("Your comment %(number)s is on the page again as you wrote it.")
    return Message(
        subject=_("Your comment is shown again"),
        paragraphs=(process_title(notice), line % {"number": notice.values["number"]}),
        button_text=_("Open the page"),
        path=process_path(notice),
    )


def _appeal_decided(notice: Notice) -> Message:
    decision = _decision(notice)
    appeal = getattr(decision, "appeal", None)
    upheld = appeal is not None and appeal.is_upheld
    line = (
        _("You were right. Your comment %(number)s is shown as you wrote it.")
        if upheld
        else _("The decision on your comment %(number)s stays in force.")
    )
    reply = (appeal.reply,) if appeal is not None and appeal.reply else ()
    return Message(
        subject=_("Your appeal was decided"),
        paragraphs=(process_title(notice), line % {"number": notice.values["number"]}, *reply),
        button_text=_("See the decision"),
        path=_appeal_path(notice, decision),
    )


KINDS = (
    NoticeKind("moderation.hidden", gettext_lazy("Your comment was hidden"), _hidden),
    NoticeKind("moderation.masked", gettext_lazy("A passage of your comment was hidden"), _masked),
    NoticeKind("moderation.shown_again", gettext_lazy("Your comment is shown again"), _shown_again),
    NoticeKind("moderation.appeal_decided", gettext_lazy("Your appeal was decided"), _appeal_decided),
)

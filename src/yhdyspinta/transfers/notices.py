"""What senders and staff hear of passed-on comments."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_title
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def _passed_on(notice: Notice) -> Message:
    lines = [
        _filled(
            notice,
            _("Comments %(number)s belong to another authority, and were passed on to it: %(to)s.")
            if _are_many(notice)
            else _("Comment %(number)s belongs to another authority, and was passed on to it: %(to)s."),
        ),
        _reason(notice),
    ]
    if notice.values.get("due_on") and notice.values.get("receiver"):
        day = dates.day(date.fromisoformat(notice.values["due_on"]), page_language())
        lines.append(
            (
                _("It answers by %(day)s, beside your comments, and we tell you of the answers.")
                if _are_many(notice)
                else _("It answers by %(day)s, beside your comment, and we tell you of the answer.")
            )
            % {"day": day}
        )
    else:
        lines.append(_("It does not answer in this service. We sent it what your comment says, but not who you are."))
    subject = (
        _("Your comments were passed on to another authority")
        if _are_many(notice)
        else _("Your comment was passed on to another authority")
    )
    return _to_sender(notice, subject, *lines)


def _answered(notice: Notice) -> Message:
    if _are_many(notice):
        line = _("%(to)s has answered comments %(number)s, which were passed on to it.")
        return _to_sender(notice, _("Your passed-on comments were answered"), _filled(notice, line))
    line = _("%(to)s has answered comment %(number)s, which was passed on to it.")
    return _to_sender(notice, _("Your passed-on comment was answered"), _filled(notice, line))


def _corrected(notice: Notice) -> Message:
    if _are_many(notice):
        line = _("%(to)s has corrected its answer to comments %(number)s.")
        return _to_sender(notice, _("The answer to your passed-on comments was corrected"), _filled(notice, line))
    line = (
        _("%(to)s has corrected its answer to comment %(number)s.")
        if notice.values.get("receiver")
        else _("What we wrote down of the answer of %(to)s to comment %(number)s was corrected.")
    )
    return _to_sender(notice, _("The answer to your passed-on comment was corrected"), _filled(notice, line))


def _record_taken_back(notice: Notice) -> Message:
    line = _(
        "What we wrote down of the answer of %(to)s to comment %(number)s was a mistake and was taken back. The comment still waits for the answer of %(to)s."
    )
    return _to_sender(notice, _("The answer to your passed-on comment was taken back"), _filled(notice, line))


def _back(notice: Notice) -> Message:
    if _are_many(notice):
        line = _("Comments %(number)s came back from %(to)s. The answers come from %(from)s after all.")
        return _to_sender(notice, _("Your comments are answered by the first authority"), _filled(notice, line))
    line = _("Comment %(number)s came back from %(to)s. The answer comes from %(from)s after all.")
    return _to_sender(notice, _("Your comment is answered by the first authority"), _filled(notice, line))


def _came(notice: Notice) -> Message:
    values = notice.values
    due = dates.day(date.fromisoformat(values["due_on"]), page_language()) if values.get("due_on") else ""
    if _are_many(notice):
        return _many_came(notice, due)
    return Message(
        subject=_("A comment was passed on to your authority"),
        paragraphs=(
            process_title(notice),
            _("%(from)s passed a comment on to you. The answer is due %(day)s.")
            % {"from": _name(notice, "passed_from"), "day": due},
            _reason(notice),
        ),
        button_text=_("Open the comment"),
        path=_received_path(notice),
    )


def _many_came(notice: Notice, due: str) -> Message:
    told = {"from": _name(notice, "passed_from"), "count": len(notice.values["numbers"]), "day": due}
    words = _("%(from)s passed %(count)s comments on to you. The answers are due %(day)s.")
    return Message(
        subject=_("Comments were passed on to your authority"),
        paragraphs=(process_title(notice), words % told, _reason(notice)),
        button_text=_("Open the comments"),
        path=f"/{notice.values['receiver']}/{page_language()}/desk/passed-on/",
    )


def _gone(notice: Notice) -> Message:
    values = notice.values
    count = len(values.get("numbers") or [values["number"]])
    words = ngettext(
        "%(from)s took back a comment that it had passed on to you. It answers it itself.",
        "%(from)s took back %(count)s comments that it had passed on to you. It answers them itself.",
        count,
    )
    told = {"from": _name(notice, "passed_from"), "count": count}
    kept = Transfer.objects.filter(pk=values["transfer"]).values_list("return_reason", flat=True).first()
    reason = (_("Reason: %(reason)s") % {"reason": kept},) if kept else ()
    return Message(
        subject=_("Comments that were passed on to you were taken back"),
        paragraphs=(process_title(notice), words % told, *reason),
        button_text=_("Open the comments"),
        path=f"/{values['receiver']}/{page_language()}/desk/passed-on/",
    )


def _due_soon(notice: Notice) -> Message:
    return _reminder(notice, _("Answers to passed-on comments are due soon"))


def _due_late(notice: Notice) -> Message:
    return _reminder(notice, _("Answers to passed-on comments are late"))


def _reminder(notice: Notice, subject: str) -> Message:
    """To whoever answers at the receiver: how many wait, and by when their senders were promised an answer."""
    values, language = notice.values, page_language()
    late = ngettext(
        "%(count)s comment that was passed on to you was to be answered by %(day)s.",
        "%(count)s comments that were passed on to you are late, the first since %(day)s.",
        values["late"],
    )
    soon = ngettext(
        "%(count)s comment that was passed on to you is to be answered by %(day)s.",
        "%(count)s comments that were passed on to you are to be answered, the first by %(day)s.",
        values["soon"],
    )
    told = ((late, values["late"], values["since"]), (soon, values["soon"], values["by"]))
    return Message(
        subject=subject,
        paragraphs=tuple(
            words % {"count": dates.number(count, language), "day": dates.day(date.fromisoformat(on), language)}
            for words, count, on in told
            if count
        ),
        button_text=_("Open the comments"),
        path=f"/{values['receiver']}/{language}/desk/passed-on/",
    )


def _to_mend(notice: Notice) -> Message:
    return Message(
        subject=_("An answer came back to be mended"),
        paragraphs=(
            process_title(notice),
            _(
                "The answer to comment %(number)s, which was passed on to you, was not approved as it is. The page says what should be mended."
            )
            % {"number": notice.values["number"]},
        ),
        button_text=_("Open the comment"),
        path=_received_path(notice),
    )


def _received_path(notice: Notice) -> str:
    return f"/{notice.values['receiver']}/{page_language()}/desk/passed-on/{notice.values['transfer']}/"


def _returned(notice: Notice) -> Message:
    values = notice.values
    path = f"desk/processes/{values['process']}/activities/{values['activity']}/transfers/{values['number']}/"
    return Message(
        subject=_("A comment that you passed on came back"),
        paragraphs=(
            process_title(notice),
            _filled(
                notice, _("%(to)s gave comment %(number)s back. The page tells why. It waits for an answer again.")
            ),
        ),
        button_text=_("Open the comment"),
        path=f"/{values['owner']}/{page_language()}/{path}",
    )


def _name(notice: Notice, which: str) -> str:
    return Wording(notice.values.get(which, {})).text(page_language())


def _filled(notice: Notice, line: str) -> str:
    return line % {
        "to": _name(notice, "passed_to"),
        "from": _name(notice, "passed_from"),
        "number": _numbers(notice),
    }


def _are_many(notice: Notice) -> bool:
    """Whether one message tells of several comments."""
    return len(notice.values.get("numbers", ())) > 1


def _numbers(notice: Notice) -> str:
    return ", ".join(str(number) for number in notice.values.get("numbers") or [notice.values["number"]])


def _reason(notice: Notice) -> str:
    """Why the comment was passed on, as it stands now; nothing when the comment is gone."""
    kept = Transfer.objects.filter(pk=notice.values["transfer"]).values_list("reason", flat=True).first()
    return Wording(kept or {}).text(page_language())


def _to_sender(notice: Notice, subject: str, *lines: str) -> Message:
    return Message(
        subject=subject,
        paragraphs=(process_title(notice), *(line for line in lines if line)),
        button_text=_("See the first of them") if _are_many(notice) else _("See your comment"),
        path=f"/{notice.values['owner']}/{page_language()}/{notice.values['page']}",
    )


KINDS = (
    NoticeKind("transfers.passed_on", gettext_lazy("Your comment was passed on"), _passed_on),
    NoticeKind("transfers.answered", gettext_lazy("Your passed-on comment was answered"), _answered),
    NoticeKind("transfers.corrected", gettext_lazy("The answer to your passed-on comment was corrected"), _corrected),
    NoticeKind(
        "transfers.record_taken_back",
        gettext_lazy("The answer to your passed-on comment was taken back"),
        _record_taken_back,
    ),
    NoticeKind("transfers.back", gettext_lazy("Your comment came back to the first authority"), _back),
    NoticeKind("transfers.came", gettext_lazy("A comment was passed on to us"), _came, can_wait_for_digest=True),
    NoticeKind("transfers.gone", gettext_lazy("Comments passed on to us were taken back"), _gone, True),
    NoticeKind("transfers.due_soon", gettext_lazy("Answers to passed-on comments are due soon"), _due_soon, True),
    NoticeKind("transfers.due_late", gettext_lazy("Answers to passed-on comments are late"), _due_late, True),
    NoticeKind("transfers.to_mend", gettext_lazy("An answer came back to be mended"), _to_mend),
    NoticeKind("transfers.returned", gettext_lazy("A passed-on comment came back"), _returned),
)

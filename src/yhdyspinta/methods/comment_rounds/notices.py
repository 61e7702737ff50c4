"""What a round says to senders and followers."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.comments.codes import link_token, shown_code
from yhdyspinta.comments.models import Receipt
from yhdyspinta.comments.receivers import is_confirmed
from yhdyspinta.comments.values import TYPED_CHANNELS
from yhdyspinta.methods.comment_rounds.rules import closing_time
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Item, Message, NoticeKind
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Follow
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

RECEIVED = "comment_rounds.received"
AGAIN = "comment_rounds.code_again"
EXTENDED = "comment_rounds.extended"


def _receipts(notice: Notice) -> list[Receipt]:
    """The receipts of the notice; codes are derived here, at sending, and stored nowhere."""
    found = Receipt.objects.filter(pk__in=notice.values["receipts"], revoked_at=None)
    return list(found.select_related("activity__process__owner", "sender__person").order_by("-pk"))


def _received(notice: Notice) -> Message:
    receipts = _receipts(notice)
    is_typed = any(receipt.channel in TYPED_CHANNELS for receipt in receipts)
    organisation = notice.values.get("organisation", "")
    paragraphs = [_typed_for_you()] if is_typed else []
    paragraphs += [_statement_of(organisation, receipts[0])] if organisation and receipts else []
    paragraphs.append(
        _(
            "Thank you. Keep this message: with the code or the link you can edit or withdraw your comment, and see the answer."
        )
    )
    for receipt in receipts:
        paragraphs += _about(receipt)
    follow = Follow.objects.filter(pk=notice.values.get("follow"), ended_at=None, confirmed_at=None).first()
    is_unconfirmed = any(not is_confirmed(receipt.sender) for receipt in receipts)
    asked = _confirm_typed() if is_typed and is_unconfirmed else _to_confirm(is_unconfirmed, follow is not None)
    return Message(
        subject=_("Your organisation's statement was received") if organisation else _("Your comment was received"),
        paragraphs=(*paragraphs, asked) if asked else tuple(paragraphs),
        button_text=_("Open the receipt") if receipts else "",
        path=_link(notice, link_token(receipts[0], notice.address, follow.nonce if follow else "")) if receipts else "",
        unsubscribe_path=_way_out(notice, follow),
    )


def _about(receipt: Receipt) -> list[str]:
    """What was received and when, its code, and what happens next."""
    process, language = receipt.activity.process, page_language()
    lines = [
        Wording(process.title).text(language),
        _("Received: %(time)s") % {"time": dates.moment(receipt.arrived, language)},
        _("Your code: %(code)s") % {"code": shown_code(receipt)},
    ]
    closes_at = closing_time(receipt.activity)
    if closes_at is not None and closes_at > receipt.at:
        until = _("You can edit the comment until %(time)s, if it is not answered before that.")
        lines.append(until % {"time": dates.moment(closes_at, language)})
    if process.answers_promised_on:
        lines.append(
            _("We answer the comments by %(day)s.") % {"day": dates.day(process.answers_promised_on, language)}
        )
    return lines


def _statement_of(organisation: str, receipt: Receipt) -> str:
    count = receipt.comments.count()
    words = ngettext(
        "This is the receipt of the statement of %(name)s, which has %(count)s part. It is the organisation's, not yours alone.",
        "This is the receipt of the statement of %(name)s, which has %(count)s parts. It is the organisation's, not yours alone.",
        count,
    )
    return words % {"name": organisation, "count": dates.number(count, page_language())}


def _typed_for_you() -> str:
    return _(
        "You gave a comment on paper, by phone, by e-mail, at an event or with support, and asked for the answer to this address. We have typed it into the service."
    )


def _confirm_typed() -> str:
    """For whoever asked staff for the answer by e-mail: without confirming, staff send it themselves."""
    return _(
        "Open the receipt with the button to confirm that this address is yours. After that the answers come here by themselves. You can always see them on the receipt's page too."
    )


def _to_confirm(address: bool, news: bool) -> str:
    """What opening the receipt confirms, when anything waits for that."""
    if address and news:
        return _(
            "Open the receipt with the button to confirm two things: that this address is yours, so that we tell you here when your comments are answered, and that you want to hear here what is decided in this matter. You can leave either out on the page that opens. If you do nothing, the answers wait on the receipt's page, and we send nothing more to this address."
        )
    if news:
        return _(
            "Open the receipt with the button to confirm that you want to hear here what is decided in this matter. If you do nothing, we send no messages of it."
        )
    if address:
        return _(
            "Open the receipt with the button to confirm that this address is yours. After that we tell you here when your comments are answered. If you do not, the answers wait on the receipt's page, and we send nothing more about the comment to this address."
        )
    return ""


def _way_out(notice: Notice, follow: Follow | None) -> str:
    """Where the news that the letter speaks of are stopped; the receipt itself comes once."""
    if follow is None:
        return ""
    return address("follows:unsubscribe", notice.authority, language=page_language(), token=follow.nonce)


def _again(notice: Notice) -> Message:
    """Each receipt with its own code and link. The links confirm nothing: anybody may have given the address."""
    return Message(
        subject=_("Your receipt code"),
        paragraphs=(_("You asked for your receipt codes. If you did not, you need not do anything."),),
        items=tuple(_opened_again(notice, receipt) for receipt in _receipts(notice)),
    )


def _opened_again(notice: Notice, receipt: Receipt) -> Item:
    language = page_language()
    received = _("Received: %(time)s") % {"time": dates.moment(receipt.arrived, language)}
    return Item(
        heading=Wording(receipt.activity.process.title).text(language),
        text=f"{received} · {_('Your code: %(code)s') % {'code': shown_code(receipt)}}",
        path=_link(notice, link_token(receipt)),
    )


def _link(notice: Notice, token: str) -> str:
    return address("comment_rounds:link", notice.authority, language=page_language(), token=token)


def _extended(notice: Notice) -> Message:
    closes_at = datetime.fromisoformat(notice.values["closes_at"])
    return Message(
        subject=_("There is more time to comment"),
        paragraphs=(
            process_title(notice),
            _("You can comment until %(time)s.") % {"time": dates.moment(closes_at, page_language())},
        ),
        button_text=_("Open the page"),
        path=process_path(notice, f"comment-round/{notice.values['activity']}/"),
        unsubscribe_path=unsubscribe_path(notice),
    )


KINDS = (
    NoticeKind(RECEIVED, gettext_lazy("Receipt of a comment"), _received),
    NoticeKind(AGAIN, gettext_lazy("Receipt code sent again"), _again),
    NoticeKind(EXTENDED, gettext_lazy("A comment round is open longer"), _extended, can_wait_for_digest=True),
)
WORDS = {
    "commenting_has_not_begun": gettext_lazy("Commenting has not begun yet."),
    "commenting_has_ended": gettext_lazy("Commenting has ended."),
    "draft_is_gone": gettext_lazy(
        "There is nothing waiting to be sent. Perhaps you sent it already: see your receipts."
    ),
    "who_are_you_missing": gettext_lazy("Tell first in what capacity you comment."),
    "place_is_gone": gettext_lazy("A place you commented on is no longer open. Check your comments."),
    "comment_too_long": gettext_lazy("A comment is longer than %(most)s characters. Shorten it before sending."),
    "reply_target_is_gone": gettext_lazy("A comment you replied to is no longer on the page. Check your comments."),
    "naming_is_promised": gettext_lazy("Comments have been sent, so how names are shown cannot change any more."),
    "closes_before_opens": gettext_lazy("The round must close after it opens."),
    "already_open": gettext_lazy("The round is open, so its opening cannot move to the future."),
    "closes_in_the_past": gettext_lazy("Choose a closing time that is still to come."),
    "closing_earlier": gettext_lazy(
        "The promised closing time is %(time)s. Confirm below that the round closes earlier."
    ),
    "receipt_not_found": gettext_lazy("We found no receipt with this code. Check it, or have it sent again."),
    "too_many_tries": gettext_lazy("Too many tries. Wait an hour and try again, or call us."),
}
VERBS = {"comment_rounds.settings_changed": gettext_lazy("changed the settings of the comment round")}

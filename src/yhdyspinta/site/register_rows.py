"""One row of the register: what arrived, with its metadata."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import AccessibilityFeedback
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import organisation_told
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.moderation.values import REASONS, REPORT_REASONS
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.processes.models import Process
from yhdyspinta.site import register_places
from yhdyspinta.site.register_names import known_by
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

#: Of two that arrived at the same instant, which is first.
COMMENT, FEEDBACK, APPEAL, REPORT, TRANSFER, REQUEST, REPLY = range(7)


@dataclass(frozen=True)
class Received:
    """One thing that arrived, with its metadata."""

    key: tuple[datetime, int, int]
    kind: str
    number: int
    arrived_at: datetime
    entered_at: datetime
    channel: str
    publicity: str
    is_public: bool
    case_number: str
    process: Wording
    process_slug: str
    activity_slug: str
    method_key: str
    language: str
    sender: str
    text: str
    round: Wording = field(default_factory=Wording)
    place: str = ""  # the part of a document that the comment is on
    address: str = ""  # where everybody can read it
    is_day_only: bool = False  # of the arrival: the time of day is not known

    @property
    def arrived(self) -> date | datetime:
        """When it arrived, as exactly as it is known."""
        return in_helsinki(self.arrived_at).date() if self.is_day_only else self.arrived_at

    capacities: str = ""
    organisation: str = ""
    entered_by: str = ""
    brought_in: str = ""  # the pile or event that it came with
    edited_at: datetime | None = None  # by its sender, or at their wish, the last time
    before: tuple[tuple[date | datetime, str], ...] = ()  # what was received before that, with when, the first first
    known_name: str = ""  # by which the authority knows the sender, and whence
    known_how: str = ""
    shown_text: str = ""  # what the public reads, where a passage is masked


def of_comment(comment: Any) -> Received:
    """A comment as it was received: a masked passage is in it, with what the public reads beside it (906/2019 25-26 §)."""
    return Received(
        key=(comment.arrived_at, COMMENT, comment.pk),
        kind=_("An organisation's statement") if comment.is_statement else _("Comment"),
        number=comment.number,
        arrived_at=comment.arrived_at,
        entered_at=comment.entered_at,
        channel=str(CHANNELS.get(comment.channel, comment.channel)),
        publicity=publicity(comment),
        is_public=comment.state == Comment.State.VISIBLE and comment.activity.process.published_at is not None,
        **register_places.of(comment),
        language=comment.language,
        sender=comment.sender.display_name if comment.sender.naming != "not_shown" else "",
        text=in_words(comment.text),  # the mark stands in it only once the passage has been deleted
        shown_text=in_words(comment.public_text) if comment.has_mask else "",
        is_day_only=comment.is_day_only,
        edited_at=comment.rewritten_at,
        before=_before(comment),
        **known_by(comment),
        **_told_by(comment, speaks_for_it=comment.speaks_for_it),
        **_entered(comment),
    )


def _before(comment: Any) -> tuple[tuple[date | datetime, str], ...]:
    """The words that its sender has replaced, each with when it was received (906/2019 25-26 §).

    A typist's slip was never received, and stands in the comment's history alone.
    """
    since = in_helsinki(comment.arrived_at).date() if comment.is_day_only else comment.arrived_at
    found: list[tuple[date | datetime, str]] = []
    for old in sorted(comment.revisions.all(), key=lambda row: row.number):
        if old.is_slip and not found:
            continue
        found.append((since, old.text))
        since = old.replaced_at
    return tuple(found)


def _told_by(comment: Comment, *, speaks_for_it: bool) -> dict[str, Any]:
    """In what capacity the sender says to speak, and for whom: anybody can type a name, so one not confirmed is told so."""
    return {
        "capacities": ", ".join(str(CAPACITIES.get(key, key)) for key in comment.sender.capacities),
        "organisation": organisation_told(comment.sender, is_speaker=speaks_for_it),
    }


def _entered(comment: Comment) -> dict[str, Any]:
    """Who typed in what came elsewhere than through the site, and with which pile or event."""
    person, sheet = comment.entered_by, getattr(comment.receipt, "sheet", None)
    return {
        "entered_by": person.name if person is not None else "",
        "brought_in": sheet.batch.name if sheet is not None else "",
    }


def publicity(row: Any) -> str:
    """Whether a comment is public, and why not; the row is the comment, or what was passed on with it."""
    comment = getattr(row, "comment", row)
    if comment.state == Comment.State.HIDDEN:
        reason = REASONS.get(row.hide_reason or "")
        return _("Hidden: %(reason)s") % {"reason": reason} if reason else _("Hidden")
    if comment.state == Comment.State.WITHDRAWN:
        return _("Withdrawn by its sender")
    if comment.state == Comment.State.WAITING:
        return _("Waiting to be checked")
    if comment.activity.process.published_at is None:
        return _("Not on the site: the process is a draft")
    return _("Public, a passage is masked") if row.has_mask else _("Public")


def of_feedback(feedback: AccessibilityFeedback) -> Received:
    return Received(
        key=(feedback.arrived_at, FEEDBACK, feedback.pk),
        kind=_("Accessibility feedback"),
        number=feedback.number,
        arrived_at=feedback.arrived_at,
        entered_at=feedback.arrived_at,
        channel=str(CHANNELS["online"]),
        publicity=_("Not shown on the site"),
        is_public=False,
        case_number="",
        process=Wording(),
        process_slug="",
        activity_slug="",
        method_key="",
        language=feedback.language,
        sender="",
        text=feedback.text,
    )


def of_appeal(appeal: Any) -> Received:
    comment = appeal.decision.comment
    return about(comment, appeal, APPEAL, _("Appeal"), appeal.text, language=comment.sender.language)


def of_report(report: Any) -> Received:
    reason = str(REPORT_REASONS.get(report.reason, report.reason))
    words = f"{reason}. {report.words}".strip()
    return about(report.comment, report, REPORT, _("Report on a comment"), words, language=report.person.language)


def about(comment: Comment, row: Any, rank: int, kind: str, text: str, *, language: str) -> Received:
    """What was sent about a comment, in the language of its sender's pages: it has the comment's number and is never public."""
    return Received(
        key=(row.at, rank, row.pk),
        kind=kind,
        number=comment.number,
        arrived_at=row.at,
        entered_at=row.at,
        channel=str(CHANNELS["online"]),
        publicity=_("Not public"),
        is_public=False,
        **register_places.of(comment),
        language=language,
        sender="",
        text=text,
        **known_by(row),
    )


def of_transfer(transfer: Any) -> Received:
    """A comment that another authority passed on here: its words as everybody may read them."""
    comment: Comment = transfer.comment
    passed_by: Process = comment.activity.process
    is_shown = comment.state == Comment.State.VISIBLE
    kind = _("Comment passed on by %(authority)s") % {"authority": passed_by.owner.name.text(get_language() or "fi")}
    return Received(
        key=(transfer.passed_at, TRANSFER, transfer.pk),
        kind=kind,
        number=comment.number,
        arrived_at=transfer.passed_at,
        entered_at=transfer.passed_at,
        channel=str(CHANNELS["online"]),
        publicity=publicity(transfer),
        is_public=False,
        **register_places.of(comment),
        language=comment.language,
        sender=comment.sender.display_name if is_shown and comment.sender.naming != "not_shown" else "",
        text=in_words(comment.public_text) if is_shown else "",
        edited_at=comment.rewritten_at,
        **(_told_by(comment, speaks_for_it=transfer.speaks_for_it) if is_shown else {}),
    )


def of_reply(transfer: Any) -> Received:
    """What another authority answered to a comment passed on to it, or with what reason it gave it back."""
    if transfer.state in {transfer.State.OUTSIDE, transfer.State.TAKEN_BACK}:
        return _of_mistaken_reply(transfer)
    name = transfer.receiver.name.text(get_language() or "fi") if transfer.receiver else transfer.outside_name
    is_answer = transfer.state == transfer.State.ANSWERED
    kind = _("Answer of another authority: %(authority)s") if is_answer else _("Comment given back by %(authority)s")
    entered_at = transfer.answered_at if is_answer else transfer.ended_at
    is_outside = transfer.receiver is None
    is_shown = is_answer and transfer.comment.state == Comment.State.VISIBLE
    return Received(
        key=(transfer.arrived_at, REPLY, transfer.pk),
        kind=kind % {"authority": name},
        number=transfer.comment.number,
        arrived_at=transfer.arrived_at,
        entered_at=entered_at,
        channel=_("Post or e-mail") if is_outside else str(CHANNELS["online"]),
        publicity=_("Public") if is_shown else _("Not public"),
        is_public=False,
        **register_places.of(transfer.comment),
        language=", ".join(transfer.answer) if is_answer else "",
        sender="",
        text=_in_all_languages(transfer.answer) if is_answer else transfer.return_reason,
        is_day_only=transfer.answered_on is not None,
        organisation=name,
        entered_by=transfer.answered_by.name if is_outside and transfer.answered_by else "",
        edited_at=None if is_outside else transfer.corrected_at,
        before=() if is_outside else _before_correction(transfer, entered_at),  # a slip of ours was never received
    )


def _of_mistaken_reply(transfer: Any) -> Received:
    """An answer from outside the service that was written down of the wrong comment, with when it was taken back."""
    words, taken_back_at = transfer.formerly[-1], transfer.replaced[-1]
    kind = _("Written down by mistake and taken back: answer of %(authority)s") % {"authority": transfer.outside_name}
    return Received(
        key=(transfer.arrived_at, REPLY, transfer.pk), kind=kind, number=transfer.comment.number,
        arrived_at=transfer.arrived_at, is_day_only=True, entered_at=taken_back_at, edited_at=taken_back_at,
        channel=_("Post or e-mail"), publicity=_("Not public"), is_public=False, language=", ".join(words), sender="",
        text=_in_all_languages(words), organisation=transfer.outside_name, **register_places.of(transfer.comment),
    )  # fmt: skip


def _before_correction(transfer: Any, since: datetime) -> tuple[tuple[date | datetime, str], ...]:
    """The published words that the other authority has corrected, each with when it was received."""
    moments = (since, *transfer.replaced)
    return tuple((at, _in_all_languages(words)) for at, words in zip(moments, transfer.formerly, strict=False))


def _in_all_languages(words: Mapping[str, str]) -> str:
    return "\n\n".join(words[language] for language in words)


def of_request(request: Any) -> Received:
    """A request for statements that was brought in from the national statement service, also when its draft is gone."""
    process: Process | None = request.process
    is_public = bool(process and process.published_at and not process.unpublished_at)
    return Received(
        key=(request.at, REQUEST, request.pk),
        kind=_("Request for statements"),
        number=request.pk,
        arrived_at=request.at,
        entered_at=request.at,
        channel=str(CHANNELS["elsewhere"]),
        publicity=_("Public") if is_public else _("Not shown on the site"),
        is_public=False,
        case_number=process.case_number if process else request.register_number,
        process=process.title if process else Wording(fi=request.name),
        process_slug=process.slug if process else "",
        activity_slug="",
        method_key="",
        language=", ".join(process.title) if process else "",
        sender="",
        text=_("Number in the statement service: %(key)s") % {"key": request.key},
        organisation=request.organisation,
    )

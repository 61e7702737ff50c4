"""Reports by readers, and appeals by senders."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import held, lift, move
from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.moderation.telling import tell_sender
from yhdyspinta.moderation.values import REPORT_REASONS
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import PARTNER_ABILITIES, ROLES
from yhdyspinta.processes.models import Process, ProcessPartner, ProcessRole
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

MOST_REPORTS: Final = 20  # in an hour by one person
_MODERATING: Final = [key for key, role in ROLES.items() if "moderate" in role.abilities]


@transaction.atomic
def report(*, actor: Person, comment: Comment, reason: str, words: str = "", at: datetime) -> bool:
    """Tell staff that a comment is not as it should be; it stays on the page until somebody looks at it.

    False when the person had reported it already. Raises Refusal("report_reason_missing"), ("report_words_missing"),
    ("own_report"), ("not_visible") or ("too_many_reports").
    """
    if reason not in REPORT_REASONS:
        raise Refusal("report_reason_missing", status=422, field="reason")
    if reason == "other" and not words.strip():
        raise Refusal("report_words_missing", status=422, field="words")
    comment = held(comment.pk)
    if comment.sender.person_id == actor.pk:
        raise Refusal("own_report")
    if comment.state != Comment.State.VISIBLE:
        raise Refusal("not_visible", status=404)
    if Report.objects.filter(person=actor, at__gt=at - timedelta(hours=1)).count() >= MOST_REPORTS:
        raise Refusal("too_many_reports", status=429)
    _found, is_new = Report.objects.get_or_create(
        comment=comment, person=actor, defaults={"reason": reason, "words": words, "at": at}
    )
    if is_new:
        record(
            "moderation.reported", actor=actor, target=comment, at=at, process=comment.activity.process, reason=reason
        )
    return is_new


def in_force(decision: Decision) -> bool:
    """Whether a decision still keeps words off the page: only such a one can be appealed."""
    if decision.undone_at is not None:
        return False
    if decision.kind == Decision.Kind.MASK:
        return decision.masks.filter(lifted_at=None).exists()
    newer = Decision.objects.filter(comment=decision.comment_id, pk__gt=decision.pk, undone_at=None)
    return (
        decision.kind == Decision.Kind.HIDE
        and decision.comment.state == Comment.State.HIDDEN
        and not newer.filter(kind=Decision.Kind.HIDE).exists()
    )


@transaction.atomic
def appeal(*, actor: Person, decision: Decision, text: str, at: datetime) -> Appeal:
    """Ask that a decision on one's own comment be looked at again; once for each decision.

    Raises Refusal("not_yours"), ("nothing_to_appeal") or ("appeal_text_missing").
    """
    comment = held(decision.comment_id)
    decision = Decision.objects.get(pk=decision.pk)
    if comment.sender.person_id != actor.pk:
        raise Refusal("not_yours", status=403)
    earlier = Appeal.objects.filter(decision=decision).first()
    if earlier is not None:
        return earlier
    decision.comment = comment
    if not in_force(decision):
        raise Refusal("nothing_to_appeal")
    if not text.strip():
        raise Refusal("appeal_text_missing", status=422, field="text")
    made = Appeal.objects.create(decision=decision, text=text, at=at)
    record(
        "moderation.appealed", actor=actor, target=comment, at=at, process=comment.activity.process,
        decision=decision.pk,
    )  # fmt: skip
    return made


@transaction.atomic
def decide_appeal(*, actor: Person, appeal: Appeal, is_upheld: bool, reply: str, at: datetime) -> Appeal:
    """Decide an appeal: the sender was right and the words come back, or the decision stays, with reasons.

    Raises Refusal("somebody_else_decides") where another moderator could, ("appeal_decided"), ("appeal_reply_missing"),
    ("words_removed"), ("masked_words_removed"), ("not_your_role").
    """
    comment = held(appeal.decision.comment_id)
    require_staff(actor, "moderate", comment.activity.process)
    appeal = Appeal.objects.select_for_update(of=("self",)).select_related("decision").get(pk=appeal.pk)
    decision = appeal.decision
    if appeal.decided_at is not None:
        raise Refusal("appeal_decided")
    if decision.by_id == actor.pk and another_moderator(comment.activity.process, actor):
        raise Refusal("somebody_else_decides", status=403)
    if not is_upheld and not reply.strip():
        raise Refusal("appeal_reply_missing", status=422, field="reply")
    appeal.is_upheld, appeal.reply, appeal.decided_at, appeal.decided_by = is_upheld, reply, at, actor
    appeal.save()
    if is_upheld:
        _restore(comment, decision, actor=actor, at=at)
    record(
        "moderation.appeal_decided", actor=actor, target=comment, at=at, process=comment.activity.process,
        decision=decision.pk, upheld=is_upheld,
    )  # fmt: skip
    tell_sender("moderation.appeal_decided", comment, decision, at=at)
    return appeal


def _restore(comment: Comment, decision: Decision, *, actor: Person, at: datetime) -> None:
    before = comment.state
    kind = Decision.Kind.SHOW
    if decision.kind == Decision.Kind.MASK:
        lift(comment, decision.masks.all(), at=at)
        kind = Decision.Kind.UNMASK
    to = Comment.State.VISIBLE if before == Comment.State.HIDDEN and decision.kind != Decision.Kind.MASK else before
    Decision.objects.create(comment=comment, kind=kind, at=at, by=actor, state_before=before)
    move(comment, to, actor=actor, at=at)


def another_moderator(process: Process, but: Person) -> bool:
    """Whether somebody else could decide in the process."""
    return other_moderators(process, but).exists()


def other_moderators(process: Process, but: Person) -> QuerySet[Person]:
    """Who else could decide in the process; one query."""
    partners = ProcessPartner.objects.filter(process=process, left_at=None).values("authority")
    grants = Q(authority=process.owner_id)
    if "moderate" in PARTNER_ABILITIES:
        grants |= Q(authority__in=partners)
    others = RoleGrant.objects.filter(grants, role__in=_MODERATING, ended_at=None)
    given = ProcessRole.objects.filter(process=process, role__in=_MODERATING, ended_at=None)
    able = Q(pk__in=others.values("person")) | Q(pk__in=given.values("person"))
    return Person.objects.filter(able, is_active=True).exclude(pk=but.pk).order_by("name", "pk")

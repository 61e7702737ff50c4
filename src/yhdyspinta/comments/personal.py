"""What comments hold of people, how they get a copy, and what stays when they leave."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments import drafts
from yhdyspinta.comments.counters import hold_activities, hold_comments
from yhdyspinta.comments.endorsements import COUNTER, hold
from yhdyspinta.comments.models import Comment, CommentDraft, Endorsement, Receipt, Sender
from yhdyspinta.comments.receipts import hide_name_of_minor
from yhdyspinta.comments.values import STATES
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import page_language

FIELDS = {
    "Thread": {"id": "internal", "activity": "public", "visible_count": "public", "unanswered_count": "internal"},
    "Sender": {
        "id": "internal",
        "activity": "public",
        "person": "personal",
        "capacities": "public",
        "organisation": "public",
        "naming": "public",
        "display_name": "personal",
        "skeleton": "personal",
        "email": "personal",
        "email_confirmed_at": "personal",
        "wants_news": "personal",
        "municipality": "personal",
        "age_group": "personal",
        "language": "internal",
        "is_statement": "public",
        "first_at": "internal",
        "visible_comments": "internal",
        "listed_until": "personal",
    },
    "BackgroundTotal": {
        "id": "internal",
        "activity": "public",
        "age_group": "internal",
        "municipality": "internal",
        "count": "internal",
    },
    "KeptGroups": {
        "id": "internal",
        "activity": "public",
        "ages": "public",
        "bands": "public",
        "homes": "public",
        "senders": "public",
        "limit": "public",
        "taken_at": "public",
    },
    "Receipt": {
        "id": "internal",
        "activity": "public",
        "sender": "internal",
        "key": "internal",
        "nonce": "personal",
        "code_hash": "personal",
        "channel": "internal",
        "at": "internal",
        "is_day_only": "internal",
        "language": "internal",
        "revoked_at": "internal",
    },
    "Comment": {
        "id": "internal",
        "activity": "public",
        "number": "public",
        "thread": "public",
        "sender": "internal",
        "receipt": "internal",
        "parent": "public",
        "text": "personal",
        "public_text": "public",
        "was_shown": "internal",
        "language": "public",
        "state": "public",
        "handling": "public",
        "channel": "public",
        "arrived_at": "public",
        "is_day_only": "public",
        "entered_at": "internal",
        "entered_by": "personal",
        "edited_at": "public",
        "rewritten_at": "public",
        "withdrawn_at": "internal",
        "revision": "internal",
        "agree_count": "public",
        "well_argued_count": "public",
        "reply_count": "public",
        "warnings": "internal",
    },
    "Quote": {
        "id": "internal",
        "comment": "public",
        "language": "public",
        "version": "public",
        "passage": "public",
        "start": "public",
        "end": "public",
        "words": "public",
    },
    "Revision": {
        "id": "internal",
        "comment": "internal",
        "number": "internal",
        "text": "personal",
        "replaced_at": "internal",
        "is_slip": "internal",
    },
    "Endorsement": {"id": "internal", "comment": "public", "person": "personal", "kind": "public", "at": "internal"},
    "CommentDraft": {
        "id": "internal",
        "activity": "internal",
        "person": "personal",
        "key": "internal",
        "content": "personal",
        "began_at": "internal",
        "saved_at": "internal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """Everything the person wrote, marked, is writing, and told of themselves."""
    senders = Sender.objects.filter(person=person).select_related("organisation", "municipality").order_by("pk")
    comments = Comment.objects.filter(sender__person=person).prefetch_related("revisions").order_by("pk")
    marks = Endorsement.objects.filter(person=person).order_by("pk")
    return {
        "senders": [
            {
                "activity": sender.activity_id,
                "capacities": sender.capacities,
                "organisation": sender.organisation.name if sender.organisation else "",
                "naming": sender.naming,
                "display_name": sender.display_name,
                "email": sender.email,
                "email_confirmed_at": sender.email_confirmed_at,
                "wants_news": sender.wants_news,
                "municipality": dict(sender.municipality.name) if sender.municipality else {},
                "age_group": sender.age_group,
            }
            for sender in senders
        ],
        "comments": [
            {
                "activity": comment.activity_id,
                "number": comment.number,
                "text": comment.text,
                "state": comment.state,
                "arrived_at": comment.arrived,
                "earlier": [revision.text for revision in comment.revisions.all()],
            }
            for comment in comments
        ],
        "marks": [{"comment": mark.comment_id, "kind": mark.kind, "at": mark.at} for mark in marks],
        "drafts": [draft.content for draft in CommentDraft.objects.filter(person=person).order_by("pk")],
    }


def addresses(person: Person) -> set[str]:
    """Every e-mail address that the person gave with a comment, also one replaced since: the receipt went there."""
    receipts = Receipt.objects.filter(sender__person=person).values_list("pk", flat=True)
    sent = Notice.objects.filter(once_key__in=[f"receipt:{pk}" for pk in receipts])
    given = Sender.objects.filter(person=person)
    return {*given.values_list("email", flat=True), *sent.values_list("address", flat=True)} - {""}


def erase(person: Person, *, at: datetime) -> None:
    """Take the person out: what was received stays as the authority's document, without them; published totals stay."""
    CommentDraft.objects.filter(person=person).delete()
    Endorsement.objects.filter(person=person).delete()
    Receipt.objects.filter(sender__person=person).update(revoked_at=at)
    Comment.objects.filter(entered_by=person).update(entered_by=None)
    Sender.objects.filter(person=person).update(
        person=None, display_name="", skeleton=None, naming="not_shown", email="", email_confirmed_at=None,
        wants_news=False, municipality=None, listed_until=None, age_group="",
    )  # fmt: skip


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Pass what the guest did to the account; in an activity where both took part they become one sender."""
    _hold_shared(guest, person)
    for sender in Sender.objects.select_for_update().filter(person=guest):
        own = drafts.as_themselves(person.pk, sender.activity_id).select_for_update().first()
        if own is None or sender.is_statement:
            sender.person = person
            sender.save(update_fields=["person"])
        else:
            _join(sender, own)
    for mark in Endorsement.objects.filter(person=guest):
        _pass_mark(mark, person)
    for draft in CommentDraft.objects.select_for_update().filter(person=guest):
        _pass_draft(draft, person)


def _hold_shared(guest: Person, person: Person) -> None:
    """What becomes one sender's: held as everybody does, comments first, then activities, then senders."""
    there = Sender.objects.filter(person=guest).values("activity")
    shared = list(Sender.objects.filter(person=person, activity__in=there).values_list("activity_id", flat=True))
    passed = Comment.objects.filter(sender__person=guest, activity__in=shared)
    hold_comments(passed.values_list("pk", flat=True))
    hold_activities(shared)


def _join(sender: Sender, own: Sender) -> None:
    Comment.objects.filter(sender=sender).update(sender=own)
    Receipt.objects.filter(sender=sender).update(sender=own)
    if sender.visible_comments and own.visible_comments:
        Activity.objects.filter(pk=own.activity_id).update(sender_count=F("sender_count") - 1)
    named = ("naming", "display_name", "skeleton", "organisation") if _name_was_shown(sender, own) else ()
    for name in named:
        setattr(own, name, getattr(sender, name))
    own.age_group = own.age_group or sender.age_group
    hide_name_of_minor(own)
    own.visible_comments += sender.visible_comments
    if not own.email:
        own.email, own.email_confirmed_at = sender.email, sender.email_confirmed_at
    own.wants_news = own.wants_news or sender.wants_news
    own.listed_until = None  # what comes to them now would stand alone in the list of their municipality
    sender.delete()
    told = (
        "visible_comments",
        "listed_until",
        "email",
        "email_confirmed_at",
        "wants_news",
        "age_group",
        "naming",
        "display_name",
    )
    own.save(update_fields=[*told, *named])


def _name_was_shown(sender: Sender, own: Sender) -> bool:
    """Then it is the name that stays: the other one may still wait to be looked at."""
    return bool(sender.visible_comments) and not own.visible_comments


def _pass_mark(mark: Endorsement, person: Person) -> None:
    """Once each: a mark that the person gave already, or on their own comment, is taken off and counted down."""
    hold(mark.comment_id)
    given = Endorsement.objects.filter(comment=mark.comment_id, person=person, kind=mark.kind).exists()
    is_own = Comment.objects.filter(pk=mark.comment_id, sender__person=person).exists()
    if given or is_own:
        mark.delete()
        Comment.objects.filter(pk=mark.comment_id).update(**{COUNTER[mark.kind]: F(COUNTER[mark.kind]) - 1})
        return
    mark.person = person
    mark.save(update_fields=["person"])


def _pass_draft(draft: CommentDraft, person: Person) -> None:
    own = CommentDraft.objects.select_for_update().filter(person=person, activity=draft.activity_id).first()
    if own is None:
        draft.person = person
        draft.save(update_fields=["person"])
        return
    own.content = {**own.content, "comments": {**own.content.get("comments", {}), **draft.content.get("comments", {})}}
    own.save(update_fields=["content"])
    draft.delete()


def contributions(person: Person, *, before: tuple[datetime, int] | None, most: int) -> list[dict[str, Any]]:
    """The newest of what the person has sent, for their own page; those after a place given as time and number."""
    comments = Comment.objects.filter(sender__person=person).select_related("activity__process__owner")
    if before is not None:
        at, pk = before
        comments = comments.filter(Q(arrived_at__lt=at) | Q(arrived_at=at, pk__lt=pk))
    return [
        {
            "at": comment.arrived_at,
            "number": comment.pk,
            "text": comment.text,
            "place": comment.activity.process.title,
            "state": str(STATES[comment.state]),
            "path": f"/{comment.activity.process.owner.slug}/{page_language()}/{page_of(comment)}",
        }
        for comment in comments.order_by("-arrived_at", "-pk")[:most]
    ]


def page_of(comment: Comment) -> str:
    """The comment's own page, after the authority and the language."""
    activity = comment.activity
    return f"processes/{activity.process.slug}/{method_of(activity).path}/{activity.slug}/comments/{comment.number}/"


def takes_part_in(person: Person, authority: Authority) -> bool:
    """Whether the person has sent anything in the authority's processes."""
    return Sender.objects.filter(person=person, activity__process__owner=authority).exists()

"""Write, keep and send comments."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from yhdyspinta.audit.clock import ReadAt
from yhdyspinta.comments import drafts
from yhdyspinta.comments.actions import NewComment, NewQuote, SenderFacts, hold_person, store_sending
from yhdyspinta.comments.languages import WRITTEN_IN, language_of
from yhdyspinta.comments.models import Comment, CommentDraft, Receipt, Sender, Thread
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.comments.values import MOST_LETTERS
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.methods.comment_rounds import rules
from yhdyspinta.methods.comment_rounds.actions.arrival import Clock, in_time
from yhdyspinta.methods.comment_rounds.actions.receipts import mail_receipt
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import Sending, hold, must_wait
from yhdyspinta.people.capacities import MINORS
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.organisations import represent_organisation
from yhdyspinta.people.skeletons import may_be_shown_as
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require
from yhdyspinta.wording.refusals import Refusal

_FIRST_RECEIPT: Final[Prepared[Receipt]] = Prepared(
    lambda activity, key, person: Receipt.objects.filter(activity=activity, key=key, sender__person=person)
)
_HELD_DRAFT: Final[Prepared[CommentDraft]] = Prepared(
    lambda activity, key, person: (
        CommentDraft.objects.select_for_update()
        .filter(activity=activity, person=person, key=key)
        .annotate(read_at=ReadAt())
    )
)
_THREADS: Final[Prepared[int]] = Prepared(
    lambda activity, threads: Thread.objects.filter(activity=activity, pk__in=threads).values_list("pk", flat=True)
)


@transaction.atomic
def save_items(
    *, actor: Person, activity: Activity, items: Mapping[str, Mapping[str, Any]], began_at: datetime, at: datetime
) -> CommentDraft:
    """Keep what is being written, as long as it could still be sent.

    Raises what `rules.may_send` says no with.
    """
    earlier = drafts.draft_of(actor, activity)
    began = earlier.began_at if earlier is not None else began_at
    require(rules.may_send(actor, activity, began_at=began, at=at))
    return drafts.save_comments(actor=actor, activity=activity, items=items, began_at=began, at=at)


@transaction.atomic
def say_languages(*, actor: Person, activity: Activity, languages: Mapping[str, str], at: datetime) -> None:
    """Keep what the comments are written in, by place, until they are sent; what no list has is left out."""
    said = {place: tag for place, tag in languages.items() if tag in WRITTEN_IN}
    drafts.save_languages(actor=actor, activity=activity, languages=said, at=at)


@transaction.atomic
def forget_item(*, actor: Person, activity: Activity, place: str, at: datetime) -> None:
    """Take one comment out of what is being written."""
    if place in drafts.items_of(drafts.draft_of(actor, activity)):
        drafts.save_comments(actor=actor, activity=activity, items={place: {}}, began_at=at, at=at)


@transaction.atomic
def forget_items(*, actor: Person, activity: Activity, at: datetime) -> None:
    """Take away everything that is being written; what was told of oneself stays for the next time."""
    kept = drafts.items_of(drafts.draft_of(actor, activity))
    if kept:
        drafts.save_comments(actor=actor, activity=activity, items={place: {} for place in kept}, began_at=at, at=at)


@transaction.atomic
def save_about(
    *, actor: Person, activity: Activity, facts: Mapping[str, Any], began_at: datetime, at: datetime
) -> CommentDraft:
    """Keep in what capacity somebody writes, and what they are called.

    Raises Refusal("name_reads_as_staff") or what `rules.may_send` says no with.
    """
    earlier = drafts.draft_of(actor, activity)
    began = earlier.began_at if earlier is not None else began_at
    require(rules.may_send(actor, activity, began_at=began, at=at))
    name = facts.get("display_name") or ""
    if name and not may_be_shown_as(name, activity.process.owner):
        raise Refusal("name_reads_as_staff", status=422, field="display_name")
    organisation = facts.get("organisation") or ""
    if organisation and not may_be_shown_as(organisation, activity.process.owner):
        raise Refusal("name_reads_as_staff", status=422, field="organisation")
    return drafts.save_facts(actor=actor, activity=activity, facts=facts, began_at=began, at=at)


@transaction.atomic
def send(
    *,
    actor: Person,
    activity: Activity,
    key: UUID,
    clock: Clock | None = None,
    trap: str = "",
    is_crowd: bool = False,
    languages: Mapping[str, str] | None = None,
) -> Receipt:
    """Send everything that the draft with this key holds: one receipt, however often its sender asks.

    `languages` tells by its place what each comment is written in; where it does not, the words or the page tell.
    What looks like spam (`trap` filled in, sent too fast, one of a crowd from one network address) waits for a moderator.
    Without a `clock` it is the database's.

    Raises Refusal("draft_is_gone"), ("who_are_you_missing"), ("place_is_gone"), ("comment_too_long") or what
    the rule says no with.
    """
    hold_person(actor)
    draft = _HELD_DRAFT.first(activity=activity.pk, key=key, person=actor.pk)
    if draft is None:
        return _sent_before(actor, activity, key)
    at: datetime = clock() if clock else draft.read_at  # type: ignore[attr-defined]
    known = drafts.sender_of(actor, activity)
    facts = _facts(actor, activity, draft, known, at=at)
    held = _held(actor, activity, draft, facts, at=at, trap=trap, is_crowd=is_crowd)
    sent = store_sending(
        actor=actor, activity=activity, key=key, known=known, facts=replace(facts, name_waits=held[0]),
        comments=_new_comments(activity, draft, held, languages or {}),
        check=in_time(actor, activity, began_at=draft.began_at, clock=clock),
    )  # fmt: skip
    for comment in sent.wait_again:
        follow_state(comment, at=sent.receipt.at)
    mail_receipt(sent.receipt, actor, facts, at=at)
    return sent.receipt


def _sent_before(actor: Person, activity: Activity, key: UUID) -> Receipt:
    """The receipt of a draft that is sent already, which takes the draft away with it; or it was thrown away."""
    earlier = _FIRST_RECEIPT.first(activity=activity.pk, key=key, person=actor.pk)
    if earlier is None:
        raise Refusal("draft_is_gone", status=409)
    return earlier


def _held(
    actor: Person,
    activity: Activity,
    draft: CommentDraft,
    facts: SenderFacts,
    *,
    at: datetime,
    trap: str,
    is_crowd: bool,
) -> tuple[bool, tuple[str, ...]]:
    """Whether all that is sent waits for a moderator, and the warnings that all of it gets."""
    names = name_warnings(facts.display_name, facts.organisation.name if facts.organisation else "")
    texts = tuple(item["text"] for item in drafts.items_of(draft).values())
    return hold(
        Sending(actor, activity, began_at=draft.began_at, at=at, trap=trap, is_crowd=is_crowd, texts=texts),
        warnings=names,
        checked_before=bool(names) or RoundSettings.of(activity).checked_before,
    )


def name_warnings(display_name: str, organisation: str) -> tuple[str, ...]:
    """What the names beside a comment may hold; any of it is looked at first. An association may be named by illness."""
    of_organisation = (code for code in warnings_in(organisation) if code != "health")
    return tuple(dict.fromkeys((*warnings_in(display_name), *of_organisation)))


def facts_known(draft: CommentDraft | None, sender: Sender | None, naming: str) -> dict[str, Any] | None:
    """What is known of the sender: from the draft, or from an earlier sending. None where something must be asked yet."""
    if draft is not None and draft.content.get("sender"):
        told = dict(draft.content["sender"])
        return told if naming != "named" or told.get("of_age") else None
    if sender is None or not sender.capacities:
        return None
    return {
        "of_age": "adult" if sender.naming == "named" and sender.age_group not in MINORS else "",
        "capacities": list(sender.capacities),
        "organisation": sender.organisation.name if sender.organisation else "",
        "display_name": sender.display_name,
        "email": sender.email,
        "wants_news": sender.wants_news,
        "language": sender.language,
    }


def _facts(
    actor: Person, activity: Activity, draft: CommentDraft, sender: Sender | None, *, at: datetime
) -> SenderFacts:
    naming = RoundSettings.of(activity).naming
    known = facts_known(draft, sender, naming)
    if known is None:
        raise Refusal("who_are_you_missing", status=422)
    organisation: Organisation | None = None
    if "organisation" in known["capacities"] and known.get("organisation"):
        owner = activity.process.owner
        organisation = represent_organisation(
            actor=actor, authority=owner, name=known["organisation"], at=at
        ).organisation
    return SenderFacts(
        language=known.get("language") or "fi",
        capacities=tuple(known["capacities"]),
        organisation=organisation,
        naming=naming,
        display_name=known.get("display_name") or "",
        is_of_age=known.get("of_age") == "adult",
        email=known.get("email") or "",
        wants_news=bool(known.get("wants_news")),
    )


def _new_comments(
    activity: Activity, draft: CommentDraft, held: tuple[bool, tuple[str, ...]], languages: Mapping[str, str]
) -> list[NewComment]:
    items = {
        drafts.place_in(place): {**item, "language": _language(item, languages.get(place, ""))}
        for place, item in drafts.items_of(draft).items()
        if item.get("text")
    }
    threads = {thread for thread, _parent in items}
    if len(_THREADS.rows(activity=activity.pk, threads=threads)) != len(threads):
        raise Refusal("place_is_gone", status=409)
    parents = {parent for _thread, parent in items if parent}
    if parents and _visible(activity, parents) != len(parents):
        raise Refusal("reply_target_is_gone", status=409)
    return [_new(thread, parent, item, held) for (thread, parent), item in items.items()]


def _visible(activity: Activity, comments: Collection[int]) -> int:
    return Comment.objects.filter(activity=activity, pk__in=comments, state=Comment.State.VISIBLE).count()


def _language(item: Mapping[str, Any], chosen: str) -> str:
    said = chosen or item.get(drafts.SAID) or ""
    return said if said in WRITTEN_IN else language_of(item["text"], item.get("language") or "fi")


def _new(thread: int, parent: int | None, item: Mapping[str, Any], held: tuple[bool, tuple[str, ...]]) -> NewComment:
    waits_all, extra = held
    if len(item["text"]) > MOST_LETTERS:
        raise Refusal("comment_too_long", status=422, most=MOST_LETTERS)
    own = warnings_in(item["text"])
    quote = item.get("quote")
    return NewComment(
        thread_id=thread,
        text=item["text"],
        language=item["language"],
        quote=NewQuote(**quote) if quote else None,
        parent_id=parent,
        warnings=tuple(dict.fromkeys((*own, *extra))),
        waits=must_wait(own, checked_before=waits_all),
    )

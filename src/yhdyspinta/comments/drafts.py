"""What somebody is writing, kept on the server until it is sent: one draft per person and activity."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from yhdyspinta.comments.models import CommentDraft, Sender
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.models import Activity

#: Of an item: the language that its writer says it is in.
SAID: Final = "said"

_DRAFTS: Final[Prepared[CommentDraft]] = Prepared(
    lambda activity, person: CommentDraft.objects.filter(activity=activity, person=person)
)
_HELD: Final[Prepared[CommentDraft]] = Prepared(
    lambda activity, person: CommentDraft.objects.select_for_update().filter(activity=activity, person=person)
)
_SENDERS: Final[Prepared[Sender]] = Prepared(
    lambda activity, person: as_themselves(person, activity).select_related("organisation")
)


def as_themselves(person: int, activity: int) -> QuerySet[Sender]:
    """The person as a sender in the activity; not as the one who approved an organisation's statement there."""
    return Sender.objects.filter(activity=activity, person=person, is_statement=False)


def sender_of(person: Someone, activity: Activity) -> Sender | None:
    """The person as a sender in the activity, with the organisation, if they have sent something as themselves."""
    return _SENDERS.first(activity=activity.pk, person=person.pk) if person.pk is not None else None


def draft_of(person: Someone, activity: Activity) -> CommentDraft | None:
    """The person's draft in the activity, if they have begun one."""
    return _DRAFTS.first(activity=activity.pk, person=person.pk) if person.pk is not None else None


def items_of(draft: CommentDraft | None) -> dict[str, dict[str, Any]]:
    """The comments of a draft by their place: a thread, or a thread and the comment that is replied to."""
    return dict(draft.content.get("comments", {})) if draft is not None else {}


def place_of(thread_id: int, parent_id: int | None = None) -> str:
    return f"{thread_id}-{parent_id}" if parent_id else str(thread_id)


def place_in(place: str) -> tuple[int, int | None]:
    thread, _mark, parent = place.partition("-")
    return int(thread), int(parent) if parent else None


@transaction.atomic
def save_comments(
    *, actor: Person, activity: Activity, items: Mapping[str, Mapping[str, Any]], began_at: datetime, at: datetime
) -> CommentDraft:
    """Keep what is being written; an empty text takes its place away. The draft remembers when writing began."""
    draft = _locked(actor, activity, began_at=began_at, at=at)
    kept = items_of(draft)
    for place, item in items.items():
        if item.get("text"):
            said = kept.get(place, {}).get(SAID)
            kept[place] = {**({SAID: said} if said else {}), **item}
        else:
            kept.pop(place, None)
    draft.content = {**draft.content, "comments": kept}
    draft.saved_at = at
    draft.save(update_fields=["content", "saved_at"])
    return draft


@transaction.atomic
def save_languages(*, actor: Person, activity: Activity, languages: Mapping[str, str], at: datetime) -> None:
    """Keep what each comment of a draft is written in, as its writer says; places that it does not hold are left out."""
    draft = _HELD.first(activity=activity.pk, person=actor.pk)
    kept = items_of(draft)
    said = {place: {**kept[place], SAID: tag} for place, tag in languages.items() if place in kept}
    if draft is None or not said:
        return
    draft.content = {**draft.content, "comments": {**kept, **said}}
    draft.saved_at = at
    draft.save(update_fields=["content", "saved_at"])


@transaction.atomic
def save_facts(
    *, actor: Person, activity: Activity, facts: Mapping[str, Any], began_at: datetime, at: datetime
) -> CommentDraft:
    """Keep what the sender tells of themselves until the comments are sent."""
    draft = _locked(actor, activity, began_at=began_at, at=at)
    draft.content = {**draft.content, "sender": dict(facts)}
    draft.saved_at = at
    draft.save(update_fields=["content", "saved_at"])
    return draft


def _locked(actor: Person, activity: Activity, *, began_at: datetime, at: datetime) -> CommentDraft:
    held = _HELD.first(activity=activity.pk, person=actor.pk)
    if held is not None:
        return held
    CommentDraft.objects.get_or_create(
        activity=activity, person=actor, defaults={"key": uuid4(), "began_at": began_at, "saved_at": at}
    )
    return CommentDraft.objects.select_for_update().get(activity=activity, person=actor)

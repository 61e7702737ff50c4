"""Personal data of processes: follows, roles in a process, invitations; the contact person is named by the authority."""

from datetime import datetime
from typing import Any, Final

from django.db.models import Q

from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Follow, Invitation, ProcessRole

FIELDS: Final = {
    "Process": {
        "id": "internal", "owner": "public", "slug": "public", "title": "public", "summary": "public",
        "background": "public", "use_of_results": "public", "decided_by": "public", "results_receiver": "public",
        "takes_minutes": "public", "answers_promised_on": "public",
        "answers_promised_before": "public", "six_ways": "public", "influence": "public",
        "keywords": "public", "case_number": "public", "contact_name": "public", "contact_title": "public",
        "contact_phone": "public", "contact_email": "public", "privacy_purposes": "public",
        "retention_months": "public", "created_at": "internal", "created_by": "personal", "published_at": "public",
        "unpublished_at": "internal", "paused_at": "public", "pause_reason": "public", "cancelled_at": "public",
        "cancel_reason": "public", "archived_at": "public", "preview_nonce": "internal", "revision": "internal",
    },
    "ProcessPartner": {
        "id": "internal", "process": "public", "authority": "public", "joined_at": "internal", "left_at": "internal",
    },
    "FormerAddress": {
        "id": "internal", "authority": "public", "slug": "public", "process": "public", "since": "internal",
    },
    "ProcessRole": {
        "id": "internal", "person": "personal", "process": "internal", "role": "personal", "given_at": "internal",
        "given_by": "personal", "ended_at": "internal",
    },
    "Invitation": {
        "id": "internal", "authority": "internal", "process": "internal", "role": "internal", "email": "personal",
        "nonce": "internal", "invited_by": "personal", "invited_at": "internal", "expires_at": "internal",
        "accepted_at": "internal", "accepted_by": "personal", "revoked_at": "internal",
    },
    "Phase": {
        "id": "internal", "process": "public", "position": "public", "kind": "public", "title": "public",
        "description": "public", "when_words": "public", "starts_at": "public", "ends_at": "public", "place": "public",
        "link": "public", "link_text": "public", "revision": "internal",
    },
    "Activity": {
        "id": "internal", "phase": "public", "process": "public", "method_key": "public", "slug": "public",
        "title": "public", "settings": "internal", "created_at": "internal", "revision": "internal", "is_held_elsewhere": "public",
        "comment_count": "public", "sender_count": "public", "hidden_count": "public", "waiting_count": "internal",
        "due_count": "internal", "answered_count": "public", "answered_at": "public",
        "last_comment_number": "internal",
    },
    "SearchEntry": {
        "id": "internal", "authority": "public", "process": "public", "kind": "public", "target": "public",
        "language": "public", "title": "public", "text": "public", "path": "public", "vector": "internal", "at": "public",
    },
    "Stage": {
        "id": "internal", "activity": "public", "key": "public", "opens_at": "public", "closes_at": "public",
        "opens_shown": "internal", "closes_shown": "internal", "revision": "internal",
    },
    "Follow": {
        "id": "internal", "process": "personal", "person": "personal", "email": "personal", "language": "personal",
        "what": "personal", "digest": "personal", "nonce": "internal", "since": "personal", "confirmed_at": "personal",
        "ended_at": "internal",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """What the person follows, and their roles in processes."""
    return {
        "follows": list(_follows(person).values("process__slug", "what", "digest", "since", "ended_at")),
        "roles": list(person.process_roles.values("process__slug", "role", "given_at", "ended_at")),
    }


def _follows(person: Person) -> Any:
    mine = Q(person=person)
    if person.email and person.level >= Person.Level.EMAIL:
        mine |= Q(email=person.email)
    return Follow.objects.filter(mine).order_by("pk")


def erase(person: Person, *, at: datetime) -> None:
    """Follows, roles and invitations of the person go."""
    _follows(person).delete()
    ProcessRole.objects.filter(person=person).delete()
    Invitation.objects.filter(accepted_by=person).update(email="erased@invalid.example", accepted_by=None)
    if person.email:
        Invitation.objects.filter(email=person.email).delete()


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    taken = Follow.objects.filter(person=person, ended_at=None).values("process")
    Follow.objects.filter(person=guest, process__in=taken).delete()
    Follow.objects.filter(person=guest).update(person=person)

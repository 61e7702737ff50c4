"""What answers hold of people: only which member of staff wrote or closed them."""

from datetime import datetime
from typing import Any

from yhdyspinta.answers.models import Answer, AnsweredComment, AnswerTemplate, Closure, Correction
from yhdyspinta.people.models import Person

FIELDS = {
    "Answer": {
        "id": "internal",
        "activity": "public",
        "number": "public",
        "title": "public",
        "body": "public",
        "handling": "public",
        "reason": "public",
        "reason_words": "public",
        "passed_to": "public",
        "changed_section": "public",
        "changed_passage": "public",
        "is_final": "public",
        "comment_count": "public",
        "created_at": "internal",
        "created_by": "personal",
        "saved_at": "internal",
        "saved_by": "personal",
        "ready_at": "internal",
        "ready_by": "personal",
        "returned_note": "internal",
        "published_at": "public",
        "published_by": "personal",
        "corrected_at": "public",
        "unshown_at": "internal",
        "withheld_title": "internal",
        "revision": "internal",
    },
    "AnswerTemplate": {
        "id": "internal",
        "authority": "public",
        "name": "internal",
        "body": "internal",
        "saved_at": "internal",
        "saved_by": "personal",
        "revision": "internal",
    },
    "FormerAnswer": {
        "id": "internal",
        "answer": "public",
        "revision": "internal",
        "title": "public",
        "body": "public",
        "handling": "public",
        "reason": "public",
        "reason_words": "public",
        "passed_to": "public",
        "is_final": "public",
        "is_withheld": "internal",
        "published_at": "public",
        "replaced_at": "public",
    },
    "Correction": {
        "id": "internal",
        "answer": "internal",
        "title": "internal",
        "body": "internal",
        "handling": "internal",
        "reason": "internal",
        "reason_words": "internal",
        "passed_to": "internal",
        "changed_section": "internal",
        "changed_passage": "internal",
        "is_final": "internal",
        "saved_at": "internal",
        "saved_by": "personal",
        "returned_note": "internal",
        "revision": "internal",
    },
    "AnsweredComment": {
        "id": "internal",
        "answer": "public",
        "comment": "public",
        "joined_at": "public",
        "joined_by": "personal",
    },
    "Closure": {"id": "internal", "comment": "public", "reason": "public", "at": "public", "by": "personal"},
    "Summary": {
        "id": "internal",
        "activity": "public",
        "body": "public",
        "saved_at": "internal",
        "published_at": "public",
        "revision": "internal",
    },
}


def export(person: Person) -> dict[str, Any]:
    """The answers that the person wrote or published as a member of staff."""
    written = Answer.objects.filter(created_by=person) | Answer.objects.filter(published_by=person)
    return {
        "answers": [
            {"number": answer.number, "title": dict(answer.title), "published_at": answer.published_at}
            for answer in written.distinct().order_by("pk")
        ]
    }


def erase(person: Person, *, at: datetime) -> None:
    """Forget who wrote; the answers are the authority's and stay."""
    Answer.objects.filter(created_by=person).update(created_by=None)
    Answer.objects.filter(published_by=person).update(published_by=None)
    Answer.objects.filter(saved_by=person).update(saved_by=None)
    Answer.objects.filter(ready_by=person).update(ready_by=None)
    Correction.objects.filter(saved_by=person).update(saved_by=None)
    AnswerTemplate.objects.filter(saved_by=person).update(saved_by=None)
    AnsweredComment.objects.filter(joined_by=person).update(joined_by=None)
    Closure.objects.filter(by=person).update(by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Guests answer nothing."""

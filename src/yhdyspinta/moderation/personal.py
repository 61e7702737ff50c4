"""What moderation holds of people: who reported, who appealed, who decided."""

from datetime import datetime
from typing import Any

from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.people.models import Person

FIELDS = {
    "Report": {
        "id": "internal", "comment": "internal", "person": "personal", "reason": "internal", "words": "personal",
        "at": "internal", "handled_at": "internal",
    },
    "Decision": {
        "id": "internal", "comment": "internal", "kind": "internal", "reason": "public", "words": "personal",
        "state_before": "internal", "at": "internal", "by": "personal", "undone_at": "internal",
    },
    "Mask": {
        "id": "internal", "comment": "internal", "start": "internal", "end": "internal", "reason": "public",
        "decision": "internal", "lifted_at": "internal",
    },
    "Appeal": {
        "id": "internal", "decision": "internal", "text": "personal", "at": "internal", "decided_at": "internal",
        "is_upheld": "internal", "reply": "personal", "decided_by": "personal",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """The person's reports, and the decisions on their comments with their appeals."""
    decisions = Decision.objects.filter(comment__sender__person=person).select_related("appeal", "comment")
    return {
        "reports": [
            {"comment": report.comment_id, "reason": report.reason, "words": report.words, "at": report.at}
            for report in Report.objects.filter(person=person).order_by("pk")
        ],
        "decisions_on_my_comments": [_decision(decision) for decision in decisions.order_by("pk")],
    }


def _decision(decision: Decision) -> dict[str, Any]:
    appeal = getattr(decision, "appeal", None)
    return {
        "comment": decision.comment.number,
        "kind": decision.kind,
        "reason": decision.reason,
        "words": decision.words,
        "at": decision.at,
        "appeal": appeal and {"text": appeal.text, "at": appeal.at, "upheld": appeal.is_upheld, "reply": appeal.reply},
    }


def erase(person: Person, *, at: datetime) -> None:
    """Take the person out; decisions on the authority's documents stay without them."""
    Report.objects.filter(person=person).delete()
    Appeal.objects.filter(decision__comment__sender__person=person).update(text="")
    Appeal.objects.filter(decided_by=person).update(decided_by=None)
    Decision.objects.filter(by=person).update(by=None)


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Pass the guest's reports to the account; once for each comment."""
    own = Report.objects.filter(person=person).values("comment")
    Report.objects.filter(person=guest, comment__in=own).delete()
    Report.objects.filter(person=guest).update(person=person)

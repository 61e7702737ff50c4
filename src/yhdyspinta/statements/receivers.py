"""Who stands behind a sent statement: all who speak for its organisation, not only the one who approved it."""

from collections.abc import Iterable

from yhdyspinta.comments.models import Sender
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.rules import speakers


def representatives_behind(sender: Sender) -> Iterable[Receiver]:
    """Those who speak for the organisation whose statement the sender sent, without the sender; none for others."""
    if sender.organisation_id is None:
        return []
    sent = Statement.objects.filter(receipt__sender=sender, organisation__verified_at__isnull=False)
    statement = sent.select_related("organisation").first()
    if statement is None:
        return []
    rows = speakers(statement.organisation).filter(person__is_active=True).exclude(person=sender.person_id)
    return [receiver_of(row.person) for row in rows.select_related("person").order_by("pk") if row.person.email]


def heir_of(statement: Statement, person: Person) -> Person | None:
    """Another who speaks for the organisation, and has said nothing in the round as themselves."""
    rows = speakers(statement.organisation).filter(person__is_active=True).exclude(person=person)
    found = rows.exclude(person__senders__activity=statement.activity_id).select_related("person")
    first = found.order_by("pk").first()
    return first.person if first is not None else None

"""Who stands behind a sent statement: all who speak for its organisation, not only the one who approved it."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet

from yhdyspinta.comments.models import Sender
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.rules import speakers, speakers_of


def representatives_behind(senders: Collection[Sender]) -> dict[int, list[Receiver]]:
    """Those who speak for the organisations whose statements the senders sent, without the sender; by the sender's key.

    At most two queries however many senders there are, none where nobody sent for an organisation.
    """
    own = {sender.pk: sender.person_id for sender in senders if sender.organisation_id is not None}
    sent = Statement.objects.filter(receipt__sender__in=own, organisation__verified_at__isnull=False)
    rows = sent.order_by("-pk").values_list("receipt__sender", "organisation") if own else []
    organisation_of = dict(rows)  # the first statement that each sent
    if not organisation_of:
        return {}
    by_organisation = defaultdict(list)
    for row in _active_speakers(organisation_of.values()):
        by_organisation[row.organisation_id].append(row.person)
    return {
        sender: [receiver_of(one) for one in by_organisation[organisation] if one.email and one.pk != own[sender]]
        for sender, organisation in organisation_of.items()
    }


def _active_speakers(organisations: Collection[int]) -> QuerySet[Representation]:
    rows = speakers_of(organisations).filter(person__is_active=True)
    return rows.select_related("person").order_by("pk")


def others_who_speak(organisation: Organisation, person: Person) -> list[Person]:
    """All others who speak for the organisation and can be told; one query."""
    rows = _active_speakers([organisation.pk]).exclude(person=person)
    return [row.person for row in rows if row.person.email]


def writers_of(statement: Statement) -> list[Person]:
    """All who write it: who speak for the organisation, and the colleagues who joined; two queries."""
    if statement.organisation.verified_at is None:
        return []
    joined = statement.colleagues.filter(joined_at__isnull=False, person__is_active=True).select_related("person")
    speaking = [row.person for row in _active_speakers([statement.organisation_id])]
    people = [*speaking, *(row.person for row in joined.order_by("pk"))]
    return list({one.pk: one for one in people if one is not None and one.email}.values())


def heir_of(statement: Statement, person: Person) -> Person | None:
    """Another who speaks for the organisation."""
    rows = speakers(statement.organisation).filter(person__is_active=True).exclude(person=person)
    first = rows.select_related("person").order_by("pk").first()
    return first.person if first is not None else None

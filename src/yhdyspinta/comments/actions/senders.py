"""Who sends: what a sender tells of themselves in an activity, asked once and changeable."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import ALIKE, Sender
from yhdyspinta.people.capacities import MINORS
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class SenderFacts:
    """What a sender tells of themselves: asked once in an activity, changeable."""

    language: str
    capacities: tuple[str, ...] = ()
    organisation: Organisation | None = None
    naming: str = "not_shown"
    display_name: str = ""
    is_of_age: bool = False  # told to be 18 or over: a name is shown of nobody else
    email: str = ""
    wants_news: bool = False
    is_statement: bool = False  # an organisation's: it has a sender of its own, whatever its sender says as themselves
    name_waits: bool = False  # whether a changed name is looked at before it stands beside what is already shown


def shown_as(facts: SenderFacts, known: Sender | None) -> tuple[str, str]:
    """How the sender is named, and by which name; a name of their own is never shown of a minor (D7).

    An adult who gives none is stored as a minor is: nothing tells the two apart.
    """
    may_be_named = facts.is_of_age and (known is None or known.age_group not in MINORS)
    if facts.naming == "named" and not (may_be_named and facts.display_name):
        return "not_shown", ""
    return facts.naming, facts.display_name if facts.naming != "not_shown" else ""


def save_sender(*, actor: Person, activity: Activity, known: Sender | None, facts: SenderFacts) -> Sender:
    """Remember who sends in this activity, or bring what is `known` of them up to date; the person is held.

    Raises Refusal("pseudonym_taken") when another sender's pseudonym looks the same.
    """
    told = facts_told(actor, activity, known, facts)
    if known is None:
        return new_sender(actor, activity, told)
    bring_up_to_date(known, told)
    return known


def facts_told(actor: Person, activity: Activity, known: Sender | None, facts: SenderFacts) -> dict[str, Any]:
    """What a sender tells of themselves, by field; raises as `save_sender`."""
    return {
        "capacities": list(facts.capacities),
        "organisation_id": facts.organisation.pk if facts.organisation else None,
        **name_told(actor, activity, known, facts),
        "email": facts.email,
        "email_confirmed_at": _confirmed_at(actor, facts.email),
        "wants_news": facts.wants_news,
        "language": facts.language,
        "is_statement": facts.is_statement,
    }


def name_told(actor: Person, activity: Activity, known: Sender | None, facts: SenderFacts) -> dict[str, Any]:
    """What a sender tells of their name, by field; raises as `save_sender`."""
    seen_as = skeleton(facts.display_name) if facts.naming == "pseudonym" and facts.display_name else None
    if seen_as is not None and _is_taken(seen_as, actor, activity):
        raise _taken()
    naming, name = shown_as(facts, known)
    return {"naming": naming, "display_name": name, "skeleton": seen_as}


def _is_taken(seen_as: str, actor: Person, activity: Activity) -> bool:
    return Sender.objects.filter(activity=activity, skeleton=seen_as).exclude(person=actor).exists()


def new_sender(actor: Person, activity: Activity, told: dict[str, Any]) -> Sender:
    """The first time in this activity. A pseudonym of another that looks the same ends the transaction: `save_sender`."""
    with refused_where_taken():
        return Sender.objects.create(activity=activity, person=actor, first_at=clock.now(), **told)


def bring_up_to_date(sender: Sender, told: dict[str, Any]) -> None:
    """Who counts a sender's comments holds the activity first, so whoever changes the sender does too."""
    changed = [name for name, value in told.items() if getattr(sender, name) != value]
    for name in changed:
        setattr(sender, name, told[name])
    if changed:
        with refused_where_taken():
            sender.save(update_fields=changed)


@contextmanager
def refused_where_taken() -> Iterator[None]:
    """Who asked before another of the same look was stored is told the same as who asks after: the database knows both."""
    try:
        yield
    except IntegrityError as error:
        broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if broken != ALIKE:
            raise
        raise _taken() from error


def _taken() -> Refusal:
    return Refusal("pseudonym_taken", status=422, field="display_name")


def _confirmed_at(actor: Person, email: str) -> datetime | None:
    """When the same sender confirmed the same address, here or in another activity."""
    if not email:
        return None
    earlier = Sender.objects.filter(person=actor, email=email).exclude(email_confirmed_at=None)
    return earlier.values_list("email_confirmed_at", flat=True).first()

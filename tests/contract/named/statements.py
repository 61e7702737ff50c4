"""The things that addresses of organisations' statements name."""

from datetime import timedelta
from typing import Any

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.statements.actions import token_of
from yhdyspinta.statements.models import Colleague, Statement, StatementNote, StatementPart


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    now = clock.now()
    statement = Statement.objects.create(
        activity=activity, organisation=Organisation.objects.order_by("pk")[0], language="fi", opened_at=now
    )
    section = Section.objects.filter(version__document__activity=activity, version__number=1)[0]
    Thread.objects.create(activity=activity)  # of the whole matter
    StatementPart.objects.create(statement=statement, section=section, text="Salainen luonnos.", saved_at=now)
    StatementNote.objects.create(statement=statement, text="Salainen luonnos.", at=now)
    colleague = Colleague.objects.create(
        statement=statement, email="vahva@example.org", nonce="k" * 22, invited_at=now,
        expires_at=now + timedelta(days=7),
    )  # fmt: skip
    other = Colleague.objects.create(
        statement=statement, email="toinen@example.org", nonce="t" * 22, invited_at=now, expires_at=colleague.expires_at
    )
    return {
        "statement": statement.pk,
        "statements:leave.organisation": statement.organisation_id,
        "statements:part.section": section.pk,
        "statements:whole.version": section.version_id,
        "statements:remove.colleague": other.pk,
        "statements:join.token": token_of(colleague),
    }

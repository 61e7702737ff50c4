"""A round in March, and somebody who has written in it."""

from datetime import datetime
from uuid import uuid4

from tests import factories
from yhdyspinta.comments.models import CommentDraft, Receipt
from yhdyspinta.methods.comment_rounds import actions
from yhdyspinta.methods.comment_rounds.tests.conftest import World


def draft(world: World, began_at: datetime, *, texts: tuple[str, ...] = ("Määräaika puuttuu.",)) -> CommentDraft:
    sections = world.document.versions.get().sections.all()
    items = {
        str(section.thread_id): {"text": text, "language": "fi"} for section, text in zip(sections, texts, strict=False)
    }
    return CommentDraft.objects.create(
        activity=world.activity,
        person=factories.guest(),
        key=uuid4(),
        began_at=began_at,
        saved_at=began_at,
        content={
            "comments": items,
            "sender": {"capacities": ["resident"], "language": "fi", "email": "aino@example.org"},
        },
    )


def send_at(world: World, began_at: datetime, at: datetime) -> Receipt:
    written = draft(world, began_at)
    return actions.send(actor=written.person, activity=world.activity, key=written.key, clock=lambda: at)

"""A comment passed on, in one line."""

import re
from uuid import UUID, uuid4

from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Person
from yhdyspinta.transfers.actions.answering import publish_reply, save_reply
from yhdyspinta.transfers.actions.passing import Destination, pass_on
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.wording.fields import Wording

WHY = Wording(fi="Pihat kuuluvat kaupungille.", sv="Gårdarna hör till staden.")
REPLY = Wording(fi="Telineet tulevat keväällä.")


def passed(
    comment: Comment, to: Authority | None, by: Person, *, key: UUID | None = None, reason: Wording = WHY,
    name: str = "", where: str = "",
) -> Transfer:  # fmt: skip
    return pass_on(
        actor=by, comment=comment, key=key or uuid4(), to=Destination(to, name, where), reason=reason, at=clock.now()
    )


def replied(transfer: Transfer, by: Person, words: Wording = REPLY, revision: int | None = None) -> Transfer:
    """Written and published by one, as `_save` of the page does it."""
    seen = transfer.revision if revision is None else revision
    saved, seen = save_reply(actor=by, transfer=transfer, answer=words, revision=seen, at=clock.now())
    return publish_reply(actor=by, transfer=saved, revision=seen, at=clock.now())


def published_on(client: Client, path: str, form: dict[str, str]) -> str:
    """Written, looked at once more and published on the page; what is said after it."""
    look = client.post(path, form | {"do": "publish"}, follow=True).content.decode()
    found = re.search(r'name="revision" value="(\d+)"', look)
    assert found, "there is nothing to look at"
    assert form["answer-fi"] in look
    said = client.post(path, {"do": "approve", "revision": found[1]}, follow=True)
    assert said.redirect_chain, "it was refused"
    return said.content.decode()


def owed(kind: str) -> list[Notice]:
    return list(Notice.objects.filter(kind=kind))

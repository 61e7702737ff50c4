"""How a sender who gave comments off line gets the answer: what is needed for each way, and its words."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.intake.models import Entry

REPLY_WORDS: Final = {
    Entry.ReplyBy.LETTER: _("By letter"),
    Entry.ReplyBy.PHONE: _("By phone"),
    Entry.ReplyBy.EMAIL: _("By e-mail"),
    Entry.ReplyBy.NONE: _("They look it up with the code, or need none"),
}


@dataclass(frozen=True)
class Reply:
    """How the sender gets the answer."""

    by: str = Entry.ReplyBy.NONE
    name: str = ""
    postal_address: str = ""
    phone: str = ""


def missing_for(reply: Reply, *, email: str) -> tuple[str, str]:
    """What is missing for the answer to reach the sender, as a refusal's code and its field; empty where nothing is."""
    if reply.by == Entry.ReplyBy.LETTER and not (reply.name and reply.postal_address):
        return "postal_address_missing", "postal_address"
    if reply.by == Entry.ReplyBy.PHONE and not reply.phone:
        return "phone_missing", "phone"
    if reply.by == Entry.ReplyBy.EMAIL and not email:
        return "email_missing", "email"
    return "", ""

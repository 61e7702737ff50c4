"""Deliver what we owe: each message in its receiver's language, as text and HTML; tried again with growing pauses."""

from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import translation

from yhdyspinta.audit import clock
from yhdyspinta.authorities.names import genitive
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.notices.outbox import not_held, words_of
from yhdyspinta.ui.mail_addresses import address_key
from yhdyspinta.ui.text import readable
from yhdyspinta.wording.languages import page_language_of

TRIES = 5
_BASE_PAUSE = timedelta(minutes=1)


class NowhereBackend(BaseEmailBackend):
    """Keeps outgoing mail in the database, so that the demo's mailbox page can show it."""

    def send_messages(self, email_messages: Any) -> int:
        for message in email_messages:
            html = next((body for body, kind in message.alternatives if kind == "text/html"), "")
            for to in message.recipients():
                Letter.objects.create(
                    to=address_key(to),
                    subject=message.subject[:200],
                    text=message.body,
                    html=html,
                    headers=dict(message.extra_headers),
                    sent_at=clock.now(),
                )
        return len(email_messages)


def due(at: datetime) -> models.QuerySet[Notice]:
    """What is to be sent now, oldest first."""
    ready = models.Q(next_try_at=None) | models.Q(next_try_at__lte=at)
    return Notice.objects.filter(ready, not_held(at), state=Notice.State.OWED).order_by("pk")


def deliver_some(*, at: datetime, limit: int = 200) -> int:
    """Send what is due, one transaction each; returns how many were sent. May run twice at once without harm."""
    sent = 0
    for pk in list(due(at).values_list("pk", flat=True)[:limit]):
        with transaction.atomic():
            notice = (
                due(at)
                .select_for_update(skip_locked=True, of=("self",))
                .select_related("authority")
                .filter(pk=pk)
                .first()
            )
            if notice is not None:
                sent += _deliver(notice, at=at)
    return sent


def _deliver(notice: Notice, *, at: datetime) -> int:
    try:
        with transaction.atomic():
            mail = letter(notice)
        mail.send()
    except Exception as problem:  # noqa: BLE001 (whatever the mail server says, the notice waits and staff see it)
        notice.tries += 1
        notice.problem = type(problem).__name__
        notice.next_try_at = at + _BASE_PAUSE * 4 ** (notice.tries - 1)
        if notice.tries >= TRIES:
            notice.state = Notice.State.PARKED
        notice.save()
        return 0
    notice.state, notice.sent_at, notice.problem = Notice.State.SENT, at, ""
    notice.save()
    return 1


def letter(notice: Notice) -> EmailMultiAlternatives:
    """The notice as a mail in its receiver's language, or in the authority's first where there are no pages in it."""
    language = page_language_of(notice.language, notice.authority.duty_languages)
    with translation.override(language):
        message = words_of(notice)
        context = {
            "message": message,
            "link": absolute(message.path) if message.path else "",
            "unsubscribe": absolute(message.unsubscribe_path) if message.unsubscribe_path else "",
            "items": [(item, absolute(item.path) if item.path else "") for item in message.items],
            "authority_name": readable(notice.authority.name.text(language), multiline=False),
            "name_of": readable(genitive(notice.authority, language), multiline=False),
            "language": language,
        }
        mail = EmailMultiAlternatives(
            subject=message.subject,
            body=render_to_string("notices/mail.txt", context),
            to=[notice.address],
        )
        mail.attach_alternative(render_to_string("notices/mail.html", context), "text/html")
    if context["unsubscribe"]:
        mail.extra_headers["List-Unsubscribe"] = f"<{context['unsubscribe']}>"
        mail.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.extra_headers["Auto-Submitted"] = "auto-generated"
    return mail

"""The daily summary: what a person or an address was to hear that day, in one message."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Item, Message, NoticeKind, Receiver, not_held, owe, words_of
from yhdyspinta.ui.mail_addresses import address_key

_MOST: Final = 50


@transaction.atomic
def owe_digests(*, at: datetime) -> int:
    """Owe one message to each receiver for whom something waits; returns how many. Running twice owes nothing twice."""
    waiting = list(
        Notice.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(not_held(at), state=Notice.State.DIGEST, owed_at__lte=at)
        .select_related("authority", "person")
        .order_by("pk")
    )
    groups: dict[tuple[str, str], list[Notice]] = {}
    for notice in waiting:
        groups.setdefault((address_key(notice.address), notice.language), []).append(notice)
    for (_address, language), notices in groups.items():
        for start in range(0, len(notices), _MOST):
            _owe_one(notices[start : start + _MOST], language, at)
    Notice.objects.filter(pk__in=[notice.pk for notice in waiting]).update(state=Notice.State.SENT, sent_at=at)
    return len(groups)


def _owe_one(notices: list[Notice], language: str, at: datetime) -> None:
    first = notices[0]
    to = Receiver(language=language, address=first.address)
    owe("notices.digest", to=to, authority=first.authority, at=at, notices=[notice.pk for notice in notices])


def _digest(notice: Notice) -> Message:
    found = list(Notice.objects.filter(pk__in=notice.values["notices"]).select_related("authority").order_by("pk"))
    messages = [words_of(one) for one in found]
    ways_out = {message.unsubscribe_path for message in messages} - {""}
    count = len(messages)
    return Message(
        subject=_("What happened in the matters you follow"),
        paragraphs=(
            ngettext("%(count)s new message since the last summary.", "%(count)s new messages since the last summary.",
                     count) % {"count": count},
        ),
        items=tuple(
            Item(
                heading=message.subject,
                text=" ".join(message.paragraphs),
                path=message.path,
                unsubscribe_path=message.unsubscribe_path,
            )
            for message in messages
        ),
        unsubscribe_path=ways_out.pop() if len(ways_out) == 1 else "",
    )  # fmt: skip


KINDS = (NoticeKind("notices.digest", gettext_lazy("Daily summary"), _digest),)

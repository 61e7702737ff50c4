"""What staff type in, as the action and as the form take it."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import Reply, Words

ENTER = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/intake/"


def enter(bertta, section, *, at=None, arrived_at=None, **more):
    now = clock.now()
    given = {
        "actor": bertta,
        "activity": section.version.document.activity,
        "key": uuid4(),
        "channel": "phone",
        "arrived_at": arrived_at or now,
        "words": [Words(section.thread_id, "Puhelimessa sanottua.")],
        "facts": SenderFacts(language="sv", capacities=("resident",)),
        "reply": Reply("letter", "Aino Esimerkki", "Esimerkkitie 1\n00000 Esimerkkilä"),
        "read_back": True,
        "at": at or now,
    }
    return actions.enter_comments(**{**given, **more})


def typed(section, **more):
    now = timezone.localtime(clock.now() - timedelta(hours=2))
    return {
        "key": str(uuid4()), "channel": "phone", "arrived_at-day": now.day, "arrived_at-month": now.month,
        "arrived_at-year": now.year, "arrived_at-time": f"{now.hour}.{now.minute:02}", "language": "fi",
        "capacities": ["resident"], "reply_by": "none", "place_1": section.thread_id, "text_1": "Soitettu kommentti.",
        **more,
    }  # fmt: skip


def boxes(section, count, **more):
    return {f"place_{n}": section.thread_id for n in range(1, count + 1)} | {
        f"text_{n}": f"Paperilla numero {n}." for n in range(1, count + 1)
    } | {"boxes": count, **more}  # fmt: skip


def more_of(section, **more):
    data = typed(section, **more)
    return {name: data[name] for name in data if name not in {"key", "capacities", "reply_by"}} | {"after": "1", **more}


def answer(comment, number=1):
    now = clock.now()
    made = Answer.objects.create(
        activity=comment.activity,
        number=number,
        body={"fi": "Lisätään määräaika.", "sv": "En tidsfrist läggs till."},
        handling="partly_accepted",
        reason="cost",
        created_at=now,
        saved_at=now,
        published_at=now,
    )
    AnsweredComment.objects.create(answer=made, comment=comment)

"""A crowd of comments in one round: quick to make, and like what people write in length and spread."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from yhdyspinta.processes.models import Activity

_WORDS = (
    "toiminta järjestöt osallisuus kunta palvelu lähipalvelu bussi terveysasema nuoret ikääntyneet tieto kokous"
    " ehdotus selkeä hyvä huono liian kaukana aika raha päätös vastaus kysymys perhe koulu harrastus tila avustus"
    " yhteistyö rooli vastuu kehittää parantaa lisätä vähentää tukea kuulla nähdä ymmärtää toivoa"
)
WORDS = _WORDS.split()
MOMENT = "2026-09-01T09:00:00+03:00"
BATCH = 5000


def _few_words(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 60))).capitalize() + "."


def fill(
    activity: Activity,
    count: int,
    *,
    senders: int = 10_000,
    seed: int = 1,
    write: Callable[[random.Random], str] = _few_words,
) -> None:
    """Store `count` visible comments in the activity's threads, with true counters."""
    from django.db import connection

    chance = random.Random(seed)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET idle_in_transaction_session_timeout = 0")  # rows are made while their transaction waits
    people = _people(activity, min(senders, count))
    threads = list(activity.threads.values_list("pk", flat=True))
    for first in range(0, count, BATCH):
        texts = [(write(chance), chance.choice(threads)) for _place in range(first, min(first + BATCH, count))]
        _batch(activity, first, texts, people, chance)
    _count(activity)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _people(activity: Activity, count: int) -> list[tuple[int, int]]:
    """(sender, receipt) of as many guests."""
    from yhdyspinta.comments.models import Receipt, Sender
    from yhdyspinta.people.models import Person

    found = []
    for first in range(0, count, BATCH):
        places = range(first, min(first + BATCH, count))
        guests = Person.objects.bulk_create(
            Person(is_guest=True, guest_token=f"{place:032d}", created_at=MOMENT, email=None, password="!")  # noqa: S106 (no password)
            for place in places
        )
        senders = Sender.objects.bulk_create(
            Sender(activity=activity, person=guest, capacities=["resident"], language="fi", first_at=MOMENT)
            for guest in guests
        )
        receipts = Receipt.objects.bulk_create(
            Receipt(
                activity=activity, sender=sender, key=UUID(int=place + 1), nonce=f"crowd{place}",
                code_hash=f"{place:064d}", at=MOMENT, language="fi",
            )
            for place, sender in zip(places, senders, strict=True)
        )  # fmt: skip
        found += [(sender.pk, receipt.pk) for sender, receipt in zip(senders, receipts, strict=True)]
    return found


def _batch(
    activity: Activity,
    first: int,
    texts: list[tuple[str, int]],
    people: list[tuple[int, int]],
    chance: random.Random,
) -> None:
    from yhdyspinta.comments.models import Comment

    comments = []
    for place, (text, thread) in enumerate(texts, start=first):
        sender, receipt = people[place % len(people)]
        comments.append(
            Comment(
                activity=activity, number=place + 1, thread_id=thread, sender_id=sender,
                receipt_id=receipt, text=text, public_text=text, language="fi", state="visible", was_shown=True,
                arrived_at=MOMENT, entered_at=MOMENT, agree_count=int(chance.expovariate(1.0)),
            )
        )  # fmt: skip
    Comment.objects.bulk_create(comments)


def _count(activity: Activity) -> None:
    """The counters as the product keeps them."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE comments_thread t SET visible_count = c.n, unanswered_count = c.n"
            " FROM (SELECT thread_id, count(*) AS n FROM comments_comment GROUP BY thread_id) c WHERE c.thread_id = t.id"
        )
        cursor.execute(
            "UPDATE comments_sender s SET visible_comments ="
            " (SELECT count(*) FROM comments_comment WHERE sender_id = s.id)"
        )
        cursor.execute(
            "UPDATE processes_activity SET comment_count = c.n, due_count = c.n, last_comment_number = c.n,"
            " sender_count = (SELECT count(*) FROM comments_sender WHERE activity_id = %s)"
            " FROM (SELECT count(*) AS n FROM comments_comment WHERE activity_id = %s) c WHERE id = %s",
            [activity.pk] * 3,
        )

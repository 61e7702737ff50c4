"""Agreeing with a comment, by 32 clients, beside a bare view that inserts a row.

Processor seconds of web server and database together for one accepted request: each time a person and a comment that
did not meet before, with the form as the list of comments shows it.
"""

from __future__ import annotations

import sys

from bench.lines import at_most_times
from bench.pages import ROUND, county
from bench.posting import CLIENTS, measured, together
from bench.running.installation import Installation, installation
from bench.running.resident import Resident

EACH, COMMENTS = 40, 400


def main() -> int:
    with installation() as place:
        from bench.running.crowd import fill

        activity = county(1)
        fill(activity, COMMENTS)
        before = sum(activity.comments.values_list("agree_count", flat=True))
        base, bare = place.serve(workers=2), place.serve_bare(threads=8)
        reference = per_insert(place, bare)
        people = [Resident(base, ROUND) for _client in range(CLIENTS)]
        for person in people:
            person.surely("GET", f"{ROUND}comments/")
            for back in ("comments/", "comments/1/"):
                agree(person, COMMENTS, back=f"{ROUND}{back}")  # makes the guest, and both workers know the way
        with_list = per_mark(place, people, 0, back=f"{ROUND}comments/")
        with_own = per_mark(place, people, EACH, back=f"{ROUND}comments/1/")
        kept = stored(before)
    lines = [
        at_most_times("agreeing in the list of comments", with_list, reference, 3),
        at_most_times("agreeing on the comment's own page", with_own, reference, 3),
    ]
    for line in lines:
        line.show()
    if kept != CLIENTS * (2 * EACH + 1):
        raise SystemExit(f"{kept} agreements are stored.")
    return 0 if all(line.holds for line in lines) else 1


def per_insert(place: Installation, bare: str) -> float:
    """Processor seconds of a bare insert."""
    together(lambda _client: Resident(bare, ROUND).surely("POST", "/bare/insert/", {"text": ["sana"]}))
    clients = [Resident(bare, ROUND) for _client in range(CLIENTS)]

    def work(client: int) -> None:
        for turn in range(EACH):
            clients[client].surely("POST", "/bare/insert/", {"text": [f"Kommentti {turn}: lisää tietoa."]})

    return measured(place, "bare", work)[0] / CLIENTS / EACH


def per_mark(place: Installation, people: list[Resident], first: int, *, back: str) -> float:
    """Processor seconds of a mark."""

    def work(client: int) -> None:
        for turn in range(EACH):
            agree(people[client], 1 + (first + turn + client * 7) % (COMMENTS - 1), back=back)

    return measured(place, "web", work)[0] / CLIENTS / EACH


def agree(person: Resident, number: int, *, back: str = "") -> None:
    """Send the form that stands beside a comment; it must be accepted."""
    fields = {"kind": ["agree"], "back": [back], "csrfmiddlewaretoken": [person.cookies["csrftoken"]]}
    answer = person.surely("POST", f"{ROUND}comments/{number}/mark/", fields)
    if answer.status != 303:
        raise SystemExit(f"{answer.status}: {answer.text[:500]}")


def stored(before: int) -> int:
    """Agreements in the database, if the kept counts agree with it."""
    from django.db.models import Sum

    from yhdyspinta.comments.models import Comment, Endorsement

    kept = Endorsement.objects.count()
    counted = Comment.objects.aggregate(n=Sum("agree_count"))["n"] - before
    if counted != kept:
        raise SystemExit(f"The counts tell of {counted} agreements, {kept} are stored.")
    return kept


if __name__ == "__main__":
    sys.exit(main())

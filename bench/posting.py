"""Comments through the real form by 32 clients, beside a bare view that inserts a row.

Processor seconds of web server and database together: of a comment's last step (the sending), and of all its pages. The
sendings are written beforehand and go all at once over open connections, so that the clients, which run on the same
processors, take next to nothing of them.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from bench.lines import Line, at_most_times
from bench.pages import ROUND, county
from bench.running.installation import Installation, installation
from bench.running.resident import Resident
from bench.running.volley import answer_of, opened, request_of, volley

CLIENTS, EACH = 32, 12


def main() -> int:
    with installation() as place:
        county(1)
        base, bare = place.serve(workers=2, threads=2), place.serve_bare(threads=8)
        reference = inserted(place, bare)
        residents = [Resident(base, ROUND) for _client in range(CLIENTS)]
        for resident in residents:
            resident.write("Ensimmäinen.")
        whole = sending = seconds = 0.0
        forms: list[dict[str, list[str]]] = [{} for _client in residents]
        for turn in range(EACH):

            def write(client: int, turn: int = turn) -> None:
                forms[client] = residents[client].write(f"Kommentti {turn} asiakkaalta {client}: lisää tietoa.")

            whole += measured(place, "web", write)[0]
            as_by_people()
            requests = [
                request_of(base, f"{ROUND}write/send/", one.cookies, form)
                for one, form in zip(residents, forms, strict=True)
            ]
            cost, wall, came = at_once(place, "web", base, requests)
            for one, answer in zip(residents, came, strict=True):
                one.receipt_in(answer_of(answer))
            sending, seconds = sending + cost, seconds + wall
        require_shown()
        lines = report(reference, sending, whole + sending, seconds)
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


def as_by_people() -> None:
    """Whoever writes takes a minute, and 32 people have their own addresses: what they send is shown at once."""
    from django.db.models import F

    from yhdyspinta.comments.models import CommentDraft
    from yhdyspinta.people.models import RateWindow

    CommentDraft.objects.update(began_at=F("began_at") - timedelta(minutes=1))
    RateWindow.objects.all().delete()


def inserted(place: Installation, bare: str) -> float:
    """Processor seconds of as many bare inserts, sent as comments are."""
    requests = [
        request_of(bare, "/bare/insert/", {}, {"text": [f"Kommentti {client}: lisää tietoa."]})
        for client in range(CLIENTS)
    ]
    volley(requests, opened(bare, CLIENTS))
    costs = []
    for _turn in range(EACH):
        cost, _wall, came = at_once(place, "bare", bare, requests)
        costs.append(cost)
        if {answer_of(one).status for one in came} != {201}:
            raise SystemExit("a bare insert failed")
    return sum(costs)


def at_once(place: Installation, name: str, base: str, requests: Sequence[bytes]) -> tuple[float, float, list[bytes]]:
    """Processor and wall seconds of the requests, and what came back."""
    connections = opened(base, len(requests))
    before, began = place.seconds(name) + place.database_seconds(), time.perf_counter()
    came = volley(requests, connections)
    wall = time.perf_counter() - began
    return place.seconds(name) + place.database_seconds() - before, wall, came


def require_shown() -> None:
    """Every comment but the first of each client is shown and found with search, as most are in life."""
    from yhdyspinta.comments.models import Comment

    shown = Comment.objects.filter(state=Comment.State.VISIBLE).count()
    if shown != CLIENTS * EACH:
        raise SystemExit(f"{shown} of {CLIENTS * EACH} comments are shown")


def report(reference: float, sending: float, whole: float, seconds: float) -> Sequence[Line]:
    count = CLIENTS * EACH
    rate = count / seconds
    return (
        at_most_times("a comment sent", sending / count, reference / count, 4),
        at_most_times("a comment written, checked and sent: every page of it", whole / count, reference / count, 4),
        Line("comments sent a second, 32 clients on the same machine", round(rate, 1), 250, "a second",
             round(rate / 250, 2), ">= 250 a second", rate >= 250),
    )  # fmt: skip


def measured(place: Installation, name: str, work: Callable[[int], object]) -> tuple[float, float]:
    """Processor and wall seconds of the work of all clients."""
    before, began = place.seconds(name) + place.database_seconds(), time.perf_counter()
    together(work)
    return place.seconds(name) + place.database_seconds() - before, time.perf_counter() - began


def together(work: Callable[[int], object], *, clients: int = CLIENTS) -> None:
    """All clients at once; the first failure is raised."""
    failures: list[Exception] = []

    def run(client: int) -> None:
        try:
            work(client)
        except Exception as failure:  # noqa: BLE001 (told by the one who waits)
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(client,)) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


if __name__ == "__main__":
    sys.exit(main())

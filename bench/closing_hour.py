"""The last hour of a round: residents read, write, send and agree, ever more of them, on a whole running service.

bench/closing_hour.py [MINUTES]      how long three quarters of the knee are held (10 unless told)

A visit is 16 pages read and 4 writes (a text kept, the capacity told, a comment sent, an agreement): four views for each
write, as in 50 writes and 200 views a second. Visits begin at even times whatever the service does. The knee is the highest load at
which p95 of all requests stays under a second and nothing fails.
"""

from __future__ import annotations

import http.client
import itertools
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

from bench.lines import Line, within
from bench.pages import ROUND, county
from bench.running.installation import installation
from bench.running.resident import Answer, Resident

VIEWS, WRITES = 16, 4
COMMENTS, STEP, ALLOWED, SLOWEST, THREADS, HELD = 5_000, 20, 1.0, 2.0, 200, 0.75
RATES = (0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 14, 17)
PAGES = (
    "/keski-suomi/fi/", "/keski-suomi/fi/processes/", "/keski-suomi/fi/processes/toimintamallit/", ROUND,
    f"{ROUND}comments/", ROUND.replace("/fi/", "/sv/"), ROUND,
)  # fmt: skip


@dataclass
class Told:
    """What the visitors of one load saw."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    receipts: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def p95(self) -> float:
        return self._share(0.95)

    @property
    def p99(self) -> float:
        return self._share(0.99)

    def _share(self, share: float) -> float:
        """The seconds within which so large a share of the requests were answered."""
        found = sorted(self.seconds)
        return found[int(len(found) * share)] if found else 0.0


@dataclass
class Visitor(Resident):
    """A resident whose every request is timed; a failure is told, not tried again."""

    told: Told = field(default_factory=Told)

    def ask(self, method: str, path: str, fields: dict[str, list[str]] | None = None) -> Answer:
        began = time.perf_counter()
        try:
            answer = super().ask(method, path, fields)
        except (OSError, http.client.HTTPException) as failure:
            with self.told.lock:
                self.told.failures.append(repr(failure))
            raise
        with self.told.lock:
            self.told.seconds.append(time.perf_counter() - began)
            if answer.status >= 400:
                self.told.failures.append(f"{answer.status} {method} {path}")
        return answer

    def surely(
        self, method: str, path: str, fields: dict[str, list[str]] | None = None, *, within: float = 60
    ) -> Answer:
        return self.ask(method, path, fields)


_number = itertools.count(1)


def visit(base: str, told: Told) -> None:
    """One resident's visit: reads, writes, reads what others say, agrees, sends, sees the receipt."""
    number = next(_number)
    one = Visitor(base, ROUND, told=told)
    try:
        for path in PAGES:
            one.ask("GET", path)
        text = f"Kommentti {number} viimeisellä tunnilla: lisätkää määräaika."
        form = one.write(text, section=f"kohta-{1 + number % 20}")
        for path in (f"{ROUND}comments/?sort=newest", f"{ROUND}comments/{1 + number % COMMENTS}/"):
            one.ask("GET", path)
        mark = {"kind": ["agree"], "back": [f"{ROUND}comments/"], "csrfmiddlewaretoken": [one.cookies["csrftoken"]]}
        one.ask("POST", f"{ROUND}comments/{1 + number * 7 % COMMENTS}/mark/", mark)
        receipt = one.send(form)
        for path in (f"{ROUND}receipt/{receipt}/", f"{ROUND}comments/?sort=newest", ROUND):
            one.ask("GET", path)
    except (OSError, http.client.HTTPException, AssertionError) as failure:
        with told.lock:
            told.failures.append(f"visit {number}: {str(failure)[:200]}")
        return
    finally:
        if one.connection is not None:
            one.connection.close()
    with told.lock:
        told.receipts[text] = receipt


def load(base: str, rate: float, seconds: float) -> Told:
    """Begin so many visits a second for so long; what they saw."""
    told, count = Told(), max(1, int(rate * seconds))
    began = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        for place in range(count):
            wait = began + place / rate - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            pool.submit(visit, base, told)
    return told


def knee(base: str) -> tuple[float, list[Told]]:
    """The highest rate of visits that is carried, and what was seen on the way."""
    carried, seen = 0.0, []
    for rate in RATES:
        told = load(base, rate, STEP if rate >= 1 else STEP * 2)
        seen.append(told)
        line = f"{rate * WRITES:.2f} writes and {rate * VIEWS:.1f} views a second"
        print(f"{line}: p95 {told.p95:.3f} s, {len(told.failures)} failures", flush=True)
        if told.p95 > ALLOWED or told.failures:
            print(*told.failures[:5], sep="\n", flush=True)
            break
        carried = rate
    return carried, seen


def main(minutes: float) -> int:
    with installation() as place:
        from bench.running.crowd import fill

        activity = county(50)
        fill(activity, COMMENTS)
        close_soon(activity.pk)
        base = place.serve(workers=2, threads=8)
        place.work()
        load(base, 0.5, 10)  # caches are warm
        carried, seen = knee(base)
        rate = (carried or RATES[0]) * HELD
        before = place.seconds("web") + place.database_seconds() + place.seconds("worker")
        began = time.perf_counter()
        held = load(base, rate, minutes * 60)
        taken = place.seconds("web") + place.database_seconds() + place.seconds("worker") - before
        busy = taken / (time.perf_counter() - began) / (os.cpu_count() or 1)
        lost = missing([*seen, held])
        memory, resident = max(place.own_memory("web")[1:]) / 1e6, max(place.memory("web")[1:]) / 1e6
    lines = [
        Line("knee: writes a second that are carried, with four views each", round(carried * WRITES, 2), 50,
             "writes a second", round(carried * WRITES / 50, 3), "what the machine carries, stated", carried > 0),
        within(f"p95 of {len(held.seconds):,} requests at three quarters of it for {minutes:g} minutes", held.p95, ALLOWED),
        within("p99 of them: one in a hundred takes longer", held.p99, SLOWEST),
        within("errors meanwhile", len(held.failures), 0, "requests"),
        within(f"of {len(held.receipts):,} comments acknowledged meanwhile, lost or doubled", lost, 0, "comments"),
        Line("processor meanwhile, service and database", round(busy, 2), None, "of the machine", None, "stated", True),
        within("web worker's memory after it, what it shares with others divided among them", memory, 110, "MB"),
        within("web worker's memory after it, all that it shares counted with each", resident, 110, "MB"),
    ]  # fmt: skip
    for line in lines:
        line.show()
    print(*held.failures[:10], sep="\n")
    return 0 if all(line.holds for line in lines) else 1


def close_soon(activity: int) -> None:
    """The round closes in 55 minutes: its pages count down."""
    from yhdyspinta.audit import clock
    from yhdyspinta.processes.models import Stage

    Stage.objects.filter(activity=activity).update(closes_at=clock.now() + timedelta(minutes=55))


def missing(seen: list[Told]) -> int:
    """Comments whose receipt somebody has and that are not in the database exactly once."""
    from collections import Counter

    from django.db import connections

    from yhdyspinta.comments.models import Comment

    connections.close_all()
    stored = Counter(Comment.objects.values_list("text", "receipt_id"))
    texts = Counter(text for text, _receipt in stored)
    known = [pair for told in seen for pair in told.receipts.items()]
    return sum(1 for pair in known if stored[pair] != 1 or texts[pair[0]] != 1)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10))

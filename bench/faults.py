"""Twenty kills of a web process or of the database while more than 1,000 comments are sent through the real form.

Of the database it is in turns the server itself, which its holder starts again, and a process that serves a connection:
the server then ends all connections itself. Both recover from the log, as after a loss of power. What was acknowledged must be there once, a repeated sending must give its first receipt, and the service must be back
within 30 seconds unaided. Also: 200 agreements of one person at once count once.

bench/faults.py [--few]      --few kills each of the three once, for the tests of every run
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.lines import Line, within
from bench.pages import ROUND, county
from bench.posting import CLIENTS, together
from bench.running.installation import Installation, installation, tree, wait_for
from bench.running.resident import Resident

DYING = 0.5  # seconds that the system may take to end what was killed: it answers no more


@dataclass(frozen=True)
class Plan:
    """How often something is killed, while how many clients send how many comments each."""

    kills: int = 20
    clients: int = CLIENTS
    each: int = 32

    @property
    def comments(self) -> int:
        return self.clients * self.each


FEW: Final = Plan(kills=3, clients=4, each=6)


@dataclass
class Told:
    """What clients know: the receipt of each text, and what a repeated sending gave."""

    receipts: dict[str, int] = field(default_factory=dict)
    repeated: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


def main() -> int:
    plan = FEW if "--few" in sys.argv else Plan()
    with installation() as place:
        county(1)
        base = place.serve(workers=2, threads=8)
        told = Told()
        try:
            back = kill_while_sending(place, base, plan, told)
        finally:
            print((place.folder / "web.log").read_text(encoding="utf-8")[-20_000:], file=sys.stderr)
        lines = [*checked(plan, told), within("longest time until the service answered again", max(back), 30)]
        lines.append(agreements(base))
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


def kill_while_sending(place: Installation, base: str, plan: Plan, told: Told) -> list[float]:
    """Send all comments while something is killed again and again; seconds until each kill was got over."""

    def send(client: int) -> None:
        send_all(base, client, plan.each, told)

    sending = threading.Thread(target=together, args=(send,), kwargs={"clients": plan.clients})
    sending.start()
    back = []
    for turn in range(plan.kills):
        waited_for = plan.comments * (turn + 1) // (plan.kills + 1)
        while len(told.receipts) < waited_for and sending.is_alive():
            time.sleep(0.05)
        what, chosen = VICTIMS[turn % len(VICTIMS)]
        began = time.perf_counter()
        os.kill(chosen(place), signal.SIGKILL)
        time.sleep(DYING)
        wait_for(base, "/ready/", seconds=120)
        back.append(time.perf_counter() - began)
        print(f"{what} killed at {len(told.receipts)} comments: back after {back[-1]:.1f} s", flush=True)
    sending.join()
    return back


def send_all(base: str, client: int, many: int, told: Told) -> None:
    """A client's share of the comments, each by a resident of its own; every sending is repeated once."""
    for number in range(many):
        resident = Resident(base, ROUND)
        text = f"Kommentti numero {number} asiakkaalta {client}."
        form = resident.write(text)
        first = resident.send(form)
        again = resident.send(form)
        with told.lock:
            told.receipts[text], told.repeated[text] = first, again


def checked(plan: Plan, told: Told) -> list[Line]:
    """The clients' knowledge beside the database."""
    from django.db import connection

    from yhdyspinta.comments.models import Comment
    from yhdyspinta.processes.models import Activity

    connection.close()
    connection.close_pool()  # ours were cut too
    stored: dict[str, list[int]] = {}
    for text, receipt in Comment.objects.values_list("text", "receipt_id"):
        stored.setdefault(text, []).append(receipt)
    lost = [text for text, receipt in told.receipts.items() if receipt not in stored.get(text, [])]
    doubled = [text for text, receipts in stored.items() if len(receipts) > 1]
    other = [text for text, receipt in told.receipts.items() if told.repeated[text] != receipt]
    activity = Activity.objects.get()
    counted = activity.comment_count + activity.waiting_count - sum(len(one) for one in stored.values())
    return [
        Line("comments acknowledged", len(told.receipts), plan.comments, "comments", None, f">= {plan.comments}",
             len(told.receipts) >= plan.comments),
        within("acknowledged comments lost", len(lost), 0, "comments"),
        within("comments stored twice", len(doubled), 0, "comments"),
        within("repeated sendings with another receipt", len(other), 0, "sendings"),
        within("difference of the kept counters", abs(counted), 0, "comments"),
    ]  # fmt: skip


def agreements(base: str) -> Line:
    """One person agrees 200 times at once."""
    from yhdyspinta.comments.models import Comment, Endorsement

    Comment.objects.filter(number=1).update(state="visible")
    page = Resident(base, ROUND)
    page.surely("GET", f"{ROUND}comments/1/")
    page.write("Että minut tunnetaan.")

    def agree(_client: int) -> None:
        one = Resident(base, ROUND, dict(page.cookies))
        for _time in range(200 // 32 + 1):
            fields = {"kind": ["agree"], "csrfmiddlewaretoken": [page.cookies["csrftoken"]]}
            one.surely("POST", f"{ROUND}comments/1/mark/", fields)

    together(agree)
    kept, counted = Endorsement.objects.count(), Comment.objects.get(number=1).agree_count
    return within("agreements of one person who agreed 200 times at once", max(kept, counted), 1, "agreements")


def a_web_process(place: Installation) -> int:
    return tree(place.programs["web"].pid)[-1]


def a_connection(place: Installation) -> int:
    """A database process that serves a connection: when it is killed the server starts again and recovers."""
    for pid in tree(place.database_pid()):
        if b"yhdyspinta yhdyspinta" in Path(f"/proc/{pid}/cmdline").read_bytes():
            return pid
    return place.database_pid()


def the_server(place: Installation) -> int:
    return place.database_pid()


VICTIMS: Final[tuple[tuple[str, Callable[[Installation], int]], ...]] = (
    ("the database server", the_server),
    ("a web process", a_web_process),
    ("a connection of the database", a_connection),
    ("a web process", a_web_process),
)

if __name__ == "__main__":
    sys.exit(main())

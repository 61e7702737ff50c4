"""Similar comments among 20,000, and how soon a comment just sent is offered beside the one it is like.

Finding takes place in a process of its own as the worker does it. For the second the whole service runs: comments are
sent through the real form right after the worker's look, when the wait is the longest.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bench.lines import Line, within
from bench.pages import ROUND, county
from bench.running.asking import ask, signed_in
from bench.running.installation import Installation, installation
from bench.running.resident import Resident
from bench.running.words import text

if TYPE_CHECKING:
    from yhdyspinta.processes.models import Activity

COMMENTS, COPIES, TIMES = 20_000, 2_000, 4
PAGE = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/material/similar/"


def main() -> int:
    with installation() as place:
        from bench.running.crowd import fill

        activity = county(1)
        fill(activity, COMMENTS, write=Writer())
        command = [sys.executable, "-m", "bench.similar", str(activity.pk)]
        out = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ).stdout
        told = json.loads(out.splitlines()[-1])
        found = led(activity)
        lines = [
            within(f"similar among {COMMENTS:,} comments", told["seconds"], 10),
            within(f"similar among {COMMENTS:,} comments, processor", told["used"], 10),
            Line(f"of {COPIES:,} changed copies among them, found", found, COPIES, "comments",
                 round(found / COPIES, 3), ">= 0.95 of the copies", found >= 0.95 * COPIES),
        ]  # fmt: skip
        lines.append(within("from a comment's sending until it is offered as similar, longest", offered(place), 60))
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


class Writer:
    """Comments of which one in ten is an earlier one with a word more and a word less."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def __call__(self, chance: random.Random) -> str:
        said = text(chance)
        while len(said) < 150:
            said = text(chance)
        if len(self.written) % (COMMENTS // COPIES) == COMMENTS // COPIES - 1:
            said = f"Hyvä. {chance.choice(self.written[-9:]).rsplit(' ', 1)[0]}!"
        self.written.append(said)
        return said


def led(activity: Activity) -> int:
    """How many comments are offered as like another."""
    from yhdyspinta.material.models import Signature

    return Signature.objects.filter(activity=activity, leader__isnull=False).count()


def offered(place: Installation) -> float:
    """The longest time until one of a few comments, each like one of the round, stands on staff's page."""
    from yhdyspinta.comments.models import Comment
    from yhdyspinta.material.models import Looking

    base = place.serve()
    staff = signed_in(base)
    place.work()
    longest = 0.0
    for turn in range(TIMES):
        seen = Looking.objects.get().looked_at
        resident, known = Resident(base, ROUND), Comment.objects.get(number=51 + 10 * turn)
        form = resident.write(f"{known.text} Samaa mieltä.")
        time.sleep(5)  # who is quicker than people are waits for a moderator
        while turn and Looking.objects.get().looked_at == seen:  # wait until the worker has just looked
            time.sleep(0.1)
        resident.send(form)
        sent = time.monotonic()
        newest = Comment.objects.order_by("-number")[0]
        while f"#{newest.number} " not in ask(staff, f"{PAGE}{known.number}/", 1):
            if time.monotonic() - sent > 180:
                return 180.0
            time.sleep(0.25)
        longest = max(longest, time.monotonic() - sent)
    return longest


def look(pk: int) -> None:
    """In a process of its own: look at the round as the worker does."""
    import django

    django.setup()
    from yhdyspinta.material.tasks import look_at
    from yhdyspinta.processes.models import Activity

    activity, began = Activity.objects.get(pk=pk), time.perf_counter()
    if look_at(activity) != COMMENTS:
        raise SystemExit("Not every comment was read.")
    taken = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"seconds": time.perf_counter() - began, "used": taken.ru_utime + taken.ru_stime}))


if __name__ == "__main__":
    sys.exit(look(int(sys.argv[1])) if len(sys.argv) > 1 else main())

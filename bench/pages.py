"""Pages of a county with 500 processes and a round of 100,000 comments, beside a bare view of one query and template.

Processor seconds of web server and database together, each a median of several runs of requests one after the other.
"""

from __future__ import annotations

import http.client
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bench.lines import at_most_times, within
from bench.running.installation import installation

if TYPE_CHECKING:
    from yhdyspinta.processes.models import Activity

COMMENTS, PROCESSES, REQUESTS, RUNS = 100_000, 500, 60, 5
ROUND = "/keski-suomi/fi/processes/toimintamallit/comment-round/kommentointi/"


def main() -> int:
    with installation() as place:
        deep = fill()
        base, bare = place.serve(), place.serve_bare()
        both = lambda name: lambda: place.seconds(name) + place.database_seconds()  # noqa: E731
        reference = cost(bare, "/bare/rows/", both("bare"))
        pages = {
            "comments, first page": (f"{ROUND}comments/?sort=newest", 3),
            "comments, 2,000 pages deep": (f"{ROUND}comments/?sort=newest&after={deep}", 3),
            "comments, most agreed first": (f"{ROUND}comments/", 3),
            "front page, 500 processes": ("/keski-suomi/fi/", 3),
            "process page": ("/keski-suomi/fi/processes/toimintamallit/", 3),
        }
        taken = {name: cost(base, path, both("web")) for name, (path, _times) in pages.items()}
        lines = [at_most_times(name, taken[name], reference, times) for name, (_path, times) in pages.items()]
        first, far = taken["comments, first page"], taken["comments, 2,000 pages deep"]
        lines.append(at_most_times("comments, deep page beside the first", far, first, 1.2))
        most = max(place.memory("web")[1:]) / 1e6
        lines.append(within("web worker's memory after these", most, 110, "MB"))
    for line in lines:
        line.show()
    return 0 if all(line.holds for line in lines) else 1


def fill() -> int:
    """The county; gives the key of a comment 2,000 pages of 50 down."""
    from bench.running.crowd import fill as fill_round
    from yhdyspinta.comments.models import Comment

    activity = county(PROCESSES)
    fill_round(activity, COMMENTS)
    newest = Comment.objects.filter(activity=activity).order_by("-id")
    return int(newest.values_list("pk", flat=True)[COMMENTS - 100])


def county(processes: int) -> Activity:
    """A county with an open round of twenty sections, and other published processes."""
    from tests import factories
    from yhdyspinta.authorities.models import Authority

    owner = Authority.objects.filter(slug="keski-suomi").first() or factories.authority()
    Authority.objects.filter(pk=owner.pk).update(is_on=True)
    activity = factories.activity(factories.process(owner))
    factories.document(activity, sections=20)
    for place in range(processes - 1):
        factories.activity(factories.process(owner, slug=f"asia-{place}"), slug="kierros")
    return activity


def cost(base: str, path: str, seconds: Callable[[], float]) -> float:
    """Processor seconds of one request: the median of runs."""
    ask(base, path, 10)
    found = []
    for _run in range(RUNS):
        before = seconds()
        ask(base, path, REQUESTS)
        found.append((seconds() - before) / REQUESTS)
    return sorted(found)[RUNS // 2]


def ask(base: str, path: str, times: int) -> None:
    connection = http.client.HTTPConnection(urlsplit(base).netloc)
    for _time in range(times):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
    connection.close()


if __name__ == "__main__":
    sys.exit(main())

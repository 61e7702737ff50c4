"""Staff's table of a round with 100,000 comments: any filter, alone and together; and the work list of answers.

Processor seconds of web server and database together for one page of 50.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bench.lines import Line, within
from bench.pages import county
from bench.running.asking import ask, cost, signed_in
from bench.running.installation import installation
from bench.running.words import vocabulary

if TYPE_CHECKING:
    from bench.running.resident import Resident
    from bench.running.searchable import Row
    from yhdyspinta.processes.models import Activity

COMMENTS, MOST = 100_000, 0.3
_SPREAD = Path(__file__).parent / "running" / "spread.sql"
PATH = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/material/"
WORK = PATH.removesuffix("material/") + "answers/"
_NEXT = re.compile(r'href="(\?[^"]*after=[^"]*)"[^>]*rel="next"|rel="next"[^>]*href="(\?[^"]*after=[^"]*)"')


def main() -> int:
    lines: list[Line] = []
    with installation() as place:
        activity = county(1)
        base = place.serve()
        staff = signed_in(base)
        fill(activity)
        both = lambda: place.seconds("web") + place.database_seconds()  # noqa: E731
        for name, query in queries(activity).items():
            path = f"{PATH}?{urlencode(query)}"
            lines.append(within(f"staff's table: {name}", cost(staff, path, both, requests=10), MOST))
            lines[-1].show()
        for name, asked in (("what waits", ""), ("all sections", "?place="), ("drafts", "?show=drafts")):
            lines.append(within(f"work list of answers: {name}", cost(staff, WORK + asked, both, requests=10), MOST))
            lines[-1].show()
        lines.append(within("staff's table: 20 pages down", cost(staff, deep(staff), both, requests=10), MOST))
        lines[-1].show()
    return 0 if all(line.holds for line in lines) else 1


def deep(staff: Resident) -> str:
    """The address of the twentieth page."""
    path = PATH
    for _page in range(19):
        found = _NEXT.search(ask(staff, path, 1))
        if found is None:
            raise SystemExit("There is no next page.")
        path = PATH + unescape(found[1] or found[2])
    return path


def queries(activity: Activity) -> dict[str, dict[str, object]]:
    """Each filter by its name, common values and rare ones."""
    from yhdyspinta.comments.models import Comment
    from yhdyspinta.documents.models import Section
    from yhdyspinta.material.models import Theme

    section = Section.objects.filter(version__document__activity=activity)[3]
    themes = list(Theme.objects.order_by("-comment_count"))
    home = Comment.objects.filter(sender__municipality__isnull=False)[0].sender.municipality_id
    words = vocabulary()
    return {
        "no filter": {},
        "document": {"document": section.version.document_id},
        "section": {"section": section.pk},
        "said of no document": {"section": "matter"},
        "said of a document as a whole": {"document": section.version.document_id, "section": "whole"},
        "municipality": {"municipality": home},
        "theme, largest": {"theme": themes[0].pk},
        "theme, smallest": {"theme": themes[-1].pk},
        "several themes, largest": {"theme": f"{themes[0].pk},{themes[1].pk}"},
        "several themes, smallest": {"theme": f"{themes[-1].pk},{themes[-2].pk}"},
        **_of_values(),
        **_of_work(),
        **_of_words(words),
        "section, capacity, theme and not answered": {
            "section": section.pk, "capacity": "professional", "theme": themes[1].pk, "answered": "no"
        },
        "municipality and largest theme, most agreed first": {
            "municipality": home, "theme": themes[0].pk, "sort": "agreed"
        },
    }  # fmt: skip


def _of_values() -> dict[str, dict[str, object]]:
    return {
        "capacity, common": {"capacity": "resident"},
        "capacity, rare": {"capacity": "volunteer"},
        "channel, common": {"channel": "online"},
        "channel, rare": {"channel": "elsewhere"},
        "no theme": {"theme": "none"},
        "stance": {"stance": "against"},
        "takes no stance": {"stance": "none"},
        "stance not marked": {"stance": "unmarked"},
        "state: visible": {"state": "visible"},
        "state: waiting": {"state": "waiting"},
        "state: hidden": {"state": "hidden"},
        "state: withdrawn": {"state": "withdrawn"},
        "language, common": {"language": "fi"},
        "language, rare": {"language": "en"},
        "answered": {"answered": "yes"},
        "not answered": {"answered": "no"},
        "needs no answer": {"answered": "closed"},
        "passed on": {"answered": "passed"},
        "answered by the other authority": {"answered": "there"},
        "oldest first": {"sort": "oldest"},
        "most agreed first": {"sort": "agreed"},
        "arrived on most days": {"since": "2026-08-04"},
        "arrived on one day": {"since": "2026-08-20", "until": "2026-08-20"},
        "arrived before any": {"until": "2026-08-01"},
        "by due date": {"sort": "due"},
    }


def _of_work() -> dict[str, dict[str, object]]:
    from yhdyspinta.material.models import CommentWork, Signature

    leader = Signature.objects.filter(like_count__gt=0)[0].comment.number
    assignee = CommentWork.objects.filter(assignee__isnull=False)[0].assignee_id
    return {
        "assigned": {"assignee": assignee},
        "assigned to me": {"assignee": "me"},
        "assigned to nobody": {"assignee": "none"},
        "late": {"due": "late"},
        "due within a week": {"due": "week"},
        "has a due date": {"due": "set"},
        "like one": {"like": leader},
    }


def _of_words(words: Sequence[str]) -> dict[str, dict[str, object]]:
    return {
        "text, the commonest word": {"words": words[0]},
        "text, a common word": {"words": words[20]},
        "text, a word of the middle": {"words": words[500]},
        "text, a rare word": {"words": words[-7]},
        "text, nowhere": {"words": "zyxwvut"},
        "rare channel, rare language and a word": {"channel": "elsewhere", "language": "en", "words": words[20]},
    }


def fill(activity: Activity) -> None:
    """The comments with everything that a filter asks of them."""
    from bench.running.crowd import fill as fill_round
    from bench.running.searchable import put
    from bench.running.words import text

    fill_round(activity, COMMENTS, write=text)
    _run(_SPREAD.read_text(encoding="utf-8"))
    put(_rows(activity))
    _keep_groups(activity)
    _run("VACUUM ANALYZE")


def _rows(activity: Activity) -> Iterator[Row]:
    from bench.running.searchable import Row
    from yhdyspinta.comments.models import Comment

    process = activity.process
    visible = Comment.objects.filter(activity=activity, state="visible").order_by("pk")
    for comment in visible.iterator(chunk_size=5_000):
        yield Row(
            process.owner_id, process.pk, "comment", f"comment:{comment.pk}", f"Kommentti {comment.number}",
            comment.public_text, "processes/toimintamallit/", comment.arrived_at, comment.language,
        )  # fmt: skip


def _keep_groups(activity: Activity) -> None:
    """The table is narrowed only by homes that are kept as large enough."""
    from django.db import transaction

    from yhdyspinta.audit import clock
    from yhdyspinta.comments.keeping_groups import keep_groups

    with transaction.atomic():
        keep_groups(activity, at=clock.now())


def _run(statements: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statements)


if __name__ == "__main__":
    sys.exit(main())

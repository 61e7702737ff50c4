"""Search over 1,000,000 texts of a county: the page of search as anybody asks for it.

Processor seconds of web server and database together, for words from the commonest to one that is nowhere.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bench.lines import within
from bench.pages import county
from bench.running.asking import ask, cost
from bench.running.installation import installation
from bench.running.resident import Resident
from bench.running.words import text, vocabulary

if TYPE_CHECKING:
    from bench.running.searchable import Row

TEXTS, TIMES, PROCESSES, MOST = 1_000_000, 10, 200, 0.1
PATH = "/keski-suomi/fi/search/"


def main() -> int:
    with installation() as place:
        from bench.running.searchable import put

        county(PROCESSES)
        put(rows(), times=TIMES)
        base = place.serve()
        browser = Resident(base, "")
        both = lambda: place.seconds("web") + place.database_seconds()  # noqa: E731
        lines = []
        for name, asked in questions().items():
            path = f"{PATH}?{urlencode(asked)}"
            lines.append(within(f"search among {TEXTS:,} texts: {name}", cost(browser, path, both), MOST))
            lines[-1].show()
        if "<mark>" not in ask(browser, f"{PATH}?{urlencode({'q': vocabulary()[300]})}", 1):
            raise SystemExit("Nothing was found.")
    return 0 if all(line.holds for line in lines) else 1


def questions() -> dict[str, dict[str, str]]:
    """What is asked for, by its name."""
    words = vocabulary()
    return {
        "the commonest word": {"q": words[0]},
        "a common word": {"q": words[20]},
        "a word of the middle": {"q": words[500]},
        "a rare word": {"q": words[-7]},
        "a word that is nowhere": {"q": "zyxwvut"},
        "two common words": {"q": f"{words[10]} {words[20]}"},
        "a common word with a rare one": {"q": f"{words[20]} {words[-7]}"},
        "five words": {"q": " ".join(words[40:45])},
        "a beginning of many words": {"q": "kommentti"},
        "a common word, documents only": {"q": words[20], "kind": "document"},
    }


def rows() -> Iterator[Row]:
    """A tenth of the texts, which stand ten times: comments by far the most, and some of the rest."""
    from bench.running.searchable import Row
    from yhdyspinta.audit import clock
    from yhdyspinta.processes.models import Process

    chance, at = random.Random(1), clock.now()
    processes = list(Process.objects.values_list("pk", "owner", "slug"))
    for number in range(TEXTS // TIMES):
        process, owner, slug = chance.choice(processes)
        kind = chance.choices(("comment", "answer", "document"), (94, 5, 1))[0]
        title = f"Kommentti {number}" if kind == "comment" else text(chance)[:60]
        yield Row(owner, process, kind, f"{kind}:{number + 1_000}", title, text(chance), f"processes/{slug}/", at)


if __name__ == "__main__":
    sys.exit(main())

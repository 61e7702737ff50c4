"""Background work on the material: like comments twice a minute, and themes when somebody asks.

The calculations are read in here only: web processes never hold them in memory.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import snowballstemmer
from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.material import similar


@app.periodic(cron="* * * * * */30")  # type: ignore[untyped-decorator]
@app.task(queue="care", name="material.look_for_like", queueing_lock="material.look_for_like")  # type: ignore[untyped-decorator]
def look_for_like(timestamp: int) -> None:
    """Every 30 seconds, so that within a minute it is done: comments that came, changed or went in any round."""
    at = clock.now()
    for activity in similar.rounds_with_news(at):
        look_at(activity)
    for activity in similar.rounds_that_ask():
        similar.suggest(activity, find=find_themes, at=clock.now())


def look_at(activity: Any) -> int:
    """Bring one round up to date."""
    from civic_compute.texts.signatures import bunches, signatures

    return similar.look(activity, sign=signatures, follow=bunches, at=clock.now())


def find_themes(texts: Sequence[tuple[int, str]]) -> Sequence[Any]:
    """Groups of comments that use the same words, in any inflection of Finnish."""
    from civic_compute.texts.model import Text
    from civic_compute.texts.themes import find_themes as find

    stem = lru_cache(maxsize=100_000)(snowballstemmer.stemmer("finnish").stemWord)
    return find([Text(str(pk), words) for pk, words in texts], stem=stem).themes

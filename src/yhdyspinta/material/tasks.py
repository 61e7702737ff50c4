"""Background work on the material: like comments twice a minute, themes when somebody asks, and reminders each morning.

The calculations are read in here only: web processes never hold them in memory.
"""

from collections.abc import Sequence
from typing import Any

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.material import similar
from yhdyspinta.material.attempts import LOOK, THEMES, work_on
from yhdyspinta.material.reminders import remind_assignees
from yhdyspinta.wording.stems import STEMMED, stemmer_of


@regularly("* * * * * */30", queue="care", name="material.look_for_like")
def look_for_like(timestamp: int) -> None:
    """Every 30 seconds, so that within a minute it is done: comments that came, changed or went in any round."""
    at = clock.now()
    work_on(similar.rounds_with_news(at), look_at, kind=LOOK, at=at)


@regularly("* * * * * */30", queue="care", name="material.suggest_themes")
def suggest_themes(timestamp: int) -> None:
    """Every 30 seconds: themes for the rounds whose staff asked; like comments are found meanwhile."""
    work_on(similar.rounds_that_ask(), _suggest, kind=THEMES, at=clock.now())


@regularly("30 5 * * *", queue="care", name="material.remind_assignees")
def remind_assignees_of_comments(timestamp: int) -> None:
    """Each morning: whose assigned comments are due soon or late."""
    remind_assignees(at=clock.now())


def _suggest(activity: Any) -> None:
    similar.suggest(activity, find=find_themes, at=clock.now())


def look_at(activity: Any) -> int:
    """Bring one round up to date."""
    from civic_compute.texts.signatures import bunches, signatures

    return similar.look(activity, sign=signatures, follow=bunches, at=clock.now())


def find_themes(texts: Sequence[similar.CommentText]) -> Sequence[Any]:
    """Groups of comments that use the same words, in any inflection of the language that they are marked with."""
    from civic_compute.texts.model import Text
    from civic_compute.texts.themes import find_themes as find

    by_language: dict[str, list[Any]] = {language: [] for language in STEMMED}
    for one in texts:
        by_language[_stemmed_as(one)].append(Text(str(one.pk), one.words))
    found: list[Any] = []
    for language, own in by_language.items():
        found += find(own, stem=stemmer_of(language), language=language).themes if own else ()
    return found


def _stemmed_as(text: similar.CommentText) -> str:
    """The language of the comment; of one that is in another, or in one without stems, whichever its words are like."""
    from civic_compute.texts.languages import guess_language

    if text.language in STEMMED:
        return text.language
    return guess_language(text.words, among=tuple(STEMMED)).language or "fi"

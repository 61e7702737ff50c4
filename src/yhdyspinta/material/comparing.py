"""Comments on two documents beside each other: how many, from whom, with what stance, theme and answer, on what section."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.comments.whole import whole_threads
from yhdyspinta.material.models import CommentTheme, CommentWork
from yhdyspinta.material.queries import of_themes
from yhdyspinta.material.sections import DocumentLine
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.told import HANDLING


@dataclass
class Column:
    """The counts of one document."""

    comments: int = 0
    senders: int = 0
    handling: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    themes: Counter[int] = field(default_factory=Counter)
    capacities: Counter[str] = field(default_factory=Counter)
    threads: Counter[int] = field(default_factory=Counter)

    def of_section(self, threads: Sequence[int]) -> int:
        return sum(self.threads[thread] for thread in threads)


def columns(
    activity: Activity, documents: Sequence[DocumentLine], themes: Sequence[str] = ()
) -> tuple[Mapping[int, Column], int]:
    """The counts of each document, and how many comments are on the whole matter; four queries however many there are.

    With themes only of comments that have any of them (`queries.of_themes`).
    """
    home = {thread: document.pk for document in documents for thread in document.threads}
    found = {document.pk: Column() for document in documents}
    on_the_matter = 0
    fits = of_themes(themes) if themes else Q()
    every = Comment.objects.filter(fits, activity=activity, state=Comment.State.VISIBLE)
    visible = every.filter(thread__in=list(home))
    counted = every.filter(Q(thread__in=list(home)) | Q(thread__in=whole_threads(activity).values("pk")))
    counted = counted.annotate(handled=HANDLING)
    for thread, handling, count in counted.values_list("thread", "handled").annotate(n=Count("pk")).order_by():
        if thread not in home:
            on_the_matter += count
            continue
        column = found[home[thread]]
        column.comments += count
        column.handling[handling] += count
        column.threads[thread] += count
    _add_people(home, found, fits)
    works = CommentWork.objects.filter(comment__in=visible).exclude(stance="")
    for thread, stance, count in works.values_list("comment__thread", "stance").annotate(n=Count("pk")).order_by():
        found[home[thread]].stances[stance] += count
    rows = CommentTheme.objects.filter(comment__in=visible)
    for thread, theme, count in rows.values_list("comment__thread", "theme").annotate(n=Count("pk")).order_by():
        found[home[thread]].themes[theme] += count
    return found, on_the_matter


def _add_people(home: Mapping[int, int], found: Mapping[int, Column], fits: Q) -> None:
    """Senders once in each document, in each capacity of theirs; one query for all documents."""
    every = Comment.objects.filter(fits, state=Comment.State.VISIBLE)
    visible = every.filter(sender=OuterRef("pk"))
    own = {
        f"in_{document}": Exists(visible.filter(thread__in=[one for one, of in home.items() if of == document]))
        for document in found
    }
    taking_part = every.filter(thread__in=list(home))
    senders = Sender.objects.filter(pk__in=taking_part.values("sender")).annotate(**own)
    for row in senders.values("capacities", *own).annotate(n=Count("pk")).order_by():
        for document in found:
            if row[f"in_{document}"]:
                found[document].senders += row["n"]
                found[document].capacities.update(dict.fromkeys(row["capacities"], row["n"]))

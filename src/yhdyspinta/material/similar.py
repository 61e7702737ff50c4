"""Like comments of a running round, found in the background: what it keeps, and when there is something new to see.

Each visible comment gets a signature of its words. It is compared with the comments that lead a bunch; it joins the one
that it is like, or leads from then on. Nothing is merged: staff see the bunches and decide.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Count, F, OuterRef, Q, Subquery

from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import CommentTheme, Looking, Signature, ThemeSuggestion
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import keys_of_comment_methods

Sign = Callable[[Sequence[str]], list[bytes]]
Follow = Callable[[Sequence[bytes], Sequence[bytes]], list[tuple[int, float] | None]]

#: Comments that are read in one transaction.
AT_ONCE: Final = 2_000
#: Comments in which themes are looked for: the newest.
MOST_FOR_THEMES: Final = 20_000
#: A line of the trail may become visible this much later than one with a higher number.
_SETTLES: Final = timedelta(minutes=2)
#: A suggestion has at least so many comments that staff have not put into the same theme already.
_FEWEST: Final = 3
#: Such a share of a suggestion's comments in a refused one makes it the same.
_SAME: Final = 0.8


def rounds_with_news(at: datetime) -> Iterator[Activity]:
    """Rounds of whose process the trail has lines that were not seen yet."""
    newest = Entry.objects.filter(process_id=OuterRef("process_id")).order_by("-pk")
    found = (
        Activity.objects.filter(method_key__in=keys_of_comment_methods(), last_comment_number__gt=0)
        .filter(process__archived_at=None)
        .annotate(newest=Subquery(newest.values("pk")[:1]), newest_at=Subquery(newest.values("at")[:1]))
        .select_related("looking")
    )
    for activity in found.order_by("pk"):
        seen = getattr(activity, "looking", None)
        settled = activity.newest_at is None or activity.newest_at < at - _SETTLES
        if seen is None or seen.entry_id != (activity.newest or 0) or not settled:
            yield activity


def look(activity: Any, *, sign: Sign, follow: Follow, at: datetime) -> int:
    """Bring the signatures of a round up to date; how many comments were read."""
    Looking.objects.get_or_create(activity=activity)
    _forget_stale(activity)
    count = 0
    while read := _read_some(activity, sign, follow):
        count += read
    newest = getattr(activity, "newest", None) or 0
    Looking.objects.filter(activity=activity).update(entry_id=newest, looked_at=at)
    return count


@transaction.atomic
def _forget_stale(activity: Activity) -> None:
    """Comments that were edited, hidden or withdrawn; those that a gone one led are compared anew."""
    Looking.objects.select_for_update().get(activity=activity)
    fresh = Q(comment__state=Comment.State.VISIBLE, comment__revision=F("revision"))
    stale = list(Signature.objects.filter(activity=activity).exclude(fresh).values_list("comment", "leader"))
    gone = [comment for comment, _leader in stale]
    if not gone:
        return
    leaders = {leader for _comment, leader in stale if leader is not None} - set(gone)
    Signature.objects.filter(Q(comment__in=gone) | Q(leader__in=gone)).delete()
    _count(leaders)


def _count(leaders: set[int]) -> None:
    """Keep how many each of these leads."""
    led = dict(
        Signature.objects.filter(leader__in=leaders).values_list("leader").annotate(n=Count("pk")).order_by("leader")
    )
    changed = [Signature(comment_id=pk, like_count=led.get(pk, 0)) for pk in sorted(leaders)]
    Signature.objects.bulk_update(changed, ["like_count"])


@transaction.atomic
def _read_some(activity: Activity, sign: Sign, follow: Follow) -> int:
    """Sign the next comments and let each follow the one that it is like."""
    Looking.objects.select_for_update().get(activity=activity)
    rows = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, signature=None).order_by("pk")
    some = list(rows.only("pk", "public_text", "revision")[:AT_ONCE])
    if not some:
        return 0
    known = list(
        Signature.objects.filter(activity=activity, leader=None, is_apart=False)
        .order_by("comment")
        .values_list("comment", "bands")
    )
    signed = sign([in_words(one.public_text) for one in some])
    found = follow([bytes(bands) for _pk, bands in known], signed)
    places = [pk for pk, _bands in known] + [one.pk for one in some]
    Signature.objects.bulk_create(
        Signature(
            comment=one, activity=activity, revision=one.revision, bands=bands,
            leader_id=places[pair[0]] if pair else None, score=pair[1] if pair else 0,
        )
        for one, bands, pair in zip(some, signed, found, strict=True)
    )  # fmt: skip
    _count({places[pair[0]] for pair in found if pair})
    return len(some)


class CommentText(NamedTuple):
    """What a comment says, and in which language it is said to be."""

    pk: int
    words: str
    language: str


def rounds_that_ask() -> list[Activity]:
    """Rounds whose staff asked for suggestions of themes."""
    return list(Activity.objects.filter(looking__themes_asked_at__isnull=False).order_by("pk"))


def texts_of(activity: Activity) -> list[CommentText]:
    """The newest visible comments, each with the language that it is marked with, in the order of arrival."""
    rows = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE).order_by("-pk")
    told = rows.values_list("pk", "public_text", "language")[:MOST_FOR_THEMES]
    return [CommentText(pk, in_words(text), language) for pk, text, language in told][::-1]


@dataclass(frozen=True)
class _Offer:
    """A theme that is worth offering: what it says, and the theme that most of such comments have already."""

    label: list[str]
    comments: list[int]
    central: list[int]
    like: int | None = None


def _worth_offering(activity: Activity, found: Sequence[Any]) -> Iterator[_Offer]:
    """What staff have done already is not offered as new: a theme that half of the comments have gets the rest of them.

    What was refused is not offered again as nearly the same.
    """
    themed: dict[int, set[int]] = defaultdict(set)
    for theme, comment in CommentTheme.objects.filter(theme__activity=activity).values_list("theme", "comment"):
        themed[theme].add(comment)
    refused = [
        set(one)
        for one in ThemeSuggestion.objects.filter(activity=activity, state="refused").values_list("comments", flat=True)
    ]
    for one in found:
        members = {int(pk) for pk in one.members}
        like = max(themed, key=lambda theme: (len(themed[theme] & members), -theme), default=None)
        if like is not None and 2 * len(themed[like] & members) < len(members):
            like = None
        new = members - themed[like] if like is not None else members
        if len(new) < _FEWEST or any(len(members & no) >= _SAME * len(members) for no in refused):
            continue
        central = [int(pk) for pk in one.central if int(pk) in new]
        yield _Offer([word[:80] for word in one.label], sorted(new), central or sorted(new)[:3], like)


@transaction.atomic
def _keep(activity: Activity, found: Sequence[Any], at: datetime) -> None:
    """Put what the calculation found in the place of what it offered before; what staff decided stays."""
    ThemeSuggestion.objects.filter(activity=activity, state="offered").delete()
    ThemeSuggestion.objects.bulk_create(
        ThemeSuggestion(
            activity=activity, label=one.label, comments=one.comments, central=one.central, theme_id=one.like, made_at=at
        )
        for one in _worth_offering(activity, found)
    )  # fmt: skip
    Looking.objects.filter(activity=activity).update(themes_asked_at=None, themes_made_at=at)


def suggest(activity: Activity, *, find: Callable[[Sequence[CommentText]], Sequence[Any]], at: datetime) -> None:
    """Look for themes among the comments and offer them."""
    _keep(activity, find(texts_of(activity)), at)

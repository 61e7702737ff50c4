"""Comments get a theme or lose it, and its kept count follows; one deed at a time in a round."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.db.models import F

from yhdyspinta.material.models import CommentTheme, Looking, Theme
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

_AT_ONCE: Final = 2_000


def hold(activity: Activity) -> None:
    """One deed at a time in a round, so that the last one is the last; senders and answers are not stopped."""
    Looking.objects.get_or_create(activity=activity)
    Looking.objects.select_for_update().get(activity=activity)


def is_name_taken(activity_id: int, name: Wording, *, besides: int | None = None) -> bool:
    """Whether another theme of the round is called so in any language; large and small letters are the same."""
    said, named = _names(name), Theme.objects.filter(activity=activity_id)
    return any(said & _names(one.name) for one in named if one.pk != besides)


def _names(name: Wording) -> set[tuple[str, str]]:
    return {(language, text.casefold()) for language, text in name.items() if text}


def locked_theme(activity_id: int, pk: int | None, *, field: str) -> Theme:
    """A theme of the round, locked. Raises Refusal("theme_gone")."""
    theme = Theme.objects.select_for_update().filter(pk=pk or 0, activity=activity_id).first()
    if theme is None:
        raise Refusal("theme_gone", status=422, field=field)
    return theme


def slices(comments: Sequence[int]) -> Iterator[Sequence[int]]:
    """So many at once that no statement grows without end."""
    for start in range(0, len(comments), _AT_ONCE):
        yield comments[start : start + _AT_ONCE]


def put_theme(theme: Theme, comments: Sequence[int]) -> list[int]:
    """Give a locked theme to the comments that do not have it, keep its count, and say which they are."""
    given: list[int] = []
    for some in slices(comments):
        have = set(CommentTheme.objects.filter(theme=theme, comment__in=some).values_list("comment", flat=True))
        new = [pk for pk in some if pk not in have]
        CommentTheme.objects.bulk_create(CommentTheme(theme=theme, comment_id=pk) for pk in new)
        given += new
    Theme.objects.filter(pk=theme.pk).update(comment_count=F("comment_count") + len(given))
    return given


def take_theme(theme: Theme, comments: Sequence[int]) -> list[int]:
    """Take a locked theme off the comments that have it, keep its count, and say which they are."""
    taken: list[int] = []
    for some in slices(comments):
        rows = CommentTheme.objects.filter(theme=theme, comment__in=some)
        taken += rows.order_by("comment").values_list("comment", flat=True)
        rows.delete()
    Theme.objects.filter(pk=theme.pk).update(comment_count=F("comment_count") - len(taken))
    return taken

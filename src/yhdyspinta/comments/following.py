"""What other apps on the level of comments do when a comment's words come to be shown or are taken away.

They know comments and are not known by them, so each registers itself in its `ready()`.
"""

from collections.abc import Callable, Collection
from datetime import datetime

from yhdyspinta.comments.models import Comment

_Hold = Callable[[Collection[int]], None]
_Follow = Callable[[Comment, datetime], None]
_HOLDS: list[_Hold] = []
_FOLLOWS: list[_Follow] = []


def register_follower(*, follow: _Follow, hold: _Hold | None = None) -> None:
    """`hold` locks what is locked before comments, by their numbers; `follow` acts after their words have changed.

    Who is registered later builds on what was registered before, and locks before it.
    """
    if hold is not None:
        _HOLDS.insert(0, hold)
    _FOLLOWS.append(follow)


def hold_before(pks: Collection[int]) -> None:
    """Lock what others keep of these comments, which nobody locks after them."""
    for hold in _HOLDS:
        hold(pks)


def follow_words(comment: Comment, *, at: datetime) -> None:
    """The comment is locked, and what the public reads of it has changed."""
    for follow in _FOLLOWS:
        follow(comment, at)

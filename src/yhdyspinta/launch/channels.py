"""Where posts are put, and how long a post may be there, its link with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yhdyspinta.launch.lengths import seen_length


@dataclass(frozen=True)
class Channel:
    """A place for posts; its name is a proper name, the same in every language."""

    name: str
    limit: int


CHANNELS: Final[dict[str, Sequence[Channel]]] = {
    "short_post": (Channel("X", 280), Channel("Bluesky", 300), Channel("Mastodon", 500)),
    "post": (Channel("LinkedIn", 3_000), Channel("Facebook", 63_206)),
    "picture_post": (Channel("Instagram", 2_200),),
}
POSTS: Final = tuple(CHANNELS)


def limit_of(post: str) -> int:
    """What fits in every channel of the post."""
    return min(channel.limit for channel in CHANNELS[post])


def names_of(post: str) -> str:
    return ", ".join(channel.name for channel in CHANNELS[post])


def whole_post(words: str, link: str) -> str:
    """A post as it is put out: the words, then the link."""
    return f"{words}\n{link}" if words else ""


def length_with_link(words: str, link: str) -> int:
    return seen_length(whole_post(words, link))

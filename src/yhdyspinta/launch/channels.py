"""Where posts are put, and how long a post may be there, its link with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from yhdyspinta.launch.lengths import length_on_x, seen_length


@dataclass(frozen=True)
class Channel:
    """A place for posts; its name is a proper name, the same in every language."""

    name: str
    limit: int
    measure: Callable[[str], int] = seen_length  # how it counts

    def length(self, words: str, link: str) -> int:
        """Of a post with its link."""
        return self.measure(whole_post(words, link))


CHANNELS: Final[dict[str, Sequence[Channel]]] = {
    "short_post": (Channel("X", 280, length_on_x), Channel("Bluesky", 300), Channel("Mastodon", 500)),
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


def tightest(post: str, words: str, link: str) -> tuple[Channel, int]:
    """The channel of the post where the words leave the least room, and how many characters that is; under 0, too long."""
    room = [(channel.limit - channel.length(words, link), channel) for channel in CHANNELS[post]]
    left, channel = min(room, key=lambda one: one[0])
    return channel, left


def room_for(post: str, link: str) -> int:
    """What is left for the words of a post in every channel once its link stands after them."""
    return 1 + tightest(post, "a", link)[1]


def length_of(post: str, words: str, link: str) -> int:
    """How much of that room the words take, in the channel where they take the most."""
    return room_for(post, link) - tightest(post, words, link)[1]

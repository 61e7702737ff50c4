"""The words of a launch pack: which fields there are, what they begin with, and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.answers.languages import Languages
from yhdyspinta.launch.channels import POSTS, tightest
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import round_link
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.parts import Parts, TextPart

#: The fields in the order of the page: what each is called.
NAMES: Final = {
    "headline": gettext_lazy("Headline of the news"),
    "news": gettext_lazy("News text"),
    "newsletter": gettext_lazy("Paragraph for a newsletter"),
    "short_post": gettext_lazy("Short post"),
    "post": gettext_lazy("Long post"),
    "picture_post": gettext_lazy("Post with a picture"),
    "picture_text": gettext_lazy("What the picture shows"),
}


_LONGEST: Final = {"headline": 200, "news": 20_000, "newsletter": 5_000, "picture_text": 1_000}
#: A post is shortened to where it goes (`too_long`); here stands only what a field takes in.
WRITTEN: Final = {
    name: TextPart(label, _LONGEST.get(name, 8_000), is_long=name != "headline") for name, label in NAMES.items()
}


#: Not everybody has each channel: what is empty in every language is left out of the pack.
LEFT_OUT_WHEN_EMPTY: Final = frozenset({"newsletter", *POSTS})


@dataclass(frozen=True)
class LaunchWords(Parts):
    """What staff write in a launch pack."""

    headline: Wording = field(default_factory=Wording)
    news: Wording = field(default_factory=Wording)
    newsletter: Wording = field(default_factory=Wording)
    short_post: Wording = field(default_factory=Wording)
    post: Wording = field(default_factory=Wording)
    picture_post: Wording = field(default_factory=Wording)
    picture_text: Wording = field(default_factory=Wording)


@dataclass(frozen=True)
class Lack:
    """What keeps a pack from being released: a text that is missing or too long, in one language."""

    field: str
    language: str
    words: str
    code: str

    @property
    def anchor(self) -> str:
        return f"id_{self.field}-{self.language}"

    @property
    def label(self) -> str:
        return f"{NAMES[self.field]} ({CONTENT_LANGUAGES[self.language]})"


def left_out_of(words: LaunchWords) -> list[str]:
    """The texts that this pack goes without, in the order of the page."""
    return [name for name in NAMES if name in LEFT_OUT_WHEN_EMPTY and _is_empty(getattr(words, name))]


def _is_empty(text: Wording) -> bool:
    return not any(words.strip() for words in text.values())


def too_long(activity: Activity, words: LaunchWords) -> Iterable[Lack]:
    """Posts that do not fit where they are meant to go, each in the authority's order of languages."""
    first = Languages.of(activity.process.owner).all
    for name in POSTS:
        post = getattr(words, name)
        for language in [*(tag for tag in first if tag in post), *(tag for tag in post if tag not in first)]:
            text = post[language]
            channel, left = tightest(name, text, round_link(activity, language))
            if left < 0:
                told = _("Shorten the post: %(channel)s counts %(length)s characters with its link, and %(most)s fit.")
                counted = {"channel": channel.name, "length": channel.limit - left, "most": channel.limit}
                yield Lack(name, language, told % counted, "launch_post_too_long")


def missing(activity: Activity, words: LaunchWords, *, has_picture: bool) -> Iterable[Lack]:
    """Texts that the authority owes in a language and has not written."""
    owed = Languages.of(activity.process.owner).owed
    left_out = {*left_out_of(words), *(() if has_picture else ("picture_text",))}
    for name in NAMES:
        if name in left_out:
            continue
        for language in getattr(words, name).missing(owed):
            yield Lack(name, language, _("Write this text in this language too."), "launch_text_missing")


def lacks_of(activity: Activity, words: LaunchWords, *, has_picture: bool) -> list[Lack]:
    """Everything that must be mended before the pack can be released."""
    return [*missing(activity, words, has_picture=has_picture), *too_long(activity, words)]

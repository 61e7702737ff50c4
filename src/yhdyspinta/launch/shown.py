"""A launch pack as it will look, language by language, and everything of it in one file."""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, Final

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy

from yhdyspinta.answers.languages import Languages
from yhdyspinta.launch.channels import CHANNELS, whole_post
from yhdyspinta.launch.models import LaunchPicture
from yhdyspinta.launch.words import NAMES, LaunchWords
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import round_link
from yhdyspinta.ui import dates
from yhdyspinta.ui.qr_codes import qr_address, qr_png, qr_svg
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, html_lang, page_language, page_language_of

SHORT_LINK: Final = gettext_lazy("Short link and QR code")
_MADE: Final = (2026, 1, 1, 0, 0, 0)  # the same pack gives the same bytes


@dataclass(frozen=True)
class Fit:
    """How a post fits in one channel."""

    name: str
    length: str
    limit: str
    fits: bool


@dataclass(frozen=True)
class Copyable:
    """A text that is copied elsewhere."""

    name: str  # of the field
    key: str
    label: str
    text: str
    fits: tuple[Fit, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """Everything of a pack in one language."""

    tag: str
    lang: str
    name: str
    headline: str
    news: str
    picture_text: str
    texts: tuple[Copyable, ...]
    link: str
    #: Of a language that is added freely: what the others have and it has not.
    lacks: tuple[str, ...] = ()
    is_owed: bool = True

    @property
    def is_given(self) -> bool:
        """Whether there is anything to give in it: a headline alone is nothing."""
        return self.is_owed or bool(self.texts)

    @property
    def has_news(self) -> bool:
        return any(text.name == "news" for text in self.texts)

    @property
    def qr(self) -> str:
        """Its QR code for a page, drawn when it is shown."""
        return qr_address(self.link)


def sheets_of(activity: Activity, words: LaunchWords) -> list[Sheet]:
    """The pack in each language that the authority owes, then in those that it added."""
    return [_sheet(activity, words, tag) for tag in _tags(activity, words)]


def given_sheets(activity: Activity, words: LaunchWords) -> list[Sheet]:
    """Those of them in which there is something to give."""
    return [sheet for sheet in sheets_of(activity, words) if sheet.is_given]


def _lacks(words: LaunchWords, tag: str) -> Iterable[str]:
    for name, label in NAMES.items():
        text = getattr(words, name)
        if not text.get(tag, "").strip() and any(other.strip() for other in text.values()):
            yield str(label)


def _tags(activity: Activity, words: LaunchWords) -> Iterable[str]:
    languages = Languages.of(activity.process.owner)
    more = [tag for tag in languages.beside if any(getattr(words, name).get(tag) for name in NAMES)]
    return [*languages.owed, *more]


def _sheet(activity: Activity, words: LaunchWords, tag: str) -> Sheet:
    link = round_link(activity, tag)
    headline, news = words.headline.get(tag, ""), words.news.get(tag, "")
    is_owed = tag in Languages.of(activity.process.owner).owed
    whole = f"{headline}\n\n{news}\n\n{link}" if headline.strip() and news.strip() else ""
    texts = [Copyable("news", f"news-{tag}", str(NAMES["news"]), whole)]
    newsletter = words.newsletter.get(tag, "")
    texts.append(Copyable("newsletter", f"newsletter-{tag}", str(NAMES["newsletter"]), whole_post(newsletter, link)))
    for name in CHANNELS:
        text = getattr(words, name).get(tag, "")
        texts.append(
            Copyable(name, f"{name}-{tag}", str(NAMES[name]), whole_post(text, link), tuple(_fits(name, text, link)))
        )
    return Sheet(
        tag=tag,
        lang=html_lang(tag),
        name=CONTENT_LANGUAGES[tag],
        headline=headline,
        news=news,
        picture_text=words.picture_text.get(tag, ""),
        texts=tuple(text for text in texts if text.text),
        link=link,
        lacks=() if is_owed else tuple(_lacks(words, tag)),
        is_owed=is_owed,
    )


def _fits(name: str, text: str, link: str) -> Iterable[Fit]:
    language = page_language()
    for channel in CHANNELS[name]:
        length = channel.length(text, link)
        told = dates.number(length, language), dates.number(channel.limit, language)
        yield Fit(channel.name, *told, fits=length <= channel.limit)


def one_file(activity: Activity, words: LaunchWords, tag: str, part: str) -> tuple[str, bytes] | None:
    """One text or code of a pack in one language, with the name of its file; None for one that it has not."""
    if tag not in _tags(activity, words):
        return None
    sheet = _sheet(activity, words, tag)
    found = next((file for name, file in _parts(sheet) if name == part), None)
    if found is None or not sheet.is_given:
        return None
    name, make = found
    return name.partition("/")[2], make()


def packed(activity: Activity, words: LaunchWords, picture: LaunchPicture | None) -> bytes:
    """The whole pack as one ZIP: texts, picture, QR codes. The same pack gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _files(activity, words, picture):
            file.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(activity: Activity, words: LaunchWords, picture: LaunchPicture | None) -> Iterable[tuple[str, bytes]]:
    for sheet in given_sheets(activity, words):
        parts = (file for part, file in _parts(sheet) if part != "picture_text" or picture is not None)
        yield from ((name, make()) for name, make in parts)
    if picture is not None:
        yield f"picture.{picture.kind}", _content(picture)


def _parts(sheet: Sheet) -> Iterable[tuple[str, tuple[str, Callable[[], bytes]]]]:
    """Each text and code of a language by its key; a QR code is drawn only once it is asked for."""
    for text in sheet.texts:
        yield text.name, (_file_name(sheet, NAMES[text.name], "txt"), text.text.encode)
    if sheet.picture_text:
        yield "picture_text", (_file_name(sheet, NAMES["picture_text"], "txt"), sheet.picture_text.encode)
    yield "link", (_file_name(sheet, SHORT_LINK, "txt"), sheet.link.encode)
    yield "qr-svg", (_file_name(sheet, SHORT_LINK, "svg"), partial(qr_svg, sheet.link))
    yield "qr-png", (_file_name(sheet, SHORT_LINK, "png"), partial(qr_png, sheet.link))


def _file_name(sheet: Sheet, label: object, kind: str) -> str:
    """A file is called what the page calls its text, in the language of the text: whoever posts it knows which it is."""
    with translation.override(page_language_of(sheet.tag, (page_language(),))):
        return f"{sheet.tag}/{slugify(str(label))}-{sheet.tag}.{kind}"


def _content(picture: LaunchPicture) -> bytes:
    with picture.file.open("rb") as file:
        content: Any = file.read()
    return bytes(content)

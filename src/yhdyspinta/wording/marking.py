"""Content as a page shows it: another language than the page's is marked, for the ear by `lang`, for the eye in words."""

from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yhdyspinta.wording.fields import Version, Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, EASY_OF, html_lang, page_language
from yhdyspinta.wording.reader import chosen_text


def marked(value: Mapping[str, str] | None, language: str | None = None) -> SafeString:
    """The text for the reader of a page in `language` (the page's unless given), escaped.

    The text that the reader chose carries its `lang`; a text in neither that nor the page's language also its name.
    """
    page = language or page_language()
    return named(Wording(value or {}).for_reader(page), page)


def named(version: Version, page: str) -> SafeString:
    """A text on a page in the language, escaped and marked as `marked` does."""
    text, tag = version
    if tag == page or not text:
        return format_html("{}", text)
    if tag == chosen_text():
        return format_html('<span lang="{}">{}</span>', html_lang(tag), text)
    return format_html(
        '<span lang="{}">{}</span> <span class="y-language-note" lang="{}">({})</span>',
        html_lang(tag),
        text,
        html_lang(tag),
        name_of(tag),
    )


def spoken(version: Version, language: str | None = None) -> SafeString:
    """A text on a page in `language`, escaped; in another language it carries `lang` and no words: for links."""
    if html_lang(version.language) == (language or page_language()) or not version.text:
        return format_html("{}", version.text)
    return format_html('<span lang="{}">{}</span>', html_lang(version.language), version.text)


def name_of(tag: str) -> str:
    """What the language of a text is called beside it: to a reader of easy language the page's own is the ordinary."""
    if chosen_text() == EASY_OF.get(tag):
        return _("ordinary language")
    return CONTENT_LANGUAGES.get(tag, "")

"""Content as a page shows it: another language than the reader's is marked, for the ear by `lang`, for the eye in words."""

from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES


def marked(value: Mapping[str, str] | None, language: str | None = None) -> SafeString:
    """The text for a reader of `language` (the page's unless given), escaped; a fallback carries its mark."""
    reader = language or get_language() or "fi"
    text, tag = Wording(value or {}).in_language(reader)
    if tag == reader or not text:
        return format_html("{}", text)
    return format_html(
        '<span lang="{}">{}</span> <span class="y-language-note" lang="{}">({})</span>',
        tag,
        text,
        tag,
        CONTENT_LANGUAGES[tag],
    )

"""Show content in the reader's language, or the nearest one, marked with `lang`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from yhdyspinta.ui.markdown import render_markdown
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.marking import marked

register = template.Library()


def _reader() -> str:
    return get_language() or "fi"


@register.simple_tag
def wording(value: Wording | None) -> SafeString:
    """The text itself; another language than the page's is marked for ear and eye."""
    return marked(value)


@register.simple_tag
def wording_plain(value: Wording | None) -> str:
    """The bare text, for attributes and titles."""
    return Wording(value or {}).text(_reader())


@register.simple_tag
def wording_html(value: Wording | None) -> SafeString:
    """Markdown content as HTML, in a block that names its language when it is not the page's."""
    if not value:
        return SafeString("")
    text, tag = Wording(value).in_language(_reader())
    if tag == _reader():
        return format_html('<div class="y-prose">{}</div>', render_markdown(text))
    return format_html(
        '<div class="y-prose" lang="{}"><p class="y-language-note">{}</p>{}</div>',
        tag,
        CONTENT_LANGUAGES[tag],
        render_markdown(text),
    )

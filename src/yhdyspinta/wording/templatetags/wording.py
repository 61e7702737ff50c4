"""Show content as the reader chose, in the page's language or the nearest one, marked with `lang`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yhdyspinta.ui.markdown import render_markdown
from yhdyspinta.wording import languages
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.marking import marked, name_of
from yhdyspinta.wording.reader import chosen_text, is_fallback

register = template.Library()


@register.simple_tag
def wording(value: Wording | None) -> SafeString:
    """The text itself; another language than the page's is marked for ear and eye."""
    return marked(value)


@register.simple_tag
def wording_plain(value: Wording | None) -> str:
    """The bare text, for attributes and titles."""
    return Wording(value or {}).for_reader(languages.page_language()).text


@register.simple_tag
def wording_html(value: Wording | None) -> SafeString:
    """Markdown content as HTML, in a block that names its language when it is not what the reader expects."""
    if not value:
        return SafeString("")
    page = languages.page_language()
    text, tag = Wording(value).for_reader(page)
    if tag == page and not chosen_text():
        return format_html('<div class="y-prose">{}</div>', render_markdown(text))
    note = format_html('<p class="y-language-note">{}</p>', name_of(tag)) if is_fallback(tag, page) and text else ""
    return format_html(
        '<div class="y-prose" lang="{}">{}{}</div>', languages.html_lang(tag), note, render_markdown(text)
    )


@register.filter
def language_name(tag: str) -> str:
    """What the language of a text is called beside it."""
    return name_of(tag)


@register.filter
def html_lang(tag: str | None) -> str:
    """What `lang` says of a content language."""
    return languages.html_lang(tag or "")

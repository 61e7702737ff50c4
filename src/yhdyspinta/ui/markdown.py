"""Markdown of staff texts to HTML that cannot run."""

import re
from typing import Final

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS: Final = {
    *("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES: Final = {tag: {"lang"} | ({"href"} if tag == "a" else set()) for tag in TAGS}
SCHEMES: Final = {"https", "mailto", "tel"}
_OUTSIDE: Final = re.compile(r"^[\s\x00-\x20]*[/\\][\s\x00-\x20]*[/\\]")

_parser: Final = MarkdownIt("commonmark", {"html": False}).enable("table")


def _keep_attribute(tag: str, attribute: str, value: str) -> str | None:
    """Drop links that leave for another host without saying the scheme."""
    if attribute == "href" and _OUTSIDE.match(value):
        return None
    return value


def clean_html(markup: str) -> SafeString:
    """Only the tags, attributes and link schemes of the list; everything else is dropped."""
    cleaned = nh3.clean(
        markup,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=_keep_attribute,
        link_rel="noopener noreferrer",
    )
    return mark_safe(cleaned)


def render_markdown(text: str) -> SafeString:
    """Staff Markdown as clean HTML; a first-level heading becomes second-level, since the page has its own."""
    markup = str(_parser.render(text))
    markup = markup.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return clean_html(markup)

"""Markdown of staff texts to HTML that cannot run."""

import re
from html import unescape
from typing import Final

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TAGS: Final = {
    *("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES: Final = {tag: {"lang"} | ({"href"} if tag == "a" else set()) for tag in TAGS}
SCHEMES: Final = {"https", "mailto", "tel"}
_OUTSIDE: Final = re.compile(r"^[\s\x00-\x20]*[/\\][\s\x00-\x20]*[/\\]")

#: Marks that may open something in one paragraph: beyond these the cost would grow with their square.
MOST_MARKS: Final = 3_000
LONGEST: Final = 200_000
_MARKS: Final = "[*_!`<"
_KEPT: Final = re.compile(r'href="([^"]*)"')


def _inline(state: StateCore) -> None:
    """Marks within each paragraph; one with more marks than any text has is shown as it was written."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if sum(map(token.content.count, _MARKS)) > MOST_MARKS:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def block_parser() -> MarkdownIt:
    """Divides a text into its blocks and leaves the marks within them unread: the cost grows with the text alone."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("inline")


_parser: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_parser.core.ruler.at("inline", _inline)


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
    markup = str(_parser.render(text)) if len(text) <= LONGEST else f"<p>{escape(text)}</p>"
    markup = markup.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return clean_html(markup)


def tokens_of(text: str) -> list[Token]:
    """The blocks of staff Markdown with the marks in them, as `render_markdown` reads them: for files other than pages."""
    if len(text) > LONGEST:
        plain = Token("text", "", 0, content=text)
        return [Token("inline", "", 0, content=text, children=[plain])]
    parsed: list[Token] = _parser.parse(text)
    return parsed


def kept_address(address: str) -> str:
    """Where a link of staff Markdown leads on a page; nothing where the page drops the address."""
    kept = _KEPT.search(clean_html(f'<a href="{escape(address)}">-</a>'))
    return unescape(kept[1]) if kept else ""

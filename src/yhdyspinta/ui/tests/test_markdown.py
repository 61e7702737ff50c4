"""Staff texts cannot hold markup that runs (I7)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdyspinta.ui.markdown import clean_html, render_markdown

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example/)",
    "[x](http://plain.example/)",
    "<svg onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<a hx-get='/x' href='/y'>x</a>",
    "<p id='main' class='govuk-button' onclick='x'>x</p>",
    "![x](https://evil.example/pixel.gif)",
    "<img src=x onerror=alert(1)>",
    "<iframe src='https://evil.example'></iframe>",
    "<form action='/x'><input name=y></form>",
    "<base href='https://evil.example/'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
]
BAD = re.compile(
    r"<(?:script|svg|style|img|iframe|form|input|base|math|meta|link|object)\b"
    r"|<[^>]+\s(?:on\w+|style|id|class|hx-[a-z]+|src)="
    r"|href=\"\s*(?:javascript|data|vbscript|http:|[/\\]\s*[/\\])",
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_i7_hostile_markdown_and_markup_come_out_harmless(text):
    assert not BAD.search(render_markdown(text)), render_markdown(text)
    assert not BAD.search(clean_html(text)), clean_html(text)


@given(st.lists(st.sampled_from([*HOSTILE, "\n\n", "> ", "- ", "`", "[", "](", ")", "<", ">", "&lt;", "*"])))
def test_i7_any_mixture_is_harmless(parts):
    text = "".join(parts)
    assert not BAD.search(render_markdown(text))
    assert not BAD.search(clean_html(text))


def test_what_staff_need_stays():
    html = render_markdown(
        "# Otsikko\n\nTeksti **lihava** [linkki](https://esimerkki.example/a?b=1) ja [sivu](/keski-suomi/fi/).\n\n"
        "- yksi\n- kaksi\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[posti](mailto:a@b.example) [puhelin](tel:+358)\n"
    )
    for part in ("<h2>Otsikko</h2>", "<strong>lihava</strong>", 'href="https://esimerkki.example/a?b=1"', "<ul>"):
        assert part in html
    for part in ('href="/keski-suomi/fi/"', "<td>1</td>", 'href="mailto:a@b.example"', 'href="tel:+358"'):
        assert part in html

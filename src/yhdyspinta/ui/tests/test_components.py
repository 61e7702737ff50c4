"""Each component renders its examples, refuses what it does not know, and escapes texts."""

from importlib import import_module

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.html import format_html

from yhdyspinta.ui.component import component_names, render_component


@pytest.mark.parametrize("name", component_names())
def test_examples_render_and_unknown_attributes_are_refused(name):
    for values in import_module(f"yhdyspinta.ui.components.{name}.examples").EXAMPLES.values():
        assert render_component(name, **values)
        with pytest.raises(TemplateSyntaxError):
            render_component(name, **values, onclick="x")


def test_i1_text_is_escaped_and_html_only_when_marked_safe():
    assert "<script>" not in render_component("tag", text="<script>", colour='"><script>')
    assert "<script>" not in render_component("inset_text", html="<script>")


def test_unknown_attribute_or_slot_is_refused_when_the_template_is_read():
    for source in (
        '{% component "tag" text="a" size=1 %}',
        '{% component "nothing" %}',
        '{% component_block "tag" text="a" %}x{% endcomponent %}',
    ):
        with pytest.raises(TemplateSyntaxError):
            Template("{% load ui %}" + source)


def test_slots():
    source = '{% load ui %}{% component_block "card" heading="H" %}{% slot "footer" %}F{% endslot %}B{% endcomponent %}'
    html = Template(source).render(Context())
    assert "B" in html
    assert "F</div>" in html


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("9 kommenttia", "9_kommenttia"),
        ("79 kommenttia · 39 lähettäjää", "79_kommenttia · 39_lähettäjää"),
        ("1 / 2.", "1_/_2."),
        ("§ 42, ti 1.9.", "§_42, ti 1.9."),
        ("84 § ja 32 %", "84_§ ja 32_%"),
        ("Luonnos 2", "Luonnos 2"),
    ],
)
def test_no_line_ends_between_a_number_and_what_it_counts(text, whole):
    whole = whole.replace("_", "\N{NO-BREAK SPACE}")
    loop = {"said": {"text": "", "link": {"text": text, "href": "#x"}}, "decided": {}, "done": {"strong": text}}
    assert f">{whole}<" in render_component("tag", text=text)
    assert f"<span>{whole}</span>" in render_component("card", left=text, right="")
    assert render_component("loop_card", **loop).count(f">{whole}<") == 2
    marked = format_html("<b>{}</b>", text)
    assert f"<b>{whole}</b>" in render_component("loop_card", **{**loop, "decided": {"text": marked}})

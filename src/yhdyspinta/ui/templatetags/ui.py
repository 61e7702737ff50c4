"""Tags and filters of every template: components, form fields, dates and numbers."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.template.base import FilterExpression, NodeList, Parser, TextNode, Token, token_kwargs
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from yhdyspinta.ui import dates
from yhdyspinta.ui.component import check_attributes, find_spec, render_component
from yhdyspinta.ui.forms import Form
from yhdyspinta.ui.markdown import render_markdown

register = template.Library()


class SlotNode(template.Node):
    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        return self.nodelist.render(context)


class ComponentNode(template.Node):
    def __init__(
        self,
        name: str,
        values: dict[str, FilterExpression],
        spread: FilterExpression | None,
        slots: dict[str, SlotNode],
    ) -> None:
        self.name = name
        self.values = values
        self.spread = spread
        self.slots = slots

    def render(self, context: Context) -> SafeString:
        values: dict[str, Any] = {}
        if self.spread is not None:
            given = self.spread.resolve(context)
            values.update(given if isinstance(given, Mapping) else {})
        values.update({key: expression.resolve(context) for key, expression in self.values.items()})
        values.update({key: slot.render(context) for key, slot in self.slots.items()})
        return render_component(self.name, **values)


def _parse(parser: Parser, token: Token) -> tuple[str, dict[str, FilterExpression], FilterExpression | None]:
    tag, *bits = token.split_contents()
    if not bits or bits[0][0] not in "\"'":
        raise template.TemplateSyntaxError(f"{tag} needs a component's name in quotes first.")
    name = bits.pop(0)[1:-1]
    find_spec(name)
    spread = parser.compile_filter(bits.pop(0)) if bits and "=" not in bits[0] else None
    values = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError(f"{tag} {name!r}: {bits[0]!r} is not name=value.")
    check_attributes(name, set(values), complete=False)
    return name, values, spread


@register.tag
def component(parser: Parser, token: Token) -> ComponentNode:
    """`{% component "tag" text=status colour="amber" %}`; a mapping may come first: `{% component "tag" values %}`."""
    name, values, spread = _parse(parser, token)
    if spread is None:
        check_attributes(name, set(values), complete=True)
    return ComponentNode(name, values, spread, {})


@register.tag
def component_block(parser: Parser, token: Token) -> ComponentNode:
    """`{% component_block "card" heading=title %}…{% endcomponent %}`: the inside is `body`, or named slots."""
    name, values, spread = _parse(parser, token)
    nodelist = parser.parse(("endcomponent",))
    parser.delete_first_token()
    slots = {node.name: node for node in nodelist if isinstance(node, SlotNode)}
    rest = NodeList(node for node in nodelist if not isinstance(node, SlotNode))
    if any(not isinstance(node, template.base.TextNode) or node.s.strip() for node in rest):
        slots.setdefault("body", SlotNode("body", rest))
    unknown = set(slots) - set(find_spec(name).slots)
    if unknown:
        raise template.TemplateSyntaxError(f"Component {name!r} has no slot {', '.join(sorted(unknown))}.")
    if spread is None:
        check_attributes(name, {*values, *slots}, complete=True)
    return ComponentNode(name, values, spread, slots)


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """`{% slot "footer" %}…{% endslot %}` inside a component block."""
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(token.split_contents()[1].strip("\"'"), nodelist)


@register.simple_tag
def field(form: Form, name: str) -> SafeString:
    """One field of a form with its label, hint and message."""
    return form[name].rendered  # type: ignore[attr-defined,no-any-return]


@register.simple_tag
def form_summary(form: Form) -> SafeString:
    """What was wrong, with links to the fields; nothing when all is well."""
    return form.summary


@register.filter
def html_attributes(values: Mapping[str, Any] | None) -> SafeString:
    """` name="value"` for each, escaped; a true value is a bare name, false and none are left out."""
    plain: dict[str, Any] = {}
    for key, value in (values or {}).items():
        if isinstance(value, Mapping):
            plain[key] = value.get("value") if value.get("optional") else str(value.get("value"))
        else:
            plain[key] = value
    return flatatt(plain)


@register.filter
def moment(value: Any) -> str:
    """An instant in Helsinki time with the weekday."""
    return dates.moment(value, get_language() or "fi") if value else ""


@register.filter
def moment_tag(value: Any) -> SafeString:
    """The same inside `<time datetime>`."""
    return dates.moment_tag(value, get_language() or "fi") if value else SafeString("")


@register.filter
def day(value: Any) -> str:
    """A date with the weekday."""
    return dates.day(value, get_language() or "fi") if value else ""


@register.filter
def size(value: Any) -> str:
    """How big a file is, as the language writes it."""
    return dates.file_size(int(value or 0), get_language() or "fi")


@register.filter
def number(value: Any) -> str:
    """Thousands apart, decimals as the language writes them."""
    return dates.number(value, get_language() or "fi") if value is not None else ""


@register.filter
def markdown(value: str | None) -> SafeString:
    """Staff text written in Markdown, cleaned."""
    return render_markdown(value or "")


class LateNode(template.Node):
    """A part of a page that is made when the rest has been."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        return self.nodelist.render(context)


class WithLateNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        made: dict[int, str] = {}
        for is_late in (False, True):
            for place, node in enumerate(self.nodelist):
                if isinstance(node, LateNode) == is_late:
                    made[place] = str(node.render_annotated(context))
        return NodeList(TextNode(made[place]) for place in range(len(self.nodelist))).render(context)


@register.tag
def late(parser: Parser, token: Token) -> LateNode:
    """`{% late %}…{% endlate %}` directly inside `with_late`: stands in its place, and is made last."""
    nodelist = parser.parse(("endlate",))
    parser.delete_first_token()
    return LateNode(nodelist)


@register.tag
def with_late(parser: Parser, token: Token) -> WithLateNode:
    """`{% with_late %}{% late %}header{% endlate %} main {% endwith_late %}`: the header knows what the main part held."""
    nodelist = parser.parse(("endwith_late",))
    parser.delete_first_token()
    return WithLateNode(nodelist)

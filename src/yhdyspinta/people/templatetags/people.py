"""Ways of signing in that the installation has beside allauth's."""

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from yhdyspinta.people.accounts import is_own_page
from yhdyspinta.people.identification.providers import provider

register = template.Library()


@register.simple_tag(takes_context=True)
def way_in(context: template.Context, key: str) -> str:
    """The address of identification for residents or staff; empty when the installation has none."""
    if provider(key) is None:
        return ""
    request: HttpRequest = context["request"]
    then = request.GET.get("next", "")
    path = reverse("sign_in:identify" if key == "resident" else "sign_in:staff")
    return f"{path}?{urlencode({'next': then})}" if is_own_page(then) else path

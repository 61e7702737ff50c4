"""Addresses of the API, above the authorities."""

import re

from django.urls import path

from yhdyspinta.open_data.api import views
from yhdyspinta.open_data.api.routes import ROUTES

app_name = "api"


def _pattern(text: str) -> str:
    """A path of the OpenAPI document as the resolver writes it."""
    kinds = {"number": "int"}
    return re.sub(r"\{(\w+)\}", lambda piece: f"<{kinds.get(piece[1], 'slug')}:{piece[1]}>", text)


urlpatterns = [
    path("", views.root, name="root"),
    path("openapi.json", views.document, name="openapi"),
    *(path(_pattern(route.path), views.view_of(route), name=route.name) for route in ROUTES),
]

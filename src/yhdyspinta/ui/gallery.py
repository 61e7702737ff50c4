"""The gallery: every component with its examples and attributes."""

from importlib import import_module

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yhdyspinta.ui.component import component_names, find_spec, render_component


def gallery(request: HttpRequest) -> HttpResponse:
    """Show each component; the page frame's own header and footer are left to the frame."""
    shown = []
    for name in component_names():
        if name in {"page_header", "page_footer", "skip_link"}:
            continue
        spec = find_spec(name)
        examples = import_module(f"yhdyspinta.ui.components.{name}.examples").EXAMPLES
        shown.append(
            {
                "name": name,
                "required": ", ".join(spec.required),
                "optional": ", ".join((*spec.optional, *spec.slots)),
                "examples": [
                    {"name": key, "html": render_component(name, **values)} for key, values in examples.items()
                ],
            }
        )
    return render(request, "ui/gallery.html", {"components": shown})

"""Pages asked for only to learn who is let in: each is rendered for the first who is shown it, and then not again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.template.backends.django import Template


@contextmanager
def each_page_rendered_once() -> Iterator[None]:
    """Within it, a template renders once and then gives nothing: a page takes most of its time for its words."""
    seen: set[str | None] = set()
    render = Template.render

    def rendered(self: Template, context: Any = None, request: Any = None) -> str:
        name = self.template.name
        if name in seen:
            return ""
        seen.add(name)
        return str(render(self, context, request))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", rendered)
        yield

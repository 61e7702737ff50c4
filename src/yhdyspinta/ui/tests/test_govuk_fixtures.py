"""Our components render what GOV.UK Frontend's own fixtures say."""

import json
import re
from pathlib import Path

import pytest
from django.template import TemplateSyntaxError
from django.utils.safestring import mark_safe
from django.utils.translation import override

from yhdyspinta.ui.component import render_component
from yhdyspinta.ui.tests.same_html import meaning

PACKAGE = Path(__file__).resolve().parents[4] / "assets" / "node_modules" / "govuk-frontend" / "dist" / "govuk"
SAME = [
    "accordion",
    "back-link",
    "breadcrumbs",
    "button",
    "character-count",
    "checkboxes",
    "date-input",
    "details",
    "error-message",
    "error-summary",
    "fieldset",
    "file-upload",
    "hint",
    "input",
    "inset-text",
    "label",
    "notification-banner",
    "pagination",
    "panel",
    "radios",
    "select",
    "skip-link",
    "summary-list",
    "table",
    "tag",
    "task-list",
    "textarea",
    "warning-text",
]
#: What we leave out on purpose: conditional reveal (but for radios), the enhanced upload and interruption panels.
LEFT_OUT = re.compile(
    r'"(conditional|javascript|actions|chooseFilesButtonText|dropInstructionText)":|govuk-panel--interruption'
)


def snake(name):
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: "_" + found[1].lower(), name)


def ours(value, key=""):
    if isinstance(value, dict):
        if key == "attributes" or key.endswith("_text") or key == "values":
            return {name: ours(part) for name, part in value.items()}
        return {snake(name): ours(part, snake(name)) for name, part in value.items()}
    if isinstance(value, list):
        return [ours(part) for part in value]
    if isinstance(value, str) and (key == "html" or key.endswith("_html")):
        return mark_safe(value)
    if isinstance(value, bool) and key == "value":
        return str(value).lower()
    return value


def examples(name):
    path = PACKAGE / "components" / name / "fixtures.json"
    if not path.exists():
        pytest.skip(f"govuk-frontend is not installed at {PACKAGE}: run make setup.")
    return json.loads(path.read_text(encoding="utf-8"))["fixtures"]


def is_left_out(name, fixture):
    text = json.dumps(fixture["options"])
    if name == "radios":
        text = text.replace('"conditional":', '"revealed":')
    if name == "file-upload" and "value" in fixture["options"]:
        return True  # a file input cannot be given a value
    return bool(LEFT_OUT.search(text)) and name in {"checkboxes", "radios", "file-upload", "panel"}


@pytest.mark.parametrize("name", SAME)
def test_renders_the_same_html(name, record_property):
    compared = 0
    wrong = []
    with override("en"):
        for fixture in examples(name):
            if is_left_out(name, fixture):
                continue
            try:
                html = render_component(name, **{snake(k): ours(v, snake(k)) for k, v in fixture["options"].items()})
            except TemplateSyntaxError as problem:
                wrong.append((fixture["name"], str(problem)))
                continue
            compared += 1
            if meaning(html) != meaning(fixture["html"]):
                wrong.append((fixture["name"], html, fixture["html"]))
    record_property("compared", compared)
    assert not wrong, "\n".join("\n  ".join(part) for part in wrong)
    assert compared

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
#: The package's parts that we make otherwise or do without, each with its reason.
OTHERWISE = {
    "header": "page_header: the authority's own mark, colours and menu, not the crown and address of another government",
    "generic-header": "page_header: beside the name stand menu, languages, easy texts and the person, in one row",
    "service-navigation": "page_header: a short menu wraps and the staff's long one folds into details, so both work without scripts",
    "language-navigation": "page_header: short labels, and on a form a button that takes unsaved words along",
    "footer": "page_footer: no crown, no other government's licence",
    "cookie-banner": "only necessary cookies are set, so nothing is asked",
    "exit-this-page": "nothing here endangers who is seen reading it",
    "feedback": "feedback goes to the authority through the accessibility statement",
    "password-input": "sign-in uses codes, passkeys and the framework's own password field",
    "phase-banner": "the service has no phases of its own",
    "tabs": "sections stand under headings, nothing is behind a tab",
}
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


def test_every_part_of_the_package_is_the_same_or_has_a_reason():
    found = {path.parent.name for path in (PACKAGE / "components").glob("*/fixtures.json")}
    if not found:
        pytest.skip(f"govuk-frontend is not installed at {PACKAGE}: run make setup.")
    assert not set(SAME) & set(OTHERWISE)
    assert found == {*SAME, *OTHERWISE}


def test_the_languages_of_our_header_say_what_the_package_s_say():
    """Not the same HTML, but the same meaning to assistive technology: a name, the current one, a language for each."""
    languages = [
        {"code": "fi", "label": "FI", "name": "Suomi", "current": True},
        {"code": "sv", "label": "SV", "name": "Svenska", "href": "/sv/"},
    ]
    with override("en"):
        html = render_component("page_header", frame={"authority_name": "X", "home_url": "/", "languages": languages})
    theirs = next(one["html"] for one in examples("language-navigation"))
    for said in ('aria-label="Language"', 'aria-current="true"', "lang=", "hreflang="):
        assert said in theirs
        assert said in html


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

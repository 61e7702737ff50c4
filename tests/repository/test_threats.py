"""Threats that are kept away by what the sources say; the numbers are those of the threat list."""

import ast
import json
import os
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import override

from tests.repository.sources import PRODUCT, ROOT, calls, name_of, trees
from tests.repository.test_setup_program import PRODUCTION
from yhdyspinta.processes.forms import LinkField

#: What may open a connection, and where to.
CALLS_OUT = {
    "cli/demo.py": "the demo's own address",
    "cli/doctor.py": "the configured mail server",
    "cli/running.py": "whether our own port is free",
    "people/identification/conversation.py": "the identity provider of the settings",
    "people/identification/deadline.py": "what the conversation with it asks, until a set instant",
    "database/server.py": "the embedded database",
    "ui/virus_check.py": "the configured virus check",
}
CLIENTS = {"requests", "httpx", "aiohttp", "socket", "smtplib", "ftplib", "http.client", "urllib.request", "urllib3"}


def test_w5_cookies_of_production_are_bound_to_the_host() -> None:
    names = ("SESSION_COOKIE", "CSRF_COOKIE")
    code = (
        "import json; from django.conf import settings as s;"
        f"print(json.dumps([[getattr(s, f'{{n}}_{{p}}') for p in ('NAME', 'SECURE', 'HTTPONLY', 'SAMESITE', 'PATH', "
        f"'DOMAIN')] for n in {names!r}] + [s.GUEST_COOKIE, s.TEXT_COOKIE]))"
    )
    environment = {**os.environ, **PRODUCTION, "DJANGO_SETTINGS_MODULE": "yhdyspinta.settings"}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    *cookies, guest, text = json.loads(told.stdout)
    assert guest.startswith("__Host-")
    assert text.startswith("__Host-")
    for name, *rest in cookies:
        assert name.startswith("__Host-")
        assert rest == [True, True, "Lax", "/", None]


def test_w7_only_listed_modules_call_out() -> None:
    found = {path for path, tree in trees().items() if _imported(tree) & CLIENTS}
    assert sorted(found - set(CALLS_OUT)) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org", "javascript:alert(1)", "data:text/html,x", "//example.org", "https:example.org", "https://",
        "https://localhost", "https://nimi:sana@example.org", "https://example.org:8443", "ftp://example.org",
        "https://example.org/ onload=x", "/\\example.org", "https://example.org\\.example.fi", "https://example.org%2f.example.fi",
    ],
)  # fmt: skip
def test_i8_a_link_is_a_whole_https_address(address: str) -> None:
    with pytest.raises(ValidationError):
        LinkField(label="Link").clean(address)


@pytest.mark.parametrize(
    ("address", "is_taken"),
    [
        ("https://example.fi/kokous?id=1#alku", True), ("https://Video.Example.FI", True), ("https://example.fi?x=1", True),
        ("https://example.org/", False), ("https://example.org/?example.fi", False), ("https://example.org#.example.fi", False),
        ("https://example.org?.example.fi", False), ("https://example.org\\.example.fi/", False),
        ("https://eiexample.fi", False), ("https://example.fi.example.org", False), ("https://example.org\u3002example.fi", False),
    ],
)  # fmt: skip
def test_i8_a_link_leads_to_a_listed_host_only(settings, address: str, is_taken: bool) -> None:
    settings.LINK_HOSTS = ["example.fi"]
    field = LinkField(label="Link")
    if is_taken:
        assert field.clean(address) == address
    else:
        with pytest.raises(ValidationError):
            field.clean(address)


@pytest.mark.parametrize(("language", "words"), [
    ("fi", "Linkit voivat johtaa vain näille sivustoille: example.fi, kokous.example."),
    ("sv", "Länkar får leda endast till dessa webbplatser: example.fi, kokous.example."),
    ("en", "Links may lead to these sites only: example.fi, kokous.example."),
])  # fmt: skip
def test_i8_whoever_gives_another_is_told_where_links_may_lead(settings, language: str, words: str) -> None:
    settings.LINK_HOSTS = ["example.fi", "kokous.example"]
    with override(language):
        with pytest.raises(ValidationError) as told:
            LinkField(label="Link").clean("https://example.org/")
        assert told.value.messages == [words]


def test_i8_every_address_of_elsewhere_comes_through_the_field_of_links() -> None:
    stored = {(model._meta.app_label, field.name) for model in apps.get_models() for field in model._meta.fields
              if isinstance(field, models.URLField)}  # fmt: skip
    assert stored == {("processes", "link"), ("outcomes", "link"), ("reports", "link")}
    for app, name in stored:
        text = (PRODUCT / app / "forms.py").read_text()
        assert re.findall(rf'fields\["{name}"\] = (\w[\w.]*)\(', text) == ["LinkField"], app


def test_i8_nothing_from_elsewhere_is_loaded_into_a_page() -> None:
    sources = [*PRODUCT.rglob("templates/**/*.html"), *PRODUCT.rglob("components/**/*.html")]
    loading = re.compile(
        r"<(iframe|embed|object|video|audio|portal)\b|\b(src|srcset|poster)=[\"']?(https?:|//)", re.IGNORECASE
    )
    assert [str(file) for file in sources if loading.search(file.read_text())] == []
    rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert rules["default-src"] == ["'none'"]
    assert {place for name in rules for place in rules[name]} == {"'none'", "'self'", "data:"}
    assert [name for name in rules if "data:" in rules[name]] == ["img-src"]


#: Who writes what is called `text` or `public_text`. Of comments these only; the words before stay in its history.
COMMENTS_WORDS = {
    "comments/actions/own.py": "`edit_comment`, whose callers stand below",
    "moderation/actions.py": "the public words alone: the sender's own with masks",
    "moderation/migrations/0003_marks_that_nobody_can_type.py": "another mark in the place of each mask",
    "site/retention_of_documents.py": "forgets, when its time has come, words that nobody may read",
}
OTHER_WORDS = {
    "intake/actions/tables.py": "a note of an event's table, before it is taken in",
    "intake/personal.py": "notes of a person who is erased",
    "material/actions/translations.py": "staff's translation beside a comment",
    "moderation/personal.py": "appeals of a person who is erased",
    "open_data/statements/writing.py": "an element of a file that is made",
    "reports/actions/practices.py": "the authority's own practice",
    "reports/word.py": "a cell of a file that is made",
    "statements/actions.py": "an organisation's draft, by its writers",
    "translating/files.py": "a cell of a file that is made",
}
#: Who gives a comment that was sent new words, and at whose wish.
NEW_WORDS = {
    "methods/comment_rounds/actions/own.py": "its sender",
    "intake/actions/entering.py": "its sender, who asks staff; the trail tells it",
    "intake/actions/mending.py": "what staff typed otherwise than it was on the paper or said",
}
_WORDS = {"text", "public_text"}
_WRITING = {"update", "bulk_update", "update_or_create", "setattr"}


def test_p7_nobody_but_senders_and_listed_deeds_writes_the_words_of_comments() -> None:
    written = {path for path, tree in trees().items() if any(_writes_words(node) for node in ast.walk(tree))}
    assert written == {*COMMENTS_WORDS, *OTHER_WORDS}
    assert {path for path, tree in trees().items() for name, _ in calls(tree) if name == "edit_comment"} == {*NEW_WORDS}
    moderation = trees()["moderation/actions.py"]
    assert {ast.unparse(node.targets[0]) for node in ast.walk(moderation) if _writes_words(node)} == {
        "comment.public_text"
    }


def _writes_words(node: ast.AST) -> bool:
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        each = [part for target in targets for part in getattr(target, "elts", [target])]
        return any(isinstance(part, ast.Attribute) and part.attr in _WORDS for part in each)
    if not isinstance(node, ast.Call) or name_of(node.func) not in _WRITING:
        return False
    named = {word.arg for word in node.keywords} | {part.value for argument in node.args for part in ast.walk(argument)
             if isinstance(part, ast.Constant)}  # fmt: skip
    return bool(named & _WORDS)


def _imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return names


#: The one thing that stays in view while the page moves, and the test that nothing with the focus is under it.
_STAYS = 'form:has(input[name="comments"]:checked) > .y-deeds:not(:has(.govuk-error-message)) {'
_STAYS_BESIDE = "test_h3_the_bar_stays_in_view_and_hides_no_focus"


def test_h3_nothing_is_fixed_over_the_page_and_nothing_asks_for_dragging() -> None:
    fixed = re.compile(r"position:\s*(fixed|sticky)")
    styles = [file.read_text() for file in (ROOT / "assets" / "scss").rglob("*.scss")]
    staying = [line for style in styles for line in style.splitlines() if fixed.search(line)]
    assert [line.partition("{")[0] + "{" for line in staying] == [_STAYS]
    in_browser = PRODUCT / "material" / "tests" / "test_table_in_browser.py"
    assert f"def {_STAYS_BESIDE}(" in in_browser.read_text()
    dragged = re.compile(r'draggable="true"|\bondrag|dragstart')
    sources = [*PRODUCT.rglob("templates/**/*.html"), *PRODUCT.rglob("components/**/*.html")]
    assert [str(file) for file in sources if dragged.search(file.read_text())] == []

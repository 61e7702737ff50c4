"""Threats that are kept away by what the sources say; the numbers are those of the threat list."""

import ast
import json
import os
import re
import subprocess
import sys

from tests.repository.sources import PRODUCT, ROOT, trees
from tests.repository.test_setup_program import PRODUCTION

#: What may open a connection, and where to.
CALLS_OUT = {
    "cli/demo.py": "the demo's own address",
    "cli/doctor.py": "the configured mail server",
    "cli/running.py": "whether our own port is free",
    "people/identification/conversation.py": "the identity provider of the settings",
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


def _imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return names


def test_h3_nothing_is_fixed_over_the_page_and_nothing_asks_for_dragging() -> None:
    fixed = re.compile(r"position:\s*(fixed|sticky)")
    assert [str(file) for file in (ROOT / "assets" / "scss").rglob("*.scss") if fixed.search(file.read_text())] == []
    dragged = re.compile(r'draggable="true"|\bondrag|dragstart')
    sources = [*PRODUCT.rglob("templates/**/*.html"), *PRODUCT.rglob("components/**/*.html")]
    assert [str(file) for file in sources if dragged.search(file.read_text())] == []

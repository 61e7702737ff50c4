"""Sign in as one of the demo's people: a link opens a page with one button. It exists only in the demo."""

import json
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.urls import reverse

from yhdyspinta.demo.cast import PARTS, Part
from yhdyspinta.demo.examples import SIGN_IN_SALT, pages
from yhdyspinta.people.models import Person


def sign_in_path(part: Part) -> str:
    """The address of the page that signs in as the part."""
    token = signing.Signer(salt=SIGN_IN_SALT).sign(part.key)
    return reverse("demo:sign_in", kwargs={"token": token})


def part_of(token: str) -> Part:
    """The part that a link names; 404 for anything else, and always outside the demo."""
    try:
        key = signing.Signer(salt=SIGN_IN_SALT).unsign(token)
    except signing.BadSignature:
        raise Http404 from None
    if not settings.DEMO or key not in PARTS:
        raise Http404
    return PARTS[key]


def person_of(part: Part) -> Person:
    person = Person.objects.filter(email=part.email, is_demo=True, is_active=True).first()
    if person is None:
        raise Http404
    return person


def write_demo_json(base: str) -> Path:
    """Write var/demo.json: where the demo stands, how to sign in as each part, and the pages worth seeing."""
    path = Path(settings.VAR_DIR) / "demo.json"
    content = {
        "base": base,
        "sign_in": {key: base + sign_in_path(part) for key, part in PARTS.items()},
        "pages": {name: base + page for name, page in pages().items()},
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path

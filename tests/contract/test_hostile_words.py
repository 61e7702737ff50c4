"""I1: five hundred hostile strings stand in every text field there is, and every page, mail, feed and file is read.

Each page is read twice: with harmless words of the same shape in every field, and with the hostile ones. A parser of HTML
must find the same elements with the same attributes; only Markdown may add the few that it makes.
"""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.utils import Error
from django.test import Client
from icalendar import Calendar

from tests import factories
from tests.contract.addresses import addresses
from tests.contract.asking import ask
from tests.contract.elements import added, harmless, read
from tests.contract.hostile_strings import HOSTILE
from tests.contract.kinds import World
from tests.contract.permission_table import TABLE
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.notices.outbox import kinds
from yhdyspinta.ui.tables import csv_lines
from yhdyspinta.wording.fields import WordingField

pytestmark = pytest.mark.django_db
LONG = 1_500  # characters that a field without a limit gets
COMMENTS = 12
#: Codes, keys and what forms let through in one shape only; never words that somebody writes.
NOT_WORDS = {
    "verb", "actor", "target", "digest", "previous_hash", "hash", "code", "slug", "colour_main", "colour_accent",
    "language", "password", "identity_hash", "guest_token", "role", "skeleton", "key", "kind", "once_key",
    "method_key", "influence", "nonce", "preview_nonce", "naming", "age_group", "channel", "code_hash", "state",
    "state_before", "handling", "reason", "source", "content_type", "path", "opens_shown", "closes_shown", "anchor",
    "html", "headers", "settings", "values", "content", "problems", "subject", "page_address",
}  # fmt: skip
REASONS_IN_WORDS = {"Block"}  # here `reason` is written, elsewhere it is a code
#: What Markdown of a page's own writers makes.
MARKDOWN = {
    "p", "strong", "em", "a", "ul", "ol", "li", "br", "hr", "code", "pre", "blockquote", "h2", "h3",
    "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
#: What pages of moderators make of a comment: marks at what the filter found, a box for each piece to cover.
MODERATION = {
    ("div", ("class",)), ("span", ("class",)), ("mark", ("class", "title")), ("label", ("class", "for")),
    ("input", ("class", "id", "name", "type", "value")),
}  # fmt: skip
MARKDOWN_ATTRIBUTES = {"href", "rel", "title", "start", "lang", "class"}


def words_of_length(limit: int, source: Iterator[str]) -> str:
    """As many of the strings as fit, a line each."""
    text = next(one for one in source if len(one) <= limit)
    while limit >= LONG and len(text) + 120 < limit:
        text = f"{text}\n\n{next(source)}"
    return text


def fields() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every stored field in which somebody writes words."""
    for model in apps.get_models():
        if not model.__module__.startswith("yhdyspinta.") or model is Letter:
            continue
        for field in model._meta.fields:
            plain = isinstance(field, models.CharField | models.TextField | WordingField) and not field.choices
            special = isinstance(field, models.EmailField | models.URLField | models.SlugField)
            is_word = field.name not in NOT_WORDS or (field.name == "reason" and model.__name__ in REASONS_IN_WORDS)
            if plain and not special and is_word:
                yield model, field


def fill(make: Callable[[str], str]) -> int:
    """Write into every such field of every row; the same strings each time, passed through `make`."""
    source, filled = cycle(HOSTILE), 0
    for model, field in fields():
        for row in model._default_manager.order_by("pk"):
            limit = min(getattr(field, "max_length", None) or LONG, LONG)
            text = make(words_of_length(limit, source))
            value: Any = {"fi": text, "sv": text, "en": text} if isinstance(field, WordingField) else text
            try:
                with transaction.atomic():
                    model._default_manager.filter(pk=row.pk).update(**{field.name: value})
                    filled += 1
            except Error:  # the database itself refuses: nothing is stored
                continue
    return filled


def comments(world: World, make: Callable[[str], str]) -> None:
    """All of the strings, in comments on one section."""
    rows = Comment.objects.filter(thread=world.comment.thread).order_by("pk")
    for place, row in enumerate(rows):
        text = make("\n".join(islice(HOSTILE, place, None, len(rows))))
        Comment.objects.filter(pk=row.pk).update(text=text, public_text=text, state="visible")


@pytest.fixture(scope="module")
def full(world: World) -> World:
    for _ in range(COMMENTS - 1):
        factories.comment(factories.guest(), world.section)
    return world


def pages(world: World) -> dict[str, tuple[str, bytes]]:
    """Each address that answers GET with 200, by its label: type of content and content."""
    clients: dict[str, Client] = {}
    found = {}
    for one in addresses():
        who = TABLE[one.label][0]
        if not who or one.name in {"site:gallery", "site:licences"}:
            continue
        kind = next(
            kind for kind in ("operator", "receipt_holder", "strongly_identified", "organisation") if kind in who
        )
        client = clients.setdefault(kind, world.client(kind))
        response = ask(client, "GET", one.path(world.things))
        assert response.status_code < 500, (one.label, response.content[:0])
        if response.status_code == 200:
            content = b"".join(response) if response.streaming else response.content
            found[one.label] = response.get("Content-Type", ""), content
    return found


@pytest.fixture(scope="module")
def twice(full: World) -> tuple[dict[str, tuple[str, bytes]], dict[str, tuple[str, bytes]]]:
    assert fill(harmless) > 100
    comments(full, harmless)
    before = pages(full)
    assert fill(str) > 100
    comments(full, str)
    return before, pages(full)


def test_i1_no_page_gets_an_element_or_an_attribute_from_words(twice) -> None:
    before, after = twice
    assert len(after) > 120
    assert set(before) == set(after)
    wrong = []
    for label, (kind, content) in after.items():
        if not kind.startswith("text/html"):
            continue
        page = content.decode()
        for (tag, attributes), count in added(page, before[label][1].decode()).items():
            is_moderation = label.startswith("moderation:") and (tag, attributes) in MODERATION
            is_markdown = tag in MARKDOWN and not set(attributes) - MARKDOWN_ATTRIBUTES
            if not (is_moderation or is_markdown):
                wrong.append(f"{label}: {count} × {tag} {attributes}")
        wrong += [f"{label}: {one}" for one in read(page)[2]]
    assert not wrong, "\n".join(wrong)


def test_i1_every_string_is_read_as_it_was_written(twice) -> None:
    page = " ".join(read(twice[1]["comment_rounds:comments"][1].decode())[1].split())
    assert [one for one in HOSTILE if " ".join(one.split()) not in page] == []


def test_i1_feeds_and_calendars_keep_their_shape(twice) -> None:
    _before, after = twice
    feeds = [label for label, (kind, _content) in after.items() if "xml" in kind and "openxml" not in kind]
    calendars = [label for label, (kind, _content) in after.items() if kind.startswith("text/calendar")]
    assert len(feeds) >= 3
    assert len(calendars) >= 2
    for label in feeds:
        shapes = [[one.tag for one in ET.fromstring(read_from[label][1]).iter()] for read_from in twice]
        assert shapes[0] == shapes[1], label
        for one in ET.fromstring(after[label][1]).iter():
            if one.text and one.tag.rsplit("}", 1)[-1] in {"summary", "description", "content"}:
                assert read(one.text)[2] == [], (label, one.tag, one.attrib, one.text[:300])
    for label in calendars:
        names = [
            [(part.name, sorted(part)) for part in Calendar.from_ical(read_from[label][1]).walk()]
            for read_from in twice
        ]
        assert names[0] == names[1], label


def test_i1_exports_keep_their_cells(full: World, twice) -> None:
    client = full.client("registrar")
    address = next(one for one in addresses() if one.name == "authorities:received_export")
    with transaction.atomic():
        page = client.post(address.path(full.things), {"purpose": "Tarkastus"})
        text = b"".join(page) if page.streaming else page.content
        transaction.set_rollback(True)
    assert page.status_code == 200
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) > COMMENTS
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell[:1] in set("=+-@|\t\r\n＝")] == []
    rows = list(
        csv.reader(io.StringIO("".join(csv_lines(["y7"], [[one] for one in HOSTILE])), newline=""), delimiter=";")
    )
    assert len(rows) == len(HOSTILE) + 1
    assert [row for row in rows if len(row) != 1 or row[0][:1] in "=+-@|\t\r\n"] == []
    assert [cell.removeprefix("'") for (cell,) in rows[1:]] == [one.removeprefix("'") for one in HOSTILE]


def values(world: World, make: Callable[[str], str], place: int) -> dict[str, Any]:
    """What notices carry, with words of the public in them."""
    word = make(HOSTILE[place])
    return {
        "title": {"fi": word, "sv": word, "en": word}, "process": world.process.slug, "owner": world.county.slug,
        "activity": world.activity.slug, "number": 1, "numbers": [1], "receipts": [world.comment.receipt_id],
        "role": "viewer", "organisation": word, "block": world.things["block"], "decision": world.things["decision"],
        "closes_at": clock.now().isoformat(), "unsubscribe": "y", "reason": "insult", "follow": 1,
    }  # fmt: skip


def test_i1_mail_in_text_and_html_keeps_its_shape(full: World, twice) -> None:
    written, wrong = 0, []
    texts = dict.fromkeys(kinds(), 0)
    for place in range(len(HOSTILE)):
        kind = ("processes.paused", "people.representation_confirmed")[place % 2]
        letters = [_letter(full, kind, values(full, make, place)) for make in (harmless, str)]
        pages = [mail.alternatives[0][0] for mail in letters]
        wrong += [f"{kind} {HOSTILE[place]}"] if added(pages[1], pages[0]) or read(pages[1])[2] else []
        assert letters[0].subject == letters[1].subject
        assert letters[1].message()["Bcc"] is None
        assert " ".join(HOSTILE[place].split()) in " ".join(str(letters[1].body).split())
        written += 1
    assert wrong == []
    assert written >= 500
    for kind in texts:
        try:
            with transaction.atomic():
                pages = [_letter(full, kind, values(full, make, 0)).alternatives[0][0] for make in (harmless, str)]
        except (KeyError, TypeError, ValueError, models.ObjectDoesNotExist):
            continue
        texts[kind] = 1
        assert added(pages[1], pages[0]) == {}, kind
    assert sum(texts.values()) > len(texts) / 2


def _letter(world: World, kind: str, given: dict[str, Any]) -> Any:
    notice = Notice(
        kind=kind, address="joku@example.org", language="fi", authority=world.county, values=given, owed_at=clock.now()
    )
    return letter(notice)

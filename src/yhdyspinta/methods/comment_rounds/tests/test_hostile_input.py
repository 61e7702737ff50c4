"""What hostile or broken input does to the pages of a round: nothing."""

from html import unescape

import pytest
from django.test import Client
from django.utils.html import escape

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token, shown_code
from yhdyspinta.comments.models import Comment, CommentDraft

pytestmark = pytest.mark.django_db
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "{{ 7*7 }}",
    "{% now 'Y' %}",
    "<b>lihava</b>",
    "&lt;script&gt;",
    "</textarea><script>1</script>",
    "<iframe src=javascript:1>",
    "javascript:alert(1)",
    "<a href='//evil'>x</a>",
    "<style>*{display:none}</style>",
    "<!-- kommentti -->",
    "]]>",
    "<?php echo 1 ?>",
    "${7*7}",
    "#{7*7}",
    "`id`",
    "$(id)",
    "'; DROP TABLE comments_comment; --",
    "1 OR 1=1",
    "../../etc/passwd",
    "%0d%0aSet-Cookie: x=1",
    '=HYPERLINK("http://evil")',
    "@SUM(1)",
    "<hx-get>",
    "<div hx-get=/x>",
    "<math><mi>x",
    "<details open ontoggle=alert(1)>",
    "مرحبا 👨‍👩‍👧‍👦 ǩ",
]


def test_p5_fields_that_nobody_may_set_are_ignored(world, aino):
    other = factories.person("cai@example.org")
    extra = {
        "state": "visible", "handling": "answered", "sender": str(other.pk), "person": str(other.pk), "actor": str(other.pk),
        "agree_count": "99", "well_argued_count": "99", "warnings": "", "waits": "", "number": "7", "channel": "paper",
        "language_checked": "sv", "tenant": "9", "activity": "9", "entered_by": str(other.pk), "arrived_at": "2001-01-01",
        "entered_at": "2001-01-01", "at": "2001-01-01", "began_at": "2001-01-01", "organisation_id": "1", "age_group": "65_over",
        "public_text": "Toiset sanat.", "was_shown": "1", "edited_at": "2001-01-01", "revision": "9",
    }  # fmt: skip
    began = clock.now()
    aino.post(world.write_path(), {"text": "Henkilötunnukseni on 010190-999W.", **extra})
    aino.post(world.path("write/about-you/"), {"capacities": ["resident"], **extra})
    world.age_drafts()
    aino.post(world.path("write/send/"), {"key": str(CommentDraft.objects.get().key), **extra})
    comment = Comment.objects.get()
    assert (comment.number, comment.agree_count, comment.well_argued_count, comment.revision) == (1, 0, 0, 1)
    assert (comment.state, comment.was_shown, comment.handling) == ("waiting", False, "open")
    assert (comment.warnings, comment.channel) == (["identity_code"], "online")
    assert comment.public_text == comment.text == "Henkilötunnukseni on 010190-999W."
    assert (comment.activity, comment.sender.activity) == (world.activity, world.activity)
    assert comment.sender.person != other
    assert (comment.sender.organisation, comment.sender.age_group, comment.entered_by) == (None, "", None)
    assert began <= comment.arrived_at <= comment.entered_at <= clock.now()
    assert (comment.receipt.at, comment.edited_at) == (comment.arrived_at, None)


@pytest.mark.parametrize("text", HOSTILE)
def test_i1_hostile_strings_are_shown_as_text(world, aino, text):
    comment = world.send(aino, f"Alku {text} loppu", organisation="", email="")
    Comment.objects.update(state="visible")
    own = world.path(f"receipt/{comment.receipt_id}/")
    paths = [
        world.section_path(),
        world.path("comments/"),
        world.path(f"comments/{comment.number}/"),
        own,
        f"{own}comments/{comment.number}/edit/",
        world.path("feed/"),
    ]
    for path in paths:
        page = aino.get(path)
        assert page.status_code == 200
        words = page.content.decode()
        if path.endswith("feed/"):  # readers take the summary for HTML: it is escaped for them too
            words = unescape(words)
        assert escape(text) in words
        if "<" in text:
            assert f"Alku {text}" not in words


@pytest.mark.parametrize("name", ["sort", "capacity", "language", "answered", "quote", "after"])
def test_i2_i9_unknown_parameters_are_refused(world, aino, name):
    for value in ("<script>1</script>", "author__email", "-1", "9" * 40, "٣"):
        answer = aino.get(world.section_path(), {name: value})
        assert answer.status_code == 400
        assert "<script>1" not in answer.content.decode()
    assert aino.get(world.path("documents/osallisuus/"), {"version": "<script>"}).status_code in {200, 404}


def test_i3_hidden_characters_are_refused_or_cleaned(world, aino):
    for text in ("a\x00b", "a\u202eb", "\u200b\u200b", "a\x07b"):
        assert aino.post(world.write_path(), {"text": text}).status_code == 422
    aino.post(world.write_path(), {"text": "kis\u200bsa"})
    assert next(iter(CommentDraft.objects.get().content["comments"].values()))["text"] == "kissa"


def test_i5_a_megabyte_is_refused_with_its_words_kept(world, aino):
    assert aino.post(world.write_path(), {"text": "a" * 1_000_000}).status_code == 422
    many = {f"text-{n}": "x" for n in range(1_001)}
    assert aino.post(world.path("write/many/osallisuus/"), many).status_code in {400, 413}


def test_w3_every_change_needs_a_token(world):
    strict = Client(enforce_csrf_checks=True)
    for path in (world.write_path(), world.path("write/send/"), world.path("write/about-you/")):
        assert strict.post(path, {"text": "x"}).status_code == 403
    assert strict.post(world.path("comments/1/mark/"), {"kind": "agree"}, HTTP_HX_REQUEST="true").status_code == 403


def test_w4_a_writers_pages_are_not_kept(world, aino):
    world.send(aino)
    assert "no-store" in aino.get(world.section_path()).headers["Cache-Control"]


def test_w4_a_receipt_opened_by_code_or_link_is_not_kept(world, aino, cai):
    receipt = world.send(aino).receipt
    link = f"/keski-suomi/fi/receipt/link/{link_token(receipt)}/"
    assert "no-store" in cai.get(link).headers["Cache-Control"]
    cai.post("/keski-suomi/fi/receipt/", {"code": shown_code(receipt)})
    own = f"receipt/{receipt.pk}/"
    for rest in (own, f"{own}download/", f"{own}comments/1/edit/", f"{own}comments/1/withdraw/"):
        answer = cai.get(world.path(rest))
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"]
    assert "no-store" not in Client().get(world.path()).headers.get("Cache-Control", "")

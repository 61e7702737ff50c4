"""I1: every kind of mail there is, found in the registry, with hostile words wherever it prints what somebody gave.

Each letter is made twice, with harmless words of the same shape and with the hostile ones, in each language. To those
who write in a language that has no pages each kind is made once, and every link of a letter leads to a page of ours.
"""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import Message as Mail
from html import unescape
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models, transaction
from django.db.utils import Error
from django.urls import Resolver404, resolve

from tests.contract.elements import added, harmless, read
from tests.contract.kinds import World
from tests.contract.mail_values import Carried
from tests.contract.test_hostile_words import fields
from yhdyspinta.audit import clock
from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.notices.delivery import letter
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kinds
from yhdyspinta.ui.text import BIDI_OVERRIDES, ZERO_WIDTH, readable
from yhdyspinta.wording.fields import WordingField
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

pytestmark = pytest.mark.django_db
KINDS: Final = sorted(
    key for key, kind in kinds().items() if kind.words.__module__.startswith("yhdyspinta.") and "tests" not in key
)
#: What would break out of the mark-up, of a header, of a template or of a line; what hides; what never ends.
STRINGS: Final = (
    "</h1></a></title>\"'><script>y7()</script><img src=//evil.example/y7 onerror=y7()><a href='javascript:y7()'>y7</a>",
    "y7\r\nBcc: y7@evil.example\nContent-Type: text/html\r\n\r\n<html><y7>\u2028Subject: y7\x85X-Y7: y7",
    "{{ 7|add:7 }}{% debug %}{% load y7 %} %s %d %(title)s %(nothing)s %n %% {0} {title} ${y7} &lt;y7&gt;",
    "y7 \u202egro.live\u202c \u2066y7\u2069 y\u200b7\ufeff \x1b]0;y7\x07 \x08\x7fy7 \x0by7\x0cy7",
    "y7 " + "ä" * 1_300 + " " + "y7 " * 500,
)
HEADERS: Final = {
    "content-type", "mime-version", "subject", "from", "to", "date", "message-id", "auto-submitted",
    "list-unsubscribe", "list-unsubscribe-post",
}  # fmt: skip
Twins = list[tuple[str, EmailMultiAlternatives, EmailMultiAlternatives]]


@pytest.fixture(scope="module")
def letters(world: World) -> dict[tuple[str, str], Twins]:
    """Each kind in each language: the words that it was made of, its harmless letter and its hostile one."""
    made = []
    for make in (harmless, str):
        _fill(make)
        made.append(_all(world, make))
    return {
        key: [(word, *pair) for word, *pair in zip(_words(), made[0][key], made[1][key], strict=True)]
        for key in made[0]
    }


def _fill(make: Callable[[str], str]) -> None:
    """Every string, as much as fits, into every field in which somebody writes words."""
    whole = make("\n".join(STRINGS))
    for model, field in fields():
        limit = getattr(field, "max_length", None) or len(whole)
        try:
            _store(model, field, whole[:limit])
        except Error:  # each is to be different, or something holds there that no words are
            for place, row in enumerate(model._default_manager.order_by("pk")[:20]):
                with suppress(Error):
                    _store(model, field, f"{whole[: limit - 2]}{place:02}", pk=row.pk)


@transaction.atomic
def _store(model: type[models.Model], field: models.Field, text: str, **which: int) -> None:
    value: Any = {"fi": text, "sv": text, "en": text} if isinstance(field, WordingField) else text
    model._default_manager.filter(**which).update(**{field.name: value})


def _words() -> list[str]:
    """Every string where all is given, and the first where a kind gets only what it cannot do without."""
    return [*STRINGS, STRINGS[0]]


def _all(world: World, make: Any) -> dict[tuple[str, str], list[EmailMultiAlternatives]]:
    return {
        (kind, language): [
            _letter(world, kind, language, Carried(world, make(word), bare=place == len(STRINGS)))
            for place, word in enumerate(_words())
        ]
        for kind in KINDS
        for language in INTERFACE_LANGUAGES
    }


@pytest.fixture(scope="module")
def letters_to_others(world: World, letters: object) -> dict[tuple[str, str], EmailMultiAlternatives]:
    """Each kind, of harmless words, to whoever writes in a language that has no pages."""
    return {
        (kind, tag): _letter(world, kind, tag, Carried(world, harmless(STRINGS[0])))
        for kind in KINDS
        for tag in COMMENT_LANGUAGES
        if tag not in INTERFACE_LANGUAGES
    }


def _letter(world: World, kind: str, language: str, values: Carried) -> EmailMultiAlternatives:
    notice = Notice(
        kind=kind, address="joku@example.org", language=language, authority=world.county, owed_at=clock.now()
    )
    notice.values = values
    notice.authority.refresh_from_db()
    return letter(notice)


def _sent(mail: EmailMultiAlternatives) -> Mail:
    """As a mail program reads what goes over the wire."""
    return message_from_bytes(mail.message().as_bytes(), policy=policy.default)


def _is_ours(address: str) -> bool:
    return address.startswith(f"{settings.BASE_ADDRESS}/")


def _leading_nowhere(mail: EmailMultiAlternatives) -> list[str]:
    """The links that stand in a letter at which there is no page of ours."""
    found = [*re.findall(r'href="([^"]*)"', mail.alternatives[0][0]), *re.findall(r"https?://[^\s<>]+", str(mail.body))]
    found += re.findall(r"<([^>]*)>", mail.extra_headers.get("List-Unsubscribe", ""))
    return [link for link in map(unescape, found) if not _leads_to_a_page(link)]


def _leads_to_a_page(link: str) -> bool:
    try:
        resolve(urlsplit(link).path)
    except Resolver404:
        return False
    return _is_ours(link)


every = pytest.mark.parametrize("language", INTERFACE_LANGUAGES)


def test_i1_every_kind_is_here() -> None:
    assert len(KINDS) > 50


@pytest.mark.parametrize("kind", KINDS)
@every
def test_i1_no_header_of_a_mail_comes_from_words(letters, kind: str, language: str) -> None:
    for _word, calm, hostile in letters[kind, language]:
        mail = _sent(hostile)
        assert set(map(str.lower, mail.keys())) <= HEADERS
        assert len(mail.keys()) == len(set(mail.keys()))
        assert mail["Subject"].strip() == calm.subject == hostile.subject
        assert calm.subject.strip()
        assert mail["To"] == "joku@example.org"
        for name, value in mail.items():
            assert "y7" not in value.lower(), name
        assert _is_ours(str(mail["List-Unsubscribe"] or f"<{settings.BASE_ADDRESS}/>").strip("<> "))
        assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
        assert max(map(len, hostile.message().as_bytes().splitlines())) <= 998


@pytest.mark.parametrize("kind", KINDS)
@every
def test_i1_the_html_of_a_mail_gets_no_element_and_no_link_from_words(letters, kind: str, language: str) -> None:
    for word, calm, hostile in letters[kind, language]:
        pages = [mail.alternatives[0][0] for mail in (calm, hostile)]
        assert added(pages[1], pages[0]) == {}, word
        assert read(pages[1])[2] == [], word
        assert [one for one in re.findall(r'href="([^"]*)"', pages[1]) if not _is_ours(one)] == []
        assert not re.search(r"<[^>]+\s(src|action|srcdoc|background)=", pages[1])


@pytest.mark.parametrize("kind", KINDS)
@every
def test_i1_the_text_of_a_mail_is_read_as_it_was_meant(letters, kind: str, language: str) -> None:
    for word, calm, hostile in letters[kind, language]:
        before, after = str(calm.body), str(hostile.body)
        assert _hidden(after) == set(), word
        assert not re.search(r"%\(|%s|\{\{|\{%|&[a-z#0-9]+;|\bNone\b", before)
        links = [line for line in before.splitlines() if re.match(r"https?://", line)]
        assert all(_is_ours(line) for line in links)
        assert _of_words(links) == _of_words([line for line in after.splitlines() if re.match(r"https?://", line)])
        if _plain(harmless(word)) in _plain(before):
            assert _plain(readable(word, multiline=False)) in _plain(after)


@pytest.mark.parametrize("kind", KINDS)
@every
def test_every_link_of_a_letter_leads_to_a_page_of_ours(letters, kind: str, language: str) -> None:
    for _word, calm, _hostile in letters[kind, language]:
        assert _leading_nowhere(calm) == []


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_writes_in_a_language_without_pages_gets_every_letter_too(letters, letters_to_others, kind) -> None:
    """The county owes Finnish alone: easy Swedish has Swedish pages, and to others it writes in its first language."""
    for (one, tag), mail in letters_to_others.items():
        if one == kind:
            pages = "sv" if tag.startswith("sv-") else "fi"
            assert mail.subject == letters[kind, pages][0][1].subject, tag
            assert f'<html lang="{pages}">' in mail.alternatives[0][0], tag
            assert _leading_nowhere(mail) == [], tag


def _of_words(links: list[str]) -> list[str]:
    """Addresses without their tokens, which are signed anew in each letter."""
    return [re.sub(r"[A-Za-z0-9_\-:.=]{20,}", "…", link) for link in links]


def _hidden(text: str) -> set[str]:
    """Signs that cannot be seen and do something."""
    return {
        repr(one)
        for one in text
        if (unicodedata.category(one) in {"Cc", "Cs"} and one != "\n") or one in BIDI_OVERRIDES | ZERO_WIDTH
    }


def _plain(text: str) -> str:
    return " ".join(text.split())

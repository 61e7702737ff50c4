"""Threats that every page of a round must withstand; the numbers are those of the threat list."""

import re

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment

pytestmark = pytest.mark.django_db
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


def pages(world):
    document = world.document.slug
    rest = ("", "comments/", f"documents/{document}/", "write/", f"write/many/{document}/")
    return [*map(world.path, rest), world.section_path()]


def test_w1_pages_have_a_strict_policy_and_nothing_inline(world):
    factories.comment(factories.guest(), world.section)
    for path in pages(world):
        response = Client().get(path)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert INLINE.findall(response.content.decode()) == [], path


def test_w6_no_page_may_be_framed(world):
    for path in pages(world):
        response = Client().get(path)
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Frame-Options"] == "DENY"


def test_h1_the_whole_way_needs_no_script(world, aino):
    comment = world.send(aino, "Kirjoitettu ilman skriptejä.")
    assert comment.state == Comment.State.VISIBLE
    assert "Kirjoitettu ilman skriptejä." in Client().get(world.section_path()).content.decode()


def test_h5_every_page_of_taking_part_tells_the_phone_and_paper_way(world):
    Authority.objects.filter(pk=world.county.pk).update(phone="014 000 0000", postal_address={"fi": "Esimerkkikatu 1"})
    comment = factories.comment(factories.guest(), world.section)
    for path in [*pages(world), world.path(f"comments/{comment.number}/")]:
        response = Client().get(path)
        assert response.status_code == 200, path
        page = response.content.decode()
        assert "014 000 0000" in page, path
        assert "Esimerkkikatu 1" in page, path

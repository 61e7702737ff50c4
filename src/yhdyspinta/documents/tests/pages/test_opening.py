"""Each page opens for those who may see it, with few questions to the database."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from yhdyspinta.documents import actions
from yhdyspinta.documents.tests.pages.desk import desk, signed_in

pytestmark = pytest.mark.django_db


def every_page(draft):
    pk = draft.sections.first().pk
    return [
        "",
        "new-document/",
        "osallisuus/",
        "osallisuus/details/",
        "osallisuus/publish/",
        "osallisuus/versions/",
        "osallisuus/compare/?older=1&newer=2",
        "osallisuus/compare/?older=1&newer=2&view=side&in=sv",
        "osallisuus/print/",
        "osallisuus/attachments/",
        "osallisuus/import/",
        "osallisuus/sections/new/",
        f"osallisuus/sections/{pk}/",
        f"osallisuus/sections/{pk}/join/",
        f"osallisuus/sections/{pk}/split/",
        f"osallisuus/sections/{pk}/remove/",
    ]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_opens_in_each_language(client, world, draft, language):
    for page in every_page(draft):
        response = client.get(desk(world, page, language))
        assert response.status_code == 200, page
        assert f'lang="{language}"' in response.content.decode()


def test_p2_pages_do_not_exist_for_others(world, draft):
    other = make.authority("varha", code="2")
    for who in (make.staff(other, email="dora@example.org"), make.person()):
        client = signed_in(who)
        for page in every_page(draft):
            assert client.get(desk(world, page)).status_code == 404, page
    for page in every_page(draft):
        assert Client().get(desk(world, page)).url.startswith("/account/login/?next=")


def test_a_viewer_reads_and_changes_nothing(world, draft):
    client = signed_in(make.staff(world.authority, "viewer", "veera@example.org"))
    assert client.get(desk(world, "osallisuus/")).status_code == 200
    assert client.get(desk(world, f"osallisuus/sections/{draft.sections.first().pk}/")).status_code == 403
    assert client.post(desk(world, "osallisuus/remove/")).status_code == 403


@pytest.mark.parametrize("count", [3, 300])
def test_pages_take_few_queries_whatever_the_length(client, world, count):
    document = make.document(world.activity, sections=count)
    version = actions.start_version(actor=world.bertta, document=document, at=world.at)
    for page in (
        "osallisuus/",
        "osallisuus/publish/",
        "osallisuus/compare/?older=1&newer=2",
        "osallisuus/print/",
        f"osallisuus/sections/{version.sections.first().pk}/",
    ):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(desk(world, page)).status_code == 200
        assert len(queries) <= 15, (page, len(queries), "\n".join(q["sql"][:90] for q in queries))

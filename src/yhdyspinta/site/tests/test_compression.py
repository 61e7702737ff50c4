"""Pages travel compressed, each time with another length."""

import gzip

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_pages_travel_compressed_and_their_length_tells_nothing(client):
    factories.authority()
    plain = client.get("/keski-suomi/fi/")
    assert "Content-Encoding" not in plain.headers
    found = [client.get("/keski-suomi/fi/", HTTP_ACCEPT_ENCODING="gzip") for _ in range(12)]
    assert {page.headers["Content-Encoding"] for page in found} == {"gzip"}
    assert "Accept-Encoding" in found[0].headers["Vary"]
    assert b"<h1" in gzip.decompress(found[0].content)
    assert len(found[0].content) < len(plain.content) / 2
    assert len({len(page.content) for page in found}) > 1

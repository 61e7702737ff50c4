"""The first view of home, round and section is light: what travels, how many requests, and how much of it is script."""

import gzip

import pytest

from yhdyspinta.demo.examples import pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST = 150_000
MOST_REQUESTS = 12
MOST_SCRIPTS = 35_000
#: Kinds that the server keeps compressed beside the file; pages themselves count as they are, uncompressed.
KEPT_COMPRESSED = ("text/css", "text/javascript", "application/javascript", "image/svg+xml")


def _weight(response, body):
    kind = response.headers.get("content-type", "").split(";")[0]
    return len(gzip.compress(body, 9)) if kind in KEPT_COMPRESSED else len(body)


@pytest.mark.parametrize("name", ["home", "round", "section"])
@pytest.mark.parametrize("width", [390, 1280])
def test_first_view(walker, name, width):
    reader = walker(width=width)
    heard = []
    reader.page.on("response", lambda response: heard.append(response))  # noqa: PLW0108 (the event system marks its listeners)
    reader.go(pages()[name])
    reader.page.wait_for_load_state("networkidle")
    weights = {one.url: _weight(one, one.body()) for one in heard}
    scripts = sum(weight for url, weight in weights.items() if ".js" in url)
    assert len(heard) <= MOST_REQUESTS, weights
    assert sum(weights.values()) <= MOST, weights
    assert 0 < scripts <= MOST_SCRIPTS, weights
    assert all(url.startswith(reader.base) for url in weights), weights

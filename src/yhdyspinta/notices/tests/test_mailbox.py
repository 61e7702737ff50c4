"""The demo's mailbox shows every letter, a page at a time."""

import re

import pytest
from django.utils import timezone

from yhdyspinta.notices.models import Letter

pytestmark = pytest.mark.django_db


def test_older_letters_are_behind_the_pager_and_keep_the_chosen_address(client, settings):
    settings.DEMO = True
    at = timezone.now()
    Letter.objects.bulk_create(
        Letter(to="aino@example.org", subject=f"Kirje {number}.", text="", headers={}, sent_at=at)
        for number in range(120)
    )
    seen: list[str] = []
    path = "/mailbox/?to=aino@example.org"
    while path:
        page = client.get(path).content.decode()
        seen += re.findall(r"Kirje (\d+)\.", page)
        found = re.search(r'rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"', page)
        path = "/mailbox/" + (found[1] or found[2]).replace("&amp;", "&") if found else ""
        assert not path or "to=aino" in path
    assert seen == [str(number) for number in reversed(range(120))]
    assert client.get("/mailbox/?after=muu").status_code == 400

"""Supported answers: somebody at a library, a social worker or a volunteer helped; a channel like any other."""

from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.audience import who_spoke
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.importing.template import _lists
from yhdyspinta.intake.models import Batch
from yhdyspinta.intake.tests.test_piles import ROUND, day, sheet
from yhdyspinta.intake.tests.typing_in import ENTER, typed
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.tables import who_took_part

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity(section):
    return section.version.document.activity


def test_it_is_typed_alone_and_in_a_pile_and_told_everywhere(bertta, activity, section):
    client = signed_in(bertta)
    factories.comment(factories.guest(), section, "Verkossa.")
    assert "Tuettu vastaaminen" not in client.get(ROUND + "channels/").content.decode()  # no row where it was not used
    assert client.post(ENTER, typed(section, channel="supported")).status_code == 302
    pile = day(key=str(uuid4()), name="Kirjaston tuokio", channel="supported", language="fi")
    assert client.post(ROUND + "piles/", pile).status_code == 302
    path = f"{ROUND}piles/{Batch.objects.get().pk}/"
    assert client.post(path, sheet("Avustettuna kirjoitettu.")).status_code == 302
    Comment.objects.update(state="visible")
    Comment.objects.exclude(channel="online").update(arrived_at=clock.now())
    counted = client.get(ROUND + "channels/").content.decode().split("Tuettu vastaaminen")[1].split("</tr>")[0]
    assert counted.count(">2<") == 3  # senders, comments, visible
    table = client.get(ROUND.replace("intake/", "material/"), {"channel": "supported"}).content.decode()
    assert "Avustettuna kirjoitettu." in table
    assert "Verkossa." not in table
    assert {"key": "supported", "count": 2} in figures_of(activity, at=clock.now())["channels"]


@pytest.mark.parametrize(
    ("language", "told", "asked"),
    [
        ("fi", "Tuettu vastaaminen", "Tuettuna, esimerkiksi kirjastossa"),
        ("sv", "Svar med stöd", "Med stöd, till exempel på ett bibliotek"),
        ("en", "Supported answer", "With support, such as at a library"),
    ],
)
def test_it_is_chosen_in_three_languages(bertta, section, language, told, asked):
    client = signed_in(bertta)
    for path in (ENTER, ROUND + "piles/"):
        assert asked in client.get(path.replace("/fi/", f"/{language}/")).content.decode()
    api = Client().get("/api/v1/openapi.json").content.decode()
    assert '"supported"' in api


def test_the_template_offers_it_and_senders_are_counted_as_off_line(activity, bertta, section):
    assert "Tuettu vastaaminen" in _lists([], [])["channel"]
    client = signed_in(bertta)
    client.post(ENTER, typed(section, channel="supported"))
    Comment.objects.update(state="visible")
    activity.senders.update(visible_comments=1)
    assert who_spoke([activity.pk]).off_line == 1
    assert any(
        "Tuettu vastaaminen" in str(table) for table in who_took_part(figures_of(activity, at=clock.now()), "fi")
    )

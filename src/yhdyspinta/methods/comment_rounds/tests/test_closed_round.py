"""The page of a round that has closed: where it is told of, and what is no longer asked."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.documents import actions as documents
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db


def _read(document, language="fi"):
    path = activity_address(document.activity, "comment_rounds:round", language=language)
    return Client().get(path).content.decode()


def test_a_closed_round_leads_to_what_came_of_it(django_assert_max_num_queries):
    document = scene.closed_round()
    bertta = factories.staff(document.activity.process.owner)
    before = _read(document)
    for name in ("outcomes:results", "outcomes:measures"):
        assert f'"{process_address(document.activity.process, name, language="fi")}"' not in before
    scene.answered(bertta, document, 2)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    with django_assert_max_num_queries(10):
        page = _read(document)
    assert f'"{process_address(document.activity.process, "outcomes:results", language="fi")}"' in page
    assert f'"{scene.path_of(document, "newest")}"' in page
    assert "Kierroksen raportti" in page


def test_a_closed_round_asks_for_no_comments_on_paper():
    document = scene.closed_round()
    Authority.objects.update(postal_address={"fi": "PL 1, 40100 Jyväskylä"})
    form = activity_address(document.activity, "intake:paper_form", language="fi")
    assert form not in _read(document)
    assert "Olen jo kommentoinut" not in _read(document)
    assert "Etsi oma kommenttisi ja sen vastaus" in _read(document)
    document.activity.stages.update(closes_at=clock.now() + timedelta(days=1))
    assert form in _read(document)
    assert "Olen jo kommentoinut" in _read(document)


def test_comments_on_an_earlier_version_are_told_beside_the_counts_of_the_new_one():
    document = scene.closed_round()
    bertta = factories.staff(document.activity.process.owner)
    scene.answered(bertta, document, 2)
    told = "2 kommenttia tuli aiempiin versioihin tai koko asiakirjaan"
    assert told not in _read(document)
    at = clock.now()
    draft = documents.start_version(actor=bertta, document=document, at=at)
    documents.publish_version(actor=bertta, version=draft, at=at)
    assert told in _read(document)

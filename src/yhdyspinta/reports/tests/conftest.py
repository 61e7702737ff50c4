"""A round that has closed in a bilingual county, and who reports there."""

import sys
from types import SimpleNamespace

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.documents.models import Document
from yhdyspinta.people.models import Person
from yhdyspinta.reports import pdf
from yhdyspinta.reports.tests import scene


@pytest.fixture
def document() -> Document:
    return scene.closed_round()


@pytest.fixture
def bertta(document) -> Person:
    return factories.staff(document.activity.process.owner)


@pytest.fixture
def desk(bertta) -> Client:
    return factories.signed_in(bertta)


@pytest.fixture
def extra(monkeypatch):
    """As with the extra `pdf` installed; what is drawn is kept in `scene.Drawn.asked`."""
    program = SimpleNamespace(HTML=scene.Drawn, CSS=lambda string: string)
    monkeypatch.setitem(sys.modules, "weasyprint", program)
    monkeypatch.setattr(pdf, "is_installed", lambda: True)
    scene.Drawn.asked.clear()

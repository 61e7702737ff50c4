"""One set-up: a county with an open round of one document; Aino takes part without an account."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment, CommentDraft
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.methods.comment_rounds.actions import start_round
from yhdyspinta.processes.models import Activity

OPENS = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 22, 21, 59, tzinfo=UTC)


@dataclass
class World:
    county: Authority
    activity: Activity
    document: Document

    @property
    def section(self) -> Section:
        return self.document.versions.get(number=1).sections.first()

    def path(self, rest: str = "", language: str = "fi") -> str:
        return f"/{self.county.slug}/{language}/processes/{self.activity.process.slug}/comment-round/{self.activity.slug}/{rest}"

    def write_path(self, section: Section | None = None, language: str = "fi") -> str:
        section = section or self.section
        return self.path(f"write/?document={self.document.slug}&section={section.anchor}", language)

    def section_path(self, section: Section | None = None, language: str = "fi") -> str:
        section = section or self.section
        return self.path(f"documents/{self.document.slug}/v1/{section.anchor}/", language)

    def age_drafts(self) -> None:
        """As if people had written for a minute: otherwise tests are faster than people."""
        for draft in CommentDraft.objects.all():
            CommentDraft.objects.filter(pk=draft.pk).update(began_at=draft.began_at - timedelta(minutes=1))

    def send(self, client: Client, text: str = "Kirjatkaa määräaika.", **about: object) -> Comment:
        """The whole way through the pages."""
        assert client.post(self.write_path(), {"text": text}).status_code == 303
        facts = {"capacities": ["resident"], **about}
        assert client.post(self.path("write/about-you/"), facts).status_code == 303
        self.age_drafts()
        key = CommentDraft.objects.latest("pk").key
        answer = client.post(self.path("write/send/"), {"key": str(key)})
        assert answer.status_code == 303, answer.content.decode()
        return Comment.objects.latest("pk")


def make_world(**settings: object) -> World:
    county = factories.authority()
    process = factories.process(county)
    activity = factories.activity(process, **settings)
    start_round(activity, at=factories.EPOCH)
    document = factories.document(activity)
    return World(county, activity, document)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def aino() -> Client:
    return Client()


@pytest.fixture
def cai() -> Client:
    return Client()


@pytest.fixture
def march() -> World:
    return make_world(opens_at=OPENS, closes_at=CLOSES)

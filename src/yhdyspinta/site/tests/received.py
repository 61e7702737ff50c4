"""A county in which something has been received, and the registrar's page and file of it."""

import csv
import io
from datetime import timedelta
from uuid import uuid4

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import AccessibilityFeedback
from yhdyspinta.comments.models import Comment

RECEIVED = "/keski-suomi/{}/desk/received/"
EXPORT = "/keski-suomi/fi/desk/received/export/"


class World:
    def __init__(self):
        self.county = factories.authority()
        self.process = factories.process(self.county, case_number="KSHVA/123/2026")
        self.activity = factories.activity(self.process)
        self.section = factories.document(self.activity).versions.get().sections.first()
        self.risto = factories.staff(self.county, "registrar", "risto@example.org")
        self.at = clock.now()

    def comment(self, text, number=0, **fields):
        made = factories.comment(factories.person(f"asukas{uuid4().hex[:8]}@example.org"), self.section, text)
        if fields:
            Comment.objects.filter(pk=made.pk).update(**fields)
        made.refresh_from_db()
        return made

    def feedback(self, number, arrived_at):
        return AccessibilityFeedback.objects.create(
            authority=self.county, number=number, text="Kontrasti on heikko.", language="fi", key=uuid4(),
            arrived_at=arrived_at, due_at=arrived_at + timedelta(days=14),
        )  # fmt: skip


def body(response):
    return b"".join(response).decode("utf-8-sig") if response.streaming else response.content.decode()


def table(response):
    return list(csv.reader(io.StringIO(body(response), newline=""), delimiter=";"))

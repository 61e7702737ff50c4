"""What the tests of documents do again and again."""

import pytest
from django.db import transaction

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.wording.refusals import Refusal


def numbers(version):
    return [(s.number, s.texts.get(language="fi").heading) for s in version.sections.all()]


def refused(action, **values):
    with pytest.raises(Refusal) as refusal, transaction.atomic():
        action(**values)
    return refusal.value


def publish(world, version):
    return actions.publish_version(actor=world.bertta, version=version, at=clock.now())


def imported(world, document, text, language="fi"):
    return actions.import_draft(
        actor=world.bertta, document=document, language=language, source="markdown", text=text, at=world.at
    )

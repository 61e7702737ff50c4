"""A version is published whole, and never changes afterwards."""

import pytest
from django.db import DatabaseError, transaction

from tests import factories as make
from yhdyspinta.audit.models import Entry
from yhdyspinta.documents import actions
from yhdyspinta.documents.models import Section, SectionText
from yhdyspinta.documents.queries import forward_links
from yhdyspinta.documents.tests.writing import publish, refused

pytestmark = pytest.mark.django_db


def test_publishing_needs_every_duty_language(world, draft):
    section = draft.sections.first()
    actions.save_section_text(
        actor=world.bertta,
        section=section,
        language="sv",
        heading="",
        body="",
        revision=section.texts.get(language="sv").revision,
        at=world.at,
    )
    refusal = refused(actions.publish_version, actor=world.bertta, version=draft, at=world.at)
    assert refusal.code == "draft_not_ready"
    assert [(gap.code, gap.languages, gap.number) for gap in refusal.values["gaps"]] == [
        ("heading", ("sv",), "1"),
        ("body", ("sv",), "1"),
    ]
    assert "svenska" in refusal.values["gaps"][0].words
    assert draft.sections.filter(thread__isnull=False).count() == 0


def test_publishing_gives_each_section_and_the_whole_a_place_for_comments(world, draft):
    version = publish(world, draft)
    threads = [section.thread for section in version.sections.all()] + [version.thread]
    assert len({thread.pk for thread in threads}) == 4
    assert {thread.activity_id for thread in threads} == {world.activity.pk}
    assert Entry.objects.filter(verb="documents.version_published", process_id=world.process.pk).count() == 1


def test_a_published_version_never_changes_not_even_by_sql(world, draft):
    version = publish(world, draft)
    section = version.sections.first()
    text = section.texts.first()
    common = {"actor": world.bertta, "at": world.at}
    assert refused(actions.publish_version, version=version, **common).code == "version_published"
    assert refused(actions.remove_section, section=section, **common).code == "version_published"
    assert refused(actions.remove_document, document=version.document, **common).code == "document_published"
    writes = (
        lambda: SectionText.objects.filter(pk=text.pk).update(body="x"),
        lambda: Section.objects.filter(pk=section.pk).update(number="9"),
        lambda: SectionText.objects.create(section=section, language="en", heading="x"),
        lambda: Section.objects.create(version=version, position=9, level=1, number="9", anchor="x"),
        lambda: section.predecessors.add(section),
        lambda: type(version).objects.filter(pk=version.pk).update(published_at=None),
        section.delete,
    )
    for write in writes:
        with pytest.raises(DatabaseError), transaction.atomic():
            write()
    assert SectionText.objects.get(pk=text.pk).body == text.body


def test_one_draft_at_a_time_and_old_comments_stay(world, draft):
    version = publish(world, draft)
    section = version.sections.first()
    comment = make.comment(make.person(), section)
    second = actions.start_version(actor=world.bertta, document=draft.document, at=world.at)
    assert (
        refused(actions.start_version, actor=world.bertta, document=draft.document, at=world.at).code == "draft_exists"
    )
    publish(world, second)
    comment.refresh_from_db()
    assert comment.thread == section.thread
    [new] = forward_links([section.pk])[section.pk]
    assert new.version == second
    assert forward_links([new.pk]) == {new.pk: []}

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from tests import factories as make
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.documents import actions
from yhdyspinta.documents.actions.imports import NEW, Placing, proposed_targets
from yhdyspinta.documents.importing.parts import Part
from yhdyspinta.documents.models import Document, Section, SectionText
from yhdyspinta.documents.queries import comparison, forward_links, reading
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    class World:
        authority = make.authority(bilingual=True)
        process = make.process(authority)
        activity = make.activity(process)
        bertta = make.staff(authority)
        cai = make.person("cai@example.org")
        at = clock.now()

    return World


@pytest.fixture
def draft(world):
    """A draft with three sections in two languages."""
    document = actions.create_document(
        actor=world.bertta, activity=world.activity, title=Wording(fi="Osallisuus", sv="Delaktighet"), at=world.at
    )
    version = document.versions.get()
    for word in ("Yksi", "Kaksi", "Kolme"):
        section = actions.add_section(
            actor=world.bertta, version=version, headings=Wording(fi=word, sv=f"{word} sv"), at=world.at
        )
        for language in ("fi", "sv"):
            text = section.texts.get(language=language)
            actions.save_section_text(
                actor=world.bertta,
                section=section,
                language=language,
                heading=text.heading,
                body=f"{word} alku.\n\n{word} loppu.",
                revision=text.revision,
                at=world.at,
            )
    return version


def numbers(version):
    return [(s.number, s.texts.get(language="fi").heading) for s in version.sections.all()]


def refused(action, **values):
    with pytest.raises(Refusal) as refusal, transaction.atomic():
        action(**values)
    return refusal.value


def publish(world, version):
    return actions.publish_version(actor=world.bertta, version=version, at=clock.now())


def test_only_staff_of_the_process_may_write(world, draft):
    document, section = draft.document, draft.sections.first()
    for actor in (world.cai, make.staff(make.authority("varha", code="2"), email="dora@example.org")):
        common = {"actor": actor, "at": world.at}
        assert refused(actions.create_document, activity=world.activity, title=Wording(fi="x"), **common).status == 403
        for action, values in (
            (
                actions.save_section_text,
                {"section": section, "language": "fi", "heading": "x", "body": "y", "revision": 2},
            ),
            (actions.remove_section, {"section": section}),
            (actions.publish_version, {"version": draft}),
            (actions.remove_document, {"document": document}),
            (actions.start_version, {"document": document}),
        ):
            assert refused(action, **values, **common).code == "not_your_role"
    assert numbers(draft)[0] == ("1", "Yksi")


def test_a_partner_may_write_but_not_publish(world, draft):
    partner = make.authority("jyvaskyla", code="99", area=None)
    from yhdyspinta.processes.models import ProcessPartner

    ProcessPartner.objects.create(process=world.process, authority=partner, joined_at=world.at)
    elli = make.staff(partner, email="elli@example.org")
    actions.add_section(actor=elli, version=draft, headings=Wording(fi="Neljä"), at=world.at)
    assert refused(actions.publish_version, actor=elli, version=draft, at=world.at).code == "not_your_role"


def test_f10_the_second_editor_gets_both_texts_and_nothing_is_overwritten(world, draft):
    section = draft.sections.first()
    base = section.texts.get(language="fi").revision
    common = {"actor": world.bertta, "section": section, "language": "fi", "revision": base, "at": world.at}
    actions.save_section_text(heading="Yksi", body="Ensimmäisen kirjoittajan teksti.", **common)
    clash = refused(actions.save_section_text, heading="Yksi", body="Toisen kirjoittajan teksti.", **common)
    assert clash.code == "changed_meanwhile"
    assert clash.values["body"] == "Ensimmäisen kirjoittajan teksti."
    assert section.texts.get(language="fi").body == "Ensimmäisen kirjoittajan teksti."
    actions.save_section_text(heading="Ett", body="Svensk.", **{**common, "language": "sv"})  # another language is free


def test_saving_often_leaves_one_line_in_the_trail_a_quarter_of_an_hour(world, draft):
    section = draft.sections.first()
    before = Entry.objects.filter(verb="documents.section_saved").count()
    for step in range(4):
        text = section.texts.get(language="fi")
        actions.save_section_text(
            actor=world.bertta,
            section=section,
            language="fi",
            heading="Yksi",
            body=f"v{step}",
            revision=text.revision,
            at=world.at + timedelta(minutes=7 * step),
        )
    assert Entry.objects.filter(verb="documents.section_saved").count() == before + 1


def test_document_titles_are_not_overwritten_silently(world, draft):
    document = draft.document
    common = {"actor": world.bertta, "document": document, "summary": Wording(), "revision": 1, "at": world.at}
    actions.edit_document(title=Wording(fi="Uusi nimi"), **common)
    clash = refused(actions.edit_document, title=Wording(fi="Toinen nimi"), **common)
    assert clash.values["title"] == {"fi": "Uusi nimi"}
    assert str(Document.objects.get(pk=document.pk).title) == "Uusi nimi"


def test_sections_are_numbered_by_order_and_level(world, draft):
    one, two, three = draft.sections.all()
    common = {"actor": world.bertta, "at": world.at}
    actions.set_level(section=two, deeper=True, **common)
    actions.set_level(section=three, deeper=True, **common)
    assert [n for n, _h in numbers(draft)] == ["1", "1.1", "1.2"]
    actions.move_section(section=three, up=True, **common)
    assert numbers(draft) == [("1", "Yksi"), ("1.1", "Kolme"), ("1.2", "Kaksi")]
    assert refused(actions.set_level, section=one, deeper=True, **common).code == "level_out_of_range"
    actions.remove_section(section=one, **common)
    assert numbers(draft) == [("1", "Kolme"), ("1.1", "Kaksi")] or numbers(draft) == [("1", "Kolme"), ("2", "Kaksi")]


def test_a_chapter_moves_with_its_parts(world, draft):
    _one, two, three = draft.sections.all()
    actions.set_level(actor=world.bertta, section=two, deeper=True, at=world.at)
    actions.move_section(actor=world.bertta, section=three, up=True, at=world.at)
    assert numbers(draft) == [("1", "Kolme"), ("2", "Yksi"), ("2.1", "Kaksi")]


def test_join_and_split_keep_text_and_descent(world, draft):
    publish(world, draft)
    second = actions.start_version(actor=world.bertta, document=draft.document, at=world.at)
    first, _middle, last = second.sections.all()
    old = list(draft.sections.all())
    actions.join_sections(actor=world.bertta, section=first, at=world.at)
    assert set(first.predecessors.all()) == set(old[:2])
    assert (
        first.texts.get(language="fi").body == "Yksi alku.\n\nYksi loppu.\n\n#### Kaksi\n\nKaksi alku.\n\nKaksi loppu."
    )
    assert refused(actions.join_sections, actor=world.bertta, section=last, at=world.at).code == "no_next_section"
    latter = actions.split_section(
        actor=world.bertta,
        section=last,
        passages={"fi": 2, "sv": 2},
        headings={"fi": "Kolme b", "sv": "Tre b"},
        at=world.at,
    )
    assert set(latter.predecessors.all()) == set(last.predecessors.all()) == {old[2]}
    assert numbers(second) == [("1", "Yksi"), ("2", "Kolme"), ("3", "Kolme b")]
    assert last.texts.get(language="sv").body == "Kolme alku."
    publish(world, second)
    links = forward_links([section.pk for section in old])
    assert [s.number for s in links[old[0].pk]] == ["1"]
    assert [s.number for s in links[old[2].pk]] == ["2", "3"]
    kinds = [change.kinds for change in comparison(draft, second, "fi")]
    assert "joined" in kinds[0]
    assert "split" in kinds[1]


def test_a_split_that_leaves_nothing_changes_nothing(world, draft):
    section = draft.sections.first()
    for passages in ({"fi": 1}, {"fi": 3}, {}, {"se": 2}):
        values = {"actor": world.bertta, "section": section, "passages": passages, "headings": {}, "at": world.at}
        assert refused(actions.split_section, **values).code == "split_nowhere"
    assert Section.objects.count() == 3


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


def test_a_failed_action_leaves_nothing(world, draft, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    for module in ("sections", "dividing"):
        monkeypatch.setattr(f"yhdyspinta.documents.actions.{module}.noted", fail)
    for action in (actions.join_sections, actions.remove_section):
        with pytest.raises(RuntimeError), transaction.atomic():
            action(actor=world.bertta, section=draft.sections.first(), at=world.at)
    assert len(numbers(draft)) == 3


def imported(world, document, text, language="fi"):
    return actions.import_draft(
        actor=world.bertta, document=document, language=language, source="markdown", text=text, at=world.at
    )


def test_an_import_waits_for_approval_and_the_second_language_is_aligned(world):
    document = actions.create_document(
        actor=world.bertta, activity=world.activity, title=Wording(fi="Malli", sv="Modell"), at=world.at
    )
    version = document.versions.get()
    first = imported(
        world, document, "Alku.\n\n# Yksi\n\nTerveys-palveluiden muutos. Terveyspalvelut.\n\n## Kaksi\n\nb"
    )
    assert version.sections.count() == 0
    parts = [Part.of(kept) for kept in first.sections]
    placings = [Placing(NEW, part.heading, frozenset(range(len(part.mends)))) for part in parts]
    actions.approve_import(actor=world.bertta, draft_import=first, placings=placings, at=world.at)
    assert numbers(version) == [("1", "Johdanto"), ("2", "Yksi"), ("2.1", "Kaksi")]
    assert "Terveyspalveluiden muutos" in version.sections.all()[1].texts.get().body
    assert (
        refused(actions.approve_import, actor=world.bertta, draft_import=first, placings=placings, at=world.at).code
        == "import_used"
    )

    second = imported(world, document, "Start.\n\n# Ett\n\na\n\n## Två\n\nb\n\n## Extra\n\nc", language="sv")
    sections = list(version.sections.prefetch_related("texts"))
    swedish = [Part.of(kept) for kept in second.sections]
    targets = proposed_targets(swedish, sections, "sv")
    assert targets == [*(str(section.pk) for section in sections), NEW]
    targets[3] = "before"
    actions.approve_import(
        actor=world.bertta,
        draft_import=second,
        at=world.at,
        placings=[Placing(target, part.heading) for target, part in zip(targets, swedish, strict=True)],
    )
    assert version.sections.count() == 3
    assert sections[2].texts.get(language="sv").body == "b\n\n#### Extra\n\nc"


def test_an_empty_import_is_refused(world, draft):
    assert refused(imported, world=world, document=draft.document, text=" \u200b ").code == "import_empty"


def test_reading_marks_a_fallback(world, draft):
    publish(world, draft)
    found = reading(draft.document, "en")
    assert [section.is_fallback for section in found.sections] == [True] * 3
    assert found.sections[0].language == "fi"
    assert [passage.number for passage in found.sections[0].passages] == [1, 2]
    assert found.sections[0].passages[0].text == "Yksi alku."


@pytest.mark.parametrize("count", [3, 300])
def test_reading_comparison_and_links_take_a_fixed_number_of_queries(
    world, django_assert_num_queries, django_assert_max_num_queries, count
):
    document = make.document(world.activity, sections=count)
    with django_assert_num_queries(4):
        found = reading(document, "fi")
    assert len(found.sections) == count
    version = document.versions.get()
    with django_assert_num_queries(3):
        changes = comparison(version, version, "fi")
    assert changes
    with django_assert_max_num_queries(3):
        forward_links([section.pk for section in found.sections])

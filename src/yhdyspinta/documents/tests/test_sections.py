"""Sections are numbered, moved, joined and split."""

import pytest
from django.db import transaction

from yhdyspinta.documents import actions
from yhdyspinta.documents.models import Section
from yhdyspinta.documents.queries import comparison, forward_links
from yhdyspinta.documents.tests.writing import numbers, publish, refused

pytestmark = pytest.mark.django_db


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
    assert numbers(draft) == [("1", "Kolme"), ("1.1", "Kaksi")]


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


def test_a_failed_action_leaves_nothing(world, draft, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    for module in ("sections", "dividing"):
        monkeypatch.setattr(f"yhdyspinta.documents.actions.{module}.noted", fail)
    for action in (actions.join_sections, actions.remove_section):
        with pytest.raises(RuntimeError), transaction.atomic():
            action(actor=world.bertta, section=draft.sections.first(), at=world.at)
    assert len(numbers(draft)) == 3

"""A draft that is brought in waits for approval."""

import pytest

from yhdyspinta.documents import actions
from yhdyspinta.documents.actions.imports import BEFORE, NEW, Placing, proposed_targets
from yhdyspinta.documents.actions.sections import LONGEST_BODY
from yhdyspinta.documents.importing.parts import Part
from yhdyspinta.documents.models import DocumentDraftImport
from yhdyspinta.documents.tests.writing import imported, numbers, refused
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


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


def test_a_section_longer_than_the_form_takes_is_refused_by_its_name(world, draft):
    long = "a" * (LONGEST_BODY + 1)
    refusal = refused(imported, world=world, document=draft.document, text=f"# Yksi\n\nLyhyt.\n\n# Kaksi\n\n{long}")
    assert refusal.code == "import_section_too_long"
    assert refusal.values["heading"] == "Kaksi"
    assert str(LONGEST_BODY) in refusal.words
    assert refused(imported, world=world, document=draft.document, text=long).status == 422
    assert not DocumentDraftImport.objects.exists()
    assert imported(world, draft.document, f"# Kaksi\n\n{long[1:]}").sections[0]["heading"] == "Kaksi"


def test_parts_joined_into_one_section_are_no_longer_than_the_form_takes(world, draft):
    half = "a" * (LONGEST_BODY // 2)
    made = imported(world, draft.document, f"# Yksi\n\n{half}\n\n# Kaksi\n\n{half}")
    placings = [Placing(NEW, "Yksi"), Placing(BEFORE, "Kaksi")]
    values = {"actor": world.bertta, "draft_import": made, "placings": placings, "at": world.at}
    refusal = refused(actions.approve_import, **values)
    assert refusal.values["heading"] == "Yksi"
    assert len(numbers(draft)) == 3

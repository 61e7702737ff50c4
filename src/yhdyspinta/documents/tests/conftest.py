"""A county, a process that takes comments, and a draft to write."""

import pytest

from tests import factories as make
from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.wording.fields import Wording


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

"""However many notes a comment has, the newest is seen first and each can be reached."""

from uuid import uuid4

import pytest

from yhdyspinta.audit import clock
from yhdyspinta.material.models import StaffNote
from yhdyspinta.material.tests.scene import comments_on, path_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "label"), [("fi", "Muistiinpanojen sivut"), ("sv", "Sidor med anteckningar"), ("en", "Pages of notes")]
)
def test_the_newest_note_is_seen_and_the_oldest_is_reached(desk, bertta, activity, sections, language, label):
    (one,) = comments_on(sections[0], 1)
    StaffNote.objects.bulk_create(
        StaffNote(comment=one, key=uuid4(), text=f"muistiinpano {number:03}", at=clock.now(), by=bertta)
        for number in range(201)
    )
    path = path_of(activity, "comment", language, number=one.number)
    page = desk.get(path)
    assert "muistiinpano 200" in page.content.decode()
    assert f'aria-label="{label}"' in page.content.decode()
    seen = []
    while True:
        seen += [row["note"].text for row in page.context["notes"]]
        if not (more := page.context["note_ways"]["next_url"]):
            break
        page = desk.get(path + more)
        assert len(seen) < 300
    assert seen == [f"muistiinpano {number:03}" for number in reversed(range(201))]


def test_a_few_notes_have_no_pages(desk, bertta, activity, sections):
    (one,) = comments_on(sections[0], 1)
    StaffNote.objects.create(comment=one, key=uuid4(), text="Ainoa", at=clock.now(), by=bertta)
    page = desk.get(path_of(activity, "comment", number=one.number)).content.decode()
    assert "Ainoa" in page
    assert "Muistiinpanojen sivut" not in page

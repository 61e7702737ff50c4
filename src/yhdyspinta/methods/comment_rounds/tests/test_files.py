"""Files beside the documents of a round: residents get them, and a copy has its own."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.documents.actions import add_attachment, remove_attachment
from yhdyspinta.documents.models import Attachment, DocumentVersion
from yhdyspinta.methods.comment_rounds.method import CommentRounds
from yhdyspinta.methods.comment_rounds.tests.conftest import World
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
TABLE = b"a;b\n1;2\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def add(world: World, actor: Person) -> Attachment:
    return add_attachment(
        actor=actor, document=world.document, content=TABLE, file_name="taulu.csv", declared_type="text/csv",
        name=Wording(fi="Aineisto", sv="Material"), at=clock.now(),
    )  # fmt: skip


def test_a_visitor_gets_the_files_beside_a_document(world, aino):
    bertta = factories.staff(world.county)
    kept = add(world, bertta)
    link = f"/{world.county.slug}/fi/processes/{world.activity.process.slug}/files/{kept.pk}/"
    print_path = f"processes/{world.activity.process.slug}/documents/{world.activity.slug}/{world.document.slug}/print/"
    for page in (
        world.path(),
        world.path(f"documents/{world.document.slug}/"),
        f"/{world.county.slug}/fi/{print_path}",
    ):
        assert f'href="{link}">Aineisto</a>' in aino.get(page).content.decode(), page
    response = aino.get(link)
    assert b"".join(response.streaming_content) == TABLE
    remove_attachment(actor=bertta, attachment=kept, at=clock.now())
    assert link not in aino.get(world.path()).content.decode()


def copied(world: World, actor: Person):
    target = factories.activity(factories.process(world.county, "kopio"), "kopio")
    method = CommentRounds()
    method.start(target, at=factories.EPOCH)
    method.copy(world.activity, target, at=factories.EPOCH, actor=actor)
    return target.documents.get()


def test_a_copy_has_the_files_of_its_own(world):
    bertta = factories.staff(world.county)
    kept = add(world, bertta)
    remove_attachment(actor=bertta, attachment=add(world, bertta), at=clock.now())
    copy = copied(world, bertta).attachments.get()
    assert (copy.name, copy.original_name, copy.size) == (kept.name, kept.original_name, kept.size)
    assert copy.file.name != kept.file.name
    assert copy.file.read() == TABLE


def test_a_copy_begins_from_what_was_published_and_not_from_a_draft(world):
    DocumentVersion.objects.create(
        document=world.document, number=2, name={"fi": "keskeneräinen"}, created_at=clock.now()
    )
    version = copied(world, factories.staff(world.county)).versions.get()
    assert version.sections.count() == 3

"""What the authority removes or replaces is given out no more from that moment, and new files are made at once (E11)."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.translations import remove_translation
from yhdyspinta.material.models import Translation
from yhdyspinta.open_data import tasks
from yhdyspinta.open_data.exports import building
from yhdyspinta.open_data.models import DataChange, Export
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.open_data.tests.downloading import PAGE, body, made
from yhdyspinta.open_data.tests.test_translations_told import translate
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.recording import record_from_outside, take_record_back
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
KINDS = ("csv", "xlsx", "json")


@pytest.fixture
def bertta(activity: Activity) -> Person:
    return factories.staff(activity.process.owner, "coordinator", "bertta@example.org")


@pytest.fixture
def translated(activity: Activity) -> Comment:
    one = comment(activity)
    translate(one, "sv", "Skriv in Matti.")
    made(activity)
    assert b"Matti" in body(f"{PAGE}comments.csv")
    return one


def given() -> set[str]:
    return {kind for kind in KINDS if Client().get(f"{PAGE}comments.{kind}").status_code == 200}


def work() -> None:
    """The clock's next minutes: what is ordered in the first is made in the second."""
    for _ in range(2):
        tasks.go_on(0)
        Export.objects.filter(state="waiting").update(touched_at=None)


def test_a_removed_translation_is_in_no_file_from_then_on(translated: Comment, bertta: Person) -> None:
    assert given() == set(KINDS)
    remove_translation(actor=bertta, comment=translated, language="sv", at=clock.now())
    assert given() == set()
    page = Client().get(PAGE).content.decode()
    assert "comments.csv" not in page
    work()
    assert given() == set(KINDS)
    assert b"Matti" not in body(f"{PAGE}comments.csv") + body(f"{PAGE}comments.json")


def test_neither_are_the_former_words_of_a_mended_one(translated: Comment, bertta: Person) -> None:
    Translation.objects.update(text="Skriv in tidsfristen.")
    assert given() == set()
    work()
    assert b"Skriv in tidsfristen." in body(f"{PAGE}comments.csv")
    assert not DataChange.objects.exists()


def test_a_new_translation_takes_no_files_away(activity: Activity) -> None:
    one = comment(activity)
    made(activity)
    asked = Translation.objects.create(comment=one, language="sv", of_revision=0, at=clock.now())
    asked.text = "Skriv in."
    asked.save()
    translate(one, "se", "Davvisámegillii.")
    assert given() == set(KINDS)


def test_the_earlier_files_stay_away_while_new_ones_are_made_and_when_that_fails(
    translated: Comment, bertta: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove_translation(actor=bertta, comment=translated, language="sv", at=clock.now())
    seen: list[set[str]] = []
    monkeypatch.setattr(building, "batch", lambda *_args, **_more: seen.append(given()) or [])
    monkeypatch.setattr(building, "make_workbook", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        made(translated.activity)
    assert seen == [set()]
    Export.objects.filter(state="running").update(state="failed")
    assert given() == set()


def test_what_goes_while_files_are_made_is_not_given_with_them(
    translated: Comment, bertta: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    Export.objects.all().delete()
    real = building.batch

    def while_reading(*args, **more):
        found = real(*args, **more)
        remove_translation(actor=bertta, comment=translated, language="sv", at=clock.now())
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(building, "batch", while_reading)
        made(translated.activity)
    assert given() == set()
    work()
    assert b"Matti" not in body(f"{PAGE}comments.csv")


def test_an_answer_from_outside_that_is_taken_back_goes_too(activity: Activity, bertta: Person) -> None:
    one = comment(activity)
    away = passed(one, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")
    now = clock.now()
    recorded = record_from_outside(
        actor=bertta, transfer=away, answer=Wording(fi="Tuki jatkuu."), answered_on=in_helsinki(now).date(), due_on=None, at=now
    )  # fmt: skip
    made(activity)
    assert given() == set(KINDS)
    take_record_back(
        actor=bertta, transfer=recorded, why="Toisen kommentin vastaus.", revision=recorded.revision, at=clock.now()
    )
    assert given() == set()
    work()
    assert given() == set(KINDS)
    assert b"Tuki jatkuu." not in body(f"{PAGE}comments.csv") + body(f"{PAGE}comments.json")

"""Decisions and measures in the languages of the authority: who sees to it too, each reader in their own."""

import re
from datetime import date
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import PROMISED, measure, page
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
MIGRATION = "yhdyspinta.outcomes.migrations.0002_owner_name_in_each_language"


def desk_page(bertta, process, name, **parts):
    return signed_in(bertta).get(process_address(process, f"outcomes:{name}", language="fi", **parts)).content.decode()


def test_each_reader_reads_who_sees_to_it_in_their_own_language(bertta, process):
    measures.publish_measure(actor=bertta, measure=measure(bertta, process, total_count=None), at=clock.now())
    assert "Osallisuuspalvelut" in page(process).content.decode()
    swedish = page(process, "sv").content.decode()
    assert "Delaktighetstjänster" in swedish
    assert "Osallisuuspalvelut" not in swedish
    english = page(process, "en").content.decode()
    assert re.search(r'<span lang="(fi|sv)">(Osallisuuspalvelut|Delaktighetstjänster)</span>', english)


def test_who_sees_to_it_is_owed_in_both_languages(bertta, process):
    kept = measure(bertta, process, owner_name=Wording(fi="Osallisuuspalvelut"))
    with pytest.raises(Refusal, match="language_missing") as refused:
        measures.publish_measure(actor=bertta, measure=kept, at=clock.now())
    assert refused.value.field == "owner_name:sv"


def test_the_name_is_asked_side_by_side_and_every_typed_language_is_kept(bertta, process):
    kept = measure(bertta, process)
    path = process_address(process, "outcomes:measure", language="fi", measure=kept.pk)
    typed = {f"{name}-{tag}": "a" for name in ("you_said", "we_decided", "promise") for tag in ("fi", "sv")}
    names = {"owner_name-fi": "Kotihoito", "owner_name-sv": "Hemvård", "owner_name-en": "Home care"}
    assert signed_in(bertta).post(path, {**typed, **names, "revision": kept.revision}).status_code == 302
    assert Measure.objects.get().owner_name == {"fi": "Kotihoito", "sv": "Hemvård", "en": "Home care"}


@pytest.mark.parametrize("name", ["new_outcome", "new_measure", "progress"])
def test_languages_that_are_not_owed_are_folded_until_they_have_words(bertta, process, name):
    process.owner.languages = ["fi", "sv", "en"]
    process.owner.save()
    parts = {"measure": measure(bertta, process).pk} if name == "progress" else {}
    shown = desk_page(bertta, process, name, **parts)
    asked = set(re.findall(r'name="(\w+)-(?:fi|sv)"', shown))
    folded = " ".join(re.findall(r'<details class="govuk-details">.*?</details>', shown, re.DOTALL))
    assert asked
    for field in asked:
        assert f'name="{field}-en"' in folded
        assert f'name="{field}-sv"' not in folded


def test_words_in_a_language_that_is_not_owed_are_in_sight(bertta, process):
    process.owner.languages = ["fi", "sv", "en"]
    process.owner.save()
    kept = measure(bertta, process, promise=Wording(fi="a", sv="b", en="In English too"))
    shown = desk_page(bertta, process, "measure", measure=kept.pk)
    folded = " ".join(re.findall(r'<details class="govuk-details">.*?</details>', shown, re.DOTALL))
    assert "In English too" in shown
    assert "In English too" not in folded


def test_a_name_from_before_stays_for_every_reader(bertta, process):
    measure(bertta, process, due_on=date(2026, 12, 1))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    executor.migrate([("outcomes", "0001_initial")])
    before = executor.loader.project_state([("outcomes", "0001_initial")]).apps.get_model("outcomes", "Measure")
    assert before.objects.get().owner_name == PROMISED.owner_name["fi"]
    executor = MigrationExecutor(connection)
    since = [("outcomes", import_module(MIGRATION).__name__.rpartition(".")[2])]
    executor.migrate(since)
    after = executor.loader.project_state(since).apps.get_model("outcomes", "Measure")
    assert after.objects.get().owner_name == {"fi": "Osallisuuspalvelut", "sv": "Osallisuuspalvelut"}

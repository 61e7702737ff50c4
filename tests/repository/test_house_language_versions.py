"""Every field with language versions is in the translator's file, or stands here with the reason why not."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Field

from yhdyspinta.processes.language_versions import translatables
from yhdyspinta.wording.fields import WordingField

_HISTORY = "history: what was said stays as it was said"
_FROZEN = "kept as it was published"
EXCEPTIONS = {
    "answers.Answer.withheld_title": "what nobody reads any longer but whoever corrects it",
    "answers.FormerAnswer.title": _HISTORY,
    "answers.FormerAnswer.body": _HISTORY,
    "answers.FormerAnswer.reason_words": _HISTORY,
    "answers.FormerAnswer.passed_to": _HISTORY,
    "material.BulkAction.theme_name": _HISTORY,
    "outcomes.FormerPromise.we_decided": _HISTORY,
    "outcomes.FormerPromise.promise": _HISTORY,
    "outcomes.FormerPromise.owner_name": _HISTORY,
    "outcomes.MeasureUpdate.words": _HISTORY,
    "reports.Practice.about": "words of the section, which are translated with it",
    "places.Area.name": "carried list of Statistics Finland with both names",
    "transfers.FormerReply.answer": _HISTORY,
}
#: Models with a row for each language.
ROW_EXCEPTIONS = {
    "processes.SearchEntry.language": "what search holds, made of the texts themselves",
    "reports.ReportFile.language": _FROZEN,
    "reports.PracticeFile.language": "files that staff bring, each in its language",
}


def _ours() -> Iterator[Field]:
    for model in apps.get_models():
        if model.__module__.startswith("yhdyspinta."):
            yield from (field for field in model._meta.get_fields() if isinstance(field, Field))


def _columns() -> set[str]:
    return {column for kind in translatables().values() for column in kind.columns}


def _name(field: Field) -> str:
    return f"{field.model._meta.label}.{field.name}"


def _with_versions() -> set[str]:
    """Wordings, and rows that stand beside each other in one language each: a constraint says so."""
    found = {_name(field) for field in _ours() if isinstance(field, WordingField)}
    for model in {field.model for field in _ours()}:
        unique = [set(getattr(one, "fields", ())) for one in model._meta.constraints]
        if any("language" in names and len(names) > 1 for names in unique):
            found.add(f"{model._meta.label}.language")
    return found


def test_every_field_with_language_versions_is_in_the_file_or_excepted():
    assert _with_versions() - _columns() - set(EXCEPTIONS) - set(ROW_EXCEPTIONS) == set()


def test_no_exception_is_stale_or_in_the_file_too():
    excepted = set(EXCEPTIONS) | set(ROW_EXCEPTIONS)
    assert excepted - _with_versions() == set()
    assert excepted & _columns() == set()


def test_every_column_of_a_kind_is_a_field():
    names = {_name(field) for field in _ours()}
    assert _columns() - names == set()


@pytest.mark.parametrize("kind", list(translatables().values()), ids=lambda kind: kind.key)
def test_keys_can_stand_in_a_code(kind):
    assert kind.key.isalpha()

"""Each field behind the files is one whose change the database notes, or one that is named here as never changing (D3)."""

import re
from dataclasses import fields
from typing import Final

import pytest
from django.db import connection
from django.db.models import Field, Model
from django.test.utils import CaptureQueriesContext

from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.material.models import CommentTheme, CommentWork, Theme
from yhdyspinta.open_data.exports import rows
from yhdyspinta.open_data.exports.answers import AnswerTold
from yhdyspinta.open_data.exports.speakers import confirmed
from yhdyspinta.open_data.tests.conftest import comment
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.transfers.models import Transfer

pytestmark = pytest.mark.django_db
Read = set[tuple[str, str]]
_COLUMN: Final = re.compile(r'"(\w+)"\."(\w+)"')

#: Rows that the files load whole, and what they tell of them; answers stand in `AnswerTold`.
LOADED: Final[dict[type[Model], tuple[str, ...]]] = {
    Theme: ("name",),
    CommentTheme: ("comment", "theme"),
    CommentWork: ("comment", "stance"),
    ReportVersion: ("figures",),
    Transfer: ("comment", "receiver", "outside_name", "answer", "state"),
    Authority: ("name", "languages"),
}
_KEY: Final = "a key or a place in the tree, given once"
_PUT: Final = "put and taken away whole, and both are noted"
_STANDS: Final = "a published version stands: the database refuses to change it (documents 0002)"
#: What the files read and no trigger names, with why it does not change.
NEVER: Final[dict[tuple[str, str], str]] = {
    ("comments_comment", "activity_id"): _KEY,
    ("comments_comment", "number"): _KEY,
    ("comments_comment", "parent_id"): _KEY,
    ("comments_thread", "activity_id"): _KEY,
    ("comments_sender", "activity_id"): _KEY,
    ("documents_section", "version_id"): _KEY,
    ("documents_section", "thread_id"): _KEY,
    ("documents_section", "anchor"): _STANDS,
    ("documents_section", "number"): _STANDS,
    ("documents_documentversion", "document_id"): _KEY,
    ("documents_documentversion", "number"): _KEY,
    ("people_representation", "organisation_id"): _KEY,
    ("people_representation", "person_id"): _KEY,
    ("people_organisation", "authority_id"): _KEY,
    ("material_commenttheme", "comment_id"): _PUT,
    ("material_translation", "comment_id"): _PUT,
    ("material_translation", "language"): _PUT,
    ("material_commenttheme", "theme_id"): _PUT,
    ("transfers_transfer", "comment_id"): _PUT,
    ("reports_reportversion", "figures"): "a published report stands (reports 0002); a new one is noted",
}


def _noted() -> Read:
    """Columns whose update our triggers note."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT held.relname, column_of.attname FROM pg_trigger noted
            JOIN pg_class held ON held.oid = noted.tgrelid JOIN pg_proc does ON does.oid = noted.tgfoid
            JOIN pg_attribute column_of ON column_of.attrelid = held.oid AND column_of.attnum > 0
                AND (cardinality(noted.tgattr::int2[]) = 0 OR column_of.attnum = ANY (noted.tgattr::int2[]))
            WHERE NOT noted.tgisinternal AND noted.tgtype & 16 > 0 AND does.proname LIKE 'open\\_data\\_%'
            """  # 16: after an update
        )
        return set(cursor.fetchall())


def _read(activity: Activity, monkeypatch: pytest.MonkeyPatch) -> Read:
    """What the queries of the rows name; what they load whole is left to `LOADED`."""
    comment(activity)
    with monkeypatch.context() as alone, CaptureQueriesContext(connection) as asked:
        alone.setattr(rows, "answers_of", lambda _activity: [])
        alone.setattr(rows, "told_marks", lambda _activity: ({}, False))
        rows.batch(activity, rows.around(activity), after=0)
        confirmed([1])
    names = {found for one in asked for found in _COLUMN.findall(one["sql"])}
    return {(table, column) for table, column in names if column != "id"} | _loaded()


def _loaded() -> Read:
    of_answers = [one.name for one in fields(AnswerTold) if not one.name.startswith("changed_")]
    told = {**LOADED, Answer: (*of_answers, "changed_section")}
    return {_place(model._meta.get_field(name)) for model, names in told.items() for name in names}


def _place(field: object) -> tuple[str, str]:
    assert isinstance(field, Field)
    return field.model._meta.db_table, field.column


def test_what_files_read_is_noted_when_it_changes_or_never_does(
    activity: Activity, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = _read(activity, monkeypatch)
    assert {
        ("comments_comment", "public_text"),
        ("comments_sender", "capacities"),
        ("answers_closure", "reason"),
    } <= read
    unnoted = read - _noted()
    assert unnoted - set(NEVER) == set(), "name them in a trigger of open_data/migrations, or in NEVER with a reason"
    assert set(NEVER) - unnoted == set(), "these are noted, or not read any more"

"""F8: the version that still serves goes on with the tables that the new one has made."""

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED

from yhdyspinta.database.baseline import written_from

TAKING_AWAY = (
    migrations.RemoveField, migrations.RenameField, migrations.DeleteModel, migrations.RenameModel,
    migrations.AlterModelTable,
)  # fmt: skip


def stops_the_former_version(operation: Operation) -> bool:
    """What it reads is gone, or its rows lack a value that it knows nothing of."""
    if isinstance(operation, TAKING_AWAY):
        return True
    if not isinstance(operation, migrations.AddField) or operation.field.many_to_many:
        return False
    field = operation.field
    return not field.null and field.db_default is NOT_PROVIDED


def newer() -> list[migrations.Migration]:
    """Our migrations since the baseline, which each release writes anew."""
    kept = written_from()
    disk = MigrationLoader(None).disk_migrations.items()
    return [
        one for (app, name), one in disk if f"{app}.{name}" not in kept and one.__module__.startswith("yhdyspinta.")
    ]


def test_f8_the_former_version_can_go_on_with_new_tables():
    """A migration that removes what no version uses any more says since which: `unused_since = "0.2.0"`."""
    stopping = [
        f"{one.app_label}.{one.name}: {operation.describe()}"
        for one in newer()
        for operation in one.operations
        if stops_the_former_version(operation) and not getattr(one, "unused_since", "")
    ]
    assert not stopping, "give new columns a db_default, and remove what is not used in the version after"


@pytest.mark.parametrize(
    ("operation", "stops"),
    [
        (migrations.AddField("one", "many", models.IntegerField(default=0)), True),
        (migrations.AddField("one", "many", models.IntegerField(db_default=0)), False),
        (migrations.AddField("one", "many", models.IntegerField(null=True)), False),
        (migrations.RemoveField("one", "many"), True),
        (migrations.RenameModel("one", "other"), True),
        (migrations.CreateModel("one", []), False),
    ],
)
def test_f8_what_would_stop_it_is_found(operation, stops):
    assert stops_the_former_version(operation) is stops

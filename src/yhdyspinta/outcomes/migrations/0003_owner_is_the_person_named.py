from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def untie_units(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A measure was tied to who once wrote their own name, also after a unit's name was written over it."""
    measures = apps.get_model("outcomes", "Measure").objects.exclude(owner=None)
    for measure in measures.select_related("owner"):
        if measure.owner.name not in measure.owner_name.values():
            measure.owner = None
            measure.save(update_fields=["owner"])


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0002_owner_name_in_each_language"),
        ("people", "0001_initial"),
    ]

    operations = [migrations.RunPython(untie_units, migrations.RunPython.noop)]

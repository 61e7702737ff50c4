from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import yhdyspinta.wording.fields


def into_each_duty_language(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The name that every reader saw goes on being seen until staff write it in each language."""
    measures = apps.get_model("outcomes", "Measure").objects.exclude(one_owner_name="")
    for measure in measures.select_related("process__owner"):
        owner = measure.process.owner
        languages = owner.duty_languages or owner.languages[:1] or ["fi"]
        measure.owner_name = dict.fromkeys(languages, measure.one_owner_name)
        measure.save(update_fields=["owner_name"])


def into_one(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for measure in apps.get_model("outcomes", "Measure").objects.exclude(owner_name={}):
        texts = measure.owner_name
        measure.one_owner_name = (texts.get("fi") or next(iter(texts.values()), ""))[:120]
        measure.save(update_fields=["one_owner_name"])


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0001_initial"),
        ("authorities", "0003_postal_address_in_each_language"),
    ]

    operations = [
        migrations.RenameField("measure", "owner_name", "one_owner_name"),
        migrations.AlterField("measure", "one_owner_name", models.CharField(max_length=120, default="")),
        migrations.AddField(
            "measure", "owner_name", yhdyspinta.wording.fields.WordingField(blank=True, default=dict)
        ),
        migrations.RunPython(into_each_duty_language, into_one),
        migrations.RemoveField("measure", "one_owner_name"),
    ]

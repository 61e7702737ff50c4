from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import yhdyspinta.wording.fields


def into_each_duty_language(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The address that served everybody goes on serving everybody until staff write it in each language."""
    for authority in apps.get_model("authorities", "Authority").objects.exclude(one_address=""):
        languages = authority.duty_languages or authority.languages[:1] or ["fi"]
        authority.postal_address = dict.fromkeys(languages, authority.one_address)
        authority.save(update_fields=["postal_address"])


def into_one(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for authority in apps.get_model("authorities", "Authority").objects.exclude(postal_address={}):
        texts = authority.postal_address
        authority.one_address = texts.get("fi") or next(iter(texts.values()), "")
        authority.save(update_fields=["one_address"])


class Migration(migrations.Migration):
    dependencies = [("authorities", "0002_small_groups_from_five")]

    operations = [
        migrations.RenameField("authority", "postal_address", "one_address"),
        migrations.AddField(
            "authority", "postal_address", yhdyspinta.wording.fields.WordingField(blank=True, default=dict)
        ),
        migrations.RunPython(into_each_duty_language, into_one),
        migrations.RemoveField("authority", "one_address"),
    ]

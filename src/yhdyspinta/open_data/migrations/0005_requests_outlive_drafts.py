import django.db.models.deletion
from django.db import migrations, models


def tell_names(apps, _schema_editor):
    """What is here already gets its name and number from its process."""
    for row in apps.get_model("open_data", "BroughtRequest").objects.select_related("process").iterator():
        row.name = next(iter(row.process.title.values()), "")[:150]
        row.register_number = row.process.case_number
        row.save(update_fields=["name", "register_number"])


class Migration(migrations.Migration):
    dependencies = [("open_data", "0004_what_was_read"), ("processes", "0001_initial")]

    operations = [
        migrations.AddField("broughtrequest", "name", models.CharField(blank=True, max_length=150)),
        migrations.AddField("broughtrequest", "register_number", models.CharField(blank=True, max_length=60)),
        migrations.AlterField(
            "broughtrequest",
            "process",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="brought_from",
                to="processes.process",
            ),
        ),
        migrations.RunPython(tell_names, migrations.RunPython.noop),
    ]

from django.db import migrations, models
from django.db.migrations.state import StateApps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def raise_to_five(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("authorities", "Authority").objects.filter(small_group_limit__lt=5).update(small_group_limit=5)


class Migration(migrations.Migration):
    dependencies = [("authorities", "0001_initial")]

    operations = [
        migrations.RunPython(raise_to_five, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="authority", name="small_groups_are_hidden"),
        migrations.AddConstraint(
            model_name="authority",
            constraint=models.CheckConstraint(
                condition=models.Q(("small_group_limit__gte", 5)), name="small_groups_are_hidden"
            ),
        ),
    ]

from django.db import migrations


def hide_names(apps, schema_editor):
    """Names that senders under 18 had given before it was asked: a name of their own is shown of none of them (D7)."""
    of_minors = apps.get_model("comments", "Sender").objects.filter(naming="named", age_group__in=("under_15", "15_17"))
    of_minors.update(naming="not_shown", display_name="")


class Migration(migrations.Migration):
    dependencies = [("comments", "0009_day_of_arrival")]
    operations = [migrations.RunPython(hide_names, migrations.RunPython.noop)]

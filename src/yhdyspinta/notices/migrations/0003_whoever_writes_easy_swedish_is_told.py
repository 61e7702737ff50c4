from django.db import migrations, models


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long."""

    dependencies = [("notices", "0002_held_until_undo")]
    operations = [migrations.AlterField("notice", "language", models.CharField(max_length=16))]

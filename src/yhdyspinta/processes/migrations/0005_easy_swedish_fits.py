from django.db import migrations, models


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long."""

    dependencies = [("processes", "0004_phases_count_their_revisions")]
    operations = [
        migrations.AlterField("searchentry", "language", models.CharField(max_length=16)),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long."""

    dependencies = [("intake", "0017_people_at_events")]
    operations = [migrations.AlterField("batch", "language", models.CharField(max_length=16))]

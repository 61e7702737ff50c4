from django.db import migrations, models


class Migration(migrations.Migration):
    """The history of a measure tells the day when it was done beside the moment when that was told."""

    dependencies = [("outcomes", "0007_who_is_reminded")]

    operations = [migrations.AddField("measureupdate", "done_on", models.DateField(null=True))]
